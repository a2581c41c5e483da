//! Learns from what has been seen how rare a term is, and weighs articles by it.
//!
//! In: sketches, one after the other. Out: a vector for each. Starts cold with a bundled table of
//! ordinary English (`data/common_words.tsv`), which counts as a number of articles seen, so that a
//! first article is weighed well and a thousandth by what is common in the news at hand.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::sketch::Sketch;
use super::terms::{Marks, Term};
use super::vector::{Vector, Weighted};

/// What the table of common words counts for, in articles: until so many have been seen it weighs
/// more than they do.
///
/// With a thousand, the name of the town and the words of the trade ("robbed", "inspector") pass for
/// rare in a small batch from one town, and its incidents run into each other. Chosen by hand.
const TABLE: f32 = 100.0;

/// What a name weighs more than another word.
const NAME: f32 = 1.5;

/// What an article counts for a term that its story had before.
///
/// With 1 the name that a story is about passes for common once many have told of it, and its later
/// reports are lost; with 0 what a site prints on each page passes for rare. Chosen by hand between them.
const KNOWN: f32 = 0.4;

/// Terms that are counted. When there are more, those that fewest articles have are forgotten, which
/// hardly differ from those that none has: what is remembered stays bounded.
const COUNTED: usize = 1 << 20;

/// How many articles have each term.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Rarity {
    seen: u32,
    holders: BTreeMap<u32, f32>,
}

impl Rarity {
    /// Weighs the terms of an article by how few have them.
    pub(super) fn vector(&self, sketch: &Sketch) -> Vector {
        let seen = self.seen as f32 + 1.0;
        Vector::new(sketch.terms.iter().map(|it| self.weighted(it, seen)).collect())
    }

    /// Counts the terms of an article; those that are not `new` to its story count less.
    pub(super) fn learn(&mut self, sketch: &Sketch, new: impl Fn(u32) -> bool) {
        self.seen += 1;
        for term in &sketch.terms {
            let count = if new(term.hash) { 1.0 } else { KNOWN };
            *self.holders.entry(term.hash).or_default() += count;
        }
        if self.holders.len() > COUNTED {
            self.forget();
        }
    }

    /// Forgets the rarest terms until half of the room is free, so that it is seldom done.
    fn forget(&mut self) {
        let mut least = 1.0;
        while self.holders.len() > COUNTED / 2 {
            self.holders.retain(|_, count| *count > least);
            least *= 2.0;
        }
    }

    fn weighted(&self, term: &Term, seen: f32) -> Weighted {
        let holders =
            self.holders.get(&term.hash).copied().unwrap_or(0.0) + 1.0 + term.common * TABLE;
        let rarity = ((seen + TABLE) / (holders + 1.0)).ln().max(0.0);
        let name = if term.marks.has(Marks::NAME) { NAME } else { 1.0 };
        Weighted {
            hash: term.hash,
            weight: (1.0 + term.count.ln()) * rarity * name,
            rarity: rarity / (seen + TABLE).ln(),
            marks: term.marks,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_too_many_terms_are_counted_half_the_room_is_freed_at_once() {
        let twice = (0..COUNTED as u32).map(|it| (it, 2.0));
        let mut rarity = Rarity { seen: 9, holders: twice.collect() };
        rarity.holders.insert(u32::MAX, 50.0);
        rarity.forget();
        assert_eq!(rarity.holders, BTreeMap::from([(u32::MAX, 50.0)]));
    }
}
