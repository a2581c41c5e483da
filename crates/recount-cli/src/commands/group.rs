//! `recount group`: prints which story each article belongs to, in the order of the input.

use recount::annotate::Language;
use recount::model::ArticleId;
use serde::Serialize;

use crate::args::Paths;
use crate::console::Console;
use crate::problem::Problem;
use crate::stories::Stories;
use crate::stream::json_line;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    paths: Paths,
}

/// One line of the output.
#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    article: &'a ArticleId,
    story: &'a str,
}

pub(crate) fn run(args: &Args, language: &Language, console: &Console) -> Result<(), Problem> {
    let stories = Stories::of(&args.paths, language, console)?;
    let story_of = stories.story_of();
    let rows = stories.input.iter().map(|(name, article)| {
        let story = &story_of[article];
        json_line(&Row { name, article, story })
    });
    console.print(&rows.collect::<String>())
}
