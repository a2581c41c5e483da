//! `recount extract`: prints each claim, attribution or act of violence as JSON Lines, article by article.

use recount::annotate::{Language, annotate};
use recount::extract::{attributions, extract, told_acts};

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
    /// Print who said which words, as bytes of source, cue and content, and no claims
    #[arg(long)]
    attributions: bool,
    /// Print the acts of violence that each article tells: who did what to whom, with what, and no claims
    #[arg(long, conflicts_with = "attributions")]
    acts: bool,
}

pub(crate) fn run(args: &Args, language: &Language, console: &Console) -> Result<(), Problem> {
    stream::articles((&args.paths, &args.printing), console, |article| {
        let annotated = annotate(article, language);
        match (args.attributions, args.acts) {
            (true, _) => attributions(&annotated).iter().map(json_line).collect(),
            (_, true) => told_acts(&annotated).iter().map(json_line).collect(),
            _ => extract(&annotated).claims.iter().map(json_line).collect(),
        }
    })
}
