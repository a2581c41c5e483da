//! Sets of characters, such as `[a-z\d_]`.
//!
//! In: ranges and kinds of characters. Out: a [`Class`] that says quickly what belongs to it.

use crate::chars::{fold, is_decimal, is_space, is_word};

/// A kind of character with a short name in patterns.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Digit,
    Space,
    Word,
}

/// A set of characters.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Class {
    /// Bit for each ASCII character that belongs.
    ascii: u128,
    /// Sorted, and apart from each other.
    ranges: Vec<(char, char)>,
    kinds: Vec<(Kind, bool)>,
    negated: bool,
    fold: bool,
}

impl Class {
    /// Returns the set of what lies in `ranges` or is of one of `kinds` (`false`: is not of it).
    ///
    /// `negated` means all others; with `folded`, case is ignored.
    pub(super) fn new(
        ranges: Vec<(char, char)>,
        kinds: Vec<(Kind, bool)>,
        negated: bool,
        folded: bool,
    ) -> Self {
        let ranges =
            if folded { ranges.into_iter().flat_map(folded_range).collect() } else { ranges };
        let mut class = Self { ascii: 0, ranges: joined(ranges), kinds, negated, fold: folded };
        for code in 0..128_u8 {
            class.ascii |= u128::from(class.search(char::from(code))) << code;
        }
        class
    }

    /// Tells whether `c` belongs to the set.
    pub(super) fn has(&self, c: char) -> bool {
        if c.is_ascii() { self.ascii >> u32::from(c) & 1 == 1 } else { self.search(c) }
    }

    fn search(&self, c: char) -> bool {
        let c = if self.fold { fold(c) } else { c };
        let after = self.ranges.partition_point(|(first, _)| *first <= c);
        let within = after > 0 && c <= self.ranges[after - 1].1;
        let found = within || self.kinds.iter().any(|(kind, wanted)| kind.has(c) == *wanted);
        found != self.negated
    }

    /// Returns the set of all that belong to one of `classes` or are one of `chars`.
    ///
    /// Returns `None` if a class cannot be written as a list of ranges.
    pub(super) fn union<'a>(
        classes: impl Iterator<Item = &'a Self>,
        chars: impl Iterator<Item = char>,
        folded: bool,
    ) -> Option<Self> {
        let mut ranges: Vec<_> = chars.map(|c| (c, c)).collect();
        for class in classes {
            if class.negated || !class.kinds.is_empty() {
                return None;
            }
            ranges.extend(&class.ranges);
        }
        Some(Self::new(ranges, Vec::new(), false, folded))
    }

    /// Returns about how many characters belong to the set.
    pub(super) fn size(&self) -> usize {
        if self.negated || !self.kinds.is_empty() {
            return usize::MAX;
        }
        let width = |(first, last): &(char, char)| {
            u32::from(*last) as usize + 1 - u32::from(*first) as usize
        };
        self.ranges.iter().map(width).sum()
    }
}

impl Kind {
    fn has(self, c: char) -> bool {
        match self {
            Self::Digit => is_decimal(c),
            Self::Space => is_space(c),
            Self::Word => is_word(c),
        }
    }
}

fn folded_range((first, last): (char, char)) -> impl Iterator<Item = (char, char)> {
    (first..=last).map(|c| (fold(c), fold(c)))
}

fn joined(mut ranges: Vec<(char, char)>) -> Vec<(char, char)> {
    ranges.sort_unstable();
    let mut joined: Vec<(char, char)> = Vec::new();
    for (first, last) in ranges {
        match joined.last_mut() {
            Some(before) if u32::from(first) <= u32::from(before.1) + 1 => {
                before.1 = before.1.max(last)
            }
            _ => joined.push((first, last)),
        }
    }
    joined
}
