//! Pairs things one to one so that the pairs are worth most.
//!
//! In: what each pair is worth, `None` where a pair is not allowed. Out: the pairs. Every way is tried:
//! an article has a handful of templates.

use std::collections::BTreeMap;

/// Returns the pairs of rows and columns that are worth most together.
pub(super) fn best_pairs(worth: &[Vec<Option<f64>>]) -> Vec<(usize, usize)> {
    Search { worth, known: BTreeMap::new() }.from(0, 0).1
}

/// What pairs are worth together, and the pairs.
type Pairing = (f64, Vec<(usize, usize)>);

struct Search<'a> {
    worth: &'a [Vec<Option<f64>>],
    known: BTreeMap<(usize, u64), Pairing>,
}

impl Search<'_> {
    fn from(&mut self, row: usize, used: u64) -> Pairing {
        if row == self.worth.len() {
            return (0.0, Vec::new());
        }
        if let Some(known) = self.known.get(&(row, used)) {
            return known.clone();
        }
        let mut best = self.from(row + 1, used);
        for column in 0..self.worth[row].len() {
            let free = used >> column & 1 == 0;
            let Some(worth) = self.worth[row][column].filter(|_| free) else { continue };
            let (rest, mut pairs) = self.from(row + 1, used | 1 << column);
            if rest + worth > best.0 {
                pairs.push((row, column));
                best = (rest + worth, pairs);
            }
        }
        self.known.insert((row, used), best.clone());
        best
    }
}

#[cfg(test)]
mod tests {
    use super::best_pairs;

    #[test]
    fn a_good_pair_gives_way_to_two_that_are_better() {
        let worth = [vec![Some(3.0), Some(2.0)], vec![Some(2.0), None]];
        assert_eq!(best_pairs(&worth), [(1, 0), (0, 1)]);
    }
}
