//! Counts persons who are told side by side: "a man and a woman were killed", "Ana Rask, 54, and Ole Holm, 31, were hurt".
//!
//! In: the single persons of a sentence, in order. Out: the same with a count of at least so many for those
//! who share a verb. It is no sum over sentences: one phrase names them all.

use super::single::Single;
use crate::annotate::Annotated;
use crate::extract::Draft;
use crate::model::{Count, Value, Who};

/// "A man and a woman were killed" counts two: the persons whom "and" joins before one verb, or behind it.
pub(super) fn together(annotated: &Annotated, found: Vec<Single>) -> Vec<Single> {
    let mut groups: Vec<Vec<Single>> = Vec::new();
    for single in found {
        let last = groups.last_mut();
        let joins = |it: &&mut Vec<Single>| {
            it.last().is_some_and(|last| are_joined(annotated, &last.draft, &single.draft))
        };
        match last.filter(joins) {
            Some(group) => group.push(single),
            None => groups.push(vec![single]),
        }
    }
    groups.into_iter().flat_map(with_total).collect()
}

/// Several persons as one count, and those beside it that are of one kind of people.
fn with_total(mut group: Vec<Single>) -> Vec<Single> {
    if group.len() > 1 {
        let all = total(&group);
        group.retain(|it| it.draft.who != Some(Who::Total));
        group.insert(0, all);
    }
    group
}

/// Whether both hang on one verb, and "and" stands between them, or the comma of a list that "and" ends.
///
/// "The victim, a clerk, died" has a comma and one person.
fn are_joined(annotated: &Annotated, one: &Draft, other: &Draft) -> bool {
    let lower = |at: usize| annotated.tokens[at].lower.as_str();
    let (a, b) = (&one.tokens, &other.tokens);
    let listed = || {
        let article = |at: usize| matches!(lower(at), "a" | "an");
        let ends = || (b.start..b.end).any(|at| lower(at) == "and");
        lower(b.start - 1) == "," && article(a.start) && article(b.start) && ends()
    };
    let subjects = || a.start < b.start && (lower(b.start - 1) == "and" || listed());
    let objects = || a.start == b.start && matches!(lower(a.end), "and" | ",");
    one.rule == other.rule && (a.end == b.end && subjects() || a.end < b.end && objects())
}

fn total(of: &[Single]) -> Single {
    let (first, last) = (&of[0].draft, &of[of.len() - 1].draft);
    let draft = Draft {
        who: Some(Who::Total),
        value: Value::Count(Count::at_least(of.len() as u64)),
        tokens: first.tokens.start..last.tokens.end,
        ..first.clone()
    };
    Single { draft, noun: "", another: false }
}
