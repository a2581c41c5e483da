//! Reads a table of events: what is needed to find the same event, and the cells to compare.
//!
//! In: the bytes of a CSV. Out: a [`Table`]. A row without an id is left out; a cell that the codebook
//! fills where nothing is known (`-9`, `-99`, `Unknown`) is empty.

use std::collections::BTreeMap;

use jiff::civil;

use super::super::export::Format;
use crate::lexicon;

/// The rows of a table.
pub(super) struct Table {
    /// In the order of the table.
    pub rows: Vec<Entry>,
}

/// A row: an event as others code it.
#[derive(Debug, Clone, Default)]
pub(super) struct Entry {
    pub id: String,
    /// First and last day.
    pub days: Option<(civil::Date, civil::Date)>,
    pub point: Option<(f64, f64)>,
    pub country: String,
    pub place: String,
    pub division: String,
    pub toll: Option<f64>,
    /// Every compared cell by its column.
    pub cells: BTreeMap<&'static str, String>,
}

/// A column that is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Column {
    pub name: &'static str,
    pub kind: &'static str,
}

/// Returns the columns of a format that are compared.
pub(super) fn columns(format: Format) -> Vec<Column> {
    let rows = lexicon::rows(include_str!("../../../data/exports/compare.tsv"));
    let of_format = rows.filter(|row| row.len() == 3 && row[0] == format.name());
    of_format.map(|row| Column { name: row[1], kind: row[2] }).collect()
}

/// Returns the format whose id and date columns the table has.
pub(super) fn format(bytes: &[u8]) -> Result<Option<Format>, csv::Error> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let names = reader.headers()?.clone();
    let has = |it: &Column| names.iter().any(|name| name.trim_start_matches('\u{feff}') == it.name);
    let needed = ["id", "first", "year"];
    let fits = |it: &Format| columns(*it).iter().filter(|it| needed.contains(&it.kind)).all(has);
    // The id of the GED is a bare `id`: its other columns tell it from a table of ours.
    Ok([Format::Gtd, Format::Acled, Format::Ged].into_iter().find(fits))
}

impl Table {
    /// Reads the rows of a CSV of this format.
    pub(super) fn read(bytes: &[u8], format: Format) -> Result<Self, csv::Error> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
        let names = reader.headers()?.clone();
        let columns = columns(format);
        let place = |it: &Column| {
            names.iter().position(|name| name.trim_start_matches('\u{feff}') == it.name)
        };
        let places: Vec<_> = columns.iter().map(|it| (*it, place(it))).collect();
        let mut rows = Vec::new();
        for row in reader.byte_records() {
            let row = row?;
            let cell = |at: Option<usize>| {
                at.and_then(|at| row.get(at))
                    .map_or(String::new(), |it| known(&String::from_utf8_lossy(it)))
            };
            rows.push(Entry::of(places.iter().map(|(column, at)| (*column, cell(*at)))));
        }
        rows.retain(|it| !it.id.is_empty());
        Ok(Self { rows })
    }
}

/// Returns what a cell says; nothing for the codes of what is unknown, without our guard of formulas.
fn known(cell: &str) -> String {
    let cell = cell.trim().trim_start_matches('\'');
    let unknown = matches!(cell, "-9" | "-99" | "Unknown" | "NA" | ".");
    if unknown { String::new() } else { cell.to_owned() }
}

impl Entry {
    fn of(cells: impl Iterator<Item = (Column, String)>) -> Self {
        let mut entry = Self::default();
        let mut parts: BTreeMap<&str, String> = BTreeMap::new();
        for (column, mut cell) in cells {
            if let ("first" | "last", Some(day)) = (column.kind, day(&cell)) {
                cell = day.to_string();
            }
            match column.kind {
                "id" => entry.id.clone_from(&cell),
                "country" => entry.country.clone_from(&cell),
                "place" => entry.place.clone_from(&cell),
                "division" => entry.division.clone_from(&cell),
                "toll" => entry.toll = cell.parse().ok(),
                kind => {
                    parts.insert(kind, cell.clone());
                }
            }
            if !cell.is_empty() && column.kind != "id" {
                entry.cells.insert(column.name, cell);
            }
        }
        entry.days = days(&parts);
        let degrees = |name| parts.get(name).and_then(|it| it.parse::<f64>().ok());
        entry.point = degrees("lat").zip(degrees("lon"));
        entry
    }

    /// Returns day and place in words.
    pub(super) fn what(&self) -> String {
        let day = self.days.map_or_else(|| "no day".into(), |it| it.0.to_string());
        let place = if self.place.is_empty() { &self.country } else { &self.place };
        format!("{day} {place}").trim().to_owned()
    }
}

/// Returns the days that a row spans; a month or a year where no day is known.
fn days(parts: &BTreeMap<&str, String>) -> Option<(civil::Date, civil::Date)> {
    if let Some(first) = parts.get("first") {
        let first = day(first)?;
        let last = parts.get("last").and_then(|it| day(it)).unwrap_or(first);
        return Some((first, last.max(first)));
    }
    let part = |name| parts.get(name).and_then(|it| it.parse::<i8>().ok()).filter(|it| *it > 0);
    let year = parts.get("year")?.parse().ok()?;
    let (month, day) = (part("month"), part("day"));
    let first = civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    let last = match (month, day) {
        (Some(_), Some(_)) => first,
        (Some(_), None) => first.last_of_month(),
        _ => first.last_of_year(),
    };
    Some((first, last))
}

/// Reads `2031-05-04`, with or without a time of day, or `04 May 2031`.
fn day(text: &str) -> Option<civil::Date> {
    let iso = text.get(..10).and_then(|it| it.parse().ok());
    iso.or_else(|| civil::Date::strptime("%d %B %Y", text).ok())
}
