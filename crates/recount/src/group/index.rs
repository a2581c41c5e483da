//! Finds the articles that share rare terms with a new one.
//!
//! In: vectors with their numbers. Out: for a new vector, the few earlier articles whose weightiest
//! terms it shares most of. Never looks at an article that shares none.

use std::collections::BTreeMap;

use super::vector::Vector;

/// Terms of an article that are indexed, the weightiest first.
const TERMS: usize = 40;

/// The newest articles of a term that are looked at; a term that more have says little.
const POSTINGS: usize = 400;

/// Candidates that are compared in full.
const CANDIDATES: usize = 24;

/// Which articles have which of their weightiest terms.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    postings: BTreeMap<u32, Vec<(u32, f32)>>,
    scores: Vec<f32>,
}

impl Index {
    /// Returns the numbers of the articles most like `vector`, best first.
    pub(super) fn candidates(&mut self, vector: &Vector) -> Vec<u32> {
        let mut touched = Vec::new();
        for term in vector.weightiest(TERMS) {
            let Some(list) = self.postings.get(&term.hash) else { continue };
            for (article, weight) in list.iter().rev().take(POSTINGS) {
                let score = &mut self.scores[*article as usize];
                if *score == 0.0 {
                    touched.push(*article);
                }
                *score += weight * term.weight;
            }
        }
        let mut found: Vec<_> = touched
            .iter()
            .map(|it| (std::mem::take(&mut self.scores[*it as usize]), *it))
            .collect();
        found.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        found.into_iter().take(CANDIDATES).map(|(_, article)| article).collect()
    }

    /// Adds an article; its number is higher than every number in the index.
    pub(super) fn add(&mut self, article: u32, vector: &Vector) {
        self.scores.resize(article as usize + 1, 0.0);
        let norm = vector.norm();
        for term in vector.weightiest(TERMS).iter().filter(|it| it.weight > 0.0) {
            self.postings.entry(term.hash).or_default().push((article, term.weight / norm));
        }
    }

    /// Removes the terms of an article beyond its `kept` weightiest.
    pub(super) fn cut(&mut self, article: u32, vector: &Vector, kept: usize) {
        for term in vector.weightiest(TERMS).iter().skip(kept) {
            let Some(list) = self.postings.get_mut(&term.hash) else { continue };
            if let Ok(at) = list.binary_search_by_key(&article, |it| it.0) {
                list.remove(at);
            }
            if list.is_empty() {
                self.postings.remove(&term.hash);
            }
        }
    }
}
