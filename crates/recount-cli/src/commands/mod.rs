//! The subcommands, one a file.

pub(crate) mod annotate;
pub(crate) mod demo;
pub(crate) mod extract;
pub(crate) mod group;
mod incident;
pub(crate) mod read;
pub(crate) mod run;
pub(crate) mod schema;
pub(crate) mod trace;
pub(crate) mod why;

use rayon::ThreadPoolBuilder;

use crate::args::{Cli, Command};
use crate::console::Console;
use crate::problem::Problem;

/// Runs the subcommand that `cli` names.
pub(crate) fn run(cli: &Cli, console: &Console) -> Result<(), Problem> {
    start_threads(cli.common.threads)?;
    match &cli.command {
        Command::Run(args) => run::run(args, console),
        Command::Demo(args) => demo::run(args, console),
        Command::Why(args) => why::run(args, console),
        Command::Read(args) => read::run(args, console),
        Command::Annotate(args) => annotate::run(args, console),
        Command::Group(args) => group::run(args, console),
        Command::Trace(args) => trace::run(args, console),
        Command::Extract(args) => extract::run(args, console),
        Command::Schema(args) => schema::run(args, console),
    }
}

/// Sets how many threads work; 0 is one a core.
fn start_threads(count: usize) -> Result<(), Problem> {
    let built = ThreadPoolBuilder::new().num_threads(count).build_global();
    built.map_err(|source| Problem::Threads { count, source })
}
