//! Keeps what later articles are compared with, within bounds.
//!
//! In: compared articles by number. Out: the candidates of a new one. Of a closed story a few articles
//! stay, cut to their weightiest terms: enough for a late report to find it and open it again.

use std::collections::BTreeMap;

use super::index::Index;
use super::likeness::{Compared, Likeness, likeness};

/// Articles that stay of a closed story: its first and its last ones.
const STAY: usize = 3;

/// The articles that can be compared.
#[derive(Debug, Clone, Default)]
pub(super) struct WorkingSet {
    articles: BTreeMap<u32, Compared>,
    index: Index,
    whole: usize,
    cut: std::collections::BTreeSet<u32>,
}

impl WorkingSet {
    /// Adds an article; its number is higher than every number added before.
    pub(super) fn add(&mut self, number: u32, compared: Compared) {
        self.index.add(number, &compared.vector);
        self.articles.insert(number, compared);
        self.whole += 1;
    }

    /// Returns the articles most like `compared`, by number, and how like they are.
    pub(super) fn likes(&mut self, compared: &Compared) -> Vec<(Likeness, u32)> {
        let candidates = self.index.candidates(&compared.vector);
        let known = candidates.into_iter().filter_map(|it| Some((self.articles.get(&it)?, it)));
        known.map(|(other, it)| (likeness(compared, other), it)).collect()
    }

    /// Returns what is compared of an article, if it is still known.
    pub(super) fn get(&self, number: u32) -> Option<&Compared> {
        self.articles.get(&number)
    }

    /// Cuts what is kept of a story down to what it needs to be found again: `terms` of a few articles.
    pub(super) fn close(&mut self, members: &[u32], terms: usize) {
        let known: Vec<_> =
            members.iter().copied().filter(|it| self.articles.contains_key(it)).collect();
        for (at, number) in known.iter().enumerate() {
            let stays = at == 0 || at + STAY > known.len();
            self.shrink(*number, if stays { terms } else { 0 });
        }
    }

    fn shrink(&mut self, number: u32, terms: usize) {
        let Some(compared) = self.articles.get_mut(&number) else { return };
        self.index.cut(number, &compared.vector, terms);
        compared.vector.cut(terms);
        self.whole -= usize::from(!self.cut.contains(&number));
        if terms == 0 {
            self.articles.remove(&number);
            self.cut.remove(&number);
        } else {
            self.cut.insert(number);
        }
    }

    /// Forgets an article of a story that has many others.
    pub(super) fn drop(&mut self, number: u32) {
        self.shrink(number, 0);
    }

    /// Returns how many articles are kept whole.
    pub(super) fn whole(&self) -> usize {
        self.whole
    }

    /// Returns what is kept, so that it can be saved: the articles and which of them are cut.
    pub(super) fn kept(&self) -> (Vec<(u32, &Compared)>, Vec<u32>) {
        (
            self.articles.iter().map(|(at, it)| (*at, it)).collect(),
            self.cut.iter().copied().collect(),
        )
    }

    /// Makes the working set of what was kept.
    pub(super) fn of(kept: Vec<(u32, Compared)>, cut: Vec<u32>) -> Self {
        let mut set = Self { cut: cut.into_iter().collect(), ..Self::default() };
        for (number, compared) in kept {
            set.add(number, compared);
        }
        set.whole -= set.cut.len();
        set
    }
}
