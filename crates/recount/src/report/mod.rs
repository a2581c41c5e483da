//! Reports incidents: the record, and what people read of it.
//!
//! In: the findings of a story. Out: an [`Incident`] with title, timeline and brief, and from a
//! [`Record`] text, Markdown, a self-contained HTML dossier and tables. Nothing is told here that no
//! claim carries.

#[cfg(test)]
mod fixture;
mod head;
mod html;
mod labels;
mod markdown;
mod sheets;
mod style;
mod table;
mod text;
mod view;
mod why;
mod words;

pub use html::html;
pub use markdown::markdown;
pub use sheets::{findings_csv, timeline_csv};
pub use style::TextStyle;
pub use text::text;
pub use why::why;

use crate::annotate::Annotated;
use crate::model::{Article, Incident, Producer, Record};
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
    let mut links = traced.links;
    links.extend(reconciled.citations);
    Incident {
        id: String::new(),
        title: String::new(),
        event_type: "unknown".into(),
        status: "unknown".into(),
        articles: story.iter().map(|it| it.article.id.clone()).collect(),
        families: traced.families,
        links,
        independent: traced.independent,
        events: reconciled.events,
        claims: reconciled.claims,
        findings: reconciled.findings,
        timeline: Vec::new(),
        brief: Vec::new(),
    }
}
