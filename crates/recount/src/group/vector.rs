//! Weighs the terms of an article and compares two articles by them.
//!
//! In: terms, and how many of the articles seen had each. Out: a vector of weights; the cosine of two
//! vectors, over all terms, over names only, and over headlines. Weights are fixed when the article
//! comes and never change afterwards.

/// A weighted term.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weighted {
    /// Hash of the term.
    pub(super) hash: u64,
    /// Its weight.
    pub(super) weight: f32,
    /// Whether it is a name.
    pub(super) name: bool,
    /// Whether it stands in the headline.
    pub(super) headline: bool,
}

/// The terms of an article with their weights, sorted by hash.
#[derive(Debug, Clone)]
pub(super) struct Vector {
    pub(super) terms: Vec<Weighted>,
    all: f32,
    names: f32,
    headline: f32,
}

/// How like two vectors are: cosines between 0 and 1.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cosines {
    /// Over all terms.
    pub(super) all: f32,
    /// Over names.
    pub(super) names: f32,
    /// Over the terms of the headlines.
    pub(super) headlines: f32,
}

impl Vector {
    /// Makes a vector of terms that are sorted by hash.
    pub(super) fn new(terms: Vec<Weighted>) -> Self {
        let norm = |kept: fn(&&Weighted) -> bool| {
            terms.iter().filter(kept).map(|it| it.weight * it.weight).sum::<f32>().sqrt()
        };
        let (all, names, headline) = (norm(|_| true), norm(|it| it.name), norm(|it| it.headline));
        Self { terms, all, names, headline }
    }

    /// Returns the length of the vector.
    pub(super) fn norm(&self) -> f32 {
        self.all.max(f32::MIN_POSITIVE)
    }

    /// Compares two vectors by what both have.
    pub(super) fn cosines(&self, other: &Self) -> Cosines {
        let (mut all, mut names, mut headlines) = (0.0, 0.0, 0.0);
        let mut rest = other.terms.iter().peekable();
        for one in &self.terms {
            while rest.next_if(|it| it.hash < one.hash).is_some() {}
            let Some(two) = rest.next_if(|it| it.hash == one.hash) else { continue };
            let product = one.weight * two.weight;
            all += product;
            names += if one.name && two.name { product } else { 0.0 };
            headlines += if one.headline && two.headline { product } else { 0.0 };
        }
        let cosine = |dot: f32, a: f32, b: f32| if a * b > 0.0 { dot / (a * b) } else { 0.0 };
        Cosines {
            all: cosine(all, self.all, other.all),
            names: cosine(names, self.names, other.names),
            headlines: cosine(headlines, self.headline, other.headline),
        }
    }
}
