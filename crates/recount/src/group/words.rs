//! Finds words of a lexicon of phrases among tokens.
//!
//! In: tokens and a kind of phrase. Out: whether one stands there. The phrases are rows of
//! `data/story_words.tsv`.

use std::sync::LazyLock;

use crate::annotate::Token;
use crate::lexicon;

/// Phrases of one kind, each as its words.
type Phrases = Vec<Vec<&'static str>>;

/// What looks back at an old event.
pub(super) static LOOK_BACK: LazyLock<Phrases> = LazyLock::new(|| phrases("lookback"));
/// What may cover several events.
pub(super) static ROUND_UP: LazyLock<Phrases> = LazyLock::new(|| phrases("roundup"));
/// What stands after an age.
pub(super) static AFTER_AGE: LazyLock<Phrases> = LazyLock::new(|| phrases("age_after"));
/// What stands before an age.
pub(super) static BEFORE_AGE: LazyLock<Phrases> = LazyLock::new(|| phrases("age_before"));

fn phrases(kind: &str) -> Phrases {
    let rows = lexicon::of_kind(include_str!("../../data/story_words.tsv"), kind);
    rows.into_iter().map(|it| it.split(' ').collect()).collect()
}

/// Returns whether `tokens` begin with one of `phrases`.
pub(super) fn begins(tokens: &[Token], phrases: &Phrases) -> bool {
    let fits = |words: &Vec<&str>| {
        words.len() <= tokens.len() && words.iter().zip(tokens).all(|(word, it)| it.lower == *word)
    };
    phrases.iter().any(fits)
}

/// Returns whether one of `phrases` stands in `tokens`.
pub(super) fn holds(tokens: &[Token], phrases: &Phrases) -> bool {
    (0..tokens.len()).any(|at| begins(&tokens[at..], phrases))
}
