//! Counts how many reports of a story are independent.
//!
//! In: the ties and the families made of them. Out: the number of families, what it would be if every
//! doubtful tie were a copy and if none were, and why. A report is never counted twice.

use super::citations::citations;
use super::families::{Joined, families};
use super::ties::{CERTAIN, COPY, Tie};
use crate::annotate::Annotated;
use crate::model::Independent;

/// Counts the independent reports among `story`, whose families are `parts`.
pub(super) fn independent(story: &[&Annotated], ties: &[Tie], parts: &[Vec<usize>]) -> Independent {
    let best = parts.len();
    let low = if_doubtful_are_copies(story, ties, parts);
    let high = families(story.len(), ties, CERTAIN).len().max(best);
    let reason = reason(story.len(), ties, parts, low, high);
    Independent { low, best, high, reason }
}

/// Counts the families if shared wording below [`COPY`], a common credit or a citation were a copy.
fn if_doubtful_are_copies(story: &[&Annotated], ties: &[Tie], parts: &[Vec<usize>]) -> usize {
    let mut joined = Joined::new(story.len());
    for part in parts {
        part.windows(2).for_each(|pair| joined.join(pair[0], pair[1]));
    }
    ties.iter().for_each(|it| joined.join(it.short, it.long));
    citations(story).iter().for_each(|(citing, cited)| joined.join(*citing, *cited));
    common_credits(story).iter().for_each(|(one, other)| joined.join(*one, *other));
    joined.parts().len()
}

/// Returns neighbours among the articles that credit one agency for their text.
fn common_credits(story: &[&Annotated]) -> Vec<(usize, usize)> {
    let articles = story.iter().enumerate();
    let mut credits: Vec<_> = articles
        .flat_map(|(at, it)| it.article.credits.iter().map(move |name| (name, at)))
        .collect();
    credits.sort_unstable();
    let same = credits.windows(2).filter(|pair| pair[0].0 == pair[1].0);
    same.map(|pair| (pair[0].1, pair[1].1)).collect()
}

fn reason(articles: usize, ties: &[Tie], parts: &[Vec<usize>], low: usize, high: usize) -> String {
    let shared: Vec<_> = parts.iter().filter(|it| it.len() > 1).collect();
    let texts = shared.iter().map(|it| {
        let range = share_range(ties, it);
        format!("{} of {articles} share one text ({range} of three-word runs)", it.len())
    });
    let mut clauses: Vec<_> = texts.collect();
    if clauses.is_empty() {
        clauses.push("no two share a text".to_owned());
    }
    if low < parts.len() {
        clauses.push(format!("{low} if shared wording, credits and citations were copies"));
    }
    if high > parts.len() {
        clauses.push(format!("{high} if only the certain ties were"));
    }
    clauses.join("; ")
}

fn share_range(ties: &[Tie], family: &[usize]) -> String {
    let inside = |it: &&Tie| family.contains(&it.short) && family.contains(&it.long);
    let shares =
        ties.iter().filter(inside).filter(|it| it.share >= COPY).map(|it| it.share * 100.0);
    let (low, high) =
        shares.fold((100.0_f64, 0.0_f64), |(low, high), it| (low.min(it), high.max(it)));
    let (low, high) = (low.round(), high.round());
    if low < high { format!("{low}–{high} %") } else { format!("{high} %") }
}
