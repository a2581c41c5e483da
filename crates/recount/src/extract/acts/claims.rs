//! Turns the acts of an article into claims about who did it and what it was aimed at.
//!
//! In: the acts, and the claims that phrases gave already. Out: draft claims, each resting on the words
//! of the argument. Where a phrase of a lexicon says it too, the phrase stands: its term is the usual one.

use std::ops::Range;

use super::{Act, Perpetrator};
use crate::annotate::Annotated;
use crate::extract::Draft;
use crate::extract::groups;
use crate::model::{Level, Slot, Term, Value};

/// Returns the claims that `acts` make beside those of `known`.
pub(in crate::extract) fn claims(
    annotated: &Annotated,
    acts: &[Act],
    known: &[Draft],
) -> Vec<Draft> {
    let all = acts.iter().flat_map(|it| of_act(annotated, it));
    let said = |it: &Draft| {
        let touches = |other: &Draft| {
            other.slot == it.slot
                && other.tokens.start < it.tokens.end
                && it.tokens.start < other.tokens.end
        };
        known.iter().any(touches)
    };
    all.filter(|it| !said(it)).collect()
}

fn of_act(annotated: &Annotated, act: &Act) -> Vec<Draft> {
    // A lone noun, "the building", points back to something told before.
    // A facility with a name of its own is told as the place.
    let places = annotated.places.iter().filter(|it| it.place.level == Level::Facility);
    let is_place =
        |it: &Range<usize>| places.clone().any(|place| place.tokens.contains(&(it.end - 1)));
    let told = act.targets.iter().filter(|it| it.tokens.len() > 1 && !is_place(&it.tokens));
    let targets =
        told.map(|it| draft(annotated, Slot::Target, &it.tokens, term(annotated, &it.tokens), act));
    // Who claims an act has a slot of his own.
    let did =
        act.perpetrators.iter().filter(|it| it.class == "group" && !it.suspected && !it.claimed);
    let did =
        did.map(|it| draft(annotated, Slot::Perpetrator, &it.tokens, doer(annotated, it), act));
    targets.chain(did).collect()
}

fn draft(annotated: &Annotated, slot: Slot, tokens: &Range<usize>, id: String, act: &Act) -> Draft {
    let text = annotated.text(tokens).to_owned();
    let value = Value::Term(Term { id, text, broader: None });
    let rule = format!("{slot}/{}-syntax", act.kind);
    Draft { slot, who: None, value, tokens: tokens.clone(), rule }
}

/// A group goes by its usual name, whichever the text has.
fn doer(annotated: &Annotated, one: &Perpetrator) -> String {
    let group = groups::group_at(annotated, one.tokens.start, one.tokens.end);
    let group = group.filter(|it| one.class == "group" && it.end == one.tokens.end);
    group.map_or_else(|| term(annotated, &one.tokens), |it| it.id.to_lowercase())
}

fn term(annotated: &Annotated, tokens: &Range<usize>) -> String {
    let words: Vec<_> = annotated.text(tokens).split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}
