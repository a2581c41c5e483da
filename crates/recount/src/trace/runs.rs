//! Gives the words an article tells in its own voice, and their three-word runs.
//!
//! In: an annotated article. Out: its words outside direct quotations, each as a hash with its place,
//! and the sorted hashes of the runs of three. A run never reaches over the end of a paragraph or a
//! quotation, and no word of furniture is ever among them.

use crate::annotate::{Annotated, Token};
use crate::model::Field;

/// Words in a run.
///
/// Two find half of every stock phrase; four lose the rewrite whose every fifth word was changed.
/// In the families coded by hand, rewrites share 13–34 % of their three-word runs and independent
/// reports at most 9 %; of their five-word runs 3–13 % and 4 %, which overlap. To measure again:
/// `cargo xtask eval copies`.
pub(super) const RUN: usize = 3;

/// What an article tells in its own voice.
#[derive(Debug, Clone)]
pub(super) struct Told {
    /// Its words, in order, without those in direct quotations.
    pub(super) words: Vec<Word>,
    /// Hashes of its three-word runs, sorted, each once.
    pub(super) runs: Vec<u64>,
}

/// A word and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// Hash of the word in lower case.
    pub(super) hash: u64,
    /// The stretch of unbroken telling it belongs to.
    pub(super) stretch: usize,
    /// First byte and byte after the last in its field.
    pub(super) bytes: (usize, usize),
    /// The field.
    pub(super) field: Field,
}

/// Gives what `annotated` tells.
pub(super) fn told(annotated: &Annotated) -> Told {
    let mut words = Vec::new();
    let mut stretch = 0;
    let sentences = &annotated.sentences;
    for paragraph in sentences.chunk_by(|a, b| (a.field, a.paragraph) == (b.field, b.paragraph)) {
        let (first, last) = (&paragraph[0], &paragraph[paragraph.len() - 1]);
        let tokens = &annotated.tokens[first.tokens.start..last.tokens.end];
        let quoted = quoted(tokens);
        stretch += 1;
        for (token, quoted) in tokens.iter().zip(quoted) {
            if quoted {
                stretch += 1;
            } else if token.is_word() {
                words.push(word(token, stretch, first.field));
            }
        }
    }
    let runs = sorted_runs(&words, RUN);
    Told { words, runs }
}

fn word(token: &Token, stretch: usize, field: Field) -> Word {
    Word { hash: hash(&token.lower), stretch, bytes: (token.start, token.end), field }
}

fn sorted_runs(words: &[Word], length: usize) -> Vec<u64> {
    let mut runs: Vec<_> = runs(words, length).map(|(_, run)| run).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// Returns the runs of `length` words with the place of their first word.
pub(super) fn runs(words: &[Word], length: usize) -> impl Iterator<Item = (usize, u64)> {
    let whole = |run: &&[Word]| run[0].stretch == run[run.len() - 1].stretch;
    let runs = words.windows(length).enumerate().filter(move |(_, run)| whole(run));
    runs.map(|(at, run)| (at, run.iter().fold(OFFSET, |hash, word| mix(hash ^ word.hash))))
}

/// Marks the tokens of a paragraph that stand in a direct quotation, its marks included.
///
/// A quotation that is opened and not closed goes on to the end of the paragraph, as it does where
/// a speech is printed over several paragraphs.
fn quoted(tokens: &[Token]) -> Vec<bool> {
    let mut quoted = vec![false; tokens.len()];
    let mut at = 0;
    while at < tokens.len() {
        let end = quotation_end(tokens, at);
        quoted[at..end].fill(true);
        at = end.max(at + 1);
    }
    quoted
}

/// Returns the place after the quotation that opens at `at`; `at` itself if none does.
fn quotation_end(tokens: &[Token], at: usize) -> usize {
    let after = || tokens.iter().enumerate().skip(at + 1);
    match tokens[at].lower.as_str() {
        "\"" => after().find(|(_, it)| it.lower == "\"").map_or(tokens.len(), |(end, _)| end + 1),
        "'" if opens(tokens, at) => {
            let mut marks = after().filter(|(end, it)| it.lower == "'" && closes(tokens, *end));
            marks.next().map_or(at, |(end, _)| end + 1)
        }
        _ => at,
    }
}

/// A single mark with white space before it and none after it: `'no one'`, not `takers' car`.
fn opens(tokens: &[Token], at: usize) -> bool {
    let spaced = at.checked_sub(1).is_none_or(|before| tokens[before].space_after);
    spaced && !tokens[at].space_after
}

fn closes(tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1).is_none_or(|it| !it.is_word());
    !tokens[at - 1].space_after && (tokens[at].space_after || next)
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// Hashes a word by FNV-1a: the same on every machine and in every run.
fn hash(word: &str) -> u64 {
    word.bytes().fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Spreads the bits of a hash, so that the order of words in a run counts (the finaliser of
/// `SplitMix64`).
fn mix(hash: u64) -> u64 {
    let hash = hash.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}
