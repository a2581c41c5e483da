//! Finds named buildings and spots inside places: "Detention Centre 1", "Kavaja City Hall".
//!
//! In: an article and the places found in it. Out: mentions of the level `facility`, with the point of
//! the place they stand in where the sentence names it. A noun without a name ("a prison") is none.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{PlaceMention, Relation, surroundings, words};
use crate::annotate::{Annotated, Sentence, Token};
use crate::gazetteer;
use crate::model::{Level, Place};

/// Finds the facilities of an article.
pub(super) fn facilities(annotated: &Annotated, places: &[PlaceMention]) -> Vec<PlaceMention> {
    let town = main_town(places);
    let sentences = annotated.sentences.iter().filter(|it| !super::doubts::shouted(annotated, it));
    sentences.flat_map(|it| in_sentence(annotated, it, places, town)).collect()
}

fn in_sentence(
    annotated: &Annotated,
    sentence: &Sentence,
    places: &[PlaceMention],
    town: Option<&Place>,
) -> Vec<PlaceMention> {
    let mut found: Vec<PlaceMention> = Vec::new();
    for at in sentence.tokens.clone() {
        let floor = found.last().map_or(sentence.tokens.start, |it| it.tokens.end);
        let Some(tokens) = facility(annotated, floor, at, sentence.tokens.end) else { continue };
        let known = |it: &PlaceMention| it.name.start <= tokens.start && tokens.end <= it.name.end;
        if places.iter().any(known) {
            continue;
        }
        let relation = surroundings::relation(annotated, &tokens);
        let foreign = is_foreign(annotated, &tokens);
        if foreign && !matches!(relation, Relation::Near | Relation::Outside) {
            continue;
        }
        let place = place(annotated, &tokens, sentence, places, town);
        found.push(PlaceMention { name: tokens.clone(), tokens, relation, place });
    }
    found
}

/// Returns the name that the facility noun at `at` ends or begins.
fn facility(annotated: &Annotated, floor: usize, at: usize, end: usize) -> Option<Range<usize>> {
    let tokens = &annotated.tokens;
    if !words::is_noun(&tokens[at], &["facility", "street", "water", "shore"]) {
        return None;
    }
    let start = name_start(tokens, floor, at);
    let end = number_end(tokens, at + 1, end);
    let goes_on = tokens.get(end).is_some_and(|it| {
        words::is_noun(it, &["facility", "street", "body", "water"])
            || (it.capital && tokens[at].capital)
    });
    let water = words::is_noun(&tokens[at], &["water", "shore"]) && !tokens[at].capital;
    let named = tokens[start..at].iter().any(is_name_word) || end > at + 1;
    let opens = start == floor && at == start && end == at + 1;
    (named && !opens && !goes_on && !water).then_some(start..end)
}

/// "the German consulate" is somebody's building and not the name of one, unless one is near it.
fn is_foreign(annotated: &Annotated, tokens: &Range<usize>) -> bool {
    let people = |at: usize| gazetteer::country_of_demonym(annotated.text(&(at..at + 1))).is_some();
    let named = |at: usize| is_name_word(&annotated.tokens[at]) && !people(at);
    let mut words = tokens.start..tokens.end - 1;
    words.clone().any(people) && !words.any(named)
}

fn is_name_word(token: &Token) -> bool {
    let ordinal = token.lower.starts_with(|it: char| it.is_ascii_digit())
        && token.lower.ends_with(|it: char| it.is_ascii_alphabetic());
    ordinal || (token.capital && token.lower != "the")
}

fn name_start(tokens: &[Token], floor: usize, at: usize) -> usize {
    let mut start = at;
    while start > floor {
        let token = &tokens[start - 1];
        let compound = words::is(&token.lower, "compound") || is_compound(token);
        let hyphen = token.lower == "-" && start >= floor + 2 && is_name_word(&tokens[start - 2]);
        let owner = token.lower == "'s" && start >= floor + 2 && tokens[start - 2].capital;
        let inside = token.lower == "on" && tokens[start].lower == "-";
        if !(is_name_word(token) || compound || hyphen || owner || inside) {
            break;
        }
        start -= 1;
    }
    while start < at && !is_name_word(&tokens[start]) && !is_compound(&tokens[start]) {
        start += 1;
    }
    if start < at && Relation::of(&tokens[start].lower).is_some() { start + 1 } else { start }
}

fn is_compound(token: &Token) -> bool {
    words::is_noun(token, &["compound"])
}

/// "Detention Centre 1", "Detention Center Number One", "School No. 3".
fn number_end(tokens: &[Token], at: usize, end: usize) -> usize {
    let is = |at: usize, holds: &dyn Fn(&Token) -> bool| at < end && holds(&tokens[at]);
    let figure = |it: &Token| it.lower.bytes().all(|it| it.is_ascii_digit()) && it.lower.len() < 4;
    let one = |it: &Token| it.capital && matches!(it.lower.as_str(), "one" | "two" | "three");
    let mut next = at;
    if is(next, &|it| matches!(it.lower.as_str(), "no" | "number")) {
        next += 1;
        next += usize::from(is(next, &|it| it.lower == "."));
    }
    if is(next, &figure) && tokens[at - 1].capital || (next > at && is(next, &one)) {
        return next + 1;
    }
    at
}

/// The facility stands in the place inside its name, else in the first place behind it that says where,
/// else in `town`, which the article names most.
fn place(
    annotated: &Annotated,
    tokens: &Range<usize>,
    sentence: &Sentence,
    places: &[PlaceMention],
    town: Option<&Place>,
) -> Place {
    let here = |it: &&PlaceMention| sentence.tokens.contains(&it.name.start);
    let inside = places.iter().filter(here).find(|it| tokens.contains(&it.name.start));
    let holds = |it: &&PlaceMention| it.name.start >= tokens.end && it.relation != Relation::At;
    let behind = || places.iter().filter(here).find(holds);
    let container = inside.or_else(behind).map(|it| &it.place).or(town);
    let container = container.map(|it| finer(it, places));
    let point = container.filter(|it| it.level >= Level::City);
    let name = annotated.text(tokens).split_whitespace().collect::<Vec<_>>().join(" ");
    let reason = container.map(|it| match point {
        Some(town) => format!("stands in {}, whose point it is given", town.name),
        None => format!("stands in {}, which is too large to give a point", it.name),
    });
    Place {
        name,
        level: Level::Facility,
        country: container.and_then(|it| it.country.clone()),
        admin1: container.and_then(|it| it.admin1.clone()),
        admin2: container.and_then(|it| it.admin2.clone()),
        lat: point.and_then(|it| it.lat),
        lon: point.and_then(|it| it.lon),
        geonameid: None,
        reason: Some(reason.unwrap_or_else(|| "no place beside it to look it up in".to_owned())),
    }
}

/// Returns the town that the article names most, datelines aside; nothing if two are named as often.
fn main_town(places: &[PlaceMention]) -> Option<&Place> {
    let mut times: BTreeMap<Option<u32>, (usize, &Place)> = BTreeMap::new();
    let told = places.iter().filter(|it| it.relation != Relation::Dateline);
    for town in told.map(|it| &it.place).filter(|it| it.level == Level::City) {
        times.entry(town.geonameid).or_insert((0, town)).0 += 1;
    }
    let most = times.values().map(|it| it.0).max()?;
    let mut towns = times.values().filter(|it| it.0 == most).map(|it| it.1);
    towns.next().filter(|_| towns.next().is_none())
}

/// Returns the town of a division or country that the article names most, if it names any.
fn finer<'a>(container: &'a Place, places: &'a [PlaceMention]) -> &'a Place {
    if container.level >= Level::City {
        return container;
    }
    let within = |it: &&Place| match container.level {
        Level::Admin1 => it.admin1 == container.admin1 && it.country == container.country,
        _ => false,
    };
    let towns = places.iter().map(|it| &it.place).filter(|it| it.level == Level::City);
    let towns: Vec<_> = towns.filter(within).collect();
    let often = |town: &&Place| towns.iter().filter(|it| it.geonameid == town.geonameid).count();
    towns.iter().copied().rev().max_by_key(often).unwrap_or(container)
}
