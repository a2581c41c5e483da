//! A place: a name in the text and, where we could tell, the entry it stands for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What size of place a name stands for, from large to small.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)] // the names are the docs
pub enum Level {
    Country,
    Region,
    Admin1,
    Admin2,
    City,
    Facility,
    Point,
}

/// A place as the text names it, resolved as far as the gazetteer goes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// The usual name, or the words of the text where no entry was found.
    pub name: String,
    /// What size of place it is.
    pub level: Level,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Name of the first-level division.
    pub admin1: Option<String>,
    /// Name of the second-level division.
    pub admin2: Option<String>,
    /// The town that a building, street or spot stands in, as far as the article tells.
    pub city: Option<String>,
    /// Degrees north.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// The entry in GeoNames.
    pub geonameid: Option<u32>,
    /// Why this entry and not another of the same name.
    pub reason: Option<String>,
}

impl Place {
    /// Returns the town that it is or stands in.
    #[must_use]
    pub fn town(&self) -> Option<&str> {
        let own = (self.level == Level::City).then_some(&self.name);
        own.or(self.city.as_ref()).map(String::as_str)
    }
}

/// Returns the kilometres between two points on the earth taken as a ball, each in degrees north and east.
pub(crate) fn kilometres(a: (f64, f64), b: (f64, f64)) -> f64 {
    /// Twice the mean radius of the earth.
    const DIAMETER: f64 = 12_742.0;
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let cosines = a.0.to_radians().cos() * b.0.to_radians().cos();
    DIAMETER * (half(b.0 - a.0) + cosines * half(b.1 - a.1)).sqrt().min(1.0).asin()
}
