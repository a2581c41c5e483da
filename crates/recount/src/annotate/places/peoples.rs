//! Reads countries from the names of their people where these stand before a place: "an Afghan city".
//!
//! In: an annotated article. Out: mentions of the country. The name of a people before anything else
//! is no place: "Afghan police", "a German tourist".

use std::ops::Range;

use super::{PlaceMention, Relation, surroundings, words};
use crate::annotate::Annotated;
use crate::gazetteer;
use crate::model::{Level, Place};

/// Finds the countries of an article that are named by their people.
pub(super) fn peoples(annotated: &Annotated) -> Vec<PlaceMention> {
    let at = |index: usize| mention(annotated, &(index..index + 1));
    let capitals = annotated.tokens.iter().enumerate().filter(|it| it.1.capital);
    capitals.filter_map(|(index, _)| at(index)).collect()
}

/// Kinds of place that a people may have: "an Australian beach", "a Kurdish village".
const KINDS: [&str; 4] = ["settlement", "area", "division", "shore"];

fn mention(annotated: &Annotated, name: &Range<usize>) -> Option<PlaceMention> {
    let sentence = annotated.sentence_of(name.start);
    let noun = annotated.tokens[..sentence.tokens.end].get(name.end)?;
    let joined = annotated.tokens.get(name.end + 1).is_some_and(|it| it.lower == "-");
    let before_place = words::is_noun(noun, &KINDS) && !joined;
    let country = gazetteer::country_of_demonym(annotated.text(name)).filter(|_| before_place)?;
    let relation = surroundings::relation(annotated, name);
    let tokens = surroundings::phrase(annotated, name);
    let place = country_place(country)?;
    (relation != Relation::None).then_some(PlaceMention {
        tokens,
        name: name.clone(),
        relation,
        place,
    })
}

fn country_place(name: &str) -> Option<Place> {
    let found = gazetteer::lookup(name);
    let entry = found.iter().find(|it| it.level == Level::Country)?;
    Some(Place {
        name: entry.name.to_owned(),
        level: Level::Country,
        country: Some(entry.country.to_owned()),
        admin1: None,
        admin2: None,
        city: None,
        lat: Some(entry.lat),
        lon: Some(entry.lon),
        geonameid: entry.geonameid,
        reason: Some("named by its people before a kind of place".to_owned()),
    })
}
