//! Finds the places that an article names and tells which entries of the gazetteer they are.
//!
//! In: an annotated article. Out: mentions, each with its relation to the words before it and a
//! resolved place that says why. A name inside the name of a person or body is none, nor is the name
//! of a people. Whether something happened at a place is not asked here.

mod containers;
mod context;
mod doubts;
mod facilities;
mod names;
mod peoples;
mod resolve;
mod surroundings;
#[cfg(test)]
mod tests;
mod unlisted;
mod words;

use std::ops::Range;

use super::Annotated;
use crate::gazetteer;
use crate::model::{Field, Level, Place};
use doubts::{Doubts, Verdict};
use names::{Name, Sense};
pub(crate) use words::{happens, is_built_thing, is_hit, is_local};

/// A place that the text names.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceMention {
    /// Its phrase without preposition and article: "southern Rostov region".
    pub tokens: Range<usize>,
    /// The name in it: "Rostov".
    pub name: Range<usize>,
    /// How the words before tie it to the text.
    pub relation: Relation,
    /// What it is.
    pub place: Place,
}

/// How the words before a place tie it to the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// At the head of the text: where the report was written.
    Dateline,
    /// "in", "inside", "across".
    In,
    /// "at", "on", "off", "by".
    At,
    /// "near", "beside", "towards".
    Near,
    /// "outside".
    Outside,
    /// "from": where somebody comes from.
    From,
    /// No preposition of place.
    None,
}

impl Relation {
    /// Returns the relation that a preposition in lower case makes.
    fn of(word: &str) -> Option<Self> {
        let kinds =
            [("in", Self::In), ("at", Self::At), ("near", Self::Near), ("from", Self::From)];
        if word == "outside" {
            return Some(Self::Outside);
        }
        kinds.into_iter().find(|it| words::is(word, it.0)).map(|it| it.1)
    }
}

/// Finds the places of an article.
pub(super) fn places(annotated: &Annotated) -> Vec<PlaceMention> {
    let (names, senses) = names::names(annotated);
    let names = believed(annotated, names, &senses);
    let places = resolve::resolve(annotated, &names, &senses);
    let mention = |(name, place): (&Name, Option<Place>)| {
        let relation = surroundings::relation(annotated, &name.tokens);
        let tokens = surroundings::phrase(annotated, &name.tokens);
        let place = seat_of(annotated, &name.tokens, place?);
        Some(PlaceMention { tokens, name: name.tokens.clone(), relation, place })
    };
    let mut found: Vec<_> = names.iter().zip(places).filter_map(mention).collect();
    found.extend(peoples::peoples(annotated));
    found.extend(facilities::facilities(annotated, &found));
    found.extend(unlisted::unlisted(annotated, &found));
    found.sort_by_key(|it| (it.tokens.start, it.tokens.end));
    found
}

/// "the Rostov region's capital" is a town and not the region.
fn seat_of(annotated: &Annotated, name: &Range<usize>, place: Place) -> Place {
    let lower = |at: usize| annotated.tokens.get(at).map_or("", |it| it.lower.as_str());
    let owner = (name.end..name.end + 2).find(|at| lower(*at) == "'s");
    let capital = owner.is_some_and(|at| matches!(lower(at + 1), "capital" | "main"));
    let seat = place.admin1.as_deref().filter(|_| capital && place.level == Level::Admin1);
    let seat = seat.and(place.country.as_deref()).and_then(|country| {
        let inside = gazetteer::lookup(&place.name).into_iter();
        let same = |it: &gazetteer::Entry| it.geonameid == place.geonameid && it.country == country;
        gazetteer::seat(inside.into_iter().find(same)?.division)
    });
    let Some(seat) = seat else { return place };
    Place {
        reason: Some(format!("the largest town of {}, told as its capital", place.name)),
        name: seat.name.to_owned(),
        level: Level::City,
        lat: Some(seat.lat),
        lon: Some(seat.lon),
        geonameid: seat.geonameid,
        ..place
    }
}

/// Keeps the names that mean places.
fn believed(annotated: &Annotated, names: Vec<Name>, senses: &[Sense]) -> Vec<Name> {
    let doubts = Doubts::of(annotated, &names);
    let verdict = |index: usize| {
        let hints = surroundings::hints(annotated, &names, senses, index);
        doubts.is_place(&names[index], &senses[names[index].sense], &hints)
    };
    let verdicts: Vec<_> = (0..names.len()).map(verdict).collect();
    let sure = |sense: usize| {
        let mut all = names.iter().zip(&verdicts);
        all.any(|(name, it)| name.sense == sense && *it == Verdict::Yes)
    };
    let kept = |index: usize| match verdicts[index] {
        Verdict::Yes => true,
        Verdict::No => false,
        Verdict::IfElsewhere => sure(names[index].sense),
    };
    (0..names.len()).filter(|it| kept(*it)).map(|it| names[it].clone()).collect()
}

/// Resolves the names that stand at `spans` of the text, without asking whether they are places.
///
/// For measuring resolution alone: somebody else said where the names are. `None` where the
/// gazetteer does not know the name.
#[must_use]
pub fn resolve_spans(annotated: &Annotated, spans: &[Range<usize>]) -> Vec<Option<Place>> {
    let (names, senses, at) = names::of_spans(annotated, spans);
    let places = resolve::resolve(annotated, &names, &senses);
    at.into_iter().map(|it| places.get(it?).cloned().flatten()).collect()
}

/// Returns the tokens of the text that touch `span`.
fn tokens_of(annotated: &Annotated, span: &Range<usize>) -> Option<Range<usize>> {
    let inside = |at: &usize| {
        let token = &annotated.tokens[*at];
        token.start < span.end && span.start < token.end
    };
    let sentences = annotated.sentences.iter().filter(|it| it.field == Field::Text);
    let near = sentences.filter(|it| it.start < span.end && span.start < it.end);
    let mut tokens = near.flat_map(|it| it.tokens.clone()).filter(inside);
    let start = tokens.next()?;
    Some(start..tokens.next_back().unwrap_or(start) + 1)
}
