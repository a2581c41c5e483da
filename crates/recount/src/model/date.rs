//! A date: an interval of civil time with the precision that the text gave.

use std::fmt;
use std::str::FromStr;

use jiff::civil;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How exactly a time is known.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)] // the names are the docs
pub enum Precision {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
}

/// An interval of civil time, both ends included, with the precision that the text gave.
///
/// `start` and `end` are ISO 8601: `2024-06-16T11:01` at the precision of a minute or an hour, and
/// `2024-06-16` at every other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(into = "Iso", try_from = "Iso")]
#[schemars(with = "Iso")]
pub struct Date {
    /// First moment.
    pub start: civil::DateTime,
    /// Last moment, at the resolution of the precision.
    pub end: civil::DateTime,
    /// How exactly it is known.
    pub precision: Precision,
    /// The zone label as printed (`CET`), never converted.
    pub zone: Option<String>,
    /// How we know: `input`, `text`, `inferred from the story`, or the words that gave it.
    pub basis: Option<String>,
}

impl Date {
    /// Makes the interval from `first` to `last`, both days included.
    #[must_use]
    pub fn days(first: civil::Date, last: civil::Date, precision: Precision) -> Self {
        let (start, end) = (first.at(0, 0, 0, 0), last.at(0, 0, 0, 0));
        Self { start, end, precision, zone: None, basis: None }
    }

    /// Makes the interval of one day.
    #[must_use]
    pub fn day(day: civil::Date) -> Self {
        Self::days(day, day, Precision::Day)
    }

    /// Makes the interval of one minute.
    #[must_use]
    pub fn minute(moment: civil::DateTime) -> Self {
        let precision = Precision::Minute;
        Self { start: moment, end: moment, precision, zone: None, basis: None }
    }

    /// The basis of a publication date that the other reports of a story gave.
    pub const INFERRED: &str = "inferred from the story";

    /// Returns the last moment of the interval: a day ends at midnight, a minute with itself.
    #[must_use]
    pub fn last_moment(&self) -> civil::DateTime {
        if self.timed() { self.end } else { self.end.date().at(23, 59, 59, 0) }
    }

    /// Adds how the date is known.
    #[must_use]
    pub fn with_basis(mut self, basis: impl Into<String>) -> Self {
        self.basis = Some(basis.into());
        self
    }

    /// Returns whether `other` lies within this interval, both taken to whole days.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        self.start.date() <= other.start.date() && other.end.date() <= self.end.date()
    }

    /// Returns whether the two intervals share a day.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start.date() <= other.end.date() && other.start.date() <= self.end.date()
    }

    /// Returns the more precise of two dates; the first if they are alike.
    #[must_use]
    pub fn finer(a: Option<Self>, b: Option<Self>) -> Option<Self> {
        match (a, b) {
            (Some(a), Some(b)) if b.precision < a.precision => Some(b),
            (Some(a), _) => Some(a),
            (None, b) => b,
        }
    }

    fn timed(&self) -> bool {
        self.precision <= Precision::Hour
    }
}

/// Reads a day or a minute: `2031-05-04`, `2031-05-04T11:01`, `2031-05-04 11:01`.
impl FromStr for Date {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.contains([':', 'T', 't']) {
            true => text.parse().map(Self::minute),
            false => text.parse().map(Self::day),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.start.date();
        match self.precision {
            Precision::Minute | Precision::Hour => {
                write!(f, "{day} {}", self.start.strftime("%H:%M"))
            }
            Precision::Day => write!(f, "{day}"),
            Precision::Week => write!(f, "week of {day}"),
            Precision::Month => write!(f, "{}", day.strftime("%Y-%m")),
            Precision::Year => write!(f, "{}", day.year()),
            Precision::Decade => write!(f, "{}s", day.year() / 10 * 10),
        }
    }
}

/// The same in JSON.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Date")]
struct Iso {
    /// First moment, ISO 8601 civil time.
    start: String,
    /// Last moment, ISO 8601 civil time.
    end: String,
    /// How exactly it is known.
    precision: Precision,
    /// The zone label as printed, never converted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    zone: Option<String>,
    /// How we know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    basis: Option<String>,
}

impl From<Date> for Iso {
    fn from(date: Date) -> Self {
        let iso = |moment: civil::DateTime| match date.timed() {
            true => moment.strftime("%Y-%m-%dT%H:%M").to_string(),
            false => moment.date().to_string(),
        };
        let (start, end) = (iso(date.start), iso(date.end));
        Self { start, end, precision: date.precision, zone: date.zone, basis: date.basis }
    }
}

impl TryFrom<Iso> for Date {
    type Error = jiff::Error;

    fn try_from(iso: Iso) -> Result<Self, Self::Error> {
        let moment = |text: &str| match text.contains('T') {
            true => text.parse::<civil::DateTime>(),
            false => text.parse::<civil::Date>().map(|day| day.at(0, 0, 0, 0)),
        };
        let (start, end) = (moment(&iso.start)?, moment(&iso.end)?);
        Ok(Self { start, end, precision: iso.precision, zone: iso.zone, basis: iso.basis })
    }
}
