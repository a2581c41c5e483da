//! The reports of an incident, as codebooks list their sources.
//!
//! In: an incident with its articles. Out: outlets, days and headlines, each once and in the order of
//! the record; unknown ones are left out of lists of their own.

use std::collections::BTreeSet;

use super::told::Told;
use crate::model::{Article, Finding};
use crate::report::view::{self, View};

/// Returns the outlets, each once.
pub(super) fn outlets(view: &View) -> String {
    once(view.articles.iter().map(|it| view::outlet(it).to_owned()))
}

/// Returns the days of publication that are known, each once.
pub(super) fn days(view: &View) -> String {
    once(view.articles.iter().filter_map(|it| day(it)))
}

/// Returns the headlines that are known.
pub(super) fn headlines(view: &View) -> String {
    once(view.articles.iter().filter_map(|it| it.headline.clone()))
}

/// Returns each report in words.
pub(super) fn all(view: &View) -> String {
    once(view.articles.iter().map(|it| cited(it)))
}

/// Returns the first report of each family, then the others, in words.
pub(super) fn by_family(view: &View) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let (first, more): (Vec<_>, Vec<_>) =
        view.articles.iter().partition(|it| seen.insert(view.family(&it.id)));
    first.into_iter().chain(more).map(cited).collect()
}

/// Returns who said the best value of a finding, innermost, each once.
pub(super) fn voices(told: &Told, finding: Option<&Finding>) -> String {
    let claims = finding.map_or_else(Vec::new, |it| told.behind(it));
    once(claims.into_iter().filter_map(|it| Some(it.chain.last()?.name.clone())))
}

fn cited(article: &Article) -> String {
    let parts = [Some(view::headline(article).to_owned()), outlet(article), day(article)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn outlet(article: &Article) -> Option<String> {
    article.outlet.as_ref().map(|it| it.name.clone())
}

fn day(article: &Article) -> Option<String> {
    article.published.as_ref().map(|it| it.start.date().to_string())
}

/// Joins words with `;`, each once; a `;` within them becomes a comma, so that the list parses back.
fn once(words: impl Iterator<Item = String>) -> String {
    let mut seen = BTreeSet::new();
    let words = words.map(|it| it.replace(';', ",")).filter(|it| !it.trim().is_empty());
    words.filter(|it| seen.insert(it.clone())).collect::<Vec<_>>().join("; ")
}
