//! Tells which rows of an older export are withdrawn.
//!
//! In: the older record, the newer one and a format. Out: a line for each id that had a row and has none
//! now, with the id that took its place: an incident that gets another report gets another id.

use std::collections::BTreeSet;

use jiff::civil::DateTime;
use serde_json::Value;

use super::Format;
use super::stix;
use super::told::Told;
use crate::model::{Date, Record};
use crate::report::sheet::{sheet, text};
use crate::report::view::View;
use crate::report::{diff, words};

/// What is withdrawn.
pub(super) struct Withdrawn {
    /// The list as CSV.
    pub sheet: String,
    /// Of STIX, the objects that say so themselves.
    pub revoked: Vec<Value>,
}

const NAMES: [&str; 3] = ["id", "replaced_by", "name"];

pub(super) fn withdrawn(older: &Record, newer: &Record, format: Format) -> Withdrawn {
    let still = ids(newer, format);
    let mut found = Withdrawn { sheet: String::new(), revoked: Vec::new() };
    let mut rows = Vec::new();
    for view in View::all(older) {
        for event in &view.incident.events {
            let told = Told::new(&view, event);
            if still.contains(&told.id()) || format.row_if_told(&told).is_err() {
                continue;
            }
            let heir = diff::heir(older, newer, view.incident, &event.id);
            let heir = heir.map(|(incident, event)| format!("{}-{}", incident.id, event.0));
            let heir = heir.filter(|it| still.contains(it)).unwrap_or_default();
            rows.push(vec![told.id(), heir, text(&words::one_line(&event.name))]);
            if format == Format::Stix {
                found.revoked.push(stix::revoked(&told, latest(newer)));
            }
        }
    }
    found.sheet = sheet(&NAMES, rows.into_iter());
    found
}

/// The ids that have a row.
fn ids(record: &Record, format: Format) -> BTreeSet<String> {
    let views = View::all(record);
    let told = views
        .iter()
        .flat_map(|view| view.incident.events.iter().map(move |event| Told::new(view, event)));
    told.filter(|it| format.row_if_told(it).is_ok()).map(|it| it.id()).collect()
}

fn latest(record: &Record) -> DateTime {
    let dated = record.articles.iter().filter_map(|it| it.published.as_ref());
    dated.map(Date::last_moment).max().unwrap_or_default()
}
