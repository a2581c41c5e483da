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

/// Sentences that count as the lead, the headline among them.
const LEAD: usize = 4;

/// Share of stretches from which on a word is too common to tell anything.
const TOO_COMMON: f64 = 0.2;

/// A term of one article.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Term {
    /// Hash of the word or pair.
    pub(super) hash: u64,
    /// How often it stands there, places at the head counted more.
    pub(super) count: f32,
    /// Share of stretches of ordinary English that have it.
    pub(super) common: f32,
    /// What sort of term it is.
    pub(super) marks: Marks,
}

/// What sort of term a term is, in one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks {
    /// It is, or belongs to, a name.
    pub(super) name: bool,
    /// It is two words of a name, side by side.
    pub(super) pair: bool,
    /// It stands in the headline.
    pub(super) headline: bool,
    /// It stands in the headline or the first sentences.
    pub(super) lead: bool,
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
        let marks = Marks { headline, lead: place < LEAD, ..Marks::default() };
        let tokens = annotated.words(sentence);
        let names = if headline { vec![false; tokens.len()] } else { names(tokens) };
        for (at, token) in tokens.iter().enumerate().filter(|(_, it)| it.is_word()) {
            found.extend(term(token, Marks { name: names[at], ..marks }));
            if at > 0 && names[at] && names[at - 1] {
                found.push(pair(&tokens[at - 1], token, marks));
            }
        }
    }
    merged(found)
}

fn term(token: &Token, marks: Marks) -> Option<Term> {
    let share = share(&token.lemma).max(share(&token.lower));
    let told = token.lower.chars().count() > 1 && share < TOO_COMMON;
    let common = share as f32;
    told.then(|| Term { hash: hash(&token.lemma), count: emphasis(marks), common, marks })
}

fn pair(first: &Token, second: &Token, marks: Marks) -> Term {
    let hash = hash(&format!("{} {}", first.lower, second.lower));
    let marks = Marks { name: true, pair: true, ..marks };
    Term { hash, count: emphasis(marks), common: 0.0, marks }
}

/// Returns how much a place of a term counts.
fn emphasis(marks: Marks) -> f32 {
    if marks.headline {
        2.0
    } else if marks.lead {
        1.5
    } else {
        1.0
    }
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
    let any = |same: &[Term], mark: fn(&Marks) -> bool| same.iter().any(|it| mark(&it.marks));
    let merged = same.map(|same| Term {
        count: same.iter().map(|it| it.count).sum(),
        marks: Marks {
            name: any(same, |it| it.name),
            pair: any(same, |it| it.pair),
            headline: any(same, |it| it.headline),
            lead: any(same, |it| it.lead),
        },
        ..same[0]
    });
    merged.collect()
}

/// Hashes a term by FNV-1a: the same on every machine and in every run.
pub(super) fn hash(term: &str) -> u64 {
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    term.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}
