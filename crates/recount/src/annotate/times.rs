//! Finds expressions of time: weekdays, dates, months, years, "three months after", clock times.
//!
//! In: the tokens of a sentence. Out: what each expression says, not yet which day it is: that
//! depends on when the article was published, which [`Meaning::resolve`] is told.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::numbers::number;
use super::{Sentence, Token};
use crate::lexicon;

mod clock;
mod days;
mod meaning;
#[cfg(test)]
mod tests;

pub use meaning::{Meaning, Shift, Unit};

/// An expression of time and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeMention {
    /// Its tokens, preposition included.
    pub tokens: Range<usize>,
    /// What it says.
    pub meaning: Meaning,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Weekday(i8),
    Month(i8),
    Unit(Unit),
    Part,
    Shift(Shift),
}

static CALENDAR: LazyLock<BTreeMap<&'static str, Word>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/calendar.tsv"));
    rows.map(|row| (row[0], word(row[1], row[2].parse().expect("calendar.tsv: a number"))))
        .collect()
});

fn word(kind: &str, number: i8) -> Word {
    match kind {
        "weekday" => Word::Weekday(number),
        "month" => Word::Month(number),
        "unit" => Word::Unit(Unit::from_number(number)),
        "part" => Word::Part,
        _ => Word::Shift(Shift::from_number(number)),
    }
}

/// What the words of the calendar among some words say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The days of the week, 1 for Monday.
    pub weekdays: Vec<i8>,
    /// The months, 1 for January.
    pub months: Vec<i8>,
    /// Whether a unit, a part of the day or "last" or "next" stands there, to be counted from a day.
    pub relative: bool,
}

/// Returns what the words of the calendar among `words` say.
pub(super) fn calendar(words: &[String]) -> Calendar {
    let mut calendar = Calendar::default();
    for word in words {
        let singular = word.strip_suffix('s').unwrap_or(word);
        match CALENDAR.get(word.as_str()).or_else(|| CALENDAR.get(singular)) {
            Some(Word::Weekday(day)) => calendar.weekdays.push(*day),
            Some(Word::Month(month)) => calendar.months.push(*month),
            Some(_) => calendar.relative = true,
            None => {}
        }
    }
    calendar
}

/// Finds the expressions of time in `sentence`.
pub(super) fn times(tokens: &[Token], sentence: &Sentence) -> Vec<TimeMention> {
    let mut found = Vec::new();
    let words = &tokens[..sentence.tokens.end];
    let mut at = sentence.tokens.start;
    while at < words.len() {
        let cursor = Cursor { words, first: sentence.tokens.start, at };
        match cursor.read() {
            Some((meaning, range)) => {
                at = range.end;
                found.push(TimeMention { tokens: cursor.with_preposition(range), meaning });
            }
            None => at += 1,
        }
    }
    found
}

/// Returns which unit of time a word before it means: of "last winter" the one before.
pub(super) fn shift(word: &str) -> Option<Shift> {
    match CALENDAR.get(word) {
        Some(Word::Shift(shift)) => Some(*shift),
        _ => None,
    }
}

/// Returns the number of the month that a word names, 1 to 12; never of the verbs "may" and "march".
pub(super) fn month(word: &Token) -> Option<i8> {
    match CALENDAR.get(word.lower.trim_end_matches('.')) {
        Some(Word::Month(month)) if word.capital && word.pos == "PROPN" => Some(*month),
        _ => None,
    }
}

/// A place in a sentence from which an expression is tried.
struct Cursor<'a> {
    words: &'a [Token],
    first: usize,
    at: usize,
}

type Found = (Meaning, Range<usize>);

impl Cursor<'_> {
    fn read(&self) -> Option<Found> {
        self.clock()
            .or_else(|| self.distance())
            .or_else(|| self.day_of_month())
            .or_else(|| self.month())
            .or_else(|| self.weekday())
            .or_else(|| self.relative())
            .or_else(|| self.year())
    }

    fn lower(&self, ahead: usize) -> &str {
        self.words.get(self.at + ahead).map_or("", |it| it.lower.as_str())
    }

    fn before(&self) -> &str {
        let at = self.at.checked_sub(1).filter(|at| *at >= self.first);
        at.map_or("", |at| self.words[at].lower.as_str())
    }

    fn calendar(&self, ahead: usize) -> Option<Word> {
        CALENDAR.get(self.lower(ahead).trim_end_matches('.')).copied()
    }

    fn unit(&self, ahead: usize) -> Option<Unit> {
        match CALENDAR.get(self.words.get(self.at + ahead)?.lemma.as_str()) {
            Some(Word::Unit(unit)) => Some(*unit),
            _ => None,
        }
    }

    fn small(&self, ahead: usize, most: i64) -> Option<i8> {
        let digits = self.lower(ahead);
        let digits = digits.trim_end_matches(|it: char| it.is_ascii_alphabetic());
        let value: i64 = digits.parse().ok()?;
        let ordinal = self.lower(ahead).len() - digits.len();
        ((1..=most).contains(&value) && matches!(ordinal, 0 | 2))
            .then(|| i8::try_from(value).ok())?
    }

    fn full_year(&self, ahead: usize) -> Option<i16> {
        self.any_year(ahead).filter(|it| *it >= 1900)
    }

    /// A year of any century, where a month before it leaves no doubt: `November 23, 1896`.
    fn any_year(&self, ahead: usize) -> Option<i16> {
        let word = self.lower(ahead);
        let year: i16 = word.parse().ok().filter(|_| word.len() == 4)?;
        (1000..2100).contains(&year).then_some(year)
    }

    fn shift(&self) -> Option<Shift> {
        shift(self.lower(0))
    }

    fn from(&self, at: usize) -> Self {
        Cursor { at, ..*self }
    }

    /// `today`, `yesterday`, `last night`, `this month`, `over the weekend`.
    fn relative(&self) -> Option<Found> {
        let range = |length| self.at..self.at + length;
        match self.lower(0) {
            "today" | "tonight" => return Some((Meaning::DaysFromNow(0), range(1))),
            "yesterday" => return Some((Meaning::DaysFromNow(-1), range(1))),
            "tomorrow" => return Some((Meaning::DaysFromNow(1), range(1))),
            "the" if self.unit(1) == Some(Unit::Weekend) && LEADS.contains(&self.before()) => {
                let meaning = Meaning::Whole { unit: Unit::Weekend, shift: Shift::This };
                return Some((meaning, range(2)));
            }
            _ => {}
        }
        let early = usize::from(matches!(self.lower(0), "earlier" | "later"));
        let Some(Word::Shift(shift)) = self.calendar(early) else { return None };
        if let Some(unit) = self.unit(early + 1).filter(|it| *it >= Unit::Weekend) {
            return Some((Meaning::Whole { unit, shift }, range(early + 2)));
        }
        let part = self.calendar(early + 1) == Some(Word::Part);
        let days = if shift == Shift::Last { -1 } else { 0 };
        part.then(|| (Meaning::DaysFromNow(days), range(early + 2)))
    }

    /// `three months ago`, `two days earlier`, `nearly three months after`.
    fn distance(&self) -> Option<Found> {
        let number = number(&self.words[self.at..]).map(|it| (it.value, it.length));
        let article = matches!(self.lower(0), "a" | "an").then_some((1, 1));
        let (amount, length) = number.or(article)?;
        let unit = self.unit(length).filter(|it| *it >= Unit::Day)?;
        let amount = u32::try_from(amount).ok()?;
        let meaning = match self.lower(length + 1) {
            "ago" => Meaning::Ago { amount, unit },
            "after" | "since" => Meaning::Since { amount, unit },
            "earlier" | "before" => Meaning::Earlier { amount, unit },
            _ => return None,
        };
        Some((meaning, self.at..self.at + length + 2))
    }

    /// `in 2022`, `since 2019`.
    fn year(&self) -> Option<Found> {
        let year = self.full_year(0)?;
        let led = LEADS_A_YEAR.contains(&self.before());
        led.then(|| (Meaning::Year(year), self.at..self.at + 1))
    }

    /// Takes in the words that belong to the expression: "on", "in", "late", "nearly".
    fn with_preposition(&self, range: Range<usize>) -> Range<usize> {
        let mut start = range.start;
        while start > self.first && LEADS.contains(&self.words[start - 1].lower.as_str()) {
            start -= 1;
        }
        start..range.end
    }
}

static LEADS: LazyLock<Vec<&'static str>> = LazyLock::new(|| leads("time"));
static LEADS_A_MONTH: LazyLock<Vec<&'static str>> = LazyLock::new(|| leads("month"));
static LEADS_A_YEAR: LazyLock<Vec<&'static str>> = LazyLock::new(|| leads("year"));

fn leads(kind: &str) -> Vec<&'static str> {
    let rows = lexicon::rows(include_str!("../../data/time_leads.tsv"));
    rows.filter(|row| row[1].split(' ').any(|it| it == kind)).map(|row| row[0]).collect()
}
