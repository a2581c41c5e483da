//! Holds the cells of two rows of one event against each other.
//!
//! In: two rows. Out: in which columns they say the same, where they differ, and what only one fills.

use super::super::export::Format;
use super::align::holds;
use super::table::{Column, Entry, columns};
use super::{Aligned, Difference, Filled};

/// How many degrees two coordinates of one place may differ by: some 28 km from north to south.
const DEGREES: f64 = 0.25;

pub(super) fn aligned(format: Format, ours: &Entry, theirs: &Entry) -> Aligned {
    let mut aligned = Aligned {
        ours: ours.id.clone(),
        theirs: theirs.id.clone(),
        what: ours.what(),
        same: Vec::new(),
        differing: Vec::new(),
        only_ours: Vec::new(),
        only_theirs: Vec::new(),
    };
    for column in columns(format) {
        let name = column.name.to_owned();
        match (ours.cells.get(column.name), theirs.cells.get(column.name)) {
            (Some(a), Some(b)) if alike(column, a, b) => aligned.same.push(name),
            (Some(a), Some(b)) => {
                let (ours, theirs) = (a.clone(), b.clone());
                aligned.differing.push(Difference { column: name, ours, theirs });
            }
            (Some(a), None) => aligned.only_ours.push(Filled { column: name, value: a.clone() }),
            (None, Some(b)) => aligned.only_theirs.push(Filled { column: name, value: b.clone() }),
            (None, None) => {}
        }
    }
    aligned
}

fn alike(column: Column, a: &str, b: &str) -> bool {
    let numbers = a.parse::<f64>().ok().zip(b.parse::<f64>().ok());
    match (column.kind, numbers) {
        ("lat" | "lon", Some((a, b))) => (a - b).abs() <= DEGREES,
        ("first" | "last", _) => a == b,
        (_, Some((a, b))) => a == b,
        _ => holds(a, b),
    }
}
