//! `recount why`: tells how a value came about.
//!
//! In: an incident, a slot, and either reports or a record that was written before. Out: the rule,
//! the claims with their sentences and chains, the families, and the values that were passed over.

use std::fs;
use std::path::{Path, PathBuf};

use recount::annotate::Language;
use recount::model::{Record, Slot};
use recount::report;

use super::incident;
use super::run::Choice;
use crate::args::{PageLimit, Paths};
use crate::console::Console;
use crate::problem::Problem;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The incident: its id, its number in the list, or a word that only its title has.
    incident: String,
    /// The slot, such as killed_count.
    #[arg(value_parser = slot)]
    slot: Slot,
    /// The reports, as for `run`, or the record.json that it wrote.
    #[arg(value_name = "PATH", required_unless_present = "record")]
    paths: Vec<PathBuf>,
    /// A record that `run` wrote, whatever its name.
    #[arg(long, value_name = "FILE", conflicts_with = "paths")]
    record: Option<PathBuf>,
    #[command(flatten)]
    limit: PageLimit,
    #[command(flatten)]
    choice: Choice,
}

pub(crate) fn run(args: &Args, language: &Language, console: &Console) -> Result<(), Problem> {
    let record = match args.written() {
        Some(file) => record(file)?,
        None => {
            let paths = Paths { paths: args.paths.clone(), limit: args.limit };
            args.choice.record_of(&paths, language, console)?
        }
    };
    let incident = incident::named(&record, &args.incident)?;
    console.print(&report::why(incident, &record.articles, args.slot, &console.style))
}

impl Args {
    /// Returns the file of a record that takes the place of reports.
    fn written(&self) -> Option<&Path> {
        let only = match &self.paths[..] {
            [path] if path.extension().is_some_and(|it| it == "json") => Some(path),
            _ => None,
        };
        self.record.as_ref().or(only).map(PathBuf::as_path)
    }
}

/// Reads a record that was written before.
fn record(file: &Path) -> Result<Record, Problem> {
    let bytes = fs::read(file).map_err(|source| {
        let name = file.display().to_string();
        Problem::Unreadable { name, source }
    })?;
    let record = serde_json::from_slice(&bytes);
    record.map_err(|source| Problem::NoRecord { path: file.into(), source })
}

fn slot(name: &str) -> Result<Slot, String> {
    let names = || Slot::ALL.iter().map(|it| it.name()).collect::<Vec<_>>().join(" ");
    name.parse().map_err(|_| format!("the slots are {}", names()))
}
