//! `recount extract`: prints each claim, or each attribution, as JSON Lines, article by article.

use recount::annotate::{Language, annotate};
use recount::extract::{attributions, extract};

use crate::args::Paths;
use crate::console::Console;
use crate::problem::Problem;
use crate::stream::{self, json_line};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    paths: Paths,
    /// Print who said which words, as bytes of source, cue and content, and no claims
    #[arg(long)]
    attributions: bool,
}

pub(crate) fn run(args: &Args, language: &Language, console: &Console) -> Result<(), Problem> {
    stream::articles(&args.paths, console, |article| {
        let annotated = annotate(article, language);
        match args.attributions {
            true => attributions(&annotated).iter().map(json_line).collect(),
            false => extract(&annotated).claims.iter().map(json_line).collect(),
        }
    })
}
