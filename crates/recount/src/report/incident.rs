//! Makes the record: the incidents of a run, each with its id, title, timeline and brief.
//!
//! In: the articles of a story, what was traced and what was reconciled. Out: an [`Incident`], and of
//! all of them the [`Record`]. The same articles give the same id, in whatever order they stand.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::{brief, timeline, title};
use crate::annotate::Annotated;
use crate::model::{Article, ArticleId, Finding, Incident, Producer, Record, Slot};
use crate::reconcile::Reconciled;
use crate::trace::Traced;

/// Makes the record of a run: the largest incident first.
#[must_use]
pub fn record(recount: Producer, articles: Vec<Article>, mut incidents: Vec<Incident>) -> Record {
    incidents.sort_by(|a, b| (b.articles.len(), &a.id).cmp(&(a.articles.len(), &b.id)));
    Record { recount, articles, incidents }
}

/// Makes the incident of a story.
#[must_use]
pub fn incident(story: &[&Annotated], traced: Traced, reconciled: Reconciled) -> Incident {
    let Reconciled { events, claims, findings, citations, quotes, withheld } = reconciled;
    let articles: Vec<_> = story.iter().map(|it| it.article.id.clone()).collect();
    let links = traced.links.into_iter().chain(citations).collect();
    Incident {
        id: incident_id(&articles),
        title: title::title(&events),
        event_type: best(&findings, Slot::EventType),
        status: best(&findings, Slot::Phase),
        articles,
        families: traced.families,
        links,
        independent: traced.independent,
        timeline: timeline::timeline(&events, &claims, &findings),
        brief: brief::brief(&events, &findings),
        events,
        claims,
        findings,
        quotes,
        withheld,
    }
}

/// Names an incident by its articles.
#[must_use]
pub fn incident_id(articles: &[ArticleId]) -> String {
    let sorted: BTreeSet<_> = articles.iter().map(|it| it.0.as_str()).collect();
    let digest = Sha256::digest(sorted.into_iter().collect::<Vec<_>>().join(" ").as_bytes());
    let hex: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    format!("i{hex}")
}

/// The best value of a slot of the main event.
fn best(findings: &[Finding], slot: Slot) -> String {
    let found = findings.iter().find(|it| it.event.is_main() && it.slot == slot);
    found.map_or_else(|| "unknown".into(), |it| it.best.to_string())
}
