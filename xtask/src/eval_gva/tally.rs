//! Counts how much of what was told is right.
//!
//! In: facts and what a record tells. Out: shares and their intervals. Who tells of no dead where nobody
//! died is right. Incidents are drawn for an interval, with all the records of each.

use std::fmt;

use recount::model::{Date, Place};

use super::facts::{Facts, Told};
use crate::bootstrap::interval;

/// How far a place may lie from the town, in kilometres; the bound of the gold incidents as well.
const NEAR_KM: f64 = 25.0;

/// How much was told and how much of it is right.
#[derive(Default)]
pub(super) struct Tally {
    incidents: Vec<Vec<Row>>,
}

/// One record beside the facts.
#[derive(Clone)]
pub(super) struct Row {
    pub(super) killed: Toll,
    pub(super) injured: Toll,
    date: bool,
    city: bool,
}

/// What is known of a toll, and what was told.
#[derive(Clone)]
pub(super) struct Toll {
    known: u64,
    told: Option<u64>,
}

impl Toll {
    fn is_right(&self) -> bool {
        self.error() == 0
    }

    /// How far it is off; who tells of nobody tells of none.
    pub(super) fn error(&self) -> u64 {
        self.told.unwrap_or(0).abs_diff(self.known)
    }
}

impl Row {
    pub(super) fn of(facts: &Facts, told: &Told) -> Self {
        Self {
            killed: Toll { known: facts.killed, told: told.killed },
            injured: Toll { known: facts.injured, told: told.injured },
            date: told.date.as_ref().is_some_and(|it| is_date(facts, it)),
            city: told.place.as_ref().is_some_and(|it| is_city(facts, it)),
        }
    }

    /// Says what is wrong, by the name of its slot, and how.
    pub(super) fn wrong(&self, facts: &Facts, told: &Told) -> Vec<String> {
        let date = (!self.date).then(|| miss("event_date", &told.date, facts.day.as_deref()));
        let city = (!self.city).then(|| {
            miss(
                "place",
                &told.place.as_ref().map(|it| &it.name),
                facts.city.first().map(String::as_str),
            )
        });
        self.wrong_tolls().into_iter().chain(date).chain(city).collect()
    }

    fn wrong_tolls(&self) -> Vec<String> {
        let tolls = [("killed_count", &self.killed), ("injured_count", &self.injured)];
        let told = |it: &Toll| it.told.map_or("none".into(), |it| it.to_string());
        let wrong = tolls.into_iter().filter(|(_, it)| !it.is_right());
        wrong.map(|(slot, it)| format!("{slot}\t{} not {}", told(it), it.known)).collect()
    }
}

fn miss(slot: &str, told: &Option<impl fmt::Display>, known: Option<&str>) -> String {
    let told = told.as_ref().map_or("none".into(), ToString::to_string);
    format!("{slot}\t{told} not {}", known.unwrap_or("known"))
}

impl Tally {
    /// Adds what the records of an incident tell.
    pub(super) fn add(&mut self, rows: &[Row]) {
        self.incidents.push(rows.to_vec());
    }

    fn records(&self) -> impl Iterator<Item = &Row> {
        self.incidents.iter().flatten()
    }

    /// Returns the intervals of the shares, one cell each, in the order of the table of shares.
    pub(super) fn intervals(&self) -> String {
        let cell = |share: &Share| {
            let drawn = |of: &[&Vec<Row>]| share(&mut of.iter().copied().flatten());
            format!(" {} |", interval(&self.incidents, drawn))
        };
        SHARES.iter().map(cell).collect()
    }
}

/// A share of records, in per cent.
type Share = fn(&mut dyn Iterator<Item = &Row>) -> f64;

/// The columns of the table.
const SHARES: [Share; 10] = [
    |rows| of_tolls(rows, |it| &it.killed, |_| true, |it| it.told.is_some()),
    |rows| of_tolls(rows, |it| &it.killed, |it| it.told.is_some(), Toll::is_right),
    |rows| of_tolls(rows, |it| &it.killed, |_| true, Toll::is_right),
    |rows| of_tolls(rows, |it| &it.killed, |it| it.known > 0, Toll::is_right),
    |rows| of_tolls(rows, |it| &it.injured, |_| true, |it| it.told.is_some()),
    |rows| of_tolls(rows, |it| &it.injured, |it| it.told.is_some(), Toll::is_right),
    |rows| of_tolls(rows, |it| &it.injured, |_| true, Toll::is_right),
    |rows| of_tolls(rows, |it| &it.injured, |it| it.known > 0, Toll::is_right),
    |rows| percent(rows, |_| true, |it| it.date),
    |rows| percent(rows, |_| true, |it| it.city),
];

fn of_tolls(
    rows: &mut dyn Iterator<Item = &Row>,
    toll: fn(&Row) -> &Toll,
    among: fn(&Toll) -> bool,
    fits: fn(&Toll) -> bool,
) -> f64 {
    percent(rows.map(toll), among, fits)
}

/// Returns how many of those that are `among` the things asked for fit.
fn percent<'a, T: 'a>(
    things: impl Iterator<Item = &'a T>,
    among: fn(&T) -> bool,
    fits: fn(&T) -> bool,
) -> f64 {
    let count = |(part, whole): (u32, u32), it: &T| (part + u32::from(fits(it)), whole + 1);
    let (part, whole) = things.filter(|it| among(it)).fold((0, 0), count);
    100.0 * f64::from(part) / f64::from(whole.max(1))
}

fn is_date(facts: &Facts, date: &Date) -> bool {
    let known = facts.day.as_ref().and_then(|it| it.parse::<jiff::civil::Date>().ok());
    known.is_some_and(|day| {
        let (from, to) = (day.yesterday().unwrap_or(day), day.tomorrow().unwrap_or(day));
        let (start, end) = (date.start.date(), date.end.date());
        start >= from && start <= to && end <= to.tomorrow().unwrap_or(to)
    })
}

fn is_city(facts: &Facts, place: &Place) -> bool {
    let point = place.lat.zip(place.lon).zip(facts.point);
    let near = point.is_some_and(|(one, two)| km(one, two) <= NEAR_KM);
    let named = |it: &String| facts.city.contains(&it.to_lowercase());
    near || named(&place.name) || place.city.as_ref().is_some_and(named)
}

fn km(a: (f64, f64), b: (f64, f64)) -> f64 {
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let cosines = a.0.to_radians().cos() * b.0.to_radians().cos();
    12_742.0 * (half(b.0 - a.0) + cosines * half(b.1 - a.1)).sqrt().min(1.0).asin()
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.records().count())?;
        SHARES.iter().try_for_each(|share| write!(f, " | {:.1} %", share(&mut self.records())))
    }
}
