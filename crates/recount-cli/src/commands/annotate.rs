//! `recount annotate`: prints sentences and words, as CoNLL-U.

use recount::annotate::{Language, annotate, conllu};

use crate::args::Paths;
use crate::console::Console;
use crate::problem::Problem;
use crate::stream::{self, Printing};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    paths: Paths,
    #[command(flatten)]
    printing: Printing,
}

pub(crate) fn run(args: &Args, language: &Language, console: &Console) -> Result<(), Problem> {
    stream::articles((&args.paths, &args.printing), console, |article| {
        conllu(&annotate(article, language))
    })
}
