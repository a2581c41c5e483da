//! Where a run stopped, so that the next one goes on from there (`--resume STATE`).
//!
//! In: a file that an earlier run left, or none. Out: how far that run came; after each batch the file is
//! written anew, as a whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::problem::Problem;
use crate::tally::Tally;
use crate::{dossier, folder};

/// A place in the input: so many sources are read, and so many parts of the next one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Place {
    pub(crate) source: usize,
    pub(crate) part: usize,
}

/// How far a run came.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct State {
    /// Names and bytes of the files of that run.
    inputs: Vec<(String, u64)>,
    pub(crate) place: Place,
    /// Bytes of the output that are surely written.
    pub(crate) written: u64,
    pub(crate) tally: Tally,
}

/// The file that keeps the state.
#[derive(Debug)]
pub(crate) struct StateFile {
    path: Option<PathBuf>,
    pub(crate) state: State,
}

impl StateFile {
    /// Reads the file at `path`, if it is there, for a run over `inputs`.
    pub(crate) fn open(path: Option<&Path>, inputs: Vec<(String, u64)>) -> Result<Self, Problem> {
        let fresh = State { inputs, ..State::default() };
        let bytes = path.filter(|it| it.exists()).map(fs::read).transpose();
        let name = || path.unwrap_or(Path::new("")).display().to_string();
        let bytes = bytes.map_err(|source| Problem::Unreadable { name: name(), source })?;
        let state = match bytes {
            Some(bytes) => serde_json::from_slice::<State>(&bytes).ok(),
            None => Some(fresh.clone()),
        };
        match state.filter(|it| it.inputs == fresh.inputs) {
            Some(state) => Ok(Self { path: path.map(Path::to_owned), state }),
            None => Err(Problem::OtherState { path: name().into() }),
        }
    }

    /// Keeps the state.
    pub(crate) fn save(&self) -> Result<(), Problem> {
        let Some(path) = &self.path else { return Ok(()) };
        folder::write_file(path, dossier::json(&self.state).as_bytes())
    }
}
