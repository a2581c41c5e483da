//! Joins tied articles into families.
//!
//! In: ties, the strongest first. Out: a partition of the articles. A report that took paragraphs from
//! two texts belongs to the one it took more from, and never makes one family of the two.

use super::ties::Tie;

/// Share of the shorter text from which on it is taken to be a cut of the longer.
///
/// One wire text may be cut to its first half by one outlet and to its second by another; the two
/// cuts share nothing and are yet of one family.
const CUT: f64 = 0.5;

/// Share of both texts from which on one is a reprint of the other.
///
/// A reprint may lack its last paragraph or have another title; an edited text has less in common.
const REPRINT: f64 = 0.9;

/// Returns the families that ties of at least `least` share make, each sorted, by first member.
pub(super) fn families(articles: usize, ties: &[Tie], least: f64) -> Vec<Vec<usize>> {
    let pairs = tied_pairs(ties);
    let mut joined = Joined::new(articles);
    let mut nearest: Vec<Option<usize>> = vec![None; articles];
    for tie in ties.iter().filter(|it| it.share >= least) {
        let mixed = |one: usize, other| nearest[one].is_some_and(|it| !is_tied(&pairs, it, other));
        let mixed = mixed(tie.short, tie.long) || mixed(tie.long, tie.short);
        if mixed && tie.share < CUT {
            continue;
        }
        // A reprint has the ties of its original, and so cannot tell from where it took what.
        if tie.share_of_long < REPRINT {
            nearest[tie.short].get_or_insert(tie.long);
            nearest[tie.long].get_or_insert(tie.short);
        }
        joined.join(tie.short, tie.long);
    }
    joined.parts()
}

/// Returns all ties as pairs, the doubtful ones among them.
fn tied_pairs(ties: &[Tie]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<_> = ties.iter().map(|it| ordered(it.short, it.long)).collect();
    pairs.sort_unstable();
    pairs
}

fn is_tied(pairs: &[(usize, usize)], one: usize, other: usize) -> bool {
    one == other || pairs.binary_search(&ordered(one, other)).is_ok()
}

fn ordered(one: usize, other: usize) -> (usize, usize) {
    (one.min(other), one.max(other))
}

/// Sets that only grow together; each is known by its smallest member.
pub(super) struct Joined(Vec<usize>);

impl Joined {
    /// Makes a set of each of `count` members.
    pub(super) fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn first(&mut self, member: usize) -> usize {
        let mut at = member;
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    /// Makes one set of the two that hold `one` and `other`.
    pub(super) fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.first(one), self.first(other));
        self.0[one.max(other)] = one.min(other);
    }

    /// Returns the sets, each sorted, by their first member.
    pub(super) fn parts(mut self) -> Vec<Vec<usize>> {
        let mut parts = vec![Vec::new(); self.0.len()];
        for member in 0..self.0.len() {
            let first = self.first(member);
            parts[first].push(member);
        }
        parts.retain(|it| !it.is_empty());
        parts
    }
}
