//! `recount trace`: prints which articles of each story come from one text, with what they share.

use clap::ValueEnum;
use recount::annotate::{Annotated, Language};
use recount::group::Grouper;
use recount::model::{ArticleId, Independent, Link};
use recount::report::{copies_html, copies_text};
use recount::trace::{Traced, trace};
use serde::Serialize;

use crate::args::Paths;
use crate::console::Console;
use crate::dossier;
use crate::problem::Problem;
use crate::stories::Stories;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    paths: Paths,
    /// What to print.
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    format: Format,
    /// The same as `--format html`.
    #[arg(long, conflicts_with = "format")]
    html: bool,
}

/// What `recount trace` prints.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// Families, links and passages by their bytes.
    Json,
    /// For a person at a terminal: passages side by side.
    Text,
    /// The same as one self-contained page.
    Html,
}

/// The families of one story; links say who copied from whom and which passages.
#[derive(Serialize)]
struct Story<'a> {
    story: &'a str,
    families: &'a [Vec<ArticleId>],
    links: &'a [Link],
    independent: &'a Independent,
}

/// A story with its name, its articles and what was traced.
type Found<'a> = (String, Vec<&'a Annotated>, Traced);

pub(crate) fn run(args: &Args, language: &Language, console: &Console) -> Result<(), Problem> {
    let mut grouper = Grouper::default();
    let stories = Stories::of(&args.paths, language, console, &mut grouper)?;
    let members = stories.members().into_iter();
    let found: Vec<_> = members
        .map(|(id, story)| {
            let traced = trace(&story);
            (grouper.name(id), story, traced)
        })
        .collect();
    let format = if args.html { Format::Html } else { args.format };
    console.print(&match format {
        Format::Json => dossier::json(&found.iter().map(row).collect::<Vec<_>>()),
        Format::Text => text(&found, console),
        Format::Html => copies_html(&titled(found)),
    })
}

fn row<'a>((name, _, traced): &'a Found) -> Story<'a> {
    let Traced { families, links, independent } = traced;
    Story { story: name, families, links, independent }
}

fn text(found: &[Found], console: &Console) -> String {
    let pages = found.iter().map(|(name, story, traced)| {
        copies_text(&title(name, story), story, traced, &console.style)
    });
    pages.collect::<Vec<_>>().join("\n")
}

fn titled(found: Vec<Found>) -> Vec<Found> {
    found.into_iter().map(|(name, story, traced)| (title(&name, &story), story, traced)).collect()
}

/// Returns the first headline of a story; its name where there is none.
fn title(name: &str, story: &[&Annotated]) -> String {
    let headline = story.iter().find_map(|it| it.article.headline.clone());
    headline.unwrap_or_else(|| name.to_owned())
}
