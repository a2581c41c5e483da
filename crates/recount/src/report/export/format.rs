//! The formats by name.
//!
//! In: a name of the command line. Out: a [`Format`], with the usual name of its file.

use std::fmt;
use std::str::FromStr;

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
    /// Templates of MUC-4, 25 slots.
    Muc4,
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

impl Format {
    /// Every format.
    pub const ALL: &[Format] = &[
        Format::Gtd,
        Format::Acled,
        Format::Ged,
        Format::Gdelt,
        Format::Plover,
        Format::Muc4,
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
            Format::Muc4 => "muc4",
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
            Format::Muc4 => "muc4.txt",
            Format::ClaimReview => "claimreview.jsonl",
            Format::Stix => "stix.json",
            Format::Csv => "events.csv",
            #[cfg(feature = "parquet")]
            Format::Parquet => "events.parquet",
            Format::Jsonl => "events.jsonl",
            Format::Ftm => "ftm.jsonl",
        }
    }

    /// Returns whether a row can say that its event is background.
    pub(super) fn tells_background(self) -> bool {
        use Format::{Acled, Gdelt, Ged, Gtd, Muc4, Plover};
        !matches!(self, Gtd | Acled | Ged | Gdelt | Plover | Muc4)
    }
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
