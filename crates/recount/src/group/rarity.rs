//! Learns from what has been seen how rare a term is, and weighs articles by it.
//!
//! In: sketches, one after the other. Out: a vector for each. Starts cold with a bundled table of
//! ordinary English (`data/common_words.tsv`), which counts as a number of articles seen, so that a
//! first article is weighed well and a thousandth by what is common in the news at hand.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::settings::Settings;
use super::sketch::Sketch;
use super::terms::{Marks, Term};
use super::vector::{Vector, Weighted};

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
    pub(super) fn vector(&self, sketch: &Sketch, settings: &Settings) -> Vector {
        let seen = self.seen as f32 + 1.0;
        let weighted = |it| self.weighted(it, seen, settings);
        Vector::new(sketch.terms.iter().map(weighted).collect())
    }

    /// Counts the terms of an article; those that are not `new` to its story count as `known`.
    pub(super) fn learn(&mut self, sketch: &Sketch, new: impl Fn(u32) -> bool, known: f32) {
        self.seen += 1;
        for term in &sketch.terms {
            let count = if new(term.hash) { 1.0 } else { known };
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

    fn weighted(&self, term: &Term, seen: f32, settings: &Settings) -> Weighted {
        let Settings { table, name, .. } = *settings;
        let holders =
            self.holders.get(&term.hash).copied().unwrap_or(0.0) + 1.0 + term.common * table;
        let rarity = ((seen + table) / (holders + 1.0)).ln().max(0.0);
        let name = if term.marks.has(Marks::NAME) { name } else { 1.0 };
        Weighted {
            hash: term.hash,
            weight: (1.0 + term.count.ln()) * rarity * name,
            rarity: rarity / (seen + table).ln(),
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
