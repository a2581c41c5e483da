//! Finds the articles that share rare terms with a new one.
//!
//! In: vectors, one after the other. Out: for a new vector, the few earlier articles whose weightiest
//! terms it shares most of. Never looks at an article that shares none.

use std::collections::BTreeMap;

use super::vector::{Vector, Weighted};

/// Terms of an article that are indexed, the weightiest first.
const TERMS: usize = 40;

/// The newest articles of a term that are looked at; a term that more have says little.
const POSTINGS: usize = 400;

/// Candidates that are compared in full.
const CANDIDATES: usize = 24;

/// Which articles have which of their weightiest terms.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    postings: BTreeMap<u64, Vec<(u32, f32)>>,
    scores: Vec<f32>,
}

impl Index {
    /// Returns the numbers of the articles most like `vector`, best first.
    pub(super) fn candidates(&mut self, vector: &Vector) -> Vec<u32> {
        let mut touched = Vec::new();
        for term in weightiest(vector) {
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

    /// Adds the next article.
    pub(super) fn add(&mut self, vector: &Vector) {
        let article =
            u32::try_from(self.scores.len()).expect("fewer than four billion open articles");
        self.scores.push(0.0);
        let norm = vector.norm();
        for term in weightiest(vector) {
            self.postings.entry(term.hash).or_default().push((article, term.weight / norm));
        }
    }
}

fn weightiest(vector: &Vector) -> Vec<Weighted> {
    let mut terms = vector.terms.clone();
    terms.sort_unstable_by(|a, b| b.weight.total_cmp(&a.weight).then(a.hash.cmp(&b.hash)));
    terms.truncate(TERMS);
    terms
}
