//! `recount why`: tells how a value came about.
//!
//! In: an incident, a slot, and either reports or a record that was written before. Out: the rule,
//! the claims with their sentences and chains, the families, and the values that were passed over.

use recount::annotate::Language;
use recount::model::Slot;
use recount::report;

use super::incident;
use super::reports::Reports;
use crate::console::Console;
use crate::problem::Problem;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The incident: its id, its number in the list, or a word that only its title has.
    incident: String,
    /// The slot, such as killed_count.
    #[arg(value_parser = slot)]
    slot: Slot,
    #[command(flatten)]
    reports: Reports,
}

pub(crate) fn run(args: &Args, language: &Language, console: &Console) -> Result<(), Problem> {
    let record = args.reports.record(language, console)?;
    let incident = incident::named(&record, &args.incident)?;
    console.print(&report::why(incident, &record.articles, args.slot, &console.style))
}

fn slot(name: &str) -> Result<Slot, String> {
    let names = || Slot::ALL.iter().map(|it| it.name()).collect::<Vec<_>>().join(" ");
    name.parse().map_err(|_| format!("the slots are {}", names()))
}
