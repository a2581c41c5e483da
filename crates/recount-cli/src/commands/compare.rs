//! `recount compare`: holds a table of GTD, ACLED or UCDP GED against our record.
//!
//! In: a CSV, and reports or a record that was written before. Out: the events on both sides with the
//! fields that differ, and what only one side has, as text or JSON.

use std::fs;
use std::path::PathBuf;

use recount::annotate::Language;
use recount::report;

use super::printed::Printed;
use super::reports::Reports;
use crate::console::Console;
use crate::problem::Problem;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The table: a CSV with the columns of GTD, ACLED or UCDP GED.
    csv: PathBuf,
    #[command(flatten)]
    reports: Reports,
    /// What to print.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Printed,
}

pub(crate) fn run(args: &Args, language: &Language, console: &Console) -> Result<(), Problem> {
    let name = args.csv.display().to_string();
    let table = fs::read(&args.csv).map_err(|source| Problem::Unreadable { name, source })?;
    let record = args.reports.record(language, console)?;
    let compared = report::compare(&table, &record);
    let compared =
        compared.map_err(|source| Problem::NoTable { path: args.csv.clone(), source })?;
    console.print(&args.format.of(&compared, || report::comparison_text(&compared, &console.style)))
}
