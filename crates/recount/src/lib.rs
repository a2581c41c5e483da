//! Recount reads many reports of an event and tells what happened, who says so, and where the
//! accounts differ.
//!
//! [`recount`] is the whole flow; each stage is a module, and its functions can be used alone. A
//! stage takes values and returns values: no files, no clock, no network, no randomness. The same
//! pages give the same record, in whatever order they come and on however many threads.

pub mod annotate;
pub mod extract;
pub mod gazetteer;
pub mod group;
mod lexicon;
pub mod model;
pub mod read;
pub mod reconcile;
pub mod report;
#[cfg(test)]
mod testing;
pub mod trace;

use rayon::prelude::*;

use annotate::Annotated;
use model::{Article, Date, Incident, Page, Producer, Record};
use read::ReadError;

/// How a run is to be done; [`Options::default`] is what the command line does without flags.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// How the best value of a slot is chosen.
    pub pack: reconcile::Pack,
    /// What reads the language of the reports.
    pub language: annotate::Language,
    /// The time as of which the record is to stand; `None` for everything that was read.
    pub as_of: Option<Date>,
}

/// What a run gives.
#[derive(Debug)]
pub struct Outcome {
    /// The articles and the incidents they tell of.
    pub record: Record,
    /// Pages that gave no article, in the order of the input.
    pub refused: Vec<ReadError>,
    /// How many articles were left out since they were not surely out by [`Options::as_of`].
    pub later: usize,
}

/// Reads `pages` and returns the record of what they tell.
///
/// `on_page` is called once for each page, from any thread, for a progress bar.
#[must_use]
pub fn recount(pages: &[Page], options: &Options, on_page: &(dyn Fn() + Sync)) -> Outcome {
    let read: Vec<_> = pages.par_iter().map(|page| (read::read(page), on_page()).0).collect();
    let (articles, refused) = read::sorted(read);
    let read = articles.len();
    let record = record(articles, options);
    Outcome { later: read - record.articles.len(), record, refused }
}

/// Returns the record of what `articles` tell; they stand in the order that [`read::sorted`] gives.
///
/// With [`Options::as_of`] it tells what those of them told that were surely out by then, as
/// [`read::known_by`] has it.
#[must_use]
pub fn record(articles: Vec<Article>, options: &Options) -> Record {
    let articles = match &options.as_of {
        Some(time) => read::known_by(articles, time).articles,
        None => articles,
    };
    let annotate = |it| annotate::annotate(it, &options.language);
    let mut annotated: Vec<_> = articles.into_par_iter().map(annotate).collect();
    let stories = group::stories(&annotated);
    group::infer_dates(&mut annotated, &stories);
    let members = |story: &group::Story| story.iter().map(|it| &annotated[*it]).collect::<Vec<_>>();
    let incidents = stories.par_iter().map(|it| incident(&members(it), options)).collect();
    let articles = annotated.into_iter().map(|it| it.article).collect();
    report::record(producer(options), articles, incidents)
}

fn producer(options: &Options) -> Producer {
    Producer {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        language_model: options.language.name(),
        as_of: options.as_of.clone(),
    }
}

/// Returns the record of the event that the articles of one story tell.
fn incident(story: &[&Annotated], options: &Options) -> Incident {
    let told = story.iter().map(|it| extract::extract(it)).collect();
    let traced = trace::trace(story);
    let reconciled = reconcile::reconcile(story, told, &traced, &options.pack);
    report::incident(story, traced, reconciled)
}

/// The examples of the style guide, compiled and run as they stand.
#[cfg(doctest)]
#[doc = include_str!("../../../STYLE.md")]
pub struct Style;
