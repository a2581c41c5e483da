//! Gives the terms of an article: the words, names and pairs of names that tell what it is about.
//!
//! In: an annotated article. Out: its terms with how much is made of each, sorted by hash. What stands
//! in the headline and the lead counts more than what comes late; words far down are not read at all.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::annotate::{Annotated, Token};
use crate::lexicon;
use crate::model::Role;

/// Tokens that are read: the news of a report stands above, the background below.
const READ: usize = 450;

/// Share of stretches from which on a word is too common to tell anything.
const TOO_COMMON: f64 = 0.2;

/// A term of one article.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Term {
    /// Hash of the word or pair.
    pub(super) hash: u64,
    /// How often it stands there, places at the head counted more.
    pub(super) count: f32,
    /// How many of a thousand stretches of ordinary English have it.
    pub(super) common: f32,
    /// Whether it is, or belongs to, a name.
    pub(super) name: bool,
    /// Whether it stands in the headline.
    pub(super) headline: bool,
}

static COMMON: LazyLock<(BTreeMap<&'static str, f64>, f64)> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/common_words.tsv"));
    let count =
        |row: Vec<&'static str>| (row[0], row[1].parse().expect("common_words.tsv: a count"));
    let mut counts: BTreeMap<_, _> = rows.map(count).collect();
    let all = counts.remove("*").expect("common_words.tsv: the number of stretches");
    (counts, all)
});

/// Returns the share of stretches of ordinary English that have `lemma`.
fn share(lemma: &str) -> f64 {
    let (counts, all) = &*COMMON;
    counts.get(lemma).map_or(0.0, |count| count / all)
}

/// Returns the terms of `annotated`, sorted by hash.
pub(super) fn terms(annotated: &Annotated) -> Vec<Term> {
    let mut found = Vec::new();
    for (place, sentence) in annotated.sentences.iter().enumerate() {
        if sentence.tokens.start >= READ {
            break;
        }
        let headline = sentence.role == Role::Headline;
        let weight = if headline {
            2.0
        } else if place < 4 {
            1.5
        } else {
            1.0
        };
        let tokens = annotated.words(sentence);
        let names = if headline { vec![false; tokens.len()] } else { names(tokens) };
        for (at, token) in tokens.iter().enumerate().filter(|(_, it)| it.is_word()) {
            found.extend(term(token, names[at], weight, headline));
            if at > 0 && names[at] && names[at - 1] && tokens[at - 1].is_word() {
                let hash = hash(&format!("{} {}", tokens[at - 1].lower, token.lower));
                found.push(Term { hash, count: weight, common: 0.0, name: true, headline });
            }
        }
    }
    merged(found)
}

fn term(token: &Token, name: bool, weight: f32, headline: bool) -> Option<Term> {
    let share = share(&token.lemma).max(share(&token.lower));
    let told = token.lower.chars().count() > 1 && share < TOO_COMMON;
    told.then(|| {
        let hash = hash(&token.lemma);
        Term { hash, count: weight, common: share as f32 * 1000.0, name, headline }
    })
}

/// Marks the tokens that are names by their capital; the first word of a sentence is one only if the
/// next is, or if no dictionary form of it is common.
fn names(tokens: &[Token]) -> Vec<bool> {
    let capital = |at: usize| tokens.get(at).is_some_and(|it| it.capital && it.is_word());
    let first = |at: usize| at == 0 || !tokens[at - 1].is_word() && tokens[at - 1].lower != "-";
    let name = |at: usize| capital(at) && (!first(at) || share(&tokens[at].lemma) == 0.0);
    (0..tokens.len()).map(name).collect()
}

fn merged(mut found: Vec<Term>) -> Vec<Term> {
    found.sort_by_key(|it| it.hash);
    let same = found.chunk_by(|a, b| a.hash == b.hash);
    let merged = same.map(|same| Term {
        count: same.iter().map(|it| it.count).sum(),
        name: same.iter().any(|it| it.name),
        headline: same.iter().any(|it| it.headline),
        ..same[0]
    });
    merged.collect()
}

/// Hashes a term by FNV-1a: the same on every machine and in every run.
fn hash(term: &str) -> u64 {
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    term.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}
