//! Reads what a few printed words say, without a parse: figures, vague quantities, words of the calendar.
//!
//! In: words as they stand in an article. Out: a [`Printed`], which a value can be held against. It
//! shares the lexicons with the annotation and none of its rules on what belongs to what.

use std::collections::BTreeSet;

use super::numbers::{number, ordinal};
use super::quantities::{groups, vague};
use super::times::{Calendar, calendar};

/// Printed words, as far as a value can be held against them.
#[derive(Debug, Clone)]
pub struct Printed {
    words: Vec<String>,
}

impl Printed {
    /// Takes `text` apart into words in lower case, figures whole and hyphens on their own.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut words: Vec<String> = vec![String::new()];
        let letters: Vec<char> = text.chars().collect();
        for (at, letter) in letters.iter().enumerate() {
            let digit = |at: Option<usize>| {
                at.and_then(|it| letters.get(it)).is_some_and(|it| it.is_ascii_digit())
            };
            let letter_at = |at: Option<usize>| {
                at.and_then(|it| letters.get(it)).is_some_and(|it| it.is_alphabetic())
            };
            let in_word = matches!(letter, '\'' | '’')
                && letter_at(at.checked_sub(1))
                && letter_at(at.checked_add(1));
            let in_figure =
                matches!(letter, ',' | '.') && digit(at.checked_sub(1)) && digit(at.checked_add(1));
            match letter {
                _ if letter.is_alphanumeric() || in_figure => {
                    words.last_mut().expect("never empty").extend(letter.to_lowercase());
                }
                '-' | '–' | '‑' => words.extend(["-".to_owned(), String::new()]),
                _ if in_word => words.last_mut().expect("never empty").push('\''),
                _ => words.push(String::new()),
            }
        }
        words.retain(|it| !it.is_empty());
        Self { words }
    }

    /// Returns the words and hyphens.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Returns every number that figures, number words and words for groups ("both") give.
    #[must_use]
    pub fn figures(&self) -> BTreeSet<u64> {
        let from = |at| number(&self.words[at..]).map(|it| it.value);
        let glued = self.words.iter().filter_map(|it| {
            let digits = it.trim_end_matches(|it: char| it.is_alphabetic());
            digits.parse().ok()
        });
        let groups = self.words.iter().filter_map(|it| groups::figure(it));
        (0..self.words.len()).filter_map(from).chain(glued).chain(groups).collect()
    }

    /// Returns the numbers that ordinals give: of "the fourth of July" 4.
    #[must_use]
    pub fn ordinals(&self) -> BTreeSet<u64> {
        self.words.iter().filter_map(|it| ordinal(it)).map(u64::from).collect()
    }

    /// Returns the bounds of each vague quantity: of "dozens of people" 24 and 99.
    #[must_use]
    pub fn vague(&self) -> Vec<(Option<u64>, Option<u64>)> {
        vague(&self.words)
    }

    /// Returns what its words of the calendar say.
    #[must_use]
    pub fn calendar(&self) -> Calendar {
        calendar(&self.words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_whole_and_in_words() {
        check("killing 1,200 of twenty-two, aged 14", &[2, 14, 22, 1200]);
        check("no figure at all", &[]);
        check("at 9pm on the 5th", &[5, 9]);
        check("both pilots, the trio", &[2, 3]);
    }

    #[test]
    fn vague_words_keep_their_bounds() {
        assert_eq!(Printed::of("tens of thousands fled").vague()[0], (Some(20_000), Some(99_999)));
    }

    #[test]
    fn the_calendar_is_read() {
        let found = Printed::of("late on Sunday, 4 May").calendar();
        assert_eq!((found.weekdays, found.months, found.relative), (vec![7], vec![5], false));
        assert!(Printed::of("three weeks ago").calendar().relative);
    }

    #[track_caller]
    fn check(text: &str, expected: &[u64]) {
        assert_eq!(Printed::of(text).figures().into_iter().collect::<Vec<_>>(), expected);
    }
}
