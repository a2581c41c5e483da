//! Reads days and months of the calendar: `May 3, 2031`, `in April`, `last Sunday`.
//!
//! In: a place in a sentence. Out: what the words there say, and how far they reach.

use crate::annotate::numbers::ordinal;

use super::{Cursor, Found, LEADS_A_MONTH, Meaning, Shift, Word};

/// Letters of the short names of weekdays.
const SHORT: usize = 3;

impl Cursor<'_> {
    /// `May 3`, `May 3, 2031`, `3 May 2031`, `3rd of May`, `the third of May`.
    pub(super) fn day_of_month(&self) -> Option<Found> {
        let dot = usize::from(self.lower(1) == "." && self.lower(0).len() <= 4);
        let first = self.month_word(0).zip(self.small(1 + dot, 31));
        let month_first = first.map(|(month, day)| (month, day, 2 + dot));
        let found = month_first.or_else(|| {
            let of = usize::from(self.lower(1) == "of");
            let named = ordinal(self.lower(0)).filter(|_| of > 0).and_then(|it| it.try_into().ok());
            self.month_word(1 + of).zip(self.small(0, 31).or(named)).map(|(m, d)| (m, d, 2 + of))
        });
        let (month, day, mut length) = found?;
        let comma = usize::from(self.lower(length) == ",");
        let year = self.any_year(length + comma);
        if year.is_some() {
            length += comma + 1;
        }
        Some((Meaning::Day { month, day, year }, self.at..self.at + length))
    }

    fn month_word(&self, ahead: usize) -> Option<i8> {
        let capital = self.words.get(self.at + ahead)?.capital;
        match self.calendar(ahead) {
            Some(Word::Month(month)) if capital => Some(month),
            _ => None,
        }
    }

    /// `in April`, `last May`, `May 2031`, `the March attack`; never the verbs "may" and "march".
    pub(super) fn month(&self) -> Option<Found> {
        let shift = self.shift();
        let ahead = usize::from(shift.is_some());
        let month = self.month_word(ahead)?;
        let dot = usize::from(self.lower(ahead + 1) == ".");
        let comma = usize::from(self.lower(ahead + 1 + dot) == ",");
        let comma = comma.max(usize::from(self.lower(ahead + 1) == "of"));
        let year = self.any_year(ahead + 1 + dot + comma);
        let led = shift.is_some() || year.is_some() || LEADS_A_MONTH.contains(&self.before());
        let length = ahead + 1 + if year.is_some() { dot + comma + 1 } else { 0 };
        led.then(|| (Meaning::Month { month, year }, self.at..self.at + length))
    }

    /// `Sunday`, `last Sunday`, `Wednesday morning`, `Thursday, May 3`.
    pub(super) fn weekday(&self) -> Option<Found> {
        let shift = self.shift();
        let ahead = usize::from(shift.is_some());
        let capital = self.words.get(self.at + ahead)?.capital;
        let Some(Word::Weekday(day)) = self.calendar(ahead).filter(|_| capital) else {
            return None;
        };
        if !self.from(self.at + ahead).is_named_day() {
            return None;
        }
        let part = usize::from(self.calendar(ahead + 1) == Some(Word::Part));
        let end = self.at + ahead + 1 + part;
        if let Some((meaning, range)) = self.from(end).day_behind() {
            return Some((meaning, self.at..range.end));
        }
        let meaning = Meaning::Weekday { day, shift: shift.unwrap_or(Shift::Nearest) };
        Some((meaning, self.at..end))
    }

    /// "Sun" and "Sat" are a star, a newspaper and a verb unless "on" stands before them, or a date or a
    /// part of the day behind.
    fn is_named_day(&self) -> bool {
        let next = self.from(self.at + 1);
        let part = self.calendar(1) == Some(Word::Part);
        let dated = part || next.day_behind().is_some();
        self.lower(0).len() > SHORT || dated || self.before() == "on"
    }

    /// `Thursday, May 3, 2031`, `Thursday morning (May 3)`: the day of the month says which Thursday.
    fn day_behind(&self) -> Option<Found> {
        let mark = usize::from(matches!(self.lower(0), "," | "("));
        self.from(self.at + mark).day_of_month()
    }
}
