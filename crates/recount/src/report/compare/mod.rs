//! Compares a table of GTD, ACLED or UCDP GED with our record.
//!
//! In: a CSV of others and a [`Record`]. Out: a [`Comparison`]: which rows are of one event, where their
//! fields differ, and what only one side has. Our side is our own export in the same format, so that codes
//! are held against codes. Neither side is taken to be right.

mod align;
mod fields;
mod table;
mod text;

use schemars::JsonSchema;
use serde::Serialize;

use super::export::{Format, export};
use crate::model::Record;
use table::{Entry, Table};

pub use text::comparison_text;

/// How a table of others and our record stand to each other.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Comparison {
    /// The format of the table: `gtd`, `acled` or `ged`.
    pub format: String,
    /// Pairs of rows that are of one event.
    pub aligned: Vec<Aligned>,
    /// Our rows without a partner.
    pub only_ours: Vec<Unmatched>,
    /// Their rows without a partner, of the days that our events span.
    pub only_theirs: Vec<Unmatched>,
    /// How many of their rows are of other days, or of none.
    pub other_days: usize,
}

/// Two rows of one event.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Aligned {
    /// Our id.
    pub ours: String,
    /// Their id.
    pub theirs: String,
    /// Day and place, as ours has them.
    pub what: String,
    /// Columns in which both say the same.
    pub same: Vec<String>,
    /// Columns in which they differ.
    pub differing: Vec<Difference>,
    /// Columns that only ours fills.
    pub only_ours: Vec<Filled>,
    /// Columns that only theirs fills.
    pub only_theirs: Vec<Filled>,
}

/// A column that only one of two rows fills.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Filled {
    /// Its name.
    pub column: String,
    /// What it has.
    pub value: String,
}

/// A column in which two rows differ.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Difference {
    /// Its name.
    pub column: String,
    /// What ours has.
    pub ours: String,
    /// What theirs has.
    pub theirs: String,
}

/// A row without a partner.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Unmatched {
    /// Its id.
    pub id: String,
    /// Its day and place.
    pub what: String,
}

/// Why a table cannot be compared.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)] // the message is the doc
pub enum CompareError {
    #[error(
        "cannot tell which data set it is: its columns are not those of GTD, ACLED or UCDP GED"
    )]
    UnknownTable,
    #[error("cannot read it as CSV")]
    Csv(#[from] csv::Error),
}

/// Compares the table `theirs` with `record`.
///
/// # Errors
/// If the table is no CSV, or of no data set that we know.
pub fn compare(theirs: &[u8], record: &Record) -> Result<Comparison, CompareError> {
    let format = table::format(theirs)?.ok_or(CompareError::UnknownTable)?;
    let theirs = Table::read(theirs, format)?;
    let ours = Table::read(&export(record, format).table, format)?;
    Ok(compared(format, &ours, &theirs))
}

fn compared(format: Format, ours: &Table, theirs: &Table) -> Comparison {
    let pairs = align::pairs(ours, theirs);
    let aligned =
        pairs.iter().map(|(a, b)| fields::aligned(format, &ours.rows[*a], &theirs.rows[*b]));
    let free = |it: &Entry| Unmatched { id: it.id.clone(), what: it.what() };
    let ours_left =
        ours.rows.iter().enumerate().filter(|(at, _)| pairs.iter().all(|it| it.0 != *at));
    let met = |at: usize| pairs.iter().any(|it| it.1 == at);
    let left: Vec<_> =
        theirs.rows.iter().enumerate().filter(|(at, _)| !met(*at)).map(|it| it.1).collect();
    let (near, other): (Vec<_>, Vec<_>) = left.into_iter().partition(|it| align::is_near(ours, it));
    Comparison {
        format: format.name().into(),
        aligned: aligned.collect(),
        only_ours: ours_left.map(|(_, it)| free(it)).collect(),
        only_theirs: near.into_iter().map(free).collect(),
        other_days: other.len(),
    }
}

#[cfg(test)]
mod tests;
