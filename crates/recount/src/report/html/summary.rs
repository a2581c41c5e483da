//! The findings of an event as rows: question, value, verdict, support, and the rival values.
//!
//! In: an event. Out: a [`Row`] for each finding, every value with links to the sentences that print it.

use crate::model::{Event, Finding, Group, Value};
use crate::report::{head, labels, words};

use super::parts::{Cite, Page};

/// One finding.
pub(super) struct Row {
    pub id: String,
    pub number: usize,
    pub label: String,
    pub value: String,
    /// Lowest and highest figure, where they differ.
    pub range: String,
    pub class: &'static str,
    pub verdict: String,
    pub meaning: &'static str,
    pub support: String,
    pub reason: String,
    pub cautions: Vec<String>,
    /// Whether it rests on the word of one party.
    pub one_sided: bool,
    pub cites: Vec<Cite>,
    pub rivals: Vec<Rival>,
}

/// A value that is not the best one.
pub(super) struct Rival {
    pub value: String,
    /// How it stands to the best value, in a word.
    pub standing: &'static str,
    pub superseded: bool,
    pub support: String,
    pub cites: Vec<Cite>,
}

impl Row {
    /// Makes the rows of an event, numbered by the order of the record.
    pub(super) fn all(page: &Page, event: Option<&Event>) -> Vec<Self> {
        let findings = page.view.incident.findings.iter().enumerate();
        let of = |it: &Finding| event.is_some_and(|event| it.event == event.id);
        findings.filter(|(_, it)| of(it)).map(|(at, it)| Self::new(page, at, it)).collect()
    }

    fn new(page: &Page, position: usize, finding: &Finding) -> Self {
        let best = finding.groups.first();
        Self {
            id: page.finding(position),
            number: position + 1,
            label: labels::question(finding),
            value: words::capital(&words::value(&finding.best)),
            range: spread(finding),
            class: labels::verdict_name(finding.verdict),
            verdict: labels::verdict(finding.verdict),
            meaning: labels::meaning(finding.verdict),
            support: best.map_or_else(String::new, words::support),
            reason: finding.reason.clone(),
            cautions: head::cautions(finding),
            one_sided: finding.one_party.is_some(),
            cites: best.map_or_else(Vec::new, |it| page.cites(&it.claims)),
            rivals: finding.groups.iter().skip(1).map(|it| rival(page, it)).collect(),
        }
    }
}

/// Returns the range of a count whose low and high differ.
fn spread(finding: &Finding) -> String {
    match finding.best {
        Value::Count(_) if finding.low != finding.high => words::range(finding.low, finding.high),
        _ => String::new(),
    }
}

fn rival(page: &Page, group: &Group) -> Rival {
    Rival {
        value: words::value(&group.value),
        standing: labels::standing(group),
        superseded: group.superseded(),
        support: words::support(group),
        cites: page.cites(&group.claims),
    }
}
