//! Knows which families have a run of words.
//!
//! In: runs and the family that has them. Out: the families that share enough of them with a text. A run
//! that many families have is a stock phrase or a site's furniture, and tells nothing.

use std::collections::BTreeMap;

/// The families that have each run, the first ones only.
#[derive(Debug, Clone, Default)]
pub(super) struct Holders {
    /// The first family; most runs have no other.
    first: BTreeMap<u32, u32>,
    /// The families after it, of runs that have any.
    more: BTreeMap<u32, Vec<u32>>,
}

impl Holders {
    /// Notes that `family` has `run`, unless `stock` families have it already.
    pub(super) fn note(&mut self, run: u32, family: u32, stock: usize) {
        let first = *self.first.entry(run).or_insert(family);
        if first == family {
            return;
        }
        let more = self.more.entry(run).or_default();
        if more.len() + 1 < stock && !more.contains(&family) {
            more.push(family);
        }
    }

    /// Whether `stock` families have `run`.
    pub(super) fn is_stock(&self, run: u32, stock: usize) -> bool {
        self.more.get(&run).map_or(0, Vec::len) + 1 >= stock
    }

    /// Counts the rare runs that each family shares with a text.
    pub(super) fn shared(&self, runs: &[u32], stock: usize) -> BTreeMap<u32, usize> {
        let mut shared = BTreeMap::new();
        for run in runs.iter().filter(|it| !self.is_stock(**it, stock)) {
            let more = self.more.get(run).into_iter().flatten();
            let holders = self.first.get(run).into_iter().chain(more);
            holders.for_each(|it| *shared.entry(*it).or_default() += 1);
        }
        shared
    }
}
