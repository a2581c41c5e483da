//! Finds named buildings and spots inside places: "Detention Centre 1", "Kavaja City Hall".
//!
//! In: an article and the places found in it. Out: mentions of the level `facility`, with the town they
//! stand in as far as the article tells. A noun without a name ("a prison") is none.

use std::ops::Range;

use super::containers::Containers;
use super::{PlaceMention, Relation, surroundings, words};
use crate::annotate::{Annotated, Sentence, Token};
use crate::gazetteer;

/// Finds the facilities of an article.
pub(super) fn facilities(annotated: &Annotated, places: &[PlaceMention]) -> Vec<PlaceMention> {
    let sentences = annotated.sentences.iter().filter(|it| !super::doubts::shouted(annotated, it));
    let found: Vec<_> = sentences.flat_map(|it| in_sentence(annotated, it, places)).collect();
    let containers = Containers::of(places, &found);
    let mention = |name: Range<usize>| {
        let relation = surroundings::relation(annotated, &name);
        let place = containers.placed(annotated, &name);
        PlaceMention { tokens: name.clone(), name, relation, place }
    };
    found.into_iter().map(mention).collect()
}

/// The names of facilities in a sentence.
fn in_sentence(
    annotated: &Annotated,
    sentence: &Sentence,
    places: &[PlaceMention],
) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in sentence.tokens.clone() {
        let floor = found.last().map_or(sentence.tokens.start, |it| it.end);
        let Some(tokens) = facility(annotated, floor, at, sentence.tokens.end) else { continue };
        let known = |it: &PlaceMention| it.name.start <= tokens.start && tokens.end <= it.name.end;
        if places.iter().any(known) {
            continue;
        }
        let beside = || {
            let relation = surroundings::relation(annotated, &tokens);
            matches!(relation, Relation::Near | Relation::Outside)
        };
        if !is_foreign(annotated, &tokens) || beside() {
            found.push(tokens);
        }
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
