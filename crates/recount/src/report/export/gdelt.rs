//! One event as a row of the GDELT 2.0 event table, with CAMEO codes.
//!
//! In: what is told of an event. Out: a row, or why the event has none. Codes of actors are those of a
//! list of its own and stay empty, but for a group, which is an unidentified armed force.

use super::codes::{self, Of};
use super::row::Row;
use super::told::{Told, one_day};
use crate::model::{Date, Level, Place, Precision, Slot};
use crate::report::view;
use crate::report::words;

/// CAMEO's code for an armed group of which no more is known.
const ARMED_GROUP: &str = "UAF";

/// CAMEO's first root code for material conflict.
const MATERIAL: u8 = 15;

pub(super) fn row(told: &Told) -> Result<Row, &'static str> {
    let class = codes::cameo(told).ok_or("CAMEO has no code for such a kind of event")?;
    let mut row = Row::default();
    row.text("GLOBALEVENTID", Some(told.id()));
    told.date().into_iter().for_each(|it| date(&mut row, it));
    row.hold(told.finding(Slot::EventDate));
    actors(&mut row, told);
    row.set("IsRootEvent", Some(1));
    row.set("EventCode", Some(class.code));
    row.set("EventBaseCode", class.code.get(..3));
    row.set("EventRootCode", class.code.get(..2));
    let root: Option<u8> = class.code.get(..2).and_then(|it| it.parse().ok());
    row.set("QuadClass", root.map(|it| if it < MATERIAL { 3 } else { 4 }));
    row.set("GoldsteinScale", Some(class.goldstein));
    row.hold(told.finding(Slot::EventType));
    mentions(&mut row, told);
    told.place().into_iter().for_each(|it| place(&mut row, told, it));
    row.hold(told.finding(Slot::Place));
    Ok(row)
}

fn date(row: &mut Row, date: &Date) {
    let day = date.start.date();
    let known = date.precision <= Precision::Day && one_day(date);
    row.set("SQLDATE", known.then(|| day.strftime("%Y%m%d")));
    let month = date.precision <= Precision::Month && date.end.date().month() == day.month();
    row.set("MonthYear", month.then(|| day.strftime("%Y%m")));
    row.set("Year", (date.precision <= Precision::Year).then(|| day.year()));
    let part = (f64::from(day.month()) * 30.0 + f64::from(day.day())) / 365.0;
    row.set("FractionDate", known.then(|| format!("{:.4}", f64::from(day.year()) + part)));
}

fn actors(row: &mut Row, told: &Told) {
    let group = told.group();
    let name = group.and_then(|it| told.name(it.slot));
    row.set("Actor1Code", name.map(|_| ARMED_GROUP));
    row.set("Actor1Type1Code", name.map(|_| ARMED_GROUP));
    row.text("Actor1Name", name.map(str::to_uppercase));
    row.hold(group);
    let target = told.terms(Slot::Target).into_iter().next();
    row.text("Actor2Name", target.map(|it| it.id.to_uppercase()));
    row.hold(told.finding(Slot::Target));
}

fn mentions(row: &mut Row, told: &Told) {
    let incident = told.view.incident;
    let claims = incident.claims.iter().filter(|it| it.event == told.event.id).count();
    let outlets: std::collections::BTreeSet<_> =
        told.view.articles.iter().map(|it| view::outlet(it)).collect();
    row.set("NumMentions", Some(claims));
    row.set("NumSources", Some(outlets.len()));
    row.set("NumArticles", Some(incident.articles.len()));
    let mut addresses = told.view.articles.iter().filter_map(|it| it.url.as_ref());
    row.text("SOURCEURL", addresses.find(|it| view::followable(it)));
}

fn place(row: &mut Row, told: &Told, place: &Place) {
    let american = place.country.as_deref() == Some("US");
    row.set(
        "ActionGeo_Type",
        match place.level {
            Level::Country => Some(1),
            Level::Region => None,
            Level::Admin1 | Level::Admin2 => Some(if american { 2 } else { 5 }),
            _ => Some(if american { 3 } else { 4 }),
        },
    );
    row.text("ActionGeo_FullName", Some(words::place(place)));
    row.set("ActionGeo_CountryCode", codes::country(told, Of::Fips));
    row.set("ActionGeo_Lat", told.point().map(|it| it.0));
    row.set("ActionGeo_Long", told.point().map(|it| it.1));
    row.set("ActionGeo_FeatureID", place.geonameid);
}
