//! One event as entities of FollowTheMoney: the event, the group behind it and its reports.
//!
//! In: what is told of an event, main or background. Out: a row of entities. The reports are given with
//! the main event, once. Findings become notes in words, since FollowTheMoney knows no counts.

use serde_json::{Value, json};

use super::loss::spread;
use super::row::Row;
use super::told::{Told, days};
use crate::model::{self, Article, Date, Name, Precision, Slot};
use crate::report::{labels, view, words};

pub(super) fn row(told: &Told) -> Row {
    let mut row = Row::default();
    let groups = groups(told);
    row.entity(event(told, &groups));
    groups.iter().for_each(|it| row.entity(group(it)));
    if told.event.id.is_main() {
        told.view.articles.iter().for_each(|it| row.entity(report(it)));
    }
    told.findings.iter().for_each(|it| row.hold_range(Some(it)));
    row
}

fn event(told: &Told, groups: &[&Name]) -> Value {
    let incident = told.view.incident;
    let relation = format!("{} event", labels::relation_name(told.event.relation));
    let kinds = told.terms(Slot::EventType).into_iter().map(|it| it.id.clone());
    let country = told.place().and_then(|it| Some(it.country.as_ref()?.to_lowercase()));
    let mut properties = vec![
        ("name", one(&told.event.name)),
        ("recordId", one(&incident.id)),
        ("summary", told.brief().into_iter().collect()),
        ("keywords", kinds.chain([relation]).collect()),
        ("country", country.into_iter().collect()),
        ("location", told.place().into_iter().map(words::place).collect()),
        ("notes", told.findings.iter().map(|it| spread(it)).collect()),
        ("involved", groups.iter().map(|it| group_id(it)).collect()),
        ("proof", told.view.articles.iter().map(|it| it.id.0.clone()).collect()),
    ];
    properties.extend(told.date().into_iter().flat_map(dates));
    entity("Event", &told.id(), properties)
}

/// Returns the date as one value where FollowTheMoney can write it no more exactly than it is known,
/// else as first and last day.
fn dates(date: &Date) -> Vec<(&'static str, Vec<String>)> {
    let first = date.start.date();
    match date.precision {
        Precision::Month => vec![("date", one(&first.strftime("%Y-%m").to_string()))],
        Precision::Year => vec![("date", one(&first.strftime("%Y").to_string()))],
        _ if days(date) == 1 => vec![("date", one(&first.to_string()))],
        _ => {
            let last = date.end.date().to_string();
            vec![("startDate", one(&first.to_string())), ("endDate", one(&last))]
        }
    }
}

/// Returns the groups that are said to be behind the event, or that claim it.
fn groups<'a>(told: &Told<'a>) -> Vec<&'a Name> {
    let name = |slot| match &told.finding(slot)?.best {
        model::Value::Name(name) => Some(name),
        _ => None,
    };
    let mut names: Vec<_> =
        [Slot::Affiliation, Slot::ClaimedBy].into_iter().filter_map(name).collect();
    names.dedup_by(|a, b| a.id == b.id);
    names
}

fn group(name: &Name) -> Value {
    entity("Organization", &group_id(name), vec![("name", one(&name.text))])
}

fn group_id(name: &Name) -> String {
    format!("group-{}", name.id.replace(' ', "-"))
}

fn report(article: &Article) -> Value {
    let outlet = article.outlet.iter().map(|it| it.name.clone()).collect();
    let published = article.published.iter().map(|it| it.start.date().to_string()).collect();
    let url = article.url.clone().filter(|it| view::followable(it));
    let properties = vec![
        ("title", one(view::headline(article))),
        ("fileName", one(&article.name)),
        ("publisher", outlet),
        ("publishedAt", published),
        ("author", article.byline.iter().cloned().collect()),
        ("sourceUrl", url.into_iter().collect()),
    ];
    entity("Article", &article.id.0, properties)
}

fn one(text: &str) -> Vec<String> {
    vec![words::one_line(text)]
}

/// Makes an entity; a property without a value is left out.
fn entity(schema: &str, id: &str, properties: Vec<(&str, Vec<String>)>) -> Value {
    let known = properties.into_iter().filter(|(_, values)| values.iter().any(|it| !it.is_empty()));
    let properties: serde_json::Map<_, _> =
        known.map(|(name, it)| (name.into(), json!(it))).collect();
    json!({"id": id, "schema": schema, "properties": properties})
}
