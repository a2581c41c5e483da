//! Takes a noun that no lexicon has for one of people, where what it counts was killed or hurt.
//!
//! In: a figure and the words behind it. Out: the noun, as "person"; nothing for animals and things.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use super::{Class, Noun};
use crate::annotate::Annotated;
use crate::extract::casualties::predicate_at;
use crate::lexicon;
use crate::model::Slot;

static NOT_PEOPLE: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../../../data/not_people.tsv")).map(|row| row[0]).collect()
});

/// "Two welders were injured": returns the noun that the figure before `near` counts and that stands there.
pub(super) fn noun(annotated: &Annotated, near: RangeInclusive<usize>, end: usize) -> Option<Noun> {
    let tokens = &annotated.tokens;
    let at = tokens[near.start() - 1].head;
    let noun = tokens[..end].get(at).filter(|it| it.tag == "NNS" && it.pos == "NOUN")?;
    let predicate = predicate_at(annotated, noun.head, end)?;
    let befell = match noun.dep.as_str() {
        "nsubjpass" => predicate.follows_people(),
        "nsubj" => predicate.follows_people() && !predicate.takes_object(),
        "dobj" => predicate.takes_object(),
        _ => false,
    };
    let hurt = matches!(predicate.slot, Slot::KilledCount | Slot::InjuredCount);
    let people = near.contains(&at) && befell && hurt && !NOT_PEOPLE.contains(&*noun.lemma);
    people.then_some(Noun { lemma: "person", class: Class::People, end: at + 1, single: false })
}

/// "A welder was killed": returns the single noun at `at`, if it was killed or arrested.
///
/// Not if it was hurt: trade is hurt too. Nor if it is made up of others: "a family of five".
pub(in crate::extract) fn one(annotated: &Annotated, at: usize, end: usize) -> Option<Noun> {
    let noun = annotated.tokens[..end].get(at)?;
    let whole = annotated.tokens[..end].get(at + 1).is_none_or(|it| it.lower != "of");
    let passive = whole && noun.tag == "NN" && noun.pos == "NOUN" && noun.dep == "nsubjpass";
    let verb = predicate_at(annotated, noun.head, end).filter(|_| passive)?;
    let befell = matches!(verb.slot, Slot::KilledCount | Slot::ArrestedCount);
    let person = verb.follows_people() && befell && !NOT_PEOPLE.contains(&*noun.lemma);
    person.then_some(Noun { lemma: "person", class: Class::People, end: at + 1, single: true })
}
