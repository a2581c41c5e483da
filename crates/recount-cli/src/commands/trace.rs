//! `recount trace`: prints which articles of each story come from one text, as JSON.

use recount::annotate::Annotated;
use recount::annotate::Language;
use recount::model::{ArticleId, Independent, Link};
use recount::trace::{Traced, trace};
use serde::Serialize;

use crate::args::Paths;
use crate::console::Console;
use crate::dossier;
use crate::problem::Problem;
use crate::stories::{self, Stories};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    paths: Paths,
}

/// The families of one story; links say who copied from whom and which passages.
#[derive(Serialize)]
struct Story {
    story: String,
    families: Vec<Vec<ArticleId>>,
    links: Vec<Link>,
    independent: Independent,
}

pub(crate) fn run(args: &Args, language: &Language, console: &Console) -> Result<(), Problem> {
    let stories = Stories::of(&args.paths, language, console)?;
    let traced: Vec<_> = stories.members().map(|story| traced(&story)).collect();
    console.print(&dossier::json(&traced))
}

fn traced(story: &[&Annotated]) -> Story {
    let Traced { families, links, independent } = trace(story);
    Story { story: stories::id(story), families, links, independent }
}
