//! `recount export`: gives the events in the format of another data set.
//!
//! In: reports, or a record that was written before. Out: the table on standard output and its loss in
//! one notice, or with `--out` table, dictionary and loss report as files.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use recount::annotate::Language;
use recount::report::export::{Export, Format, export};

use super::reports::Reports;
use crate::console::Console;
use crate::folder;
use crate::problem::Problem;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The format: gtd, acled and ged as their codebooks have them, csv and jsonl as ours,
    /// ftm as entities of FollowTheMoney.
    #[arg(long = "as", value_name = "FORMAT")]
    #[arg(value_parser = PossibleValuesParser::new(Format::ALL.map(Format::name)).try_map(named))]
    format: Format,
    #[command(flatten)]
    reports: Reports,
    /// Write the table, its dictionary and what it cannot hold into this folder.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(crate) fn run(args: &Args, language: &Language, console: &Console) -> Result<(), Problem> {
    let record = args.reports.record(language, console)?;
    let export = export(&record, args.format);
    let Some(folder) = &args.out else {
        console.print(&export.table)?;
        console.notice(&format!("{}; `--out DIR` tells which", export.summary));
        return Ok(());
    };
    let table = folder.join(args.format.file());
    let summary = export.summary.clone();
    folder::write(&files(args.format, export), folder)?;
    console.notice(&format!("the table is in {}: {summary}", table.display()));
    Ok(())
}

fn files(format: Format, export: Export) -> [(String, String); 3] {
    let Export { table, dictionary, loss, .. } = export;
    [
        (format.file().to_owned(), table),
        (format!("{format}.dictionary.md"), dictionary),
        (format!("{format}.loss.md"), loss),
    ]
}

/// Returns the format of this name.
fn named(name: String) -> Result<Format, String> {
    name.parse()
}
