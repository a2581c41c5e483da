//! Compares values: when two say the same, when one is only less precise than the other.
//!
//! In: values of one slot. Out: a key that equal values share, whether one leaves room for another,
//! and how specific a value is. A place is compared by what the gazetteer knows of it.

use std::cmp::Reverse;

use crate::extract;
use crate::model::{Count, Date, Level, Place, Precision, Qualifier, Value, kilometres};

/// Returns a key that is the same for values that say the same.
pub(super) fn key(value: &Value) -> String {
    match value {
        Value::Count(Count { n: Some(n), .. }) => format!("{n:020}"),
        Value::Count(Count { low, high, .. }) => format!("vague {low:?} {high:?}"),
        Value::Date(date) => format!("{} {:?}", date.start, date.precision),
        Value::Place(Place { geonameid: Some(id), level, .. }) if *level < Level::Facility => {
            format!("place {id:010}")
        }
        Value::Place(place) => format!("place {}", place.name.to_lowercase()),
        Value::Name(name) => name.id.clone(),
        Value::Term(term) => term.id.clone(),
    }
}

/// Returns the printed figure of a count.
pub(super) fn figure(value: &Value) -> Option<u64> {
    match value {
        Value::Count(count) => count.n,
        _ => None,
    }
}

/// Returns whether who holds `wide` may as well hold `narrow`: it is the same, or less precise.
pub(super) fn leaves_room(wide: &Value, narrow: &Value) -> bool {
    if key(wide) == key(narrow) {
        return true;
    }
    match (wide, narrow) {
        (Value::Count(wide), Value::Count(narrow)) => narrow.n.is_some_and(|n| within(wide, n)),
        (Value::Date(wide), Value::Date(narrow)) => contains_date(wide, narrow),
        (Value::Place(wide), Value::Place(narrow)) => contains_place(wide, narrow),
        (Value::Name(wide), Value::Name(narrow)) => {
            // "Harbour Brigade" is short for "Free Harbour Brigade".
            let short = narrow.id.strip_suffix(&wide.id).is_some_and(|it| it.ends_with(' '));
            short || extract::is_part_of(&narrow.id, &wide.id)
        }
        (Value::Term(wide), Value::Term(narrow)) => extract::is_kind_of(&narrow.id, &wide.id),
        _ => false,
    }
}

fn within(range: &Count, n: u64) -> bool {
    range.low.is_none_or(|low| low <= n) && range.high.is_none_or(|high| n <= high)
}

/// A day holds its hours; a time of day leaves no room for another.
fn contains_date(wide: &Date, narrow: &Date) -> bool {
    wide.precision >= Precision::Day && wide.precision > narrow.precision && wide.contains(narrow)
}

fn contains_place(wide: &Place, narrow: &Place) -> bool {
    let same = |a: &Option<String>, b: &Option<String>| a.is_some() && a == b;
    let inside = match wide.level {
        Level::Country => same(&wide.country, &narrow.country),
        Level::Region => wide.country.is_none() || same(&wide.country, &narrow.country),
        Level::Admin1 => same(&wide.country, &narrow.country) && same(&wide.admin1, &narrow.admin1),
        Level::Admin2 | Level::City => is_close(wide, narrow),
        Level::Facility | Level::Point => false,
    };
    wide.level < narrow.level && inside
}

/// How far two places may lie apart, in kilometres, for the smaller to be taken as part of the other.
///
/// The radius of a large city and its outskirts; the figure by which coders' places are compared too.
const CLOSE_KM: f64 = 25.0;

/// Whether two places with points lie as near as a town and its outskirts.
pub(super) fn is_close(a: &Place, b: &Place) -> bool {
    let (Some(a), Some(b)) = (a.lat.zip(a.lon), b.lat.zip(b.lon)) else { return false };
    kilometres(a, b) <= CLOSE_KM
}

/// Returns how specific a value is among those of its slot: more is more specific.
pub(super) fn specificity(value: &Value) -> u64 {
    match value {
        // A figure with more digits that mean something: 32 before 30, 144 before 140; then a bare one.
        Value::Count(Count { n: Some(n), qualifier, .. }) => {
            2 * (1 + significant_digits(*n)) + u64::from(*qualifier == Qualifier::Exact)
        }
        Value::Count(Count { low, high, .. }) => u64::from(low.is_some() && high.is_some()),
        Value::Date(date) => 10 - date.precision as u64,
        Value::Place(place) => 2 * place.level as u64 + u64::from(place.lat.is_some()),
        Value::Name(name) => 1 + extract::depth_of_group(&name.id),
        Value::Term(term) => 1 + extract::depth_of_term(&term.id),
    }
}

fn significant_digits(mut n: u64) -> u64 {
    while n != 0 && n.is_multiple_of(10) {
        n /= 10;
    }
    n.checked_ilog10().map_or(0, |it| u64::from(it) + 1)
}

/// Returns how barely a count is told: of equal figures the barest is shown, and of several bounds the
/// same one in whatever order they come.
pub(super) fn bareness(value: &Value) -> Option<(bool, Reverse<&Count>)> {
    match value {
        Value::Count(count) => Some((count.qualifier == Qualifier::Exact, Reverse(count))),
        _ => None,
    }
}
