//! Reports incidents: the record, and what people read of it.
//!
//! In: the findings of a story. Out: an [`Incident`] with title, timeline and brief, and from a
//! [`Record`] text, Markdown, a self-contained HTML dossier and tables. Nothing is told here that no
//! claim carries.

mod brief;
mod labels;
mod timeline;
mod title;

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use crate::annotate::Annotated;
use crate::model::{Article, ArticleId, Finding, Incident, Producer, Record, Slot};
use crate::reconcile::Reconciled;
use crate::trace::Traced;

/// Makes the record of a run: the largest incident first.
#[must_use]
pub fn record(articles: Vec<Article>, mut incidents: Vec<Incident>) -> Record {
    incidents.sort_by(|a, b| (b.articles.len(), &a.id).cmp(&(a.articles.len(), &b.id)));
    let version = env!("CARGO_PKG_VERSION").to_owned();
    Record { recount: Producer { version, language_model: "rules".into() }, articles, incidents }
}

/// Makes the incident of a story.
#[must_use]
pub fn incident(story: &[&Annotated], traced: Traced, reconciled: Reconciled) -> Incident {
    let Reconciled { events, claims, findings, citations } = reconciled;
    let articles: Vec<_> = story.iter().map(|it| it.article.id.clone()).collect();
    let links = traced.links.into_iter().chain(citations).collect();
    Incident {
        id: id(&articles),
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
    }
}

/// The same articles give the same id, in whatever order they stand.
fn id(articles: &[ArticleId]) -> String {
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

/// stub
#[derive(Debug, Clone, Copy)]
pub struct TextStyle {
    /// stub
    pub width: usize,
    /// stub
    pub colour: bool,
}
/// stub
#[must_use]
pub fn text(record: &Record, style: &TextStyle) -> String {
    let esc = if style.colour { "\u{1b}[1m" } else { "" };
    format!("{esc}{} articles, {} incidents\n", record.articles.len(), record.incidents.len())
}
/// stub
#[must_use]
pub fn markdown(_: &Record) -> String {
    String::from("md\n")
}
/// stub
#[must_use]
pub fn html(_: &Record) -> String {
    String::from("html\n")
}
/// stub
#[must_use]
pub fn findings_csv(_: &Record) -> String {
    String::from("csv\n")
}
/// stub
#[must_use]
pub fn timeline_csv(_: &Record) -> String {
    String::from("csv\n")
}
/// stub
#[must_use]
pub fn why(_: &Incident, _: &[Article], _: Slot, _: &TextStyle) -> String {
    String::from("why killed\n")
}
