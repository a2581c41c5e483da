//! Tells what sort of report an article is: news, a look back, or a page of several events.
//!
//! In: an annotated article. Out: its shape. A look back does not join an old story; a round-up joins
//! none and brings none together.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::terms;
use super::words::{LOOK_BACK, ROUND_UP, holds};
use crate::annotate::{Annotated, Sentence};
use crate::model::Role;

/// What sort of report an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// It tells news of one event, as far as anybody can see.
    News,
    /// It looks back at an old event.
    LookBack,
    /// It covers several events one after another.
    RoundUp,
}

/// Sentences in which a look back says that it is one: headline and opening.
const OPENING: usize = 3;

/// Tells the shape of `annotated`.
pub(super) fn shape(annotated: &Annotated) -> Shape {
    let headline = |it: &&Sentence| it.role == Role::Headline;
    let headlines = annotated.sentences.iter().filter(headline);
    let named = headlines.into_iter().any(|it| holds(annotated.words(it), &ROUND_UP));
    if named && coherence(annotated).is_some_and(|it| it < COHERENT) {
        return Shape::RoundUp;
    }
    let opening = annotated.sentences.iter().take(OPENING);
    let looks_back = opening.into_iter().any(|it| holds(annotated.words(it), &LOOK_BACK));
    if looks_back { Shape::LookBack } else { Shape::News }
}

/// Share of names told again below which a text turns from one event to others.
///
/// Set by judgement on invented pages, where one event gives a third and more and a round-up a tenth; a
/// headline must say so too, since a long report with many voices can be as low.
const COHERENT: f64 = 0.25;

/// Fewest parts of a text that can cover several events.
const PARTS: usize = 4;

/// Words of a part, made of whole paragraphs.
const WORDS: usize = 60;

/// Returns the share of a text's names that stand in more than one part of it; `None` if it has too
/// few parts to tell.
///
/// A report of one event names its people and places again and again; a round-up turns to others.
fn coherence(annotated: &Annotated) -> Option<f64> {
    let mut parts: Vec<BTreeSet<u32>> = vec![BTreeSet::new()];
    let mut words = 0;
    let body = annotated.sentences.iter().filter(|it| it.role == Role::Body);
    let body: Vec<_> = body.collect();
    for paragraph in body.chunk_by(|a, b| a.paragraph == b.paragraph) {
        if words >= WORDS {
            parts.push(BTreeSet::new());
            words = 0;
        }
        for sentence in paragraph {
            let tokens = annotated.words(sentence);
            words += tokens.len();
            let names = terms::names(tokens);
            let named = tokens.iter().zip(names).filter(|(it, name)| *name && it.is_word());
            let part = parts.last_mut().expect("it begins with one");
            part.extend(named.map(|(it, _)| terms::hash(&it.lemma)));
        }
    }
    if parts.len() < PARTS {
        return None;
    }
    let mut held: BTreeMap<u32, usize> = BTreeMap::new();
    parts.iter().flatten().for_each(|it| *held.entry(*it).or_default() += 1);
    let mentions: usize = held.values().sum();
    let again: usize = held.values().filter(|it| **it > 1).sum();
    Some(again as f64 / mentions.max(1) as f64)
}
