//! The file that remembers stories from one run to the next.
//!
//! In: its path. Out: a grouper, empty where there is no file yet. It is written beside itself and then
//! put in its place, so that a run that is broken off leaves the old one.

use std::fs;
use std::io;
use std::path::Path;

use recount::group::{Decision, Grouper, Limits, Weights};

use crate::problem::Problem;

/// Loads the stories remembered at `file`.
pub(crate) fn load(file: Option<&Path>) -> Result<Grouper, Problem> {
    let Some(path) = file else { return Ok(Grouper::default()) };
    let bytes = match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Grouper::default()),
        Err(source) => {
            let name = path.display().to_string();
            return Err(Problem::Unreadable { name, source });
        }
        Ok(bytes) => bytes,
    };
    let loaded = Grouper::load(&bytes, Weights::default(), Limits::default());
    loaded.map_err(|source| Problem::NoState { path: path.into(), source })
}

/// Remembers the stories at `file`, if there is to be one.
pub(crate) fn save(grouper: &Grouper, file: Option<&Path>) -> Result<(), Problem> {
    let Some(path) = file else { return Ok(()) };
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let written = fs::write(&beside, grouper.save()).and_then(|()| fs::rename(&beside, path));
    written.map_err(|source| Problem::Write { path: path.into(), source })
}

/// Reads decisions of people, one a line as JSON.
pub(crate) fn decisions(file: &Path) -> Result<Vec<Decision>, Problem> {
    let text = fs::read_to_string(file);
    let name = || file.display().to_string();
    let text = text.map_err(|source| Problem::Unreadable { name: name(), source })?;
    let lines = text.lines().filter(|it| !it.trim().is_empty());
    let decision = |it| {
        serde_json::from_str(it).map_err(|source| Problem::NoDecision { path: file.into(), source })
    };
    lines.map(decision).collect()
}
