//! Finds the year that a text tells of where it names a month or a day without one.
//!
//! In: an annotated article and the year it was published. Out: for a place in it, the year that was
//! named last, but only in texts about the past: in a biography "in March" is no March of this year.

use std::ops::Range;

use super::{Read, bare_year};
use crate::annotate::numbers::number;
use crate::annotate::{Annotated, Meaning, TimeMention, Token};

/// The years that a text names.
pub(super) struct Narrative {
    /// The years, with the tokens behind which they stand.
    years: Vec<(usize, i16)>,
    /// Whether the text is about the past.
    past: bool,
}

/// How many years back a text must reach to be about the past, and how often it must name such years.
///
/// Chosen by hand and not swept. With them GUM train gains and TimeBank, which is news, loses nothing
/// (`eval/times.md`).
const PAST: i16 = 3;
const TIMES: usize = 3;

impl Narrative {
    pub(super) fn of(annotated: &Annotated, published: i16) -> Self {
        let mut years: Vec<(usize, i16)> = annotated.times.iter().filter_map(named).collect();
        let words = annotated.tokens.iter().enumerate();
        years.extend(words.filter_map(|(at, it)| Some((at, bare_year(it)?))));
        years.sort_unstable();
        years.dedup();
        let past = years.iter().filter(|it| it.1 <= published - PAST).count();
        let past = past >= TIMES && 2 * past > years.len();
        Self { years, past }
    }

    /// The year named last before the token `at`.
    fn year(&self, at: usize) -> Option<i16> {
        self.years.iter().rev().find(|it| it.0 < at).map(|it| it.1)
    }

    /// `that year`, `the same year`: the one named last.
    pub(super) fn that_year(&self, words: &[Token], at: usize) -> Option<Read> {
        let lower = |at: usize| words.get(at).map_or("", |it| it.lower.as_str());
        let same = usize::from(lower(1) == "same");
        let led = lower(0) == "that" || same > 0 && lower(0) == "the";
        let named = led && lower(1 + same) == "year";
        self.year(at).filter(|_| named).map(|it| ("DATE", format!("{it:04}"), 2 + same))
    }

    /// `two years later`: counted from the year named last.
    pub(super) fn later_year(&self, words: &[Token], at: usize) -> Option<Read> {
        let lower = |at: usize| words.get(at).map_or("", |it| it.lower.as_str());
        let is_year = |at: usize| words.get(at).is_some_and(|it| it.lemma == "year");
        let article = (lower(0) == "a").then_some((1, 1));
        let (years, length) = number(words).map(|it| (it.value, it.length)).or(article)?;
        let later = is_year(length) && lower(length + 1) == "later";
        let year = self.year(at)?.checked_add(i16::try_from(years).ok()?)?;
        later.then(|| ("DATE", format!("{year:04}"), length + 2))
    }

    /// What `meaning` says at `tokens`, with the year told if it has none.
    pub(super) fn dated(&self, meaning: &Meaning, tokens: &Range<usize>) -> Meaning {
        let told = self.year(tokens.start).filter(|_| self.past);
        match *meaning {
            Meaning::Day { month, day, year } => Meaning::Day { month, day, year: year.or(told) },
            Meaning::Month { month, year } => Meaning::Month { month, year: year.or(told) },
            ref it => it.clone(),
        }
    }
}

fn named(time: &TimeMention) -> Option<(usize, i16)> {
    match time.meaning {
        Meaning::Day { year: Some(year), .. }
        | Meaning::Month { year: Some(year), .. }
        | Meaning::Year(year) => Some((time.tokens.end - 1, year)),
        _ => None,
    }
}
