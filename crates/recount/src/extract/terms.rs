//! Reads the slots whose values are terms: kind of event, weapon, demand, outcome, phase and others.
//!
//! In: an article and one pattern lexicon for each slot. Out: draft claims whose evidence is the
//! phrase that fits and whose value is the term of the row. A new slot of this kind needs a lexicon
//! in `data/patterns/` and a line in [`LEXICONS`].

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::pattern::{Match, Patterns};
use super::{Draft, clause_words};
use crate::annotate::Annotated;
use crate::lexicon;
use crate::model::{Slot, Term, Value};

struct Lexicon {
    slot: Slot,
    patterns: Patterns,
}

/// The lexicons, one a slot.
static LEXICONS: LazyLock<Vec<Lexicon>> = LazyLock::new(|| {
    let lexicon = |slot, text| Lexicon { slot, patterns: Patterns::read(text) };
    vec![
        lexicon(Slot::EventType, include_str!("../../data/patterns/event_type.tsv")),
        lexicon(Slot::Phase, include_str!("../../data/patterns/phase.tsv")),
        lexicon(Slot::Perpetrator, include_str!("../../data/patterns/perpetrator.tsv")),
        lexicon(Slot::Target, include_str!("../../data/patterns/target.tsv")),
        lexicon(Slot::Weapon, include_str!("../../data/patterns/weapon.tsv")),
        lexicon(Slot::Cause, include_str!("../../data/patterns/cause.tsv")),
        lexicon(Slot::Demand, include_str!("../../data/patterns/demand.tsv")),
        lexicon(Slot::Outcome, include_str!("../../data/patterns/outcome.tsv")),
        lexicon(Slot::LegalStatus, include_str!("../../data/patterns/legal_status.tsv")),
        lexicon(Slot::Charges, include_str!("../../data/patterns/charges.tsv")),
        lexicon(Slot::Situation, include_str!("../../data/patterns/situation.tsv")),
    ]
});

/// The wider term of each term that has one.
static BROADER: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = LEXICONS.iter().flat_map(|it| it.patterns.rows());
    let pairs = rows.filter_map(|row| Some((*row.columns.first()?, *row.columns.get(1)?)));
    pairs.filter(|(term, wider)| *term != "-" && !wider.is_empty()).collect()
});

/// The terms that each lexicon gives.
static TERMS: LazyLock<BTreeMap<Slot, BTreeSet<&'static str>>> = LazyLock::new(|| {
    let terms = |it: &'static Lexicon| it.patterns.rows().filter_map(|row| row.columns.first());
    let mut all: BTreeMap<Slot, BTreeSet<_>> =
        LEXICONS.iter().map(|it| (it.slot, terms(it).copied().collect())).collect();
    let links = lexicon::rows(include_str!("../../data/patterns/prior_link.tsv"));
    all.insert(Slot::PriorLink, links.filter_map(|row| row.get(1).copied()).collect());
    all
});

/// Returns the next wider term of the term with this id.
pub(super) fn broader(id: &str) -> Option<&'static str> {
    BROADER.get(id).copied()
}

/// Returns whether the lexicon of `slot` gives the term with this id.
pub(super) fn gives(slot: Slot, id: &str) -> bool {
    TERMS.get(&slot).is_some_and(|it| it.contains(id))
}

/// Returns every term that has a wider one.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    BROADER.keys().copied()
}

/// Finds the words that name or tell an event, in order.
pub(super) fn events(annotated: &Annotated) -> Vec<Range<usize>> {
    let patterns = &LEXICONS[0].patterns;
    let found = annotated.sentences.iter().flat_map(|it| patterns.find(annotated, it));
    found.filter(|it| it.row.columns.first() != Some(&"ignore")).map(|it| it.tokens).collect()
}

/// Finds the terms of an article.
pub(super) fn terms(annotated: &Annotated) -> Vec<Draft> {
    LEXICONS.iter().flat_map(|it| of_slot(annotated, it)).collect()
}

/// "the shooting" alone says again that there was one; where nothing else does, it tells what kind it was.
fn of_slot(annotated: &Annotated, lexicon: &Lexicon) -> Vec<Draft> {
    let found = annotated.sentences.iter().flat_map(|it| lexicon.patterns.find(annotated, it));
    let drafts = found.filter_map(|it| Some((draft(annotated, lexicon.slot, &it)?, it.tokens)));
    let again =
        |tokens: &Range<usize>| lexicon.slot == Slot::EventType && is_anaphor(annotated, tokens);
    let (again, drafts): (Vec<_>, Vec<_>) = drafts.partition(|it| again(&it.1));
    let told = if drafts.is_empty() { again } else { drafts };
    told.into_iter().map(|it| it.0).collect()
}

/// Columns after the pattern: the term (`-` for the words themselves), then the wider term.
fn draft(annotated: &Annotated, slot: Slot, found: &Match<'_>) -> Option<Draft> {
    let id = *found.row.columns.first()?;
    let compound = || slot == Slot::EventType && is_compound(annotated, &found.tokens);
    if matches!(id, "ignore" | "untyped") || compound() {
        return None;
    }
    let tokens = found.tokens.clone();
    let text = annotated.text(&tokens).to_owned();
    let id = if id == "-" { words(annotated, found) } else { id.to_owned() };
    let broader = found.row.columns.get(1).filter(|it| !it.is_empty()).map(|it| (*it).to_owned());
    let value = Value::Term(Term { id, text, broader });
    let rule = format!("{}/{}", slot.name(), found.row.pattern);
    Some(Draft { slot, who: None, value, tokens, rule })
}

static COMPOUNDS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| clause_words("compound"));

static PLACING: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| clause_words("places"));

/// "quake-related" tells of no quake.
fn is_compound(annotated: &Annotated, tokens: &Range<usize>) -> bool {
    lower(annotated, tokens.end) == "-" && COMPOUNDS.contains(lower(annotated, tokens.end + 1))
}

/// "the attack", unless what follows places it: "the attack on".
fn is_anaphor(annotated: &Annotated, tokens: &Range<usize>) -> bool {
    let before = tokens.start.checked_sub(1).map(|at| lower(annotated, at));
    let definite = before.is_some_and(|it| matches!(it, "the" | "this" | "that"));
    tokens.len() == 1 && definite && !PLACING.contains(lower(annotated, tokens.end))
}

fn lower(annotated: &Annotated, at: usize) -> &str {
    annotated.tokens.get(at).map_or("", |it| it.lower.as_str())
}

fn words(annotated: &Annotated, found: &Match<'_>) -> String {
    let lowers = annotated.tokens[found.tokens.clone()].iter().filter(|it| it.is_word());
    let words: Vec<_> = lowers.map(|it| it.lower.as_str()).collect();
    let skip = usize::from(matches!(words.first(), Some(&("the" | "a" | "an"))));
    words[skip.min(words.len() - 1)..].join(" ")
}
