//! One event as a line of JSON: its findings and claims as the record has them.
//!
//! In: what is told of an event, main or background. Out: a row. Nothing is left out but the texts of
//! the reports.

use serde_json::json;

use super::row::Row;
use super::told::Told;
use crate::model::{Article, Claim};

pub(super) fn row(told: &Told) -> Row {
    let incident = told.view.incident;
    let claims: Vec<&Claim> =
        incident.claims.iter().filter(|it| it.event == told.event.id).collect();
    let articles: Vec<_> = told.view.articles.iter().map(|it| article(it)).collect();
    let mut row = Row::default();
    row.json("id", told.id());
    row.json("incident", &incident.id);
    row.json("title", &incident.title);
    row.json("event", told.event);
    row.json("findings", &told.findings);
    row.json("claims", claims);
    row.json("articles", articles);
    row.json("families", &incident.families);
    told.findings.iter().for_each(|it| row.hold_range(Some(it)));
    row
}

fn article(article: &Article) -> serde_json::Value {
    let Article { id, name, url, outlet, published, .. } = article;
    json!({"id": id, "name": name, "url": url, "outlet": outlet, "published": published})
}
