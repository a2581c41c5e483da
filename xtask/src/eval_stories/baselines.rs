//! What grouping has to beat: every report alone, and the nearest report by TF-IDF.
//!
//! In: a set in order. Out: the story of each article.

use std::collections::{BTreeMap, BTreeSet};

use recount::annotate::Annotated;

use super::sets::Set;

/// Days that the nearest report may lie back.
const DAYS: i32 = 14;

/// Cosine from which on the nearest report's story is joined.
const LIKE: f64 = 0.20;

/// Makes each article a story.
pub(crate) fn singletons(set: &Set) -> Vec<usize> {
    (0..set.articles.len()).collect()
}

/// Joins each article to the story of the nearest of the last 14 days, by cosine over TF-IDF of lemmas
/// with the idf of what was seen so far, if it is 0.20 or more. Every earlier article is looked at.
pub(crate) fn nearest(set: &Set) -> Vec<usize> {
    let mut holders: BTreeMap<&str, f64> = BTreeMap::new();
    let mut vectors: Vec<BTreeMap<&str, f64>> = Vec::new();
    let mut stories = Vec::new();
    for (at, article) in set.articles.iter().enumerate() {
        let counts = counts(article);
        counts.keys().for_each(|it| *holders.entry(it).or_default() += 1.0);
        let all = (at + 1) as f64;
        let weighed =
            |(word, count): (&&'_ str, &f64)| (1.0 + count.ln()) * (all / holders[*word]).ln();
        let mut vector: BTreeMap<_, _> = counts.iter().map(|it| (*it.0, weighed(it))).collect();
        let length = vector.values().map(|it| it * it).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
        vector.values_mut().for_each(|it| *it /= length);
        let near = (0..at).filter(|it| close(article, &set.articles[*it]));
        let best = near.map(|it| (cosine(&vector, &vectors[it]), it));
        let best = best.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|it| it.0 >= LIKE);
        stories.push(best.map_or(at, |(_, it)| stories[it]));
        vectors.push(vector);
    }
    stories
}

fn counts(article: &Annotated) -> BTreeMap<&str, f64> {
    let mut counts = BTreeMap::new();
    let words = article.tokens.iter().filter(|it| it.is_word());
    words.for_each(|it| *counts.entry(it.lemma.as_str()).or_default() += 1.0);
    counts
}

fn close(one: &Annotated, other: &Annotated) -> bool {
    let day = |it: &Annotated| it.article.published.as_ref().map(|it| it.start.date());
    match (day(one), day(other)) {
        (Some(one), Some(other)) => (one - other).get_days().abs() <= DAYS,
        _ => true,
    }
}

fn cosine(one: &BTreeMap<&str, f64>, other: &BTreeMap<&str, f64>) -> f64 {
    one.iter().filter_map(|(word, weight)| Some(weight * other.get(word)?)).sum()
}

/// Returns the places of a set in the order of arrival when a fifth comes 1 to 30 days late.
///
/// Which are late, and how much, goes by the hash of their ids, so that every run is the same.
pub(crate) fn delayed(set: &Set) -> Vec<usize> {
    let hash = |it: &Annotated| {
        let bytes = it.article.id.0.bytes();
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        }) >> 20
    };
    let arrival = |at: &usize| {
        let article = &set.articles[*at];
        let hash = hash(article);
        let late = if hash.is_multiple_of(5) { 1 + (hash / 5) % 30 } else { 0 };
        let day = article.article.published.as_ref().map(|it| it.start.date());
        let day = day.map(|it| it.saturating_add(jiff::Span::new().days(late as i64)));
        (day.is_none(), day, *at)
    };
    let order: BTreeSet<_> = (0..set.articles.len()).map(|it| arrival(&it)).collect();
    order.into_iter().map(|it| it.2).collect()
}
