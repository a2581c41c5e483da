//! Finds towns that the gazetteer does not list.
//!
//! In: an annotated article and the places found in it. Out: mentions of names that the text itself
//! tells to be towns: "the village of Dobrovets", "in Dobrovets, Bulgaria". Nothing is known of them
//! but their name, and what is not told to be a place is none.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{PlaceMention, Relation, surroundings, words};
use crate::annotate::{Annotated, Token};
use crate::model::{Level, Place, Role};

/// How many words such a name may have.
const LONGEST: usize = 3;

/// Returns the mentions of unlisted towns.
pub(super) fn unlisted(annotated: &Annotated, known: &[PlaceMention]) -> Vec<PlaceMention> {
    let runs: Vec<_> = runs(annotated).filter(|it| is_free(annotated, known, it)).collect();
    let told = |it: &&Range<usize>| {
        is_called_town(annotated, it) || container(annotated, known, it).is_some()
    };
    let towns: BTreeSet<String> =
        runs.iter().filter(told).map(|it| annotated.text(it).to_lowercase()).collect();
    let named = runs.into_iter().filter(|it| towns.contains(&annotated.text(it).to_lowercase()));
    let mention = |tokens: Range<usize>| {
        let relation = surroundings::relation(annotated, &tokens);
        let place = place(annotated, container(annotated, known, &tokens), &tokens);
        PlaceMention { name: tokens.clone(), tokens, relation, place }
    };
    named.map(mention).filter(|it| it.relation != Relation::None).collect()
}

/// Runs of capitalised words of a text, headlines left out since they may capitalise everything.
fn runs(annotated: &Annotated) -> impl Iterator<Item = Range<usize>> {
    let told = annotated.sentences.iter().filter(|it| it.role != Role::Headline);
    told.flat_map(|sentence| {
        let capital = |at: usize| annotated.tokens[at].capital;
        let tokens = sentence.tokens.clone();
        let starts = tokens
            .clone()
            .filter(move |at| capital(*at) && (*at == tokens.start || !capital(at - 1)));
        let end = sentence.tokens.end;
        starts.map(move |start| start..(start..end).find(|at| !capital(*at)).unwrap_or(end))
    })
}

fn is_free(annotated: &Annotated, known: &[PlaceMention], run: &Range<usize>) -> bool {
    let touches = |it: &Range<usize>| it.start < run.end && run.start < it.end;
    let timed = annotated.times.iter().any(|it| touches(&it.tokens));
    let shouted = !annotated.text(run).contains(char::is_lowercase);
    let opens = annotated.sentence_of(run.start).tokens.start == run.start;
    let short = run.len() <= LONGEST;
    short && !opens && !timed && !shouted && !known.iter().any(|it| touches(&it.tokens))
}

/// `the town of Dobrovets`, `Dobrovets village`.
fn is_called_town(annotated: &Annotated, run: &Range<usize>) -> bool {
    let token = |at: Option<usize>| at.and_then(|at| annotated.tokens.get(at));
    let settles = |it: Option<&Token>| it.is_some_and(|it| words::is_noun(it, &["settlement"]));
    let of = token(run.start.checked_sub(1)).is_some_and(|it| it.lower == "of");
    (of && settles(token(run.start.checked_sub(2)))) || settles(token(Some(run.end)))
}

/// The place that contains the name: `in Dobrovets, Bulgaria`.
fn container<'k>(
    annotated: &Annotated,
    known: &'k [PlaceMention],
    run: &Range<usize>,
) -> Option<&'k Place> {
    let comma = annotated.tokens.get(run.end).is_some_and(|it| it.lower == ",");
    let wide = known.iter().find(|it| comma && it.tokens.start == run.end + 1)?;
    (wide.place.level <= Level::Admin2).then_some(&wide.place)
}

fn place(annotated: &Annotated, inside: Option<&Place>, run: &Range<usize>) -> Place {
    Place {
        name: annotated.text(run).split_whitespace().collect::<Vec<_>>().join(" "),
        level: Level::City,
        country: inside.and_then(|it| it.country.clone()),
        admin1: inside.and_then(|it| it.admin1.clone()),
        admin2: None,
        city: None,
        lat: None,
        lon: None,
        geonameid: None,
        reason: Some("the text calls it a town; the gazetteer has no entry of this name".into()),
    }
}
