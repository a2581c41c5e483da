//! Reduces an article to what grouping needs.
//!
//! In: an annotated article. Out: its terms, days, places, ages and shape. A sketch does not depend on
//! any other article, so that sketches are made in parallel, and can be kept.

use serde::{Deserialize, Serialize};

use super::ages;
use super::days::{self, Day};
use super::shape::{self, Shape};
use super::terms::{self, Term};
use crate::annotate::{Annotated, PlaceMention, Relation};
use crate::model::{ArticleId, Level};

/// What is kept of an article for grouping.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Sketch {
    /// The article.
    pub(super) id: ArticleId,
    /// What it tells of, by hash of the term.
    pub(super) terms: Vec<Term>,
    /// What its decision rests on beside its terms.
    pub(super) facts: Facts,
    /// What sort of report it is.
    pub(super) shape: Shape,
}

/// What is compared of two articles beside their terms.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Facts {
    /// Day of publication, if known.
    pub(super) published: Option<Day>,
    /// The day of the event, as far as the lead names one.
    pub(super) event: Option<Day>,
    /// Hash of the outlet's name, if known.
    pub(super) outlet: Option<u32>,
    /// Cities it names, by their entry in the gazetteer, sorted.
    pub(super) cities: Vec<u32>,
    /// Countries in which its lead puts something, as the two letters of their codes, sorted.
    pub(super) countries: Vec<[u8; 2]>,
    /// Ages in its lead, sorted.
    pub(super) ages: Vec<u8>,
}

impl Sketch {
    /// Returns the id of the article.
    #[must_use]
    pub fn id(&self) -> &ArticleId {
        &self.id
    }

    /// Makes the sketch of `annotated`.
    #[must_use]
    pub fn of(annotated: &Annotated) -> Self {
        let article = &annotated.article;
        let published = article.published.as_ref();
        let facts = Facts {
            published: published.map(|it| days::day(it.start.date())),
            event: published.and_then(|it| days::event_day(annotated, it)),
            outlet: article.outlet.as_ref().map(|it| terms::hash(&it.name)),
            cities: cities(annotated),
            countries: countries(annotated),
            ages: ages::ages(annotated),
        };
        let (terms, shape) = (terms::terms(annotated), shape::shape(annotated));
        Self { id: article.id.clone(), terms, facts, shape }
    }
}

/// How many sentences of an article say in which country its event was.
const LEAD: usize = 4;

/// Returns the countries of the places in the lead, without where somebody comes from or writes.
fn countries(annotated: &Annotated) -> Vec<[u8; 2]> {
    let end = annotated.sentences.iter().take(LEAD).next_back().map_or(0, |it| it.tokens.end);
    let lead = annotated.places.iter().filter(|it| it.tokens.end <= end);
    let here = |it: &&PlaceMention| !matches!(it.relation, Relation::From | Relation::Dateline);
    let codes = lead.filter(here).filter_map(|it| it.place.country.as_ref());
    sorted(codes.filter_map(|it| it.as_bytes().try_into().ok()).collect())
}

/// Returns the cities named, without those that somebody comes from.
fn cities(annotated: &Annotated) -> Vec<u32> {
    let named = annotated.places.iter().filter(|it| it.relation != Relation::From);
    let named = named.filter(|it| it.place.level == Level::City);
    sorted(named.filter_map(|it| it.place.geonameid).collect())
}

fn sorted<T: Ord>(mut items: Vec<T>) -> Vec<T> {
    items.sort_unstable();
    items.dedup();
    items
}
