//! Finds the rows that are of one event.
//!
//! In: two tables of one format. Out: pairs of their rows, each row in one at most: the days must meet and
//! the countries agree, and place, point, division or toll must speak for it.

use jiff::ToSpan as _;
use jiff::civil;

use super::table::{Entry, Table};
use crate::model::kilometres;

/// How many days the dates of two tables may lie apart: the day of a night attack, the zone of a coder.
const SLACK: i32 = 2;

/// How many kilometres two points of one event may lie apart: coders take the town, the district or the
/// street; a day's attacks in two towns are mostly farther apart.
const CLOSE_KM: f64 = 50.0;

/// How much must speak for two rows to be of one event. A place or a point is enough, a division only
/// with the toll.
const ENOUGH: u32 = 2;

/// Returns the places of the rows of each pair, those with most in common first.
pub(super) fn pairs(ours: &Table, theirs: &Table) -> Vec<(usize, usize)> {
    let mut scored = Vec::new();
    for (a, row) in ours.rows.iter().enumerate() {
        for (b, other) in theirs.rows.iter().enumerate() {
            let score = likeness(row, other).filter(|it| *it >= ENOUGH);
            scored.extend(score.map(|score| (std::cmp::Reverse(score), a, b)));
        }
    }
    scored.sort_unstable();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, a, b) in scored {
        if pairs.iter().all(|it| it.0 != a && it.1 != b) {
            pairs.push((a, b));
        }
    }
    pairs.sort_unstable();
    pairs
}

/// Returns whether a row of theirs is of the days that our events span.
pub(super) fn is_near(ours: &Table, row: &Entry) -> bool {
    ours.rows.iter().any(|it| meet(it, row))
}

/// Returns how much two rows have in common; `None` if days or countries part them.
fn likeness(a: &Entry, b: &Entry) -> Option<u32> {
    let abroad = !a.country.is_empty() && !b.country.is_empty() && !holds(&a.country, &b.country);
    if !meet(a, b) || abroad {
        return None;
    }
    let close = a.point.zip(b.point).is_some_and(|(a, b)| kilometres(a, b) <= CLOSE_KM);
    let placed = !a.place.is_empty() && holds(&a.place, &b.place);
    let divided = !a.division.is_empty() && holds(&a.division, &b.division);
    let killed = a.toll.is_some() && a.toll == b.toll;
    Some(2 * u32::from(close) + 2 * u32::from(placed) + u32::from(divided) + u32::from(killed))
}

/// Whether the days of two rows meet, or miss each other by [`SLACK`] at most.
fn meet(a: &Entry, b: &Entry) -> bool {
    let Some((a, b)) = a.days.zip(b.days) else { return false };
    let late = |it: civil::Date| it.checked_add(SLACK.days()).unwrap_or(it);
    a.0 <= late(b.1) && b.0 <= late(a.1)
}

/// Whether one name holds the words of the other.
pub(super) fn holds(a: &str, b: &str) -> bool {
    let words = |it: &str| {
        format!(" {} ", it.to_lowercase().replace(|it: char| !it.is_alphanumeric(), " "))
    };
    let (a, b) = (words(a), words(b));
    !a.trim().is_empty() && !b.trim().is_empty() && (a.contains(&b) || b.contains(&a))
}
