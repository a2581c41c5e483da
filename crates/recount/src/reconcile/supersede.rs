//! Tells which values a later state of the event has replaced.
//!
//! In: the candidates of a slot and the order of the articles. Out: for a candidate the one that
//! replaced it. A later print alone replaces nothing: there must be a later stage of the event, a
//! toll that grew, or a source that corrects itself. Only the main event develops while it is told.

use jiff::{SignedDuration, civil};

use super::candidates::{Candidate, Held};
use super::order::Order;
use super::values;
use crate::extract;
use crate::model::{Slot, Value};

/// How a value was replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Replaced {
    /// Everybody who holds it tells of an earlier stage of the event.
    Stage,
    /// A toll grew.
    Growth,
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
    if all(value, other, |held, by| order.is_later_stage(&by.claim.article, &held.claim.article)) {
        return Some(Replaced::Stage);
    }
    if has_grown(value, other, order) {
        return Some(Replaced::Growth);
    }
    is_corrected(value, other, order).then_some(Replaced::Correction)
}

fn all(value: &Candidate, other: &Candidate, later: impl Fn(&Held, &Held) -> bool) -> bool {
    value.held.iter().all(|held| other.held.iter().all(|by| later(held, by)))
}

fn later_phase(value: &Candidate, other: &Candidate) -> bool {
    let stage = |it: &Candidate| match &it.value {
        Value::Term(term) => extract::stage_of_phase(&term.id),
        _ => None,
    };
    stage(value).zip(stage(other)).is_some_and(|(before, after)| before < after)
}

/// A higher figure, first printed no more than [`TOLL_LAG`] after the lower was printed last, and last
/// printed after it. Nobody hurt is not a lower toll but another account, unless it came first.
fn has_grown(value: &Candidate, other: &Candidate, order: &Order) -> bool {
    let figures = values::figure(&value.value).zip(values::figure(&other.value));
    let Some((low, high)) = figures.filter(|(low, high)| low < high) else { return false };
    let moments = |it: &Candidate| -> Vec<civil::DateTime> {
        let dates = it.held.iter().filter_map(|it| order.published(&it.claim.article));
        dates.map(|it| it.start).collect()
    };
    let (lows, highs) = (moments(value), moments(other));
    let (Some(first), Some(last)) = (highs.iter().min(), highs.iter().max()) else { return false };
    let Some(last_low) = lows.iter().max() else { return false };
    let lag = last_low.duration_since(*first);
    let later = last_low < last && (lag <= TOLL_LAG);
    later && (low > 0 || (last_low < first && high > 0))
}

/// The same source, or the same text, gave `value` and then `other`.
fn is_corrected(value: &Candidate, other: &Candidate, order: &Order) -> bool {
    value.held.iter().all(|held| {
        other.held.iter().any(|by| {
            by.same_origin(held) && order.is_later(&by.claim.article, &held.claim.article)
        })
    })
}
