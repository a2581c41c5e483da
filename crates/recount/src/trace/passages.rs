//! Finds the longest passages that two articles share.
//!
//! In: what both tell. Out: byte ranges in the text of each, in the order of the first. Quotations do
//! not belong to them, and a headline that the input gave apart from the text is passed over.

use super::runs::{Told, Word, runs};
use crate::model::Field;

/// Fewest words of a passage: what two writers seldom put down alike by chance.
const WORDS: usize = 8;

/// Most passages told for two articles: enough to convince a reader.
const MOST: usize = 5;

type Bytes = (usize, usize);

/// A shared passage, as places of words.
#[derive(Clone, Copy)]
struct Shared {
    words: usize,
    one: usize,
    other: usize,
}

/// Returns the longest passages of both, at most [`MOST`].
pub(super) fn passages(one: &Told, other: &Told) -> Vec<(Bytes, Bytes)> {
    let (one, other) = (in_text(one), in_text(other));
    let mut found = shared(&one, &other);
    found.sort_by_key(|it| (std::cmp::Reverse(it.words), it.one, it.other));
    let mut kept: Vec<Shared> = Vec::new();
    for it in found {
        if kept.len() < MOST && !kept.iter().any(|held| overlap(held, &it)) {
            kept.push(it);
        }
    }
    kept.sort_by_key(|it| it.one);
    let bytes = |words: &[Word], at: usize, count: usize| {
        (words[at].bytes.0, words[at + count - 1].bytes.1)
    };
    kept.iter()
        .map(|it| (bytes(&one, it.one, it.words), bytes(&other, it.other, it.words)))
        .collect()
}

fn in_text(told: &Told) -> Vec<Word> {
    told.words.iter().filter(|it| it.field == Field::Text).copied().collect()
}

fn overlap(one: &Shared, other: &Shared) -> bool {
    let meet = |a: usize, a_words, b: usize, b_words| a < b + b_words && b < a + a_words;
    meet(one.one, one.words, other.one, other.words)
        || meet(one.other, one.words, other.other, other.words)
}

/// Returns the maximal passages of at least [`WORDS`] words, found from left to right in `other`.
fn shared(one: &[Word], other: &[Word]) -> Vec<Shared> {
    let mut index: Vec<_> = runs(one, WORDS).map(|(at, run)| (run, at)).collect();
    index.sort_unstable();
    let mut found = Vec::new();
    let mut next = 0;
    for (at, run) in runs(other, WORDS) {
        let starts = &index[index.partition_point(|(it, _)| *it < run)..];
        let starts = starts.iter().take_while(|(it, _)| *it == run).map(|(_, place)| *place);
        let lengths = starts.map(|place| (common(&one[place..], &other[at..]), place));
        let longest = lengths.max_by_key(|(words, place)| (*words, std::cmp::Reverse(*place)));
        if let Some((words, place)) = longest.filter(|(words, _)| at + words > next) {
            next = at + words;
            found.push(Shared { words, one: place, other: at });
        }
    }
    found
}

/// Counts the words that both begin with, up to the end of either stretch.
fn common(one: &[Word], other: &[Word]) -> usize {
    let stretch = (one[0].stretch, other[0].stretch);
    let pairs = one.iter().zip(other);
    pairs.take_while(|(a, b)| a.hash == b.hash && (a.stretch, b.stretch) == stretch).count()
}
