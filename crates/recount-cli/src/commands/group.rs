//! `recount group`: prints which story each article belongs to, in the order of the input.
//!
//! Files are one batch, in which the order makes no difference. Standard input is a stream: each line
//! in gives a line out at once, and goes by what came before it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use recount::annotate::{Annotated, Language, annotate};
use recount::group::{Added, Change, Grouper, Limits, Operation, Sketch, Weights};
use recount::model::{Article, ArticleId};
use serde::Serialize;

use crate::args::Paths;
use crate::console::Console;
use crate::problem::Problem;
use crate::state;
use crate::stories::Stories;
use crate::stream::{self, Printing, json_line};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    paths: Paths,
    /// Go on from the stories remembered in this file, and remember them there.
    #[arg(long, value_name = "FILE", env = "RECOUNT_STATE")]
    state: Option<PathBuf>,
    /// What people ruled, as JSON Lines: {"ruling": "together" or "apart", "articles": [ID, ID], "by",
    /// "reason"}. No article that comes later undoes it.
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
}

/// One line of the output.
#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    article: &'a ArticleId,
    story: String,
    /// Log-odds that it belongs there; none if the story is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    /// Stories that a page of several events covers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    covers: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<Told<'a>>,
    /// A story that might be the same one.
    #[serde(skip_serializing_if = "Option::is_none")]
    might_be: Option<String>,
}

/// What else changed.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Told<'a> {
    Merged { kept: String, gone: String },
    Split { kept: String, new: String, articles: Vec<&'a ArticleId> },
    Closed(String),
    Reopened(String),
}

pub(crate) fn run(args: &Args, language: &Language, console: &Console) -> Result<(), Problem> {
    let load = |bytes: &[u8]| Grouper::load(bytes, Weights::default(), Limits::default());
    let mut grouper = state::load(args.state.as_deref(), load)?;
    if let Some(file) = &args.decisions {
        for decision in state::decisions(file)? {
            if let Err(error) = grouper.decide(decision) {
                console.leave_out(&error.into());
            }
        }
    }
    match args.paths.paths[..] {
        [ref only] if only == Path::new("-") => streamed(args, language, console, &mut grouper)?,
        _ => batch(args, language, console, &mut grouper)?,
    }
    state::save(|| grouper.save(), args.state.as_deref())
}

fn streamed(
    args: &Args,
    language: &Language,
    console: &Console,
    grouper: &mut Grouper,
) -> Result<(), Problem> {
    let sketched = |article: Article| {
        let (name, annotated) = (article.name.clone(), annotate(article, language));
        (name, Sketch::of(&annotated))
    };
    stream::each((&args.paths, &Printing::default()), console, sketched, |(name, sketch)| {
        let id = sketch.id().clone();
        let added = grouper.add(sketch);
        json_line(&row(grouper, &name, &id, &added))
    })
}

fn batch(
    args: &Args,
    language: &Language,
    console: &Console,
    grouper: &mut Grouper,
) -> Result<(), Problem> {
    let Stories { input, batch, added } = Stories::of(&args.paths, language, console, grouper)?;
    let ids = batch.iter().map(|it: &Annotated| &it.article.id);
    let added: BTreeMap<_, _> = ids.zip(&added).collect();
    let rows = input.iter().map(|(name, id)| json_line(&row(grouper, name, id, added[id])));
    console.print(&rows.collect::<String>())
}

fn row<'a>(
    grouper: &'a Grouper,
    name: &'a str,
    article: &'a ArticleId,
    added: &'a Added,
) -> Row<'a> {
    let story = grouper.story_of(article).unwrap_or(added.story);
    Row {
        name,
        article,
        story: grouper.name(story),
        score: added.score.map(|it| (it * 100.0).round() / 100.0),
        covers: added.covers.iter().map(|it| grouper.name(*it)).collect(),
        changes: added.changes.iter().map(|it| told(grouper, it)).collect(),
        might_be: added.proposal.map(|it| grouper.name(it.other)),
    }
}

fn told<'a>(grouper: &'a Grouper, change: &'a Change) -> Told<'a> {
    let name = |it| grouper.name(it);
    match change {
        Change::Moved(Operation::Merge { kept, gone, .. }) => {
            Told::Merged { kept: name(*kept), gone: name(*gone) }
        }
        Change::Moved(Operation::Split { kept, new, articles }) => {
            let articles = articles.iter().map(|it| grouper.article(*it)).collect();
            Told::Split { kept: name(*kept), new: name(*new), articles }
        }
        Change::Closed(story) => Told::Closed(name(*story)),
        Change::Reopened(story) => Told::Reopened(name(*story)),
    }
}
