//! Chores of the project: `cargo xtask NAME`.

#![allow(clippy::print_stdout, clippy::print_stderr)] // a command line of its own

mod eval_places;
mod gazetteer;
mod source;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<_> = std::env::args().skip(1).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["gazetteer", rest @ ..] => gazetteer::build(&data(rest, "../shared/data/gazetteer")),
        ["eval", "places", rest @ ..] => {
            eval_places::eval(&data(rest, "../shared/data"), rest.contains(&"--misses"))
        }
        _ => Err(std::io::Error::other("usage: cargo xtask gazetteer|eval places [--data FOLDER]")),
    };
    match done {
        Ok(message) => println!("{message}"),
        Err(error) => eprintln!("xtask: {error}"),
    }
    ExitCode::SUCCESS
}

/// Returns the folder after `--data`, or `usual`.
fn data(words: &[&str], usual: &str) -> PathBuf {
    let given = words.windows(2).find(|it| it[0] == "--data").map(|it| it[1]);
    Path::new(given.unwrap_or(usual)).to_owned()
}
