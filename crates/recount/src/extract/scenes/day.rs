//! Finds the day of the main event.
//!
//! In: the head of an article and the day it was published. Out: the day that the head gives for what
//! it tells, else the day of publication. The day on which somebody spoke, or a toll rose, comes last.

use jiff::ToSpan;
use jiff::civil::DateTime;

use super::clause::Clauses;
use crate::annotate::{Annotated, Meaning, Sentence, TimeMention};
use crate::extract::dates;
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
    /// The day of a statement or of a count.
    Statement,
    /// A day in a sentence that tells of something else.
    Loose,
    /// A day in a sentence that tells what happened.
    Sentence,
    /// A day beside the words that tell what happened.
    Beside,
}

/// Returns the day of the main event, and whether the text gives it.
pub(super) fn main_day(clauses: &Clauses, published: Option<&Date>) -> (Option<Date>, bool) {
    let Some(published) = published else { return (None, false) };
    let mut best: Option<(Fit, Date)> = None;
    for (sentence, time) in head(clauses.annotated) {
        let day = day(time, published);
        let Some(day) = day.filter(|it| is_recent(it, published)) else { continue };
        let fit = fit(clauses, sentence, time);
        if best.as_ref().is_none_or(|(before, _)| fit > *before) {
            best = Some((fit, day));
        }
    }
    match best {
        Some((fit, day)) => (Some(day), fit > Fit::Statement),
        None => (Some(Date::day(published.start.date())), false),
    }
}

fn head(annotated: &Annotated) -> impl Iterator<Item = (&Sentence, &TimeMention)> {
    let told = annotated.sentences.iter().filter(|it| it.role != Role::Caption).take(LEAD);
    told.flat_map(|sentence| {
        let times = annotated.times.iter();
        times.filter(|it| sentence.tokens.contains(&it.tokens.start)).map(move |it| (sentence, it))
    })
}

fn day(time: &TimeMention, published: &Date) -> Option<Date> {
    match time.meaning {
        Meaning::Clock { .. } | Meaning::Since { .. } => None,
        _ => time.meaning.resolve(published).filter(|it| it.precision <= Precision::Day),
    }
}

fn is_recent(day: &Date, published: &Date) -> bool {
    let from = published.start.saturating_sub(RECENT.days());
    day.start <= last_moment(published) && from <= day.start
}

fn last_moment(date: &Date) -> DateTime {
    date.end.date().at(23, 59, 59, 0)
}

fn fit(clauses: &Clauses, sentence: &Sentence, time: &TimeMention) -> Fit {
    let Sentence { tokens, .. } = sentence;
    if dates::of_statement(clauses.annotated, sentence, time) {
        return Fit::Statement;
    }
    let from = tokens.start.max(time.tokens.start.saturating_sub(BESIDE));
    let beside = clauses.has_event_after(from, time.tokens.start);
    match beside || clauses.has_event_after(time.tokens.end, tokens.end.min(time.tokens.end + 3)) {
        true => Fit::Beside,
        false if clauses.has_event_after(tokens.start, tokens.end) => Fit::Sentence,
        false => Fit::Loose,
    }
}
