//! Reads clock times: `5:10 a.m.`, `11pm`, `21:30`.
//!
//! In: words. Out: hour and minute of a day that is said elsewhere.

use super::{Cursor, Found, Meaning};

impl Cursor<'_> {
    /// `5:10 a.m.`, `11pm`, `21:30`.
    pub(super) fn clock(&self) -> Option<Found> {
        let word = self.lower(0);
        let digits = word.find(|it: char| !it.is_ascii_digit() && it != ':' && it != '.');
        let (time, tail) = word.split_at(digits.unwrap_or(word.len()));
        let (hour, minute) = time.split_once([':', '.']).unwrap_or((time, "0"));
        let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
        let beside = self.lower(1);
        let (half, length) = match (half(tail), half(beside)) {
            (Some(half), _) => (Some(half), 1),
            (None, Some(half)) if tail.is_empty() => (Some(half), 2),
            _ => (None, 1),
        };
        let plain = half.is_none() && tail.is_empty() && time.contains(':') && time.len() >= 4;
        let valid = match half {
            Some(_) => (1..=12).contains(&hour),
            None => (0..24).contains(&hour),
        } && (0..60).contains(&minute);
        let hour = match half {
            Some(afternoon) => (hour % 12) + if afternoon { 12 } else { 0 },
            None => hour,
        };
        ((half.is_some() || plain) && valid)
            .then(|| (Meaning::Clock { hour, minute }, self.at..self.at + length))
    }
}

/// Returns whether a mark of the half of the day means the afternoon.
fn half(mark: &str) -> Option<bool> {
    match mark {
        "am" | "a.m." | "a.m" => Some(false),
        "pm" | "p.m." | "p.m" => Some(true),
        _ => None,
    }
}
