//! Gives the terms of an article: the words, names and pairs of names that tell what it is about.
//!
//! In: an annotated article. Out: its terms with how much is made of each, sorted by hash. What stands
//! in the headline and the lead counts more than what comes late; words far down are not read at all.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::annotate::{Annotated, Relation, Token};
use crate::lexicon;
use crate::model::Role;

/// Tokens that are read: the news of a report stands above, the background below.
const READ: usize = 450;

/// Sentences that count as the lead, the headline among them.
const LEAD: usize = 4;

/// Share of stretches from which on a word is too common to tell anything.
const TOO_COMMON: f64 = 0.2;

/// Share of ordinary articles that name a certain country, as long as nothing else is known.
const COUNTRY: f32 = 0.1;

/// A term of one article.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Term {
    /// Hash of the word or pair.
    pub(super) hash: u32,
    /// How often it stands there, places at the head counted more.
    pub(super) count: f32,
    /// Share of stretches of ordinary English that have it.
    pub(super) common: f32,
    /// What sort of term it is.
    pub(super) marks: Marks,
}

/// What sort of term a term is, in one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Marks(u8);

impl Marks {
    /// Nothing special.
    pub(super) const NONE: Self = Self(0);
    /// It is, or belongs to, a name.
    pub(super) const NAME: Self = Self(1);
    /// It is two words of a name, side by side.
    pub(super) const PAIR: Self = Self(2);
    /// It stands in the headline.
    pub(super) const HEADLINE: Self = Self(4);
    /// It stands in the headline or the first sentences.
    pub(super) const LEAD: Self = Self(8);

    /// Returns whether all marks of `other` are among these.
    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Returns these marks and `other` if `also`.
    pub(super) fn with(self, other: Self, also: bool) -> Self {
        if also { Self(self.0 | other.0) } else { self }
    }
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
    let mut found = countries(annotated);
    for (place, sentence) in annotated.sentences.iter().enumerate() {
        if sentence.tokens.start >= READ {
            break;
        }
        let headline = sentence.role == Role::Headline;
        let marks = Marks::NONE.with(Marks::HEADLINE, headline).with(Marks::LEAD, place < LEAD);
        let tokens = annotated.words(sentence);
        let names = if headline { vec![false; tokens.len()] } else { names(tokens) };
        for (at, token) in tokens.iter().enumerate().filter(|(_, it)| it.is_word()) {
            found.extend(term(token, marks.with(Marks::NAME, names[at])));
            if at > 0 && names[at] && names[at - 1] {
                found.push(pair(&tokens[at - 1], token, marks));
            }
        }
    }
    merged(found)
}

/// Returns the countries named as terms, so that one country under two names is one term.
fn countries(annotated: &Annotated) -> Vec<Term> {
    let lead = annotated.sentences.iter().take(LEAD).next_back().map_or(0, |it| it.tokens.end);
    let named = annotated.places.iter().filter(|it| it.relation != Relation::Dateline);
    let named = named.filter(|it| it.tokens.start < READ);
    let term = |code: &String, at: usize| {
        let marks = Marks::NAME.with(Marks::LEAD, at < lead);
        Term {
            hash: hash(&format!("country {code}")),
            count: emphasis(marks),
            common: COUNTRY,
            marks,
        }
    };
    named.filter_map(|it| Some(term(it.place.country.as_ref()?, it.tokens.start))).collect()
}

fn term(token: &Token, marks: Marks) -> Option<Term> {
    let share = share(&token.lemma).max(share(&token.lower));
    let told = token.lower.chars().count() > 1 && share < TOO_COMMON;
    let common = share as f32;
    told.then(|| Term { hash: hash(&token.lemma), count: emphasis(marks), common, marks })
}

fn pair(first: &Token, second: &Token, marks: Marks) -> Term {
    let hash = hash(&format!("{} {}", first.lower, second.lower));
    let marks = marks.with(Marks::NAME, true).with(Marks::PAIR, true);
    Term { hash, count: emphasis(marks), common: 0.0, marks }
}

/// Returns how much a place of a term counts.
fn emphasis(marks: Marks) -> f32 {
    if marks.has(Marks::HEADLINE) {
        2.0
    } else if marks.has(Marks::LEAD) {
        1.5
    } else {
        1.0
    }
}

/// Marks the tokens that are names by their capital; the first word of a sentence is one only if the
/// next is, or if no dictionary form of it is common.
pub(super) fn names(tokens: &[Token]) -> Vec<bool> {
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
        marks: same.iter().fold(Marks::NONE, |marks, it| marks.with(it.marks, true)),
        ..same[0]
    });
    merged.collect()
}

/// Hashes a term by FNV-1a, folded: the same on every machine and in every run.
pub(super) fn hash(term: &str) -> u32 {
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = term.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    (hash ^ (hash >> 32)) as u32
}
