//! Compares the findings of an incident in two records.
//!
//! In: the incident as it was and as it is. Out: the changes, by event and slot of the newer record, then
//! what is gone.

use std::collections::BTreeSet;

use super::{Change, ChangeKind, Stood};
use crate::model::{ClaimId, Event, EventId, Finding, Incident, Slot, Standing, Value};
use crate::report::{labels, words};

pub(super) fn changes(old: Option<&Incident>, new: Option<&Incident>) -> Vec<Change> {
    let (before, after) = (findings(old), findings(new));
    let was = |now: &Finding| {
        let event = event_before(old, new, &now.event)?;
        before.iter().find(|it| it.event == event && asks_the_same(it, now)).copied()
    };
    let mut changes: Vec<_> = after.iter().filter_map(|now| change(new, was(now), now)).collect();
    let met: BTreeSet<_> = after.iter().filter_map(|now| was(now)).map(question).collect();
    let gone = before.iter().filter(|it| !met.contains(&question(it)));
    changes.extend(gone.map(|it| Change {
        kind: ChangeKind::Gone,
        old: Some(stood(it)),
        new: None,
        text: format!("no longer told: {}", told(old, it)),
        ..bare(old, it)
    }));
    changes
}

fn findings(incident: Option<&Incident>) -> Vec<&Finding> {
    incident.map_or_else(Vec::new, |it| it.findings.iter().collect())
}

fn asks_the_same(a: &Finding, b: &Finding) -> bool {
    a.slot == b.slot && a.who == b.who
}

type Question = (EventId, Slot, Option<String>);

fn question(finding: &Finding) -> Question {
    (finding.event.clone(), finding.slot, finding.who.as_ref().map(ToString::to_string))
}

/// Returns which event of the older record an event of the newer one is: main is main, and a background
/// event is the one with which it shares most claims.
pub(super) fn event_before(
    old: Option<&Incident>,
    new: Option<&Incident>,
    event: &EventId,
) -> Option<EventId> {
    if event.is_main() {
        return Some(event.clone());
    }
    let (old, new) = (old?, new?);
    let of = |incident: &Incident, event: &EventId| -> BTreeSet<ClaimId> {
        let claims = incident.claims.iter().filter(|it| it.event == *event);
        claims.map(|it| it.id.clone()).collect()
    };
    let here = of(new, event);
    let shared = |it: &Event| of(old, &it.id).intersection(&here).count();
    let scored = old.events.iter().filter(|it| !it.id.is_main()).map(|it| (shared(it), it));
    let best = scored
        .filter(|it| it.0 > 0)
        .max_by_key(|(score, it)| (*score, std::cmp::Reverse(it.id.number())));
    best.map(|it| it.1.id.clone())
}

fn change(new: Option<&Incident>, was: Option<&Finding>, now: &Finding) -> Option<Change> {
    let change = bare(new, now);
    let Some(was) = was else {
        let text = told(new, now);
        return Some(Change { kind: ChangeKind::New, new: Some(stood(now)), text, ..change });
    };
    let beside = beside(was, now);
    let text = told(new, now);
    let (kind, text) = match () {
        () if is_other(&was.best, &now.best) => {
            (ChangeKind::Value, format!("{text} (was {})", plain(&was.best)))
        }
        () if !beside.is_empty() => (ChangeKind::Beside, beside_words(now, &beside)),
        () if (was.low, was.high) != (now.low, now.high) => {
            let ends = words::range(now.low, now.high);
            (
                ChangeKind::Range,
                format!("{text}, range {ends} (was {})", words::range(was.low, was.high)),
            )
        }
        () if was.verdict != now.verdict => {
            let verdicts = [now, was].map(|it| labels::verdict(it.verdict));
            (ChangeKind::Verdict, format!("{text}: {} (was {})", verdicts[0], verdicts[1]))
        }
        () => return None,
    };
    let (old, new) = (Some(stood(was)), Some(stood(now)));
    Some(Change { kind, old, new, beside, text, ..change })
}

/// Another spelling of a name, or a value that reads the same, is no change.
fn is_other(was: &Value, now: &Value) -> bool {
    match (was, now) {
        (Value::Name(was), Value::Name(now)) => was.id != now.id,
        (Value::Place(was), Value::Place(now)) => was.name != now.name,
        _ => words::value(was) != words::value(now),
    }
}

fn bare(incident: Option<&Incident>, finding: &Finding) -> Change {
    let event = incident.and_then(|it| it.events.iter().find(|it| it.id == finding.event));
    Change {
        kind: ChangeKind::New,
        event: finding.event.clone(),
        event_name: event.map_or_else(String::new, |it| it.name.clone()),
        slot: finding.slot,
        who: finding.who.clone(),
        old: None,
        new: None,
        beside: Vec::new(),
        text: String::new(),
        claims: finding.groups.first().map_or_else(Vec::new, |it| it.claims.clone()),
    }
}

fn stood(finding: &Finding) -> Stood {
    let Finding { best, low, high, verdict, .. } = finding.clone();
    Stood { best, low, high, verdict }
}

/// The values that stand beside the best one and stood nowhere before.
fn beside(was: &Finding, now: &Finding) -> Vec<Value> {
    let said: BTreeSet<_> = was.groups.iter().map(|it| words::value(&it.value)).collect();
    let new = now.groups.iter().filter(|it| it.standing == Standing::Beside);
    let new = new.filter(|it| !said.contains(&words::value(&it.value)));
    new.map(|it| it.value.clone()).collect()
}

fn beside_words(now: &Finding, beside: &[Value]) -> String {
    let values: Vec<_> = beside.iter().map(plain).collect();
    format!("{}: {} too", labels::question(now).to_lowercase(), values.join(", "))
}

fn plain(value: &Value) -> String {
    words::one_line(&words::value(value))
}

/// Returns a finding in a few words: `siege ended`, `hostages freed`, `6 killed (perpetrators)`.
fn told(incident: Option<&Incident>, finding: &Finding) -> String {
    let (label, value) = (labels::question(finding).to_lowercase(), plain(&finding.best));
    match finding.slot {
        Slot::Phase => {
            let main = incident.map_or("event", |it| it.event_type.as_str());
            let kind = if main == "unknown" { "event" } else { main };
            format!("{} {value}", kind.replace('_', " "))
        }
        Slot::Outcome => value,
        slot if slot.is_count() => format!("{value} {label}"),
        _ => format!("{label}: {value}"),
    }
}
