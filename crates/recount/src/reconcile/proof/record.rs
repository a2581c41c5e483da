//! Proves a record that was written before and may have been changed since.
//!
//! In: a record. Out: the same without the values that its articles do not prove; they are withheld, with
//! the findings and sentences that rested on them.

use std::collections::BTreeSet;

use crate::model::{Article, ClaimId, Finding, Incident, Record, Value, Withheld};

/// Takes out of `record` what its articles do not prove, and tells of it in each incident.
pub fn prove(record: &mut Record) {
    let articles: Vec<&Article> = record.articles.iter().collect();
    record.incidents.iter_mut().for_each(|it| prove_incident(it, &articles));
}

fn prove_incident(incident: &mut Incident, articles: &[&Article]) {
    let claims = std::mem::take(&mut incident.claims);
    let (proven, withheld) = super::proven(articles, claims);
    let held: BTreeSet<ClaimId> = proven.iter().map(|it| it.id.clone()).collect();
    incident.claims = proven;
    incident.withheld.extend(withheld);
    incident.findings.retain_mut(|it| rests(it, &held));
    forget_figures(incident);
    let rest = |ids: &[ClaimId]| !ids.is_empty() && ids.iter().all(|it| held.contains(it));
    incident.timeline.retain(|it| rest(&it.claims));
    incident.brief.retain(|it| rest(&it.claims));
}

/// Keeps the groups that claims still back; a finding whose best value is gone goes with it.
fn rests(finding: &mut Finding, held: &BTreeSet<ClaimId>) -> bool {
    for group in &mut finding.groups {
        group.claims.retain(|it| held.contains(it));
    }
    let first = finding.groups.first().is_some_and(|it| !it.claims.is_empty());
    finding.groups.retain(|it| !it.claims.is_empty());
    first
}

/// Withholds findings whose best value or range no claim of theirs gives.
fn forget_figures(incident: &mut Incident) {
    let claims = &incident.claims;
    let (proven, forged): (Vec<_>, Vec<_>) =
        std::mem::take(&mut incident.findings).into_iter().partition(|it| is_told(it, claims));
    incident.findings = proven;
    for finding in forged {
        let ids: BTreeSet<_> = finding.groups.iter().flat_map(|it| &it.claims).collect();
        let claim = claims.iter().find(|it| ids.contains(&it.id)).cloned();
        let reason = format!("no claim gives the {} of the finding", finding.slot);
        incident.withheld.extend(claim.map(|claim| Withheld { reason, claim }));
        let rests = |claims: &[ClaimId]| !claims.iter().any(|it| ids.contains(it));
        incident.timeline.retain(|it| rests(&it.claims));
        incident.brief.retain(|it| rests(&it.claims));
    }
}

fn is_told(finding: &Finding, claims: &[crate::model::Claim]) -> bool {
    let of = |ids: &[ClaimId], value: &Value| {
        claims.iter().filter(|it| ids.contains(&it.id)).any(|it| it.value == *value)
    };
    let best = finding.groups.iter().any(|it| it.value == finding.best);
    let figures: BTreeSet<_> =
        finding.groups.iter().filter_map(|it| super::super::values::figure(&it.value)).collect();
    let in_range =
        [finding.low, finding.high].into_iter().flatten().all(|it| figures.contains(&it));
    best && in_range && finding.groups.iter().all(|it| of(&it.claims, &it.value))
}
