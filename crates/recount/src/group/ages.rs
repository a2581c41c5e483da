//! Finds the ages that an article gives: they tell apart the people of two events of a kind.
//!
//! In: an annotated article. Out: the ages in its lead, sorted, each once.

use super::words::{AFTER_AGE, BEFORE_AGE, begins};
use crate::annotate::{Annotated, Token};

/// Sentences that are looked at: further down, ages are those of witnesses and of other cases.
const LEAD: usize = 10;

/// Nobody in the news is older.
const OLDEST: u64 = 120;

/// Returns the ages given in the lead of `annotated`.
pub(super) fn ages(annotated: &Annotated) -> Vec<u8> {
    let end = annotated.sentences.iter().take(LEAD).map(|it| it.tokens.end).max().unwrap_or(0);
    let tokens = &annotated.tokens[..end];
    let number = |at: usize| tokens[at].lower.parse().ok().or_else(|| in_words(annotated, at));
    let ages = (0..end).filter(|at| is_age(tokens, *at)).filter_map(number);
    let mut ages: Vec<u8> =
        ages.filter(|it| *it <= OLDEST).filter_map(|it| u8::try_from(it).ok()).collect();
    ages.sort_unstable();
    ages.dedup();
    ages
}

fn in_words(annotated: &Annotated, at: usize) -> Option<u64> {
    let quantity = annotated.quantities.iter().find(|it| it.tokens == (at..at + 1))?;
    quantity.value.n
}

/// Returns whether an age may stand at `at`: "25-year-old", "aged 25", "Holm, 25, was".
fn is_age(tokens: &[Token], at: usize) -> bool {
    let mark = |at: usize, mark: &str| tokens.get(at).is_some_and(|it| it.lower == mark);
    let after = if mark(at + 1, "-") { at + 2 } else { at + 1 };
    let old = begins(&tokens[after.min(tokens.len())..], &AFTER_AGE);
    let aged = at > 0 && begins(&tokens[at - 1..], &BEFORE_AGE);
    let apposed = at > 1 && mark(at - 1, ",") && tokens[at - 2].capital && mark(at + 1, ",");
    old || aged || apposed
}
