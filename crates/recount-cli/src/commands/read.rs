//! `recount read`: prints each article, as JSON Lines.

use crate::args::Paths;
use crate::console::Console;
use crate::problem::Problem;
use crate::stream::{self, Printing, json_line};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    paths: Paths,
    #[command(flatten)]
    printing: Printing,
}

pub(crate) fn run(args: &Args, console: &Console) -> Result<(), Problem> {
    stream::articles((&args.paths, &args.printing), console, |article| json_line(&article))
}
