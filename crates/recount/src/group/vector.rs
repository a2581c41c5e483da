//! Weighs the terms of an article and compares two articles by them.
//!
//! In: terms, and how many of the articles seen had each. Out: a vector of weights; how much of it
//! another has too. Weights are fixed when the article comes and never change afterwards.

use super::terms::Marks;

/// A weighted term.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weighted {
    /// Hash of the term.
    pub(super) hash: u64,
    /// Its weight in this article.
    pub(super) weight: f32,
    /// How rare it was when the article came: 0 in every article, 1 in no other.
    pub(super) rarity: f32,
    /// What sort of term it is here.
    pub(super) marks: Marks,
}

/// The terms of an article with their weights, sorted by hash.
#[derive(Debug, Clone)]
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
        let norm = |kept: fn(&Marks) -> bool| {
            let kept = terms.iter().filter(|it| kept(&it.marks));
            kept.map(|it| it.weight * it.weight).sum::<f32>().sqrt().max(f32::MIN_POSITIVE)
        };
        let norms = [norm(|_| true), norm(|it| it.headline), norm(|it| it.lead)];
        Self { terms, norms }
    }

    /// Returns the length of the vector.
    pub(super) fn norm(&self) -> f32 {
        self.norms[0]
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
        let both = |mark: fn(&Marks) -> bool| f32::from(mark(&one.marks) && mark(&two.marks));
        self.all += product;
        self.headlines += product * both(|it| it.headline);
        self.leads += product * both(|it| it.lead);
        let rare = (one.rarity.min(two.rarity) - RARE).max(0.0);
        let pair = both(|it| it.pair);
        self.pairs += rare * pair;
        self.rare += rare * (1.0 - pair);
    }
}
