//! `recount diff`: tells what changed from one record to another.
//!
//! In: two records that `run` wrote. Out: what is new, what changed and what is gone, as text or JSON.

use std::path::PathBuf;

use recount::report;

use super::printed::Printed;
use super::reports::written;
use crate::console::Console;
use crate::problem::Problem;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The older record.json.
    old: PathBuf,
    /// The newer record.json.
    new: PathBuf,
    /// What to print.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Printed,
}

pub(crate) fn run(args: &Args, console: &Console) -> Result<(), Problem> {
    let (old, new) = (written(&args.old, console)?, written(&args.new, console)?);
    let diff = report::diff(&old, &new);
    console.print(&args.format.of(&diff, || report::diff_text(&diff, &console.style)))
}
