//! Whom a count counts. Counts of different people are never added up and never rivals.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whom a count counts; in JSON one string, such as `victims` or `nationality:Latvia`.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(into = "String", try_from = "String")]
#[schemars(with = "String")]
#[allow(missing_docs)] // the names are the docs
pub enum Who {
    Total,
    Victims,
    Perpetrators,
    Security,
    Hostages,
    Passengers,
    Crew,
    /// People of one country, by its English name.
    Nationality(String),
    /// Any other sub-group, by the head word: `other:children`.
    Other(String),
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Who::Total => f.write_str("total"),
            Who::Victims => f.write_str("victims"),
            Who::Perpetrators => f.write_str("perpetrators"),
            Who::Security => f.write_str("security"),
            Who::Hostages => f.write_str("hostages"),
            Who::Passengers => f.write_str("passengers"),
            Who::Crew => f.write_str("crew"),
            Who::Nationality(country) => write!(f, "nationality:{country}"),
            Who::Other(word) => write!(f, "other:{word}"),
        }
    }
}

impl FromStr for Who {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text {
            "total" => Who::Total,
            "victims" => Who::Victims,
            "perpetrators" => Who::Perpetrators,
            "security" => Who::Security,
            "hostages" => Who::Hostages,
            "passengers" => Who::Passengers,
            "crew" => Who::Crew,
            _ => match text.split_once(':') {
                Some(("nationality", country)) => Who::Nationality(country.into()),
                Some(("other", word)) => Who::Other(word.into()),
                _ => return Err(format!("cannot tell whom `{text}` means")),
            },
        })
    }
}

impl From<Who> for String {
    fn from(who: Who) -> Self {
        who.to_string()
    }
}

impl TryFrom<String> for Who {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}
