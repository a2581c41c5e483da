//! The subcommands, one a file.

pub(crate) mod annotate;
pub(crate) mod compare;
pub(crate) mod demo;
pub(crate) mod diff;
pub(crate) mod export;
pub(crate) mod extract;
#[cfg(feature = "fetch")]
pub(crate) mod fetch;
pub(crate) mod group;
mod incident;
mod printed;
pub(crate) mod read;
mod reports;
pub(crate) mod run;
pub(crate) mod schema;
pub(crate) mod trace;
pub(crate) mod why;

use std::path::Path;

use rayon::ThreadPoolBuilder;
use recount::annotate::Language;
use recount_nlp::Pipeline;

use crate::args::{Cli, Command};
use crate::console::Console;
use crate::problem::Problem;

/// Runs the subcommand that `cli` names.
pub(crate) fn run(cli: &Cli, console: &Console) -> Result<(), Problem> {
    start_threads(cli.common.threads)?;
    let language = &language(cli.common.model.as_deref())?;
    match &cli.command {
        Command::Run(args) => run::run(args, language, console),
        Command::Demo(args) => demo::run(args, language, console),
        Command::Why(args) => why::run(args, language, console),
        Command::Compare(args) => compare::run(args, language, console),
        Command::Diff(args) => diff::run(args, console),
        Command::Export(args) => export::run(args, language, console),
        Command::Read(args) => read::run(args, console),
        Command::Annotate(args) => annotate::run(args, language, console),
        Command::Group(args) => group::run(args, language, console),
        Command::Trace(args) => trace::run(args, language, console),
        Command::Extract(args) => extract::run(args, language, console),
        #[cfg(feature = "fetch")]
        Command::Fetch(args) => fetch::run(args, console),
        Command::Schema(args) => schema::run(args, console),
    }
}

/// Loads what reads the language of the reports; English if no model is given.
fn language(model: Option<&Path>) -> Result<Language, Problem> {
    let Some(path) = model else { return Ok(Language::default()) };
    let loaded = Pipeline::load(path);
    loaded.map(Language::from).map_err(|source| Problem::NoModel { path: path.into(), source })
}

/// Sets how many threads work; 0 is one a core.
fn start_threads(count: usize) -> Result<(), Problem> {
    let built = ThreadPoolBuilder::new().num_threads(count).build_global();
    built.map_err(|source| Problem::Threads { count, source })
}
