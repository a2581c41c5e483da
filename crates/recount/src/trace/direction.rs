//! Tells which of two tied articles took its text from the other, where anything tells.
//!
//! In: a tie. Out: who copied whom, with the evidence. Two papers that print one agency's text have
//! not copied each other, whichever was first; clocks are compared only where they can be.

use jiff::SignedDuration;

use super::ties::Tie;
use crate::annotate::Annotated;
use crate::model::{Article, Date, Precision};
use crate::read::agency;

/// Share of the shorter text that stands in the longer when it is a cut of it: the rest are mended
/// words, as "on Sunday" against "yesterday".
const CUT: f64 = 0.8;

/// How far apart two clock times of unknown or different zones must lie to be in order: newsrooms
/// from Los Angeles to Tokyo are at most so far apart.
const ZONES: SignedDuration = SignedDuration::from_hours(17);

/// Who copied whom, as indexes into the story.
pub(super) struct Direction {
    /// The copier; if undecided the one with the smaller id.
    pub(super) from: usize,
    /// The other.
    pub(super) to: usize,
    /// Whether anything tells.
    pub(super) directed: bool,
    /// What tells, in plain words.
    pub(super) why: String,
}

/// Tells the direction of `tie`.
pub(super) fn direction(story: &[&Annotated], tie: &Tie) -> Direction {
    let article = |it: usize| &story[it].article;
    let (one, other) = (tie.short, tie.long);
    let directed = |(from, to, why)| Direction { from, to, directed: true, why };
    if let Some(found) = by_agency(article(one), article(other)) {
        return directed(turned(found, one, other));
    }
    if let Some(name) = credited_by_both(article(one), article(other)) {
        return undecided(story, tie, format!("both credit {name}, so neither need be the source"));
    }
    match by_time(article(one), article(other)) {
        Some(found) => directed(turned(found, one, other)),
        None if is_cut(tie) => directed((one, other, "it is a cut of the longer text".to_owned())),
        None => undecided(story, tie, "which came first is undecided".to_owned()),
    }
}

fn turned((later, why): (Later, String), one: usize, other: usize) -> (usize, usize, String) {
    match later {
        Later::First => (one, other, why),
        Later::Second => (other, one, why),
    }
}

fn undecided(story: &[&Annotated], tie: &Tie, why: String) -> Direction {
    let id = |it: &usize| &story[*it].article.id;
    let (from, to) = match id(&tie.short) < id(&tie.long) {
        true => (tie.short, tie.long),
        false => (tie.long, tie.short),
    };
    Direction { from, to, directed: false, why }
}

/// Which of two articles is the copier.
enum Later {
    First,
    Second,
}

/// The agency's own text is the source.
fn by_agency(one: &Article, other: &Article) -> Option<(Later, String)> {
    let own = |it: &Article| it.outlet.as_ref().and_then(|it| agency(&it.name)).map(|it| it.name);
    let why = |name: &str| format!("it is the text of the agency {name}");
    match (own(one), own(other)) {
        (None, Some(name)) => Some((Later::First, why(name))),
        (Some(name), None) => Some((Later::Second, why(name))),
        _ => None,
    }
}

fn credited_by_both<'a>(one: &'a Article, other: &Article) -> Option<&'a str> {
    one.credits.iter().find(|it| other.credits.contains(it)).map(String::as_str)
}

fn by_time(one: &Article, other: &Article) -> Option<(Later, String)> {
    let (first, second) = (one.published.as_ref()?, other.published.as_ref()?);
    let why = |earlier, later| format!("published {later}, after {earlier}");
    if is_before(first, second) {
        return Some((Later::Second, why(first, second)));
    }
    is_before(second, first).then(|| (Later::First, why(second, first)))
}

/// Returns whether all of `first` lies before all of `second`, whatever zones they stand in.
fn is_before(first: &Date, second: &Date) -> bool {
    let clocks = |it: &Date| it.precision <= Precision::Hour;
    if !(clocks(first) && clocks(second)) {
        return first.end.date() < second.start.date();
    }
    let same_zone = first.zone.is_some() && first.zone == second.zone;
    let apart = second.start.duration_since(first.end);
    apart > if same_zone { SignedDuration::ZERO } else { ZONES }
}

fn is_cut(tie: &Tie) -> bool {
    tie.share >= CUT && tie.share_of_long < CUT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clock_times_of_unknown_zones_are_in_order_if_no_zone_could_turn_them() {
        check((4, 8), (4, 18), false);
        check((4, 8), (5, 2), true);
        check((4, 8), (5, 14), true);
        check((4, 8), (9, 8), true);
        check((5, 14), (4, 8), false);
    }

    #[track_caller]
    fn check(first: (i8, i8), second: (i8, i8), expected: bool) {
        let date = |(day, hour)| Date::minute(jiff::civil::date(2031, 5, day).at(hour, 0, 0, 0));
        assert_eq!(is_before(&date(first), &date(second)), expected);
    }
}
