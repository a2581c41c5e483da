//! The `recount` command: flags, settings, printing.
//!
//! In: files, folders and standard input. Out: what the library makes of them, on standard output;
//! messages go to standard error. Nothing is decided here about what the pages say.

mod args;
mod commands;
mod console;
mod demo;
mod dossier;
#[cfg(feature = "fetch")]
mod fetch;
mod folder;
mod inputs;
mod output;
mod problem;
mod progress;
mod resume;
mod state;
mod stories;
mod stream;
mod tally;
mod terminal;

use std::process::ExitCode;

use clap::Parser as _;

use args::Cli;
use console::Console;
use problem::Problem;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let console = Console::new(&cli.common);
    match commands::run(&cli, &console) {
        Ok(()) => console.exit_code(),
        Err(Problem::ClosedPipe) => ExitCode::SUCCESS,
        Err(problem) => {
            console.tell(&problem);
            ExitCode::from(2)
        }
    }
}
