//! Exports a record in the formats that other programs and coders of events already load.
//!
//! In: a [`Record`] and a [`Format`]. Out: an [`Export`]: the table, a dictionary of what we write into
//! each column, and a loss report of what the format cannot hold. One row an event, with an id that is
//! the same whenever the record is. What is not known stays empty or gets the code that the codebook
//! has for it; a zero is only written where somebody claimed one. Nothing is added up.

mod acled;
mod claimreview;
mod codes;
mod columns;
mod format;
mod ftm;
mod gdelt;
mod ged;
mod gtd;
mod lines;
mod loss;
mod muc4;
#[cfg(feature = "parquet")]
mod parquet;
mod plover;
mod reports;
mod row;
mod stix;
mod table;
#[cfg(test)]
mod tests;
mod told;
mod withdrawn;

use crate::model::{Record, Relation};

pub use format::Format;

use super::sheet::sheet;
use super::view::View;
use columns::Columns;
use loss::Loss;
use row::Row;
use told::Told;

/// A record in another format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The rows: text, but for Parquet.
    pub table: Vec<u8>,
    /// What each filled column means here and where it comes from, in Markdown.
    pub dictionary: String,
    /// What of the record the format does not hold, in Markdown.
    pub loss: String,
    /// The loss in one line.
    pub summary: String,
    /// Rows of an older export that are no more, as CSV: their id, the id of the row that took their
    /// place if there is one, and the name of the event. `None` if no older record was given.
    pub withdrawn: Option<String>,
}

impl Export {
    /// Returns the rows as text; nothing where they are none.
    #[must_use]
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.table).unwrap_or_default()
    }
}

impl Format {
    /// Returns the row of an event, or why it has none.
    fn row(self, told: &Told) -> Result<Row, &'static str> {
        match self {
            Format::Gtd => gtd::row(told),
            Format::Acled => acled::row(told),
            Format::Ged => ged::row(told),
            Format::Gdelt => gdelt::row(told),
            Format::Plover => plover::row(told),
            Format::Muc4 => muc4::row(told),
            Format::ClaimReview => Ok(claimreview::row(told)),
            Format::Stix => Ok(stix::row(told)),
            Format::Csv => Ok(table::row(told)),
            #[cfg(feature = "parquet")]
            Format::Parquet => Ok(table::row(told)),
            Format::Jsonl => Ok(lines::row(told)),
            Format::Ftm => Ok(ftm::row(told)),
        }
    }

    /// Returns the row of an event, or why it has none: background may have no place in the format.
    fn row_if_told(self, told: &Told) -> Result<Row, &'static str> {
        match told.event.relation {
            Relation::Background if !self.tells_background() => Err("it is background"),
            _ => self.row(told),
        }
    }
}

/// Exports `record`.
#[must_use]
pub fn export(record: &Record, format: Format) -> Export {
    export_after(None, record, format)
}

/// Exports `record`, and tells which rows of the export of an `older` record are withdrawn.
#[must_use]
pub fn export_after(older: Option<&Record>, record: &Record, format: Format) -> Export {
    let columns = Columns::of(format);
    let views = View::all(record);
    let mut loss = Loss::new(format);
    let mut rows = Vec::new();
    for view in &views {
        loss.incident(view.incident);
        for event in &view.incident.events {
            let told = Told::new(view, event);
            let row = format.row_if_told(&told);
            loss.event(&told, row.as_ref().map_err(|reason| *reason));
            rows.extend(row);
        }
    }
    let withdrawn = older.map(|older| withdrawn::withdrawn(older, record, format));
    let revoked = withdrawn.iter().flat_map(|it| &it.revoked);
    let table = match format {
        Format::Stix => {
            stix::bundle(rows.iter().flat_map(Row::entities).chain(revoked)).into_bytes()
        }
        Format::Muc4 => rows.iter().flat_map(|it| it.printed().bytes()).collect(),
        Format::Jsonl | Format::Ftm | Format::Plover | Format::ClaimReview => {
            rows.iter().flat_map(|it| it.lines().into_bytes()).collect()
        }
        #[cfg(feature = "parquet")]
        Format::Parquet => {
            let cells: Vec<_> = rows.iter().map(|row| row.cells(&columns)).collect();
            parquet::file(&columns.names(), &cells).unwrap_or_default() // memory takes every row
        }
        _ => {
            let cells = rows.iter().map(|row| row.cells(&columns));
            sheet(&columns.names(), cells).into_bytes()
        }
    };
    let (loss, summary) = loss.told(rows.len());
    let withdrawn = withdrawn.map(|it| it.sheet);
    Export { table, dictionary: columns.dictionary(), loss, summary, withdrawn }
}
