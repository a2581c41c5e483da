//! Reads words that count people without a figure: "both pilots", "the pair".
//!
//! In: tokens, or words. Out: how many they stand for. What must stand beside such a word is in the lexicon.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::annotate::{Quantity, Token};
use crate::lexicon;
use crate::model::Count;

/// How many a word stands for, and what must stand beside it.
type Entry = (u64, &'static str);

static GROUPS: LazyLock<BTreeMap<&'static str, Entry>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../../data/group_words.tsv"));
    let number = |row: &[&str]| row[1].parse().expect("group_words.tsv: a number");
    rows.map(|row| (row[0], (number(&row), row[2]))).collect()
});

/// How many words behind "both" its noun may stand.
const NOUN_REACH: usize = 2;

/// Returns the group that a word or "the" at `at` brings in.
pub(super) fn group(tokens: &[Token], at: usize, end: usize) -> Option<Quantity> {
    let lower = |at: usize| tokens[..end].get(at).map_or("", |it| it.lower.as_str());
    let the = usize::from(lower(at) == "the");
    let (n, beside) = GROUPS.get(lower(at + the)).copied()?;
    let next = at + the + 1;
    let plural = |at: usize| tokens[..end].get(at).is_some_and(|it| it.tag == "NNS");
    let fits = match beside {
        "the" => the == 1,
        _ => the == 0 && (next..next + NOUN_REACH).any(plural),
    };
    (fits && lower(next) != "of").then(|| Quantity { tokens: at..next, value: Count::exact(n) })
}

/// Returns how many a word may stand for.
pub(in crate::annotate) fn figure(word: &str) -> Option<u64> {
    GROUPS.get(word).map(|it| it.0)
}
