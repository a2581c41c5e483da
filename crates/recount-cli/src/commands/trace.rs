//! `recount trace`: prints which articles of each story come from one text, with what they share.
//!
//! Standard input alone is a stream: each line in gives a line out at once, which says what earlier
//! article, of whatever story, the new one shares its text with.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use recount::annotate::{Annotated, Language, annotate};
use recount::group::Grouper;
use recount::model::{Article, ArticleId, Independent, Link};
use recount::report::{copies_html, copies_text};
use recount::trace::{Added, Kin, Library, Print, Thresholds, Traced, trace};
use serde::Serialize;

use crate::args::Paths;
use crate::console::Console;
use crate::dossier;
use crate::problem::Problem;
use crate::state;
use crate::stories::Stories;
use crate::stream::{self, Printing, json_line};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    paths: Paths,
    /// What to print of each story; without it, standard input alone is a stream: of each article its
    /// family and the earlier ones that share its text, a line in, a line out.
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// The same as `--format html`.
    #[arg(long, conflicts_with = "format")]
    html: bool,
    /// Go on from the texts remembered in this file, and remember them there; the input is a stream.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["format", "html"])]
    state: Option<PathBuf>,
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

/// One line of a stream.
#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    article: &'a ArticleId,
    /// The first article of its family.
    family: &'a ArticleId,
    /// The earlier articles that share its text, the nearest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    kin: Vec<Kin>,
}

/// A story with its name, its articles and what was traced.
type Found<'a> = (String, Vec<&'a Annotated>, Traced);

pub(crate) fn run(args: &Args, language: &Language, console: &Console) -> Result<(), Problem> {
    let format = if args.html { Some(Format::Html) } else { args.format };
    let input_alone = args.paths.paths[..] == [Path::new("-")];
    if args.state.is_some() || format.is_none() && input_alone {
        return streamed(args, language, console);
    }
    let mut grouper = Grouper::default();
    let stories = Stories::of(&args.paths, language, console, &mut grouper)?;
    let members = stories.members().into_iter();
    let found: Vec<_> = members
        .map(|(id, story)| {
            let traced = trace(&story);
            (grouper.name(id), story, traced)
        })
        .collect();
    console.print(&match format.unwrap_or(Format::Json) {
        Format::Json => dossier::json(&found.iter().map(row).collect::<Vec<_>>()),
        Format::Text => text(&found, console),
        Format::Html => copies_html(&titled(found)),
    })
}

fn streamed(args: &Args, language: &Language, console: &Console) -> Result<(), Problem> {
    let load = |bytes: &[u8]| Library::load(bytes, Thresholds::default(), Library::KEPT);
    let mut library = state::load(args.state.as_deref(), load)?;
    let printed = |article: Article| {
        let name = article.name.clone();
        (name, Print::of(&annotate(article, language)))
    };
    stream::each((&args.paths, &Printing::default()), console, printed, |(name, print)| {
        let article = print.id().clone();
        let Added { family, kin } = library.add(print);
        json_line(&Row {
            name: &name,
            article: &article,
            family: &family,
            kin: kin.iter().map(rounded).collect(),
        })
    })?;
    state::save(|| library.save(), args.state.as_deref())
}

/// Returns kin with its share as a record has it, to a thousandth.
fn rounded(kin: &Kin) -> Kin {
    Kin { share: (kin.share * 1000.0).round() / 1000.0, ..kin.clone() }
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
