//! Makes the timeline: what happened when, and what was known when.
//!
//! In: events, claims and findings. Out: entries by date, each resting on claims. An event without a
//! date has no entry; a phase stands at the time of the report that told it.

use std::collections::BTreeMap;

use crate::model::{Claim, Date, Event, EventId, Finding, Group, Slot, TimelineEntry, Value};

/// Returns the entries, the earliest first.
pub(super) fn timeline(
    events: &[Event],
    claims: &[Claim],
    findings: &[Finding],
) -> Vec<TimelineEntry> {
    let mut entries: Vec<_> = events.iter().filter_map(|event| happened(event, findings)).collect();
    let told = findings.iter().filter(|it| it.event.is_main() && develops(it.slot));
    entries.extend(told.flat_map(|it| states(it, claims)));
    let states: BTreeMap<_, _> = claims.iter().map(|it| (&it.id, state(it))).collect();
    let state = |it: &TimelineEntry| {
        let told = it.claims.iter().filter_map(|id| states.get(id).copied().flatten());
        if it.text.starts_with(REPORTED) { told.min() } else { None }
    };
    // Of one day, what happened comes before what was reported of it, and reports stand in the order of what
    // they knew: one that knows the day alone has no hour to stand at.
    let place = |it: &TimelineEntry| {
        (it.when.start.date(), state(it), it.when.start, it.event.number(), it.text.clone())
    };
    entries.sort_by_cached_key(place);
    entries
}

/// How an entry begins that tells of a report.
const REPORTED: &str = "Reported: ";

fn state(claim: &Claim) -> Option<u32> {
    claim.as_of.as_ref().map(|it| it.state)
}

/// Slots whose values may change while an event goes on.
fn develops(slot: Slot) -> bool {
    slot == Slot::Phase || slot.is_count()
}

fn happened(event: &Event, findings: &[Finding]) -> Option<TimelineEntry> {
    let of_event = |slot| findings.iter().find(|it| it.event == event.id && it.slot == slot);
    let finding = of_event(Slot::EventDate)?;
    let Value::Date(when) = &finding.best else { return None };
    let claims = finding.groups.first()?.claims.clone();
    let text = super::title::capitalised(&event.name);
    Some(TimelineEntry { when: when.clone(), event: event.id.clone(), text, claims })
}

/// What was reported first of each value of a slot that changed.
fn states(finding: &Finding, claims: &[Claim]) -> Vec<TimelineEntry> {
    let changed = finding.groups.iter().any(|it| it.superseded());
    let groups = finding.groups.iter().filter(|_| changed);
    groups.filter_map(|group| first_report(finding, group, claims)).collect()
}

fn first_report(finding: &Finding, group: &Group, claims: &[Claim]) -> Option<TimelineEntry> {
    let when = |claim: &Claim| claim.as_of.as_ref().and_then(|it| it.when.clone());
    let held = claims.iter().filter(|it| group.claims.contains(&it.id));
    let dated = held.filter_map(|it| Some((when(it)?, it)));
    let (when, claim): (Date, _) = dated.min_by(|a, b| (&a.0, &a.1.id).cmp(&(&b.0, &b.1.id)))?;
    let slot = super::labels::slot(finding.slot, finding.who.as_ref());
    let text = format!("{REPORTED}{} {}", slot.to_lowercase(), group.value);
    Some(TimelineEntry { when, event: EventId::of(0), text, claims: vec![claim.id.clone()] })
}
