//! Tells which values a later state of the event has replaced.
//!
//! In: the candidates of a slot and the order of the articles. Out: for a candidate the one that
//! replaced it. A later print alone replaces nothing: there must be a later stage of the event, a
//! toll that grew, a list of missing that shrank, a figure for what was told in words, or a source that
//! corrects itself. Only the main event develops while it is told.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, civil};

use super::candidates::Candidate;
use super::held::Held;
use super::order::Rank;
use super::values;
use crate::extract;
use crate::model::{Slot, Value};

/// How a value was replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Replaced {
    /// Everybody who holds it tells of an earlier stage of the event.
    Stage,
    /// A toll grew, or fewer were missing.
    Growth,
    /// There were only words for it ("dozens") until it was counted.
    Counted,
    /// Its own source gave another value later.
    Correction,
}

/// When and by whom a value was told, read once, since every value is held against every other.
#[derive(Debug, Clone, Default)]
pub(super) struct Past {
    /// The stages of the event that its holders tell of, in order; unknown ones first.
    stages: Vec<Option<u32>>,
    /// When its holders first printed it, the earliest and the latest of them.
    printed: Option<(civil::DateTime, civil::DateTime)>,
    /// The ranks of the articles through which each origin gave it: a wire text has many reprints, and
    /// those of one rank are alike.
    by_origin: BTreeMap<usize, BTreeSet<Rank>>,
}

impl Past {
    /// Reads the past of a value from its holders.
    pub(super) fn of(held: &[Held]) -> Self {
        let stages: BTreeSet<_> = held.iter().map(|it| it.rank.stage).collect();
        let prints = || held.iter().filter_map(|it| it.printed);
        let mut by_origin: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for it in held {
            by_origin.entry(it.origin).or_default().insert(it.rank);
        }
        let printed = prints().min().zip(prints().max());
        Self { stages: stages.into_iter().collect(), printed, by_origin }
    }
}

/// How long a lower toll may still be printed after a higher one was, and be the older state.
///
/// Rolling reports lag: a paper's morning story may carry the night's toll. In the incidents coded by
/// hand the longest lag is half an hour; a day keeps a later revision downwards apart. To measure
/// again: change it and score the records of the hand-coded incidents.
const TOLL_LAG: SignedDuration = SignedDuration::from_hours(24);

/// Returns whether `other` has replaced `value`, and how.
pub(super) fn replaced(slot: Slot, value: &Candidate, other: &Candidate) -> Option<Replaced> {
    if value.held.is_empty() || other.held.is_empty() || !other.is_sure() {
        return None;
    }
    if slot == Slot::Phase {
        return later_phase(value, other).then_some(Replaced::Stage);
    }
    // "At least 1" takes nothing back from "3", nor "3" from "at least 1".
    if !slot.is_count() || other.agrees_with(value) || value.agrees_with(other) {
        return None;
    }
    let (before, after) = (&value.past.stages, &other.past.stages);
    if before.last().zip(after.first()).is_some_and(|(a, b)| a.is_some() && a < b)
        && before[0].is_some()
    {
        return Some(Replaced::Stage);
    }
    // What a later stage tells is not undone by what an earlier one printed after it.
    let undone = after[0].is_some() && before.last() > after.last();
    if !undone && is_later_print(value, other) {
        if has_moved_on(slot, value, other) {
            return Some(Replaced::Growth);
        }
        if values::figure(&value.value).is_none() && values::figure(&other.value).is_some() {
            return Some(Replaced::Counted);
        }
    }
    is_corrected(&value.past, &other.past).then_some(Replaced::Correction)
}

fn later_phase(value: &Candidate, other: &Candidate) -> bool {
    let stage = |it: &Candidate| match &it.value {
        Value::Term(term) => extract::stage_of_phase(&term.id),
        _ => None,
    };
    stage(value).zip(stage(other)).is_some_and(|(before, after)| before < after)
}

/// A figure further on the way of its slot. Nobody hurt is not a lower toll but another account, unless
/// it came first.
fn has_moved_on(slot: Slot, value: &Candidate, other: &Candidate) -> bool {
    let figures = values::figure(&value.value).zip(values::figure(&other.value));
    let further = figures.is_some_and(|(before, after)| match slot {
        Slot::MissingCount | Slot::HostageCount => after < before,
        Slot::KilledCount | Slot::InjuredCount | Slot::FreedCount | Slot::ArrestedCount => {
            before < after
        }
        _ => false,
    });
    let zero = values::figure(&value.value) == Some(0);
    further && (!zero || value.past.printed.zip(other.past.printed).is_none_or(|(a, b)| a.1 < b.0))
}

/// Whether `other` was last printed after `value` was, and first no more than [`TOLL_LAG`] before that.
/// Reprints do not count.
fn is_later_print(value: &Candidate, other: &Candidate) -> bool {
    let prints = value.past.printed.zip(other.past.printed);
    prints.is_some_and(|((_, before), (first, last))| {
        before < last && before.duration_since(first) <= TOLL_LAG
    })
}

/// The same source, or the same text, gave `value` and then `other`.
fn is_corrected(value: &Past, other: &Past) -> bool {
    value.by_origin.iter().all(|(origin, ranks)| {
        let later = other.by_origin.get(origin);
        ranks.iter().all(|held| later.is_some_and(|it| it.iter().any(|by| by.is_later(*held))))
    })
}
