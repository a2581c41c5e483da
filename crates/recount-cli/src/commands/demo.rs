//! `recount demo`: the whole of it on fictitious reports that come with the program.

use std::path::PathBuf;

use recount::annotate::Language;
use recount::report;

use super::run::Choice;
use crate::console::Console;
use crate::problem::Problem;
use crate::{demo, dossier};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Where to write the dossier.
    #[arg(long, value_name = "DIR", default_value = "recount-demo")]
    out: PathBuf,
    #[command(flatten)]
    choice: Choice,
}

pub(crate) fn run(args: &Args, language: &Language, console: &Console) -> Result<(), Problem> {
    let record = args.choice.record(&demo::pages(), language, console);
    dossier::write(&record, &args.out)?;
    let text = report::text(&record, &console.style);
    let index = dossier::index(&args.out);
    console.print(&format!("{text}\nThe dossier is in {}\n", index.display()))
}
