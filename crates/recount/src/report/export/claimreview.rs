//! The findings of one event as reviews of claims (schema.org ClaimReview), a line each.
//!
//! In: what is told of an event, main or background. Out: a row of reviews. A verdict is given in words:
//! it says how far accounts agree, and is no degree of truth.

use serde_json::{Value, json};

use super::row::Row;
use super::told::Told;
use crate::model::{Article, Claim, Date, Finding};
use crate::report::{labels, view, words};

pub(super) fn row(told: &Told) -> Row {
    let mut row = Row::default();
    for finding in &told.findings {
        row.entity(review(told, finding));
        row.hold_range(Some(finding));
    }
    row
}

fn review(told: &Told, finding: &Finding) -> Value {
    let who = finding.who.as_ref().map(|it| format!("/{it}")).unwrap_or_default();
    let value = words::one_line(&words::value(&finding.best));
    let mut review = json!({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "@id": format!("{}/{}{who}", told.id(), finding.slot),
        "claimReviewed": format!("{}: {value}", labels::question(finding)),
        "author": {"@type": "Organization", "name": "Recount"},
        "itemReviewed": item(told, finding),
        "reviewRating": {
            "@type": "Rating",
            "alternateName": rating(finding),
            "ratingExplanation": finding.reason,
        },
    });
    let published = told.view.articles.iter().filter_map(|it| it.published.as_ref());
    if let Some(latest) = published.map(Date::last_moment).max() {
        review["datePublished"] = latest.date().to_string().into();
    }
    review
}

fn rating(finding: &Finding) -> String {
    let verdict = words::capital(&labels::verdict(finding.verdict));
    match words::range(finding.low, finding.high) {
        range if finding.low == finding.high || range.is_empty() => verdict,
        range => format!("{verdict}: accounts give {range}"),
    }
}

fn item(told: &Told, finding: &Finding) -> Value {
    let claims = told.behind(finding);
    let mut voices: Vec<_> = claims.iter().filter_map(|it| Some(&it.chain.last()?.name)).collect();
    voices.dedup();
    let authors: Vec<_> = voices.iter().map(|it| json!({"@type": "Thing", "name": it})).collect();
    let mut seen: Vec<&Claim> = claims;
    seen.dedup_by(|a, b| a.article == b.article);
    let reports = seen.into_iter().filter_map(|it| told.view.article(&it.article));
    let reports: Vec<_> = reports.map(report).collect();
    let mut item = json!({"@type": "Claim", "appearance": reports});
    if !authors.is_empty() {
        item["author"] = authors.into();
    }
    item
}

fn report(article: &Article) -> Value {
    let mut report = json!({"@type": "NewsArticle", "headline": view::headline(article)});
    if let Some(outlet) = &article.outlet {
        report["publisher"] = json!({"@type": "Organization", "name": outlet.name});
    }
    if let Some(date) = &article.published {
        report["datePublished"] = date.start.date().to_string().into();
    }
    if let Some(url) = article.url.as_ref().filter(|it| view::followable(it)) {
        report["url"] = url.as_str().into();
    }
    report
}
