//! The file in which a stage remembers what it has seen from one run to the next.
//!
//! In: its path. Out: what is remembered, nothing where there is no file yet. It is written beside itself
//! and then put in its place, so that a run that is broken off leaves the old one.

use std::fs;
use std::io;
use std::path::Path;

use recount::group::Decision;
use recount::model::StateError;

use crate::problem::Problem;

/// Returns what `load` makes of the bytes at `file`.
pub(crate) fn load<T: Default>(
    file: Option<&Path>,
    load: impl Fn(&[u8]) -> Result<T, StateError>,
) -> Result<T, Problem> {
    let Some(path) = file else { return Ok(T::default()) };
    let bytes = match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(T::default()),
        Err(source) => {
            let name = path.display().to_string();
            return Err(Problem::Unreadable { name, source });
        }
        Ok(bytes) => bytes,
    };
    load(&bytes).map_err(|source| Problem::NoState { path: path.into(), source })
}

/// Writes what is to be remembered to `file`, if there is to be one.
pub(crate) fn save(bytes: impl Fn() -> Vec<u8>, file: Option<&Path>) -> Result<(), Problem> {
    let Some(path) = file else { return Ok(()) };
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let written = fs::write(&beside, bytes()).and_then(|()| fs::rename(&beside, path));
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
