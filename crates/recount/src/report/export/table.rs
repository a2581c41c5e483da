//! One event as a row of our own table: every slot with its verdict, every count with its range.
//!
//! In: what is told of an event, main or background. Out: a row. Counts of all people have columns of
//! their own; those of parts of them stand side by side in one cell, and none is added to another.

use super::reports;
use super::row::Row;
use super::told::{Told, figure};
use crate::model::{Date, Finding, Level, Place, Slot, Standing, Who};
use crate::report::{labels, words};

pub(super) fn row(told: &Told) -> Row {
    let incident = told.view.incident;
    let mut row = Row::default();
    row.text("id", Some(told.id()));
    row.text("incident", Some(&incident.id));
    row.text("incident_title", Some(&incident.title));
    row.set("relation", Some(labels::relation_name(told.event.relation)));
    row.text("name", Some(&told.event.name));
    row.text("sources", Some(reports::outlets(told.view)));
    row.set("articles", Some(incident.articles.len()));
    row.set("families", Some(incident.families.len()));
    told.date().into_iter().for_each(|it| date(&mut row, it));
    told.place().into_iter().for_each(|it| place(&mut row, it));
    for slot in Slot::ALL {
        match slot {
            _ if slot.is_count() => count(&mut row, told, *slot),
            Slot::EventDate | Slot::Place => verdict(&mut row, *slot, told.finding(*slot)),
            _ => words_of(&mut row, told, *slot),
        }
    }
    row
}

fn date(row: &mut Row, date: &Date) {
    let written = serde_json::to_value(date).unwrap_or_default();
    for part in ["start", "end", "precision"] {
        row.set(format!("date_{part}"), written.get(part).and_then(|it| it.as_str()));
    }
}

fn place(row: &mut Row, place: &Place) {
    row.text("place", Some(&place.name));
    row.set("place_level", Some(level(place.level)));
    row.text("country", place.country.as_ref());
    row.text("admin1", place.admin1.as_ref());
    row.text("admin2", place.admin2.as_ref());
    row.text("city", place.town());
    row.set("latitude", place.lat);
    row.set("longitude", place.lon);
    row.set("geonameid", place.geonameid);
}

fn level(level: Level) -> String {
    serde_json::to_value(level)
        .ok()
        .and_then(|it| Some(it.as_str()?.to_owned()))
        .unwrap_or_default()
}

fn verdict(row: &mut Row, slot: Slot, finding: Option<&Finding>) {
    row.set(format!("{slot}_verdict"), finding.map(|it| labels::verdict_name(it.verdict)));
    row.hold_range(finding);
}

fn words_of(row: &mut Row, told: &Told, slot: Slot) {
    let finding = told.finding(slot);
    let groups = finding.map_or(&[][..], |it| &it.groups);
    let standing =
        groups.iter().filter(|it| matches!(it.standing, Standing::Best | Standing::Beside));
    let values: Vec<_> = standing.map(|it| words::value(&it.value).replace(';', ",")).collect();
    row.text(slot.name(), Some(values.join("; ")));
    verdict(row, slot, finding);
}

fn count(row: &mut Row, told: &Told, slot: Slot) {
    let of_slot = told.findings.iter().filter(|it| it.slot == slot);
    let (all, parts): (Vec<_>, Vec<_>) = of_slot.partition(|it| it.who == Some(Who::Total));
    if let [total, ..] = all[..] {
        row.set(slot.name(), figure(total));
        row.set(format!("{slot}_low"), total.low);
        row.set(format!("{slot}_high"), total.high);
        row.set(format!("{slot}_verdict"), Some(labels::verdict_name(total.verdict)));
        row.hold_range(Some(total).filter(|it| figure(it).is_some()));
    }
    parts.iter().for_each(|it| row.hold_range(Some(it)));
    let parts: Vec<_> = parts.into_iter().map(|it| part(it).replace(';', ",")).collect();
    row.text(format!("{slot}_parts"), Some(parts.join("; ")));
}

/// Returns a count of a part of the people: `crew: 2 (single-source)`.
fn part(finding: &Finding) -> String {
    let who = finding.who.as_ref().map_or_else(String::new, ToString::to_string);
    let range = words::range(finding.low, finding.high);
    let range = if finding.low == finding.high { String::new() } else { format!(", {range}") };
    format!("{who}: {} ({}{range})", finding.best, labels::verdict_name(finding.verdict))
}
