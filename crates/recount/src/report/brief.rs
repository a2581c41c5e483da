//! Makes the brief: the record in a few sentences, each resting on claims.
//!
//! In: events and findings. Out: sentences in plain English: what happened, to how many, what is
//! disputed, what was replaced, what is mentioned beside it. No sentence says more than its findings.

use crate::model::{ClaimId, Event, EventId, Finding, Sentence, Slot, Verdict};

use super::{labels, title};

/// Returns the sentences, the most important first.
pub(super) fn brief(events: &[Event], findings: &[Finding]) -> Vec<Sentence> {
    let main: Vec<_> = findings.iter().filter(|it| it.event.is_main()).collect();
    let mut sentences: Vec<Sentence> =
        events.first().and_then(|it| opening(it, &main)).into_iter().collect();
    sentences.extend(main.iter().filter(|it| it.slot.is_count()).map(|it| counted(it)));
    let told =
        [Slot::Phase, Slot::Outcome, Slot::ClaimedBy, Slot::Weapon, Slot::Demand, Slot::Cause];
    let others = main.iter().filter(|it| told.contains(&it.slot));
    sentences.extend(others.map(|it| listed(it)));
    sentences.extend(events.iter().skip(1).filter_map(|it| background(it, findings)));
    sentences
}

fn opening(event: &Event, findings: &[&Finding]) -> Option<Sentence> {
    let parts = [Slot::EventType, Slot::Place, Slot::EventDate];
    let found = findings.iter().filter(|it| parts.contains(&it.slot));
    let claims: Vec<_> = found.flat_map(|it| supporting(it)).collect();
    let text = format!("{}.", title::title(std::slice::from_ref(event)));
    (!claims.is_empty()).then_some(Sentence { text, claims })
}

fn counted(finding: &Finding) -> Sentence {
    let label = labels::slot(finding.slot, finding.who.as_ref());
    let range = match (finding.low, finding.high) {
        (Some(low), Some(high)) if low != high => format!(" (accounts run from {low} to {high})"),
        _ => String::new(),
    };
    let text = format!("{label}: {}{range}, {}.", finding.best, verdict(finding));
    Sentence { text, claims: all(finding) }
}

fn listed(finding: &Finding) -> Sentence {
    let live = finding.groups.iter().filter(|it| !it.superseded());
    let values: Vec<_> = match finding.slot.holds_several() && finding.slot != Slot::Phase {
        true => live.map(|it| it.value.to_string()).collect(),
        false => vec![finding.best.to_string()],
    };
    let label = labels::slot(finding.slot, None);
    let text = format!("{label}: {}, {}.", values.join(", "), verdict(finding));
    Sentence { text, claims: all(finding) }
}

/// The kind, day and toll of an event that is told beside the main one.
fn background(event: &Event, findings: &[Finding]) -> Option<Sentence> {
    let counts: Vec<_> = of_event(findings, &event.id).filter(|it| it.slot.is_count()).collect();
    let claims: Vec<_> = of_event(findings, &event.id).flat_map(supporting).collect();
    let tolls: Vec<_> = counts
        .iter()
        .map(|it| format!("{} {}", labels::slot(it.slot, it.who.as_ref()).to_lowercase(), it.best))
        .collect();
    let toll = if tolls.is_empty() { String::new() } else { format!(": {}", tolls.join(", ")) };
    let text = format!("Told beside it: {}{toll}.", event.name);
    (!claims.is_empty()).then_some(Sentence { text, claims })
}

fn of_event<'a>(findings: &'a [Finding], id: &'a EventId) -> impl Iterator<Item = &'a Finding> {
    findings.iter().filter(move |it| it.event == *id)
}

fn verdict(finding: &Finding) -> &'static str {
    match finding.verdict {
        Verdict::Agreed => "agreed",
        Verdict::SingleSource => "from a single source",
        Verdict::Refined => "the most precise of several accounts",
        Verdict::Complementary => "told side by side",
        Verdict::Superseded => "which replaced an earlier state",
        Verdict::Disputed => "disputed",
    }
}

/// The claims that hold the best value.
fn supporting(finding: &Finding) -> Vec<ClaimId> {
    finding.groups.first().map(|it| it.claims.clone()).unwrap_or_default()
}

fn all(finding: &Finding) -> Vec<ClaimId> {
    finding.groups.iter().flat_map(|it| it.claims.clone()).collect()
}
