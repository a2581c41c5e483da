//! What is known of an incident, and what a record tells of it.
//!
//! In: a row of the incidents, or a record. Out: tolls, day and place of each, to be set side by side.

use recount::model::{Count, Date, Incident, Place, Record, Slot, Value, Who};
use serde_json::Value as Json;

use crate::rows::text;

/// What the coders know of an incident.
pub(crate) struct Facts {
    /// Its number.
    pub(super) incident: String,
    /// The dead, whoever did it included.
    pub(super) killed: u64,
    /// The injured, whoever did it included.
    pub(super) injured: u64,
    /// The day, as `YYYY-MM-DD`.
    pub(super) day: Option<String>,
    /// The town or county, under each of its names: `Birmingham (Midfield)` is either.
    pub(super) city: Vec<String>,
    /// Where it lies.
    pub(super) point: Option<(f64, f64)>,
}

impl Facts {
    /// Reads a row; `None` if it gives no toll.
    pub(super) fn of(row: &Json) -> Option<Self> {
        let point = |at: usize| row["latlong"].get(at).and_then(Json::as_f64);
        Some(Self {
            incident: text(row, "incident").to_owned(),
            killed: row["killed"].as_u64()?,
            injured: row["injured"].as_u64()?,
            day: day(text(row, "date")),
            city: names(&text(row, "city_or_county").to_lowercase()),
            point: point(0).zip(point(1)),
        })
    }
}

/// `brown (county)` is `brown county`; other brackets hold a second name.
fn names(printed: &str) -> Vec<String> {
    match printed.strip_suffix(" (county)") {
        Some(county) => vec![format!("{county} county")],
        None => printed.split(['(', ')']).map(|it| it.trim().to_owned()).collect(),
    }
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `January 5, 2014` is `2014-01-05`.
fn day(text: &str) -> Option<String> {
    let words: Vec<_> = text.split([' ', ',']).filter(|it| !it.is_empty()).collect();
    let [month, day, year] = words[..] else { return None };
    let month = MONTHS.iter().position(|it| month.starts_with(it))? + 1;
    Some(format!("{year}-{month:02}-{:02}", day.parse::<u8>().ok()?))
}

/// What a record tells of the incident with the most reports.
#[derive(Default)]
pub(crate) struct Told {
    /// The dead; `None` if it gives no figure.
    pub(super) killed: Option<u64>,
    /// The injured; `None` if it gives no figure.
    pub(super) injured: Option<u64>,
    /// The day.
    pub(super) date: Option<Date>,
    /// The place.
    pub(super) place: Option<Place>,
}

impl Told {
    /// Reads the main event of the incident with the most reports.
    pub(super) fn of(record: &Record) -> Self {
        let largest = record.incidents.iter().rev().max_by_key(|it| it.articles.len());
        largest.map(Self::of_incident).unwrap_or_default()
    }

    fn of_incident(incident: &Incident) -> Self {
        let main = incident.events.first();
        Self {
            killed: toll(incident, Slot::KilledCount),
            injured: toll(incident, Slot::InjuredCount),
            date: main.and_then(|it| it.date.clone()),
            place: main.and_then(|it| it.place.clone()),
        }
    }
}

/// Returns the toll that the coders would write down; the record itself never adds.
///
/// It is the best total, unless that is only a lower bound and the kinds of people come to more; if
/// there is no total, the victims with the perpetrators, or whichever stands; else the kinds.
fn toll(incident: &Incident, slot: Slot) -> Option<u64> {
    let told = incident.findings.iter().filter(|it| it.event.is_main() && it.slot == slot);
    let told = told.filter_map(|it| Some((it.who.clone()?, count(&it.best)?)));
    let figures = Figures(told.collect());
    match figures.0.iter().find(|it| it.0 == Who::Total).map(|it| &it.1) {
        Some(Count { n: Some(n), high: None, .. }) => Some(figures.kinds().unwrap_or(0).max(*n)),
        Some(Count { n: Some(n), .. }) => Some(*n),
        _ if figures.sum(|it| *it == Who::Victims).is_some() => {
            figures.sum(|it| matches!(it, Who::Victims | Who::Perpetrators))
        }
        _ => figures.kinds(),
    }
}

/// The best figure for each kind of people.
struct Figures(Vec<(Who, Count)>);

impl Figures {
    /// Adds up kinds of people that exclude each other; of others, which may overlap, takes the most.
    fn kinds(&self) -> Option<u64> {
        let sexes = |it: &Who| matches!(it, Who::Other(word) if SEXES.contains(&&**word));
        let other = |it: &Who| matches!(it, Who::Other(_) | Who::Nationality(_));
        let most = self.0.iter().filter(|it| other(&it.0)).filter_map(|it| it.1.n).max();
        let apart = self.sum(|it| !other(it) && *it != Who::Total);
        most.max(self.sum(sexes)).into_iter().chain(apart).reduce(|a, b| a + b)
    }

    fn sum(&self, fits: impl Fn(&Who) -> bool) -> Option<u64> {
        let figures = self.0.iter().filter(|(who, _)| fits(who));
        figures.filter_map(|it| it.1.n).reduce(|a, b| a + b)
    }
}

/// Kinds of people that exclude each other.
const SEXES: [&str; 3] = ["men", "women", "children"];

fn count(value: &Value) -> Option<Count> {
    match value {
        Value::Count(count) => Some(count.clone()),
        _ => None,
    }
}
