//! Reads the data files under `data/`: tab-separated rows, one a line.
//!
//! In: the text of a file, embedded at build time. Out: its rows as cells. Lines that are blank or
//! begin with `#` are for people and are skipped. A cell `-` stands for "nothing" where a file says
//! so; [`several`] knows it.

use std::collections::BTreeSet;

/// Returns the rows of a data file, each as its cells.
pub(crate) fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let told = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    told.map(|line| line.split('\t').map(str::trim).collect())
}

/// Returns the values of a cell that holds several between `|`; none for `-`.
pub(crate) fn several(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('|').map(str::trim).filter(|value| !value.is_empty() && *value != "-")
}

/// Returns the words of the rows whose second cell names `kind`, alone or among others.
pub(crate) fn of_kind(text: &'static str, kind: &str) -> BTreeSet<&'static str> {
    let told = rows(text).filter(|row| row[1].split(' ').any(|it| it == kind));
    told.map(|row| row[0]).collect()
}

/// Tells most words that are in no row of a lexicon without looking them up.
///
/// A text is looked through once for each lexicon, and nearly all of its words are in none: sorting
/// them out by length and first letters takes a seventh off the whole run (`eval/speed.md`).
#[derive(Debug, Clone)]
pub(crate) struct Sieve {
    bits: [u64; 64],
}

impl Sieve {
    /// Makes the sieve of `words`.
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut sieve = Self { bits: [0; 64] };
        for word in words {
            let place = place(word);
            sieve.bits[place / 64] |= 1 << (place % 64);
        }
        sieve
    }

    /// Returns whether `word` may be one of the words; `false` is certain.
    pub(crate) fn may_hold(&self, word: &str) -> bool {
        let place = place(word);
        self.bits[place / 64] >> (place % 64) & 1 == 1
    }
}

/// One of 4,096 places, by the length of a word and its first and last bytes.
fn place(word: &str) -> usize {
    let bytes = word.as_bytes();
    let byte = |at: usize| bytes.get(at).copied().map_or(0, usize::from);
    let last = bytes.last().copied().map_or(0, usize::from);
    (byte(0) * 31 + byte(1) * 7 + last * 131 + bytes.len() * 17) % 4096
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_blank_lines_are_for_people() {
        let found: Vec<_> = rows("# a head\n\none\ttwo\nthree\n").collect();
        assert_eq!(found, [vec!["one", "two"], vec!["three"]]);
    }

    #[test]
    fn a_sieve_lets_every_word_of_its_own_through() {
        let sieve = Sieve::of(["kill", "shoot", "ü"]);
        assert!(["kill", "shoot", "ü"].iter().all(|it| sieve.may_hold(it)));
        assert!(!sieve.may_hold("bridge"));
    }

    #[test]
    fn a_dash_is_an_empty_cell() {
        assert_eq!(several("AP|A.P.").collect::<Vec<_>>(), ["AP", "A.P."]);
        assert_eq!(several("-").count(), 0);
    }
}
