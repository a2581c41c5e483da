//! Counts days, and finds the day an article's event happened, as far as its lead names one.
//!
//! In: an annotated article with its publication. Out: the first day named in its first sentences that
//! lies before publication, at most a fortnight. This is a hint for grouping and never a claim.

use jiff::Unit;
use jiff::civil;

use crate::annotate::Annotated;
use crate::model::{Date, Precision};

/// Days since the first of January 1970.
pub(super) type Day = i32;

/// Sentences that are looked at: headline, standfirst and the first paragraphs.
const LEAD: usize = 8;

/// Days before publication: what lies further back is background more often than news.
const BACK: Day = 14;

/// Returns the day of the event of an article published on `published`.
pub(super) fn event_day(annotated: &Annotated, published: &Date) -> Option<Day> {
    let lead = annotated.sentences.iter().take(LEAD).map(|it| it.tokens.end).max()?;
    let times = annotated.times.iter().filter(|it| it.tokens.start < lead);
    let days = times.filter_map(|it| it.meaning.resolve(published));
    let days = days.filter(|it| it.precision <= Precision::Day).map(|it| day(it.start.date()));
    let today = day(published.start.date());
    days.into_iter().find(|it| (0..=BACK).contains(&(today - *it)))
}

/// Returns `date` as a number of days.
pub(super) fn day(date: civil::Date) -> Day {
    civil::date(1970, 1, 1).until((Unit::Day, date)).map_or(0, |it| it.get_days())
}
