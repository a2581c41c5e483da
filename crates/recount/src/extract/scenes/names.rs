//! Finds proper names in a stretch of text, to tell events apart by them.
//!
//! In: tokens. Out: runs of capitalised words in lower case, without weekdays, months, people of
//! countries, armed groups and words that are capitalised only because they begin a sentence.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::annotate::{Annotated, Sentence};
use crate::extract::{groups, people};
use crate::gazetteer;
use crate::model::Role;

/// The headline and the first two sentences, which name the main event.
pub(super) fn lead(annotated: &Annotated) -> impl Iterator<Item = &Sentence> {
    begins(annotated, 2)
}

/// The headline and the first sentence, which say what the article is about.
pub(super) fn opening(annotated: &Annotated) -> impl Iterator<Item = &Sentence> {
    begins(annotated, 1)
}

fn begins(annotated: &Annotated, sentences: usize) -> impl Iterator<Item = &Sentence> {
    let headlines = annotated.sentences.iter().filter(|it| it.role == Role::Headline);
    let told = |it: &&Sentence| matches!(it.role, Role::Body | Role::Standfirst);
    headlines.chain(annotated.sentences.iter().filter(told).take(sentences))
}

/// Names in `range`.
pub(super) fn of(annotated: &Annotated, range: &Range<usize>) -> BTreeSet<String> {
    runs(annotated, range).into_iter().map(|it| key(annotated, &it)).collect()
}

/// The name that the tokens of `run` make.
pub(super) fn key(annotated: &Annotated, run: &Range<usize>) -> String {
    let words: Vec<_> = annotated.tokens[run.clone()].iter().map(|it| it.lower.as_str()).collect();
    words.join(" ")
}

/// Runs of capitalised words in `range` that are names.
pub(super) fn runs(annotated: &Annotated, range: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        if opens_with_function_word(annotated, at) {
            at += 1;
            continue;
        }
        let end = run_end(annotated, at, range.end);
        if end > at && is_name(annotated, &(at..end)) {
            found.push(at..end);
        }
        at = end.max(at + 1);
    }
    found
}

/// "The Taliban", "In Kavaja": the first word has its capital from its place.
fn opens_with_function_word(annotated: &Annotated, at: usize) -> bool {
    annotated.sentence_of(at).tokens.start == at
        && people::is_function_word(&annotated.tokens[at].lower)
}

fn run_end(annotated: &Annotated, at: usize, end: usize) -> usize {
    if let Some(group) = groups::group_at(annotated, at, end) {
        return group.end;
    }
    let mut last = at;
    while last < end {
        let token = &annotated.tokens[last];
        let hyphen = token.lower == "-"
            && last > at
            && annotated.tokens.get(last + 1).is_some_and(|it| it.capital);
        if !token.capital && !hyphen {
            break;
        }
        last += 1;
    }
    last
}

fn is_name(annotated: &Annotated, run: &Range<usize>) -> bool {
    let first = &annotated.tokens[run.start];
    let sentence = annotated.sentence_of(run.start);
    let opens = sentence.tokens.start == run.start && run.len() == 1;
    let shouted = sentence.role == Role::Headline;
    let timed =
        annotated.times.iter().any(|it| it.tokens.end > run.start && it.tokens.start < run.end);
    let demonym = gazetteer::country_of_demonym(annotated.text(run)).is_some();
    let group = groups::group_at(annotated, run.start, run.end).is_some();
    !(opens || timed || demonym || group || shouted || first.lower == "i")
}
