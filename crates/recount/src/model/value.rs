//! A value: what a claim says of its slot.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Name, Place, Term};

/// What a claim says of its slot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "lowercase")]
#[allow(missing_docs)] // the types are the docs
pub enum Value {
    Count(Count),
    Date(Date),
    Place(Place),
    Name(Name),
    Term(Term),
}

/// How many, as printed and as a range.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Count {
    /// The printed figure; `None` where no figure is printed ("dozens", "an unspecified number").
    pub n: Option<u64>,
    /// Lowest number that agrees with the words.
    pub low: Option<u64>,
    /// Highest number that agrees with the words; `None` if open.
    pub high: Option<u64>,
    /// How the figure is hedged.
    pub qualifier: Qualifier,
}

/// How a figure is hedged.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names are the docs
pub enum Qualifier {
    Exact,
    AtLeast,
    MoreThan,
    About,
    Nearly,
    UpTo,
    FewerThan,
    Unspecified,
}

impl Count {
    /// Makes a count of exactly `n`.
    #[must_use]
    pub fn exact(n: u64) -> Self {
        Self { n: Some(n), low: Some(n), high: Some(n), qualifier: Qualifier::Exact }
    }

    /// Makes a count of `n` or more.
    #[must_use]
    pub fn at_least(n: u64) -> Self {
        Self { n: Some(n), low: Some(n), high: None, qualifier: Qualifier::AtLeast }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.qualifier {
            Qualifier::Exact => "",
            Qualifier::AtLeast => "at least ",
            Qualifier::MoreThan => "more than ",
            Qualifier::About => "about ",
            Qualifier::Nearly => "nearly ",
            Qualifier::UpTo => "up to ",
            Qualifier::FewerThan => "fewer than ",
            Qualifier::Unspecified => "an unspecified number",
        };
        match (self.n, self.low, self.high) {
            (Some(n), ..) => write!(f, "{word}{n}"),
            (None, Some(low), Some(high)) if low == high => write!(f, "{low}"),
            (None, Some(low), Some(high)) => write!(f, "{low} to {high}"),
            // "Many" begins at three by our own choice, which is no figure to show.
            (None, Some(low), None) if low > 3 => write!(f, "{low} or more"),
            _ => f.write_str("an unspecified number"),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Count(count) => count.fmt(f),
            Value::Date(date) => date.fmt(f),
            Value::Place(place) => f.write_str(&place.name),
            Value::Name(name) => f.write_str(&name.text),
            Value::Term(term) => f.write_str(&term.id),
        }
    }
}
