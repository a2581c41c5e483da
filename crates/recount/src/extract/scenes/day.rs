//! Finds the day of the main event.
//!
//! In: an article and the day it was published. Out: the day that its head gives for what it tells, else
//! one further down, else the day of publication. The day on which somebody spoke, a toll rose or
//! somebody was arrested comes last.

use jiff::ToSpan;
use jiff::civil::DateTime;

use super::clause::Clauses;
use super::stretches::is_background;
use crate::annotate::{Meaning, Sentence, TimeMention};
use crate::extract::statement_times;
use crate::model::{Date, Precision, Role};

/// How many sentences at the head of a text may tell the day of the main event.
const LEAD: usize = 6;

/// How many days before publication the main event may lie.
///
/// News is told within days; an older day in the lead is that of another event. Chosen on our own
/// cases; on gva the median lag is one day and 97 % lie within this.
const RECENT: i64 = 10;

/// Times within so many days of an event are of that event.
///
/// A siege or a search may last that long; earlier events that reports mention lie further back. The
/// hand-coded incidents have none in between.
pub(in crate::extract) const SAME_EVENT_DAYS: i64 = 3;

/// How many words may stand between an event and its day: "a blast at the market on Tuesday".
const BESIDE: usize = 8;

/// How well a time dates the main event; the better comes last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The day of an arrest, a trial or a burial.
    Aftermath,
    /// The day of a statement or of a count.
    Statement,
    /// A day in a sentence that tells of something else.
    Loose,
    /// A day in a sentence that tells what happened.
    Sentence,
    /// A day beside the words that tell what happened.
    Beside,
}

/// A day that the article names.
struct Named {
    /// How many sentences stand before it.
    depth: usize,
    fit: Fit,
    day: Date,
    /// Whether it may be that of the news.
    recent: bool,
    /// Whether month and day are told, and not only how long ago it was.
    dated: bool,
}

/// Returns the day of the main event, and whether the text gives it.
///
/// It stands in the head, or further down where the head only has days of something else. A late report,
/// of a trial or an anniversary, tells of an event long past, whose day its head then gives in full.
pub(super) fn main_day(clauses: &Clauses, published: Option<&Date>) -> (Option<Date>, bool) {
    let Some(published) = published else { return (None, false) };
    let named = named(clauses, published);
    let told = |it: &&Named| it.recent && it.fit >= Fit::Sentence;
    let head = || named.iter().filter(|it| it.depth < LEAD);
    let past = |it: &&Named| it.dated && !it.recent && it.fit == Fit::Beside;
    let found = best(head().filter(told))
        .or_else(|| best(head().filter(past)))
        .or_else(|| best(named.iter().filter(told)))
        .or_else(|| best(head().filter(|it| it.recent)));
    match found {
        Some(Named { fit, day, .. }) => (Some(day.clone()), *fit > Fit::Statement),
        None => (Some(Date::day(published.start.date())), false),
    }
}

/// Returns the first of those that fit best.
fn best<'n>(named: impl Iterator<Item = &'n Named>) -> Option<&'n Named> {
    named.min_by_key(|it| std::cmp::Reverse(it.fit))
}

fn named(clauses: &Clauses, published: &Date) -> Vec<Named> {
    let annotated = clauses.annotated;
    let told = annotated.sentences.iter().filter(|it| it.role != Role::Caption).enumerate();
    let told = told.filter(|(_, it)| !is_background(annotated, it));
    let times = told.flat_map(|(depth, sentence)| {
        let inside = move |it: &&TimeMention| sentence.tokens.contains(&it.tokens.start);
        annotated.times.iter().filter(inside).map(move |it| (depth, sentence, it))
    });
    let named = |(depth, sentence, time): (usize, &Sentence, &TimeMention)| {
        let day = day(time, published)?;
        let recent = is_recent(&day, published);
        let dated = matches!(time.meaning, Meaning::Day { .. });
        Some(Named { depth, fit: fit(clauses, sentence, time), day, recent, dated })
    };
    times.filter_map(named).collect()
}

/// The day that a time names, if it is not yet to come.
fn day(time: &TimeMention, published: &Date) -> Option<Date> {
    match time.meaning {
        Meaning::Clock { .. } | Meaning::Since { .. } => None,
        // A weekday is never one to come: where it is that of the day after, the page was brought up to date.
        Meaning::Weekday { .. } => time.meaning.resolve(published),
        _ => {
            let told =
                |it: &Date| it.precision <= Precision::Day && it.start <= last_moment(published);
            time.meaning.resolve(published).filter(told)
        }
    }
}

fn is_recent(day: &Date, published: &Date) -> bool {
    published.start.saturating_sub(RECENT.days()) <= day.start
}

fn last_moment(date: &Date) -> DateTime {
    date.end.date().at(23, 59, 59, 0)
}

fn fit(clauses: &Clauses, sentence: &Sentence, time: &TimeMention) -> Fit {
    let Sentence { tokens, .. } = sentence;
    if statement_times::of_statement(clauses.annotated, sentence, time) {
        return Fit::Statement;
    }
    if statement_times::of_aftermath(clauses.annotated, time) {
        return Fit::Aftermath;
    }
    let from = tokens.start.max(time.tokens.start.saturating_sub(BESIDE));
    let beside = clauses.has_event_after(from, time.tokens.start);
    match beside || clauses.has_event_after(time.tokens.end, tokens.end.min(time.tokens.end + 3)) {
        true => Fit::Beside,
        false if clauses.has_event_after(tokens.start, tokens.end) => Fit::Sentence,
        false => Fit::Loose,
    }
}
