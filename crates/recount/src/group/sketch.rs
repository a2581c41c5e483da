//! Reduces an article to what grouping needs.
//!
//! In: an annotated article. Out: its terms, its headline's terms, its day of publication and the
//! days it names. A sketch does not depend on any other article, so that sketches are made in parallel.

use jiff::civil::Date;

use super::days;
use super::terms::{self, Term};
use crate::annotate::{Annotated, Relation};
use crate::model::Level;

/// What is kept of an article for grouping.
#[derive(Debug, Clone)]
pub(super) struct Sketch {
    /// What it tells of, by hash of the term.
    pub(super) terms: Vec<Term>,
    /// Day of publication, if known.
    pub(super) published: Option<Date>,
    /// The day of the event, as far as the lead names one.
    pub(super) event: Option<Date>,
    /// Hash of the outlet's name, if known.
    pub(super) outlet: Option<u64>,
    /// Cities it names, by their entry in the gazetteer, sorted.
    pub(super) cities: Vec<u32>,
    /// Countries in which its lead puts something, sorted.
    pub(super) countries: Vec<String>,
}

/// Makes the sketch of `annotated`.
pub(super) fn sketch(annotated: &Annotated) -> Sketch {
    let published = annotated.article.published.as_ref();
    Sketch {
        terms: terms::terms(annotated),
        published: published.map(|it| it.start.date()),
        event: published.and_then(|it| days::event_day(annotated, it)),
        outlet: annotated.article.outlet.as_ref().map(|it| terms::hash(&it.name)),
        cities: cities(annotated),
        countries: countries(annotated),
    }
}

/// How many sentences of an article say in which country its event was.
const LEAD: usize = 4;

/// Returns the countries of the places in the lead, without where somebody comes from or writes.
fn countries(annotated: &Annotated) -> Vec<String> {
    let end = annotated.sentences.iter().take(LEAD).next_back().map_or(0, |it| it.tokens.end);
    let lead = annotated.places.iter().filter(|it| it.tokens.end <= end);
    let here = |relation| !matches!(relation, Relation::From | Relation::Dateline);
    let mut found: Vec<_> =
        lead.filter(|it| here(it.relation)).filter_map(|it| it.place.country.clone()).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Returns the cities named, without those that somebody comes from.
fn cities(annotated: &Annotated) -> Vec<u32> {
    let named = annotated.places.iter().filter(|it| it.relation != Relation::From);
    let named = named.filter(|it| it.place.level == Level::City);
    let mut cities: Vec<_> = named.filter_map(|it| it.place.geonameid).collect();
    cities.sort_unstable();
    cities.dedup();
    cities
}
