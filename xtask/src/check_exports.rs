//! Holds the exports of the demo against validators that others wrote: `cargo xtask check exports`.
//!
//! In: nothing but the demo. Out: what each validator says, as printed by `check_exports.py`; an error if one
//! refuses. The validators are Python packages; they come once, by pip, into a folder of their own under target/.

use std::fs;
use std::path::Path;
use std::process::Command;

use recount::report::export::Format;

use crate::command::root;

/// What is installed, pinned so that a check says the same on every day.
const PACKAGES: [&str; 3] = ["stix2-validator==3.3.2", "pandas==3.1.1", "duckdb==2.0.1"];

/// Writes the exports into `target/exports` and returns what the validators print.
pub(crate) fn run() -> Result<String, String> {
    let (tools, folder) = (root().join("target/validators"), root().join("target/exports"));
    let python = tools.join("bin/python");
    if !tools.join("complete").exists() {
        said(Command::new("python3").args(["-m", "venv"]).arg(&tools))?;
        said(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(PACKAGES))?;
        fs::write(tools.join("complete"), "").map_err(|error| error.to_string())?;
    }
    recount(&["demo", "--out"], &folder)?;
    let record = folder.join("record.json");
    let record = record.to_str().ok_or("the path of the project is no text")?;
    for format in Format::ALL.iter().map(|it| it.name()).chain(["parquet"]) {
        recount(&["export", "--as", format, record, "--out"], &folder)?;
    }
    let script = root().join("xtask/src/check_exports.py");
    said(Command::new(&python).arg(script).arg(&folder))
}

/// Runs `recount` with Parquet in it; the folder is its last argument.
fn recount(args: &[&str], folder: &Path) -> Result<String, String> {
    let mut command = Command::new(env!("CARGO"));
    command.args([
        "run",
        "--quiet",
        "--locked",
        "--package",
        "recount-cli",
        "--features",
        "parquet",
    ]);
    said(command.arg("--").args(args).arg(folder).current_dir(root()))
}

/// Returns what a command prints; an error with all of it if it fails.
fn said(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| format!("cannot run {command:?}: {error}"))?;
    let [out, err] = [&output.stdout, &output.stderr].map(|it| String::from_utf8_lossy(it));
    if output.status.success() {
        Ok(out.into_owned())
    } else {
        Err(format!("{command:?}\n{out}{err}"))
    }
}
