//! One event as objects of STIX 2.1: incident, place, groups, a note for each finding, and the report.
//!
//! In: what is told of an event, main or background. Out: a row of objects; [`bundle`] puts all rows
//! into one. Ids are made of ours, so that the same record gives the same objects.

use std::collections::BTreeMap;

use jiff::civil::DateTime;
use serde_json::{Value, json};
use uuid::Uuid;

use super::row::Row;
use super::told::Told;
use crate::model::{self, Article, Date, Finding, Name, Place, Slot};
use crate::report::{labels, view, words};

/// The namespace of our ids: a UUID of version 5 of our name in the namespace of addresses.
fn namespace() -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, b"https://recount.example/stix")
}

/// First and last time at which the incident was told.
struct Times {
    created: String,
    modified: String,
}

pub(super) fn row(told: &Told) -> Row {
    let mut row = Row::default();
    let times = times(told);
    let incident = incident(told, &times);
    let id = incident["id"].clone();
    let mut objects = vec![incident];
    for target in
        told.place().and_then(|it| location(it, &times)).into_iter().chain(groups(told, &times))
    {
        objects.push(relationship(&id, &target["id"], &times));
        objects.push(target);
    }
    objects.extend(told.findings.iter().map(|it| note(told, it, &id, &times)));
    if told.event.id.is_main() {
        objects.push(report(told, &objects, &times));
    }
    objects.into_iter().for_each(|it| row.entity(it));
    told.findings.iter().for_each(|it| row.hold_range(Some(it)));
    row
}

/// Puts objects into one bundle, each once.
pub(super) fn bundle<'r>(objects: impl Iterator<Item = &'r Value>) -> String {
    let once: BTreeMap<_, _> = objects.map(|it| (it["id"].to_string(), it)).collect();
    let ids: String = once.keys().map(String::as_str).collect();
    let id = identifier("bundle", &ids);
    let objects: Vec<_> = once.into_values().collect();
    let mut bundle = json!({"type": "bundle", "id": id});
    if !objects.is_empty() {
        bundle["objects"] = json!(objects);
    }
    serde_json::to_string_pretty(&bundle).unwrap_or_default() + "\n"
}

/// Returns the incident object of an event that is told no more.
pub(super) fn revoked(told: &Told, modified: DateTime) -> Value {
    let mut incident = incident(told, &times(told));
    incident["modified"] = stamp(modified).into();
    incident["revoked"] = true.into();
    incident
}

fn identifier(kind: &str, name: &str) -> String {
    format!("{kind}--{}", Uuid::new_v5(&namespace(), format!("{kind} {name}").as_bytes()))
}

fn object(kind: &str, name: &str, times: &Times, properties: Value) -> Value {
    let mut object = json!({
        "type": kind,
        "spec_version": "2.1",
        "id": identifier(kind, name),
        "created": times.created,
        "modified": times.modified,
    });
    if let (Some(object), Value::Object(properties)) = (object.as_object_mut(), properties) {
        object.extend(properties.into_iter().filter(|(_, value)| !value.is_null()));
    }
    object
}

fn times(told: &Told) -> Times {
    let dated = || told.view.articles.iter().filter_map(|it| it.published.as_ref());
    let first = dated().map(|it| it.start).min().unwrap_or(EPOCH);
    let last = dated().map(Date::last_moment).max().unwrap_or(EPOCH);
    Times { created: stamp(first), modified: stamp(last) }
}

/// Stands for an unknown time, which STIX does not know.
const EPOCH: DateTime = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);

fn stamp(time: DateTime) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S.000Z").to_string()
}

fn incident(told: &Told, times: &Times) -> Value {
    let reports: Vec<_> = told.view.articles.iter().map(|it| reference(it)).collect();
    let properties = json!({
        "name": words::one_line(&told.event.name),
        "description": told.brief(),
        "external_references": reports,
    });
    object("incident", &told.id(), times, properties)
}

fn reference(article: &Article) -> Value {
    let mut reference = json!({
        "source_name": view::outlet(article),
        "description": words::one_line(view::headline(article)),
        "external_id": article.id.0,
    });
    if let Some(url) = article.url.as_ref().filter(|it| view::followable(it)) {
        reference["url"] = url.as_str().into();
    }
    reference
}

/// A place that STIX can hold: with a country or a point.
fn location(place: &Place, times: &Times) -> Option<Value> {
    let point = place.lat.zip(place.lon);
    if place.country.is_none() && point.is_none() {
        return None;
    }
    let properties = json!({
        "name": words::one_line(&place.name),
        "country": place.country,
        "administrative_area": place.admin1,
        "city": place.town(),
        "latitude": point.map(|it| it.0),
        "longitude": point.map(|it| it.1),
    });
    let name = format!("{} {:?} {:?}", place.name, place.country, place.geonameid);
    Some(object("location", &name, times, properties))
}

fn groups(told: &Told, times: &Times) -> Vec<Value> {
    let name = |slot| match &told.finding(slot)?.best {
        model::Value::Name(name) => Some(name),
        _ => None,
    };
    let mut names: Vec<&Name> =
        [Slot::Affiliation, Slot::ClaimedBy].into_iter().filter_map(name).collect();
    names.dedup_by(|a, b| a.id == b.id);
    let group = |it: &&Name| {
        let properties = json!({"name": it.text, "identity_class": "group"});
        object("identity", &it.id, times, properties)
    };
    names.iter().map(group).collect()
}

fn relationship(from: &Value, to: &Value, times: &Times) -> Value {
    let properties =
        json!({"relationship_type": "related-to", "source_ref": from, "target_ref": to});
    object("relationship", &format!("{from} {to}"), times, properties)
}

fn note(told: &Told, finding: &Finding, incident: &Value, times: &Times) -> Value {
    let who = finding.who.as_ref().map(ToString::to_string).unwrap_or_default();
    let value = words::one_line(&words::value(&finding.best));
    let properties = json!({
        "abstract": format!("{}: {value}", labels::question(finding)),
        "content": format!("{}. {}", super::loss::spread(finding), finding.reason),
        "object_refs": [incident],
    });
    object("note", &format!("{} {} {who}", told.id(), finding.slot), times, properties)
}

/// The report holds everything told of the incident's main event.
fn report(told: &Told, objects: &[Value], times: &Times) -> Value {
    let properties = json!({
        "name": words::one_line(&told.view.incident.title),
        "description": told.brief(),
        "report_types": ["incident"],
        "published": times.modified,
        "object_refs": objects.iter().map(|it| it["id"].clone()).collect::<Vec<_>>(),
    });
    object("report", &told.view.incident.id, times, properties)
}
