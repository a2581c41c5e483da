//! Runs the `recount` command for its output, and knows where the project lies.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Returns the folder of the project.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// Returns what `recount` prints when it is run in `folder`.
pub(crate) fn recount(args: &[&str], folder: &Path) -> Result<String, String> {
    let manifest = root().join("Cargo.toml");
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--package", "recount-cli", "--manifest-path"]).arg(manifest);
    command.arg("--").args(args).current_dir(folder).env_remove("COLUMNS");
    let output = command.output().map_err(|error| format!("cannot run cargo: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    String::from_utf8(output.stdout).map_err(|error| format!("cannot read the output: {error}"))
}

/// Reads a text file of the project.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// Writes a text file of the project.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
