//! Builds the embedded gazetteer: `cargo xtask gazetteer FOLDER`.
//!
//! In: the GeoNames files of FOLDER (cities500, divisions, countryInfo) and the project's own lists of
//! countries, regions and nicknames. Out: `crates/recount/data/gazetteer.bin`. The same files give
//! the same bytes. What to leave out is decided here and nowhere else.

mod aliases;
mod places;

use std::io::Read;
use std::path::Path;

use flate2::Compression;
use flate2::read::DeflateEncoder;
use recount::gazetteer::columns::{PlaceRow, Row, pack};

use places::{Named, Place};

/// Where the table is written, from the root of the workspace.
const OUT: &str = "crates/recount/data/gazetteer.bin";

/// Builds the table from the files in `data` and writes it.
pub(crate) fn build(data: &Path) -> std::io::Result<String> {
    let (divisions, mut places) = places::places(data)?;
    let before = places.len();
    let names = aliases::sorted(&mut places);
    let bytes = pack(&divisions, &rows(&places, &names));
    let mut deflated = Vec::new();
    DeflateEncoder::new(bytes.as_slice(), Compression::best()).read_to_end(&mut deflated)?;
    std::fs::write(OUT, &deflated)?;
    let (names, bytes) = (names.len(), deflated.len());
    Ok(format!("{before} places under {names} names in {bytes} bytes: {OUT}"))
}

/// Lays the names out as rows and numbers the places in the order of their usual names.
fn rows<'a>(places: &'a [Place], names: &'a [Named]) -> Vec<Row<'a>> {
    let mut numbers = vec![0; places.len()];
    let usual = names.iter().filter(|it| it.usual);
    usual.enumerate().for_each(|(number, it)| numbers[it.place] = number as u32);
    let row = |name: &'a Named| match name.usual {
        true => Row::Place(place_row(&places[name.place])),
        false => Row::Alias(&name.key, numbers[name.place]),
    };
    names.iter().map(row).collect()
}

fn place_row(place: &Place) -> PlaceRow<'_> {
    let hundredths = |degrees: f64| (degrees * 100.0).round() as i16;
    PlaceRow {
        name: &place.name,
        kind: place.kind,
        division: place.division,
        lat: hundredths(place.lat),
        lon: hundredths(place.lon),
        population: place.population,
        geonameid: place.geonameid,
    }
}
