//! Prints quotations as JSON Lines: one a line, with the incident it belongs to.
//!
//! In: a record. Out: text, in the order of the record.

use serde::Serialize;

use crate::model::{Quote, Record};

/// One line.
#[derive(Serialize)]
struct Line<'a> {
    incident: &'a str,
    #[serde(flatten)]
    quote: &'a Quote,
}

/// Returns the quotations of all incidents, as `docs/format.md` describes them, with the incident's id.
#[must_use]
pub fn quotes(record: &Record) -> String {
    let quotes =
        record.incidents.iter().flat_map(|it| it.quotes.iter().map(move |quote| (it, quote)));
    let line = |(incident, quote): (&crate::model::Incident, _)| {
        serde_json::to_string(&Line { incident: &incident.id, quote })
            .expect("our types have string keys and finite numbers")
            + "\n"
    };
    quotes.map(line).collect()
}
