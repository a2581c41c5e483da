//! Compares two articles by their weighted terms.
//!
//! In: the terms of an article with their weights. Out: how much of it another has too. Weights are
//! fixed when the article comes and never change afterwards.

use serde::{Deserialize, Serialize};

use super::terms::Marks;

/// A weighted term.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Weighted {
    /// Hash of the term.
    pub(super) hash: u32,
    /// Its weight in this article.
    pub(super) weight: f32,
    /// How rare it was when the article came: 0 in every article, 1 in no other.
    pub(super) rarity: f32,
    /// What sort of term it is here.
    pub(super) marks: Marks,
}

/// The terms of an article with their weights, sorted by hash.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Vector {
    pub(super) terms: Vec<Weighted>,
    /// Lengths over all terms, over those of the headline and over those of the lead.
    norms: [f32; 3],
}

/// How much two vectors have in common.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Common {
    /// Cosine over all terms.
    pub(super) all: f32,
    /// Cosine over the terms of the headlines.
    pub(super) headlines: f32,
    /// Cosine over the terms of the leads.
    pub(super) leads: f32,
    /// What both have, by the length of the lesser vector.
    pub(super) contained: f32,
    /// Rare terms that both have, each counted by how rare it is.
    pub(super) rare: f32,
    /// Rare pairs of words of a name that both have, each counted by how rare it is.
    pub(super) pairs: f32,
}

/// How rare a term must be to tell something beyond its weight; two in a hundred articles have it.
const RARE: f32 = 0.55;

impl Vector {
    /// Makes a vector of terms that are sorted by hash.
    pub(super) fn new(terms: Vec<Weighted>) -> Self {
        let norm = |kept: Marks| {
            let kept = terms.iter().filter(|it| it.marks.has(kept));
            kept.map(|it| it.weight * it.weight).sum::<f32>().sqrt().max(f32::MIN_POSITIVE)
        };
        let norms = [norm(Marks::NONE), norm(Marks::HEADLINE), norm(Marks::LEAD)];
        Self { terms, norms }
    }

    /// Returns the length of the vector.
    pub(super) fn norm(&self) -> f32 {
        self.norms[0]
    }

    /// Whether a term is among them.
    pub(super) fn has(&self, hash: u32) -> bool {
        self.terms.binary_search_by_key(&hash, |it| it.hash).is_ok()
    }

    /// Returns its `most` weightiest terms, those of its headline first and then the weightiest first.
    ///
    /// A page that was saved with its menus has more words of menus than of news, but its headline is
    /// that of the news.
    pub(super) fn weightiest(&self, most: usize) -> Vec<Weighted> {
        let mut terms = self.terms.clone();
        let headline = |it: &Weighted| it.marks.has(Marks::HEADLINE);
        terms.sort_unstable_by(|a, b| {
            let heavier = || b.weight.total_cmp(&a.weight).then(a.hash.cmp(&b.hash));
            headline(b).cmp(&headline(a)).then_with(heavier)
        });
        terms.truncate(most);
        terms
    }

    /// Forgets all but its `most` weightiest terms; its length stays what it was.
    pub(super) fn cut(&mut self, most: usize) {
        self.terms = self.weightiest(most);
        self.terms.sort_unstable_by_key(|it| it.hash);
        self.terms.shrink_to_fit();
    }

    /// Compares two vectors by what both have.
    pub(super) fn common(&self, other: &Self) -> Common {
        let mut sum = Common::default();
        let mut rest = other.terms.as_slice();
        for one in &self.terms {
            let ahead = rest.iter().take_while(|it| it.hash < one.hash).count();
            rest = &rest[ahead..];
            match rest.first() {
                Some(two) if two.hash == one.hash => sum.add(one, two),
                Some(_) => {}
                None => break,
            }
        }
        sum.contained = sum.all / self.norm().min(other.norm()).powi(2);
        let cosine = |dot: f32, at: usize| dot / (self.norms[at] * other.norms[at]);
        (sum.all, sum.headlines, sum.leads) =
            (cosine(sum.all, 0), cosine(sum.headlines, 1), cosine(sum.leads, 2));
        sum
    }
}

impl Common {
    fn add(&mut self, one: &Weighted, two: &Weighted) {
        let product = one.weight * two.weight;
        let both = |mark: Marks| f32::from(one.marks.has(mark) && two.marks.has(mark));
        self.all += product;
        self.headlines += product * both(Marks::HEADLINE);
        self.leads += product * both(Marks::LEAD);
        let rare = (one.rarity.min(two.rarity) - RARE).max(0.0);
        let pair = both(Marks::PAIR);
        self.pairs += rare * pair;
        self.rare += rare * (1.0 - pair);
    }
}
