//! Reads counts that a phrase gives without a figure: nobody in "unharmed", "no casualties", "were not
//! injured", at least one in "turned the gun on himself".
//!
//! In: the words of an article. Out: draft claims; of the hostages where they are meant.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::Draft;
use super::pattern::Patterns;
use super::people::{self, Class};
use super::roles::Roles;
use crate::annotate::{Annotated, Sentence, Token};
use crate::lexicon;
use crate::model::{Count, Slot, Value, Who};

static ZEROS: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::read(include_str!("../../data/patterns/zero_counts.tsv")));

static ONES: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::read(include_str!("../../data/patterns/one_counts.tsv")));

/// Finds the zeros of an article.
pub(super) fn zeros(annotated: &Annotated, roles: &Roles) -> Vec<Draft> {
    phrases(annotated, roles, &ZEROS, "zero", &Count::exact(0))
}

/// Finds phrases about one person in an article: who harmed himself.
pub(super) fn ones(annotated: &Annotated, roles: &Roles) -> Vec<Draft> {
    phrases(annotated, roles, &ONES, "one", &Count::at_least(1))
}

fn phrases(
    annotated: &Annotated,
    roles: &Roles,
    patterns: &Patterns,
    name: &str,
    count: &Count,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for sentence in &annotated.sentences {
        for found in patterns.find(annotated, sentence) {
            let who = who(annotated, roles, sentence, &found.tokens, found.row.columns.get(1));
            for slot in lexicon::several(found.row.columns[0]) {
                let slot: Slot = slot.parse().expect("patterns: the second column is a slot");
                let (who, value) = (Some(who.clone()), Value::Count(count.clone()));
                let rule = format!("{name}/{}", found.row.pattern);
                drafts.push(Draft { slot, who, value, tokens: found.tokens.clone(), rule });
            }
        }
    }
    drafts
}

/// Whom the row counts; else the people named last before or in the words; else everybody.
fn who(
    annotated: &Annotated,
    roles: &Roles,
    sentence: &Sentence,
    words: &Range<usize>,
    given: Option<&&'static str>,
) -> Who {
    if let Some(who) = given.and_then(|it| it.parse().ok()) {
        return who;
    }
    let before = (sentence.tokens.start..words.end).rev();
    let nouns: Vec<_> = before.filter_map(|it| people::noun_at(annotated, it, words.end)).collect();
    let classes: Vec<_> = nouns.iter().map(|noun| roles.class(noun)).collect();
    if classes.contains(&Class::Hostage)
        || (roles.has_hostages() && stands_for_them(annotated, sentence, words))
    {
        return Who::Hostages;
    }
    match nouns.first().zip(classes.first()) {
        Some((noun, Class::People)) if is_part(noun.lemma) => {
            Who::Other(people::plural(noun.lemma))
        }
        Some((noun, class)) => class.who(noun.lemma),
        None => Who::Total,
    }
}

/// How many words before "unharmed" a pronoun may stand: "They are all".
const PRONOUN_REACH: usize = 3;

/// "They are uninjured" speaks of those named before.
fn stands_for_them(annotated: &Annotated, sentence: &Sentence, words: &Range<usize>) -> bool {
    let from = sentence.tokens.start.max(words.start.saturating_sub(PRONOUN_REACH));
    let pronoun = |it: &Token| matches!(it.lower.as_str(), "they" | "both" | "all");
    annotated.tokens[from..words.end].iter().any(pronoun)
}

static ANYBODY: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| lexicon::of_kind(include_str!("../../data/count_context.tsv"), "anybody"));

/// Staff or guests unhurt do not mean that nobody was hurt.
fn is_part(lemma: &str) -> bool {
    !ANYBODY.contains(lemma)
}
