//! Proves a date: the year, month, day or weekday in its words are its own.
//!
//! In: a date, its words and the publication of the report. Out: the rule, or why there is none. What is
//! not printed (the year of "22 March") is counted from the publication.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil;

use super::Proof;
use crate::annotate::Printed;
use crate::lexicon;
use crate::model::{Date, Precision};

static NEAR: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| lexicon::of_kind(include_str!("../../../data/proof_words.tsv"), "near"));

/// Years that news writes in four figures.
const YEARS: std::ops::RangeInclusive<u64> = 1500..=2999;

pub(super) fn proof(date: &Date, words: &Printed, published: Option<&Date>) -> Proof {
    let (figures, calendar) = (words.figures(), words.calendar());
    let (first, last) = (date.start.date(), date.end.date());
    let is_one = |of: fn(civil::Date) -> i8, told: &[i8]| {
        told.is_empty() || told.contains(&of(first)) || told.contains(&of(last))
    };
    let years: Vec<_> = figures.iter().copied().filter(|it| YEARS.contains(it)).collect();
    let year = |it: civil::Date| u64::try_from(it.year()).unwrap_or_default();
    if !years.is_empty() && !years.iter().any(|it| (year(first)..=year(last)).contains(it)) {
        return Err("its year is not the printed one");
    }
    if !is_one(civil::Date::month, &calendar.months) {
        return Err("its month is not the printed one");
    }
    if !calendar.months.is_empty() && !day_fits(date, &(&figures | &words.ordinals())) {
        return Err("its day is not the printed one");
    }
    if calendar.months.is_empty()
        && date.precision <= Precision::Day
        && !is_one(|it| it.weekday().to_monday_one_offset(), &calendar.weekdays)
    {
        return Err("its weekday is not the printed one");
    }
    let near = calendar.relative || words.words().iter().any(|it| is_near(it));
    match (calendar.months.is_empty(), calendar.weekdays.is_empty()) {
        (false, _) => Ok("printed date"),
        (_, false) => Ok("printed weekday"),
        _ if !years.is_empty() => Ok("printed year"),
        _ if near && published.is_some() => Ok("counted from the day of the report"),
        _ => Err("its words name no time"),
    }
}

/// Beside the name of a month a day is printed, or the date is that of a month.
fn day_fits(date: &Date, figures: &BTreeSet<u64>) -> bool {
    let printed = |it: civil::Date| u64::try_from(it.day()).is_ok_and(|it| figures.contains(&it));
    date.precision > Precision::Day || printed(date.start.date()) || printed(date.end.date())
}

/// "yesterday", "at 9pm", "9.30".
fn is_near(word: &str) -> bool {
    let unit = word.trim_start_matches(|it: char| it.is_ascii_digit() || it == '.');
    NEAR.contains(word) || NEAR.contains(unit) || unit.is_empty()
}
