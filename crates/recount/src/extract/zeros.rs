//! Reads counts of nobody: "unharmed", "no casualties", "were not injured".
//!
//! In: the words of an article. Out: draft claims of zero, of the hostages where they are meant.

use std::sync::LazyLock;

use super::Draft;
use super::pattern::Patterns;
use super::people::{self, Class};
use super::roles::Roles;
use crate::annotate::{Annotated, Sentence};
use crate::model::{Count, Slot, Value, Who};

static ZEROS: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::read(include_str!("../../data/patterns/zero_counts.tsv")));

/// Finds the zeros of an article.
pub(super) fn zeros(annotated: &Annotated, roles: &Roles) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for sentence in &annotated.sentences {
        for found in ZEROS.find(annotated, sentence) {
            let slot: Slot =
                found.row.columns[0].parse().expect("zero_counts.tsv: the second column is a slot");
            let who = who(annotated, roles, sentence, found.tokens.start, found.row.columns.get(1));
            let value = Value::Count(Count::exact(0));
            let rule = format!("zero/{}", found.row.pattern);
            drafts.push(Draft { slot, who: Some(who), value, tokens: found.tokens, rule });
        }
    }
    drafts
}

/// The people named last before the words, if they are hostages; else what the row says.
fn who(
    annotated: &Annotated,
    roles: &Roles,
    sentence: &Sentence,
    at: usize,
    given: Option<&&'static str>,
) -> Who {
    if let Some(who) = given.and_then(|it| it.parse().ok()) {
        return who;
    }
    let end = sentence.tokens.end;
    let before = (sentence.tokens.start..at).rev();
    let nouns = before.filter_map(|it| people::noun_at(annotated, it, end));
    let classes = nouns.map(|noun| roles.class(&noun));
    let held = classes.into_iter().any(|it| it == Class::Hostage);
    let pronoun = sentence.tokens.len() < 6 && roles.has_hostages();
    if held || pronoun { Who::Hostages } else { Who::Total }
}
