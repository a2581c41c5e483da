//! `recount schema`: prints the JSON Schema of the record, made from its types.

use recount::model::Record;
use schemars::schema_for;

use crate::console::Console;
use crate::dossier;
use crate::problem::Problem;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_: &Args, console: &Console) -> Result<(), Problem> {
    console.print(&dossier::json(&schema_for!(Record)))
}
