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
mod ftm;
mod gdelt;
mod ged;
mod gtd;
mod lines;
mod loss;
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

use std::fmt;
use std::str::FromStr;

use crate::model::{Record, Relation};

use super::sheet::sheet;
use super::view::View;
use columns::Columns;
use loss::Loss;
use row::Row;
use told::Told;

/// What a record can be exported as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The Global Terrorism Database, 135 columns.
    Gtd,
    /// ACLED, 31 columns.
    Acled,
    /// The UCDP Georeferenced Event Dataset, 49 columns.
    Ged,
    /// The GDELT 2.0 event table, 61 columns.
    Gdelt,
    /// PLOVER 0.6b2, as JSON Lines.
    Plover,
    /// schema.org ClaimReview, as JSON Lines, one a finding.
    ClaimReview,
    /// A bundle of STIX 2.1.
    Stix,
    /// Our own table of events, with verdicts and ranges.
    Csv,
    /// The same as Parquet.
    #[cfg(feature = "parquet")]
    Parquet,
    /// Our own events with findings and claims, as JSON Lines.
    Jsonl,
    /// Entities of FollowTheMoney, as JSON Lines.
    Ftm,
}

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
    /// Every format.
    pub const ALL: &[Format] = &[
        Format::Gtd,
        Format::Acled,
        Format::Ged,
        Format::Gdelt,
        Format::Plover,
        Format::ClaimReview,
        Format::Stix,
        Format::Csv,
        #[cfg(feature = "parquet")]
        Format::Parquet,
        Format::Jsonl,
        Format::Ftm,
    ];

    /// Returns the name used on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Gtd => "gtd",
            Format::Acled => "acled",
            Format::Ged => "ged",
            Format::Gdelt => "gdelt",
            Format::Plover => "plover",
            Format::ClaimReview => "claimreview",
            Format::Stix => "stix",
            Format::Csv => "csv",
            #[cfg(feature = "parquet")]
            Format::Parquet => "parquet",
            Format::Jsonl => "jsonl",
            Format::Ftm => "ftm",
        }
    }

    /// Returns the usual name of a file of this format.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Format::Gtd => "gtd.csv",
            Format::Acled => "acled.csv",
            Format::Ged => "ged.csv",
            Format::Gdelt => "gdelt.csv",
            Format::Plover => "plover.jsonl",
            Format::ClaimReview => "claimreview.jsonl",
            Format::Stix => "stix.json",
            Format::Csv => "events.csv",
            #[cfg(feature = "parquet")]
            Format::Parquet => "events.parquet",
            Format::Jsonl => "events.jsonl",
            Format::Ftm => "ftm.jsonl",
        }
    }

    /// Returns the row of an event, or why it has none.
    fn row(self, told: &Told) -> Result<Row, &'static str> {
        match self {
            Format::Gtd => gtd::row(told),
            Format::Acled => acled::row(told),
            Format::Ged => ged::row(told),
            Format::Gdelt => gdelt::row(told),
            Format::Plover => plover::row(told),
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

    /// Returns whether a row can say that its event is background.
    fn tells_background(self) -> bool {
        use Format::{Acled, Gdelt, Ged, Gtd, Plover};
        !matches!(self, Gtd | Acled | Ged | Gdelt | Plover)
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

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Format::ALL.iter().find(|it| it.name() == text);
        found.copied().ok_or_else(|| format!("there is no format `{text}`"))
    }
}
