//! `recount read`: prints each article, as JSON Lines.

use crate::args::Paths;
use crate::console::Console;
use crate::problem::Problem;
use crate::stream::{self, json_line};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    paths: Paths,
}

pub(crate) fn run(args: &Args, console: &Console) -> Result<(), Problem> {
    stream::articles(&args.paths, console, |article| json_line(&article))
}
