//! Reads numbers in figures and words.
//!
//! In: tokens. Out: a number and how many tokens it takes. Ordinals, years and sums of money are
//! numbers too; what they count is for the caller to say.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::Token;
use crate::lexicon;

static WORDS: LazyLock<BTreeMap<&'static str, u64>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/number_words.tsv"));
    rows.map(|row| {
        (row[0], row[1].parse().expect("number_words.tsv: the second column is a number"))
    })
    .collect()
});

static ORDINALS: LazyLock<BTreeMap<&'static str, u8>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/ordinals.tsv"));
    rows.map(|row| (row[0], row[1].parse().expect("ordinals.tsv: a number"))).collect()
});

/// Reads an ordinal of one word: `19th`, `nineteenth`.
pub(super) fn ordinal(word: &str) -> Option<u8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|it| word.strip_suffix(it));
    let read = digits.and_then(|it| it.parse().ok());
    read.or_else(|| ORDINALS.get(word).copied())
}

/// A word of a text, in lower case.
pub(super) trait Word {
    fn lower(&self) -> &str;
}

impl Word for Token {
    fn lower(&self) -> &str {
        &self.lower
    }
}

impl Word for String {
    fn lower(&self) -> &str {
        self
    }
}

/// A number at the head of some tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// What it amounts to, rounded down.
    pub(super) value: u64,
    /// How many tokens it takes.
    pub(super) length: usize,
}

/// Reads the number that `tokens` begin with, if they do.
pub(super) fn number<W: Word>(tokens: &[W]) -> Option<Number> {
    let first = figure(tokens).or_else(|| words(tokens))?;
    Some(scaled(first, tokens))
}

/// `144`, `4,500`, `1.2 million`.
fn figure<W: Word>(tokens: &[W]) -> Option<Number> {
    let digits: String = tokens.first()?.lower().chars().filter(|it| *it != ',').collect();
    if !digits.starts_with(|it: char| it.is_ascii_digit()) {
        return None;
    }
    let decimal: f64 = digits.parse().ok()?;
    let scale = tokens.get(1).and_then(|it| scale(it.lower()));
    match scale {
        Some(scale) => Some(Number { value: to_whole(decimal * scale as f64), length: 2 }),
        None => digits.parse().ok().map(|value| Number { value, length: 1 }),
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // bounded by the clamp
fn to_whole(decimal: f64) -> u64 {
    (decimal + 1e-6).clamp(0.0, 1e15) as u64
}

fn scale(word: &str) -> Option<u64> {
    WORDS.get(word).copied().filter(|it| *it >= 1000)
}

/// `six`, `twenty-two`, `a hundred and five`, `two thousand three hundred`.
fn words<W: Word>(tokens: &[W]) -> Option<Number> {
    let article = tokens.first().is_some_and(|it| it.lower() == "a");
    let hundred = |it: &W| matches!(it.lower(), "hundred" | "thousand" | "million");
    let mut length = usize::from(article && tokens.get(1).is_some_and(hundred));
    let (mut total, mut part) = (0, u64::from(length == 1));
    let mut any = false;
    while let Some(value) = tokens.get(length).and_then(|it| WORDS.get(it.lower())) {
        match *value {
            100 => part = part.max(1).saturating_mul(100),
            1000.. => (total, part) = (part.max(1).saturating_mul(*value).saturating_add(total), 0),
            unit if fits(part, unit) => part = part.saturating_add(unit),
            _ => break,
        }
        any = true;
        length += 1 + joint(&tokens[length + 1..], part);
    }
    any.then_some(Number { value: part.saturating_add(total), length })
}

/// A unit follows a ten, a ten or a unit follows a hundred; "six five" is two numbers.
fn fits(part: u64, unit: u64) -> bool {
    part == 0
        || part.is_multiple_of(100)
        || (part.is_multiple_of(10) && unit < 10 && part % 100 >= 20)
}

/// Counts the hyphen of `twenty-two` and the "and" of `a hundred and five`, where a number follows.
fn joint<W: Word>(tokens: &[W], part: u64) -> usize {
    let (Some(mark), Some(next)) = (tokens.first(), tokens.get(1)) else { return 0 };
    let follows = WORDS.get(next.lower()).is_some_and(|it| *it < 100);
    let joins = (mark.lower() == "-" && part % 100 >= 20) || (mark.lower() == "and" && part >= 100);
    usize::from(follows && joins && part != 0)
}

fn scaled<W: Word>(number: Number, tokens: &[W]) -> Number {
    let next = tokens.get(number.length).and_then(|it| scale(it.lower()));
    match next {
        Some(scale) if number.value < scale => {
            Number { value: number.value.saturating_mul(scale), length: number.length + 1 }
        }
        _ => number,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn figures_and_words_are_numbers() {
        check("4,500 people", 4500, 1);
        check("1.2 million people", 1_200_000, 2);
        check("twenty-two people", 22, 3);
        check("a hundred and five people", 105, 4);
        check("two thousand three hundred", 2300, 4);
        check("six five", 6, 1);
        check("18446744073709551615", u64::MAX, 1);
        check("hundred ".repeat(12).trim_end(), u64::MAX, 12);
    }

    #[track_caller]
    fn check(text: &str, value: u64, length: usize) {
        let tokens = super::super::language::read(text, &Default::default()).tokens;
        assert_eq!(super::number(&tokens), Some(super::Number { value, length }));
    }
}
