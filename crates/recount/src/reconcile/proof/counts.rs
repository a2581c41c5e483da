//! Proves a count: its figure is printed, or its words give it.
//!
//! In: a count and its words. Out: the rule, or why there is none. A figure is never worked out.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::Proof;
use crate::annotate::Printed;
use crate::lexicon;
use crate::model::{Count, Qualifier};

static NONE: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| lexicon::of_kind(include_str!("../../../data/proof_words.tsv"), "none"));

static ONE: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| lexicon::of_kind(include_str!("../../../data/count_context.tsv"), "one"));

pub(super) fn proof(count: &Count, words: &Printed, rule: &str) -> Proof {
    let figures = words.figures();
    match count.n {
        Some(n) if figures.contains(&n) => Ok("printed figure"),
        Some(0) if words.words().iter().any(|it| is_none(it)) => Ok("a word for nobody"),
        // "A man was killed", "turned the gun on himself": one person, in words that count nobody.
        Some(1) if count.qualifier == Qualifier::AtLeast && is_of_one(rule) => Ok("one person"),
        Some(n) if count.qualifier == Qualifier::AtLeast && is_of_one(rule) => {
            one_by_one(n, words, &figures)
        }
        Some(_) => Err("its figure is not in its words"),
        None => unprinted(count, words, &figures),
    }
}

/// "nobody", "weren't".
fn is_none(word: &str) -> bool {
    NONE.contains(word) || word.ends_with("n't")
}

fn is_of_one(rule: &str) -> bool {
    rule.starts_with("one/") || rule.starts_with("count/one-")
}

/// "A man and a woman were killed", "Jana Rask, 54, and Ole Holm, 31, were killed": as many articles or
/// ages as persons, and a word that joins them.
fn one_by_one(n: u64, words: &Printed, ages: &BTreeSet<u64>) -> Proof {
    let words = words.words();
    let leads = words.iter().filter(|it| ONE.contains(it.as_str())).count();
    let joined = words.iter().any(|it| it == "and");
    let told = joined && u64::try_from(leads.max(ages.len())).is_ok_and(|it| it >= n);
    told.then_some("persons told one by one").ok_or("fewer persons are told in its words")
}

/// A count without a figure: vague words, the two ends of a range, or people whom nobody counted.
fn unprinted(count: &Count, words: &Printed, figures: &BTreeSet<u64>) -> Proof {
    let ends = count.low.zip(count.high);
    match (count.low, count.high) {
        bounds if words.vague().contains(&bounds) => Ok("bounds of a vague word"),
        _ if ends.is_some_and(|(a, b)| figures.contains(&a) && figures.contains(&b)) => {
            Ok("printed range")
        }
        (None | Some(1 | 2), None) => Ok("people without a figure"),
        _ => Err("its bounds are not in its words"),
    }
}
