//! One event as a PLOVER record (0.6b2).
//!
//! In: what is told of an event. Out: a row that is a line of JSON, or why the event has none. Who did
//! it stands as the reports have it; a code is given to armed groups only.

use serde_json::{Value, json};

use super::codes;
use super::loss::spread;
use super::reports;
use super::row::Row;
use super::told::{Told, days, figure};
use crate::model::{Claim, Place, Slot};
use crate::report::view;

pub(super) fn row(told: &Told) -> Result<Row, &'static str> {
    let class = codes::cameo(told).ok_or("PLOVER has no event for such a kind")?;
    let mut row = Row::default();
    row.json("id", told.id());
    row.json("event", class.event);
    row.hold(told.finding(Slot::EventType));
    class.mode.into_iter().for_each(|it| row.json("mode", it));
    date(&mut row, told);
    row.json("source", actors(told));
    row.hold(told.group().or_else(|| told.finding(Slot::Perpetrator)));
    let targets = told.terms(Slot::Target).into_iter().map(|it| json!({"actorText": it.id}));
    row.json("target", targets.collect::<Vec<_>>());
    row.hold(told.finding(Slot::Target));
    told.place().into_iter().for_each(|it| row.json("eventLoc", place(it)));
    row.hold(told.finding(Slot::Place));
    for (name, slot) in [("dead", Slot::KilledCount), ("injured", Slot::InjuredCount)] {
        let toll = told.toll(slot).filter(|it| figure(it).is_some());
        toll.and_then(figure).into_iter().for_each(|it| row.json(name, it));
        row.hold(toll);
    }
    words(&mut row, told);
    about(&mut row, told);
    Ok(row)
}

fn date(row: &mut Row, told: &Told) {
    let Some(date) = told.date() else { return row.json("date", "") };
    row.json("date", date.start.date().to_string());
    if days(date) > 1 {
        row.json("enddate", date.end.date().to_string());
    }
    row.hold(told.finding(Slot::EventDate));
}

/// The group behind it; else who did it, as described.
fn actors(told: &Told) -> Vec<Value> {
    let group = told.group().and_then(|it| told.name(it.slot));
    let group = group.map(|it| json!({"actorText": it, "code": "UAG", "sector": "UAG"}));
    let described = told.terms(Slot::Perpetrator).into_iter();
    let described = described.map(|it| json!({"actorText": it.id}));
    group.map_or_else(|| described.collect(), |it| vec![it])
}

fn place(place: &Place) -> Value {
    let fields = [
        ("name", json!(place.name)),
        ("geonameid", json!(place.geonameid)),
        ("country code", json!(place.country)),
        ("latitude", json!(place.lat)),
        ("longitude", json!(place.lon)),
    ];
    let known = fields.into_iter().filter(|(_, value)| !value.is_null());
    Value::Object(known.map(|(name, value)| (name.to_owned(), value)).collect())
}

/// The words that tell the kind, and their sentence.
fn words(row: &mut Row, told: &Told) {
    let Some(finding) = told.finding(Slot::EventType) else { return };
    let Some(claim) = told.behind(finding).into_iter().next() else { return };
    let Claim { evidence, article, .. } = claim;
    row.json("eventText", &evidence.text);
    row.json("textInfo", json!({"start": evidence.start, "end": evidence.end}));
    let Some(article) = told.view.article(article) else { return };
    let quoted = view::quoted(article, evidence);
    row.json("text", format!("{}{}{}", quoted.before, quoted.evidence, quoted.after));
    row.json("language", &article.language);
}

fn about(row: &mut Row, told: &Told) {
    let articles = &told.view.articles;
    let urls: Vec<_> = articles.iter().filter_map(|it| it.url.as_ref()).collect();
    row.json("link", [&told.view.incident.id]);
    row.json("citation", reports::all(told.view));
    row.json("url", urls);
    row.json("publication", reports::outlets(told.view));
    row.json("coder", "Recount");
    row.json("version", env!("CARGO_PKG_VERSION"));
    row.json("codebook", "PLOVER 0.6b2");
    let counts = told.findings.iter().filter(|it| it.slot.is_count());
    row.json("comment", counts.map(|it| spread(it)).collect::<Vec<_>>().join("; "));
}
