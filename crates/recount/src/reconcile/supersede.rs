//! Tells which values a later state of the event has replaced.
//!
//! In: the candidates of a slot and the order of the articles. Out: for a candidate the one that
//! replaced it. A later print alone replaces nothing: there must be a later stage of the event, a
//! toll that grew, a list of missing that shrank, a figure for what was told in words, or a source that
//! corrects itself. Only the main event develops while it is told.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, civil};

use super::candidates::Candidate;
use super::order::Order;
use super::origins::Origin;
use super::values;
use crate::extract;
use crate::model::{ArticleId, Slot, Value};

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

/// How long a lower toll may still be printed after a higher one was, and be the older state.
///
/// Rolling reports lag: a paper's morning story may carry the night's toll. In the incidents coded by
/// hand the longest lag is half an hour; a day keeps a later revision downwards apart. To measure
/// again: change it and score the records of the hand-coded incidents.
const TOLL_LAG: SignedDuration = SignedDuration::from_hours(24);

/// Returns whether `other` has replaced `value`, and how.
pub(super) fn replaced(
    slot: Slot,
    value: &Candidate,
    other: &Candidate,
    order: &Order,
) -> Option<Replaced> {
    if value.held.is_empty() || other.held.is_empty() || !other.is_sure() {
        return None;
    }
    if slot == Slot::Phase {
        return later_phase(value, other).then_some(Replaced::Stage);
    }
    if !slot.is_count() || other.agrees_with(value) {
        return None;
    }
    let (before, after) = (stages(value, order), stages(other, order));
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
    is_corrected(value, other, order).then_some(Replaced::Correction)
}

/// Returns the stages of the event that the holders of a value tell of, in order; unknown ones first.
fn stages(candidate: &Candidate, order: &Order) -> Vec<Option<u32>> {
    let told: BTreeSet<_> =
        candidate.held.iter().map(|it| order.stage(&it.claim.article)).collect();
    told.into_iter().collect()
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
    further && (!zero || prints(value).max() < prints(other).min())
}

/// Whether `other` was last printed after `value` was, and first no more than [`TOLL_LAG`] before that.
/// Reprints do not count.
fn is_later_print(value: &Candidate, other: &Candidate) -> bool {
    let (first, last) = (prints(other).min(), prints(other).max());
    let (Some(first), Some(last), Some(before)) = (first, last, prints(value).max()) else {
        return false;
    };
    before < last && before.duration_since(first) <= TOLL_LAG
}

/// Returns when each who holds the value first printed it.
fn prints(candidate: &Candidate<'_>) -> impl Iterator<Item = civil::DateTime> {
    candidate.held.iter().filter_map(|it| it.known.1)
}

/// The same source, or the same text, gave `value` and then `other`.
///
/// Of articles that are of one rank in the order, one speaks for all: a wire text has many reprints.
fn is_corrected(value: &Candidate, other: &Candidate, order: &Order) -> bool {
    let before = by_origin(value, order);
    let after = by_origin(other, order);
    before.into_iter().all(|(origin, articles)| {
        let later = after.get(origin);
        articles
            .values()
            .all(|held| later.is_some_and(|it| it.values().any(|by| order.is_later(by, held))))
    })
}

type Rank = (Option<u32>, Option<(civil::DateTime, civil::DateTime)>);

/// Returns of each origin an article of each rank.
fn by_origin<'h>(
    candidate: &'h Candidate,
    order: &Order,
) -> BTreeMap<&'h Origin, BTreeMap<Rank, &'h ArticleId>> {
    let mut origins: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
    for held in &candidate.held {
        let article = &held.claim.article;
        origins.entry(held.origin()).or_default().insert(order.rank(article), article);
    }
    origins
}
