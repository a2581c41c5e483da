//! `recount export`: gives the events in the format of another data set.
//!
//! In: reports, or a record that was written before. Out: the table on standard output and its loss in
//! one notice, or with `--out` table, dictionary and loss report as files.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use recount::annotate::Language;
use recount::report::export::{Export, Format, export_after};

use super::reports::{Reports, written};
use crate::console::Console;
use crate::folder;
use crate::problem::Problem;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The format: gtd, acled, ged, gdelt, plover and muc4 as their codebooks have them, claimreview as
    /// schema.org, stix as a bundle of STIX 2.1, ftm as entities of FollowTheMoney, csv and jsonl as
    /// ours.
    #[arg(long = "as", value_name = "FORMAT")]
    #[arg(value_parser = PossibleValuesParser::new(Format::ALL.iter().map(|it| it.name())).try_map(named))]
    format: Format,
    #[command(flatten)]
    reports: Reports,
    /// Write the table, its dictionary and what it cannot hold into this folder.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// An older record: rows of its export that are no more are listed as withdrawn.
    #[arg(long, value_name = "RECORD", requires = "out")]
    previous: Option<PathBuf>,
}

pub(crate) fn run(args: &Args, language: &Language, console: &Console) -> Result<(), Problem> {
    let record = args.reports.record(language, console)?;
    let older = args.previous.as_deref().map(|it| written(it, console)).transpose()?;
    let export = export_after(older.as_ref(), &record, args.format);
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

fn files(format: Format, export: Export) -> Vec<(String, Vec<u8>)> {
    let Export { table, dictionary, loss, withdrawn, .. } = export;
    let mut files = vec![
        (format.file().to_owned(), table),
        (format!("{format}.dictionary.md"), dictionary.into()),
        (format!("{format}.loss.md"), loss.into()),
    ];
    files.extend(withdrawn.map(|it| (format!("{format}.withdrawn.csv"), it.into())));
    files
}

/// Returns the format of this name.
fn named(name: String) -> Result<Format, String> {
    name.parse()
}
