//! Finds the day an article's event happened, as far as its lead names one.
//!
//! In: an annotated article with its publication. Out: the first day named in its first sentences that
//! lies before publication, at most a fortnight. This is a hint for grouping and never a claim.

use jiff::Unit;
use jiff::civil;

use crate::annotate::Annotated;
use crate::model::{Date, Precision};

/// Sentences that are looked at: headline, standfirst and the first paragraphs.
const LEAD: usize = 8;

/// Days before publication: what lies further back is background more often than news.
const BACK: f64 = 14.0;

/// Returns the day of the event of an article published on `published`.
pub(super) fn event_day(annotated: &Annotated, published: &Date) -> Option<civil::Date> {
    let lead = annotated.sentences.iter().take(LEAD).map(|it| it.tokens.end).max()?;
    let times = annotated.times.iter().filter(|it| it.tokens.start < lead);
    let days = times.filter_map(|it| it.meaning.resolve(published));
    let days = days.filter(|it| it.precision <= Precision::Day).map(|it| it.start.date());
    let today = published.start.date();
    days.into_iter().find(|it| (0.0..=BACK).contains(&between(*it, today)))
}

/// Returns the days from `first` to `second`; negative if `second` is the earlier.
pub(super) fn between(first: civil::Date, second: civil::Date) -> f64 {
    first.until((Unit::Day, second)).map_or(0.0, |it| f64::from(it.get_days()))
}
