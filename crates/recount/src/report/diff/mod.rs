//! Tells what changed from one record to another of the same story.
//!
//! In: an older and a newer [`Record`]. Out: a [`Diff`]: for each incident what is new, what changed and
//! what is gone, each with the claims of the newer record. Incidents are matched by the articles they
//! share, and background events by their claims, whose ids are the same wherever an article stands.

mod changes;
mod text;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{
    Article, ArticleId, ClaimId, Date, EventId, Incident, Record, Slot, Value, Verdict, Who,
};

pub use text::diff_text;

/// What changed between two records.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Diff {
    /// As of when the older record stands: its own time, else its latest publication.
    pub since: Option<Date>,
    /// As of when the newer one stands.
    pub until: Option<Date>,
    /// The incidents with a change, in the order of the newer record; those that are gone come last.
    pub incidents: Vec<IncidentDiff>,
}

/// What changed in one incident.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct IncidentDiff {
    /// Its id in the older record; `None` if it is new.
    pub old: Option<String>,
    /// Its id in the newer record; `None` if it is gone.
    pub new: Option<String>,
    /// Its title, in the newer record if it is there.
    pub title: String,
    /// Articles that only the newer record has.
    pub added: Vec<ArticleId>,
    /// Articles that only the older record has.
    pub removed: Vec<ArticleId>,
    /// What became of its findings, by event and slot.
    pub changes: Vec<Change>,
}

/// What became of one finding.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Change {
    /// What sort of change it is.
    pub kind: ChangeKind,
    /// The event, in the newer record; in the older one if it is gone.
    pub event: EventId,
    /// What a reader would call the event.
    pub event_name: String,
    /// The question.
    pub slot: Slot,
    /// Whom it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<Who>,
    /// How it stood.
    pub old: Option<Stood>,
    /// How it stands.
    pub new: Option<Stood>,
    /// Of a slot that holds several values, those that are new.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<Value>,
    /// The change in a few words: `6 killed (perpetrators)`.
    pub text: String,
    /// The claims of the newer record behind it; of the older one if it is gone.
    pub claims: Vec<ClaimId>,
}

/// What sort of change a change is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// Nothing was told of it before.
    New,
    /// Another value stands best.
    Value,
    /// More values stand beside the best one.
    Beside,
    /// The range has other ends.
    Range,
    /// The accounts agree or differ otherwise than before.
    Verdict,
    /// Nothing is told of it any more.
    Gone,
}

/// How a finding stands in one of the records.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Stood {
    /// The value that stands best.
    pub best: Value,
    /// Of a count, the lowest printed figure that stands.
    pub low: Option<u64>,
    /// Of a count, the highest printed figure that stands.
    pub high: Option<u64>,
    /// How far the accounts agree.
    pub verdict: Verdict,
}

/// Returns what changed from `old` to `new`.
#[must_use]
pub fn diff(old: &Record, new: &Record) -> Diff {
    let pairs = pairs(old, new).into_iter();
    let mut incidents: Vec<_> = pairs.map(|(old, new)| of_incident(old, new)).collect();
    incidents.retain(IncidentDiff::tells);
    Diff { since: stands(old), until: stands(new), incidents }
}

/// Returns what became of an event of `old` in `new`, if anything did.
pub(super) fn heir<'r>(
    old: &Record,
    new: &'r Record,
    incident: &Incident,
    event: &EventId,
) -> Option<(&'r Incident, EventId)> {
    let is_it = |it: &Option<&Incident>| it.is_some_and(|it| it.id == incident.id);
    let (_, now) = pairs(old, new).into_iter().find(|it| is_it(&it.0))?;
    let now = now?;
    let follows =
        |it: &EventId| changes::event_before(Some(incident), Some(now), it).as_ref() == Some(event);
    let event = now.events.iter().find(|it| follows(&it.id))?;
    Some((now, event.id.clone()))
}

/// An incident as it was and as it is.
type Pair<'o, 'n> = (Option<&'o Incident>, Option<&'n Incident>);

/// The incidents of both records by what they tell: in the order of the newer, then those that are gone.
fn pairs<'o, 'n>(old: &'o Record, new: &'n Record) -> Vec<Pair<'o, 'n>> {
    let mut left: Vec<&Incident> = old.incidents.iter().collect();
    let mut pairs = Vec::new();
    for incident in &new.incidents {
        let found = same(&left, incident).map(|at| left.remove(at));
        pairs.push((found, Some(incident)));
    }
    pairs.extend(left.into_iter().map(|it| (Some(it), None)));
    pairs
}

/// Returns the place of the incident that shares most articles with `incident`.
fn same(left: &[&Incident], incident: &Incident) -> Option<usize> {
    let shared =
        |it: &Incident| it.articles.iter().filter(|id| incident.articles.contains(id)).count();
    let scored = left.iter().enumerate().map(|(at, it)| (shared(it), std::cmp::Reverse(at)));
    scored.filter(|it| it.0 > 0).max().map(|it| it.1.0)
}

fn of_incident(old: Option<&Incident>, new: Option<&Incident>) -> IncidentDiff {
    let articles = |it: Option<&Incident>| it.map_or_else(Vec::new, |it| it.articles.clone());
    let (before, after) = (articles(old), articles(new));
    let only = |of: &[ArticleId], not: &[ArticleId]| {
        of.iter().filter(|it| !not.contains(it)).cloned().collect()
    };
    IncidentDiff {
        old: old.map(|it| it.id.clone()),
        new: new.map(|it| it.id.clone()),
        title: new.or(old).map_or_else(String::new, |it| it.title.clone()),
        added: only(&after, &before),
        removed: only(&before, &after),
        changes: changes::changes(old, new),
    }
}

impl IncidentDiff {
    fn tells(&self) -> bool {
        !self.changes.is_empty() || !self.added.is_empty() || !self.removed.is_empty()
    }
}

/// As of when a record stands: the time that was asked for, else the last publication.
fn stands(record: &Record) -> Option<Date> {
    let latest = |it: &Article| it.published.clone();
    let last = record.articles.iter().filter_map(latest).max_by_key(Date::last_moment);
    record.recount.as_of.clone().or(last)
}

#[cfg(test)]
mod tests;
