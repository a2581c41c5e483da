//! Packs the rows of the gazetteer into few bytes, and unpacks them.
//!
//! In: rows in the order of their keys. Out: bytes; and back. A packed table is one deflate stream
//! of columns, one after the other, because like bytes side by side compress best: names share
//! their beginnings with the row before, figures are split into bytes of the same weight. Points
//! are kept to a hundredth of a degree (1.1 km), populations to two figures.

use std::io::Read;

use flate2::read::DeflateDecoder;

/// A name of a place: the place itself with its usual name, or another name of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Row<'a> {
    /// A place under its usual name; places are numbered in the order of their rows.
    Place(PlaceRow<'a>),
    /// Another name: its key and the number of the place.
    Alias(&'a str, u32),
}

/// A place as the table keeps it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct PlaceRow<'a> {
    /// Its usual name.
    pub name: &'a str,
    /// 0 country, 1 region, 2 first-level division, 3 second-level division, 4 city, 5 capital.
    pub kind: u8,
    /// Its line in the list of divisions.
    pub division: u16,
    /// Hundredths of a degree north.
    pub lat: i16,
    /// Hundredths of a degree east.
    pub lon: i16,
    /// Inhabitants, to two figures; 0 if unknown.
    pub population: u32,
    /// The entry in GeoNames; 0 if it has none.
    pub geonameid: u32,
}

/// Columns of the table, as many as [`PlaceRow`] and the names need.
const COLUMNS: usize = 19;

/// The kind of a row that is another name.
const ALIAS: u8 = 9;

/// Lays the columns of `rows` out for compression; `divisions` comes first.
#[must_use]
pub fn pack(divisions: &str, rows: &[Row<'_>]) -> Vec<u8> {
    let mut columns: [Vec<u8>; COLUMNS] = Default::default();
    let mut before = "";
    for row in rows {
        let (name, kind) = match *row {
            Row::Place(place) => (place.name, place.kind),
            Row::Alias(key, _) => (key, ALIAS),
        };
        let pairs = before.bytes().zip(name.bytes());
        let shared = pairs.take_while(|(a, b)| a == b).count().min(usize::from(u8::MAX));
        columns[0].push(kind);
        columns[1].push(shared as u8);
        columns[2].push((name.len() - shared) as u8);
        columns[3].extend(&name.as_bytes()[shared..]);
        before = name;
        match row {
            Row::Place(place) => pack_figures(&mut columns, place),
            Row::Alias(_, place) => push_bytes(&mut columns[16..19], *place),
        }
    }
    let columns = columns.iter().map(Vec::as_slice);
    let mut bytes = Vec::new();
    for column in [divisions.as_bytes()].into_iter().chain(columns) {
        bytes.extend((column.len() as u32).to_le_bytes());
        bytes.extend(column);
    }
    bytes
}

fn pack_figures(columns: &mut [Vec<u8>; COLUMNS], place: &PlaceRow<'_>) {
    push_bytes(&mut columns[7..9], u32::from(place.division));
    push_bytes(&mut columns[9..11], place.lat as u16 as u32);
    push_bytes(&mut columns[11..13], place.lon as u16 as u32);
    push_bytes(&mut columns[13..16], place.geonameid);
    let (figures, zeros) = two_figures(place.population);
    columns[4].push(figures);
    columns[5].push(zeros);
}

fn push_bytes(columns: &mut [Vec<u8>], figure: u32) {
    for (column, byte) in columns.iter_mut().zip(figure.to_le_bytes()) {
        column.push(byte);
    }
}

/// Returns the first two figures of `n` and the number of zeros behind them.
fn two_figures(mut n: u32) -> (u8, u8) {
    let mut zeros = 0;
    while n > 99 {
        n /= 10;
        zeros += 1;
    }
    (n as u8, zeros)
}

/// Reads what [`pack`] laid out and a deflate encoder compressed; returns the divisions.
///
/// `each` is called for every row, in order.
///
/// # Errors
/// If the bytes are cut or are none of ours.
pub fn unpack(deflated: &[u8], mut each: impl FnMut(Row<'_>)) -> std::io::Result<String> {
    let mut bytes = Vec::with_capacity(deflated.len() * 3);
    DeflateDecoder::new(deflated).read_to_end(&mut bytes)?;
    read_table(&bytes, &mut each).ok_or_else(|| std::io::ErrorKind::InvalidData.into())
}

fn read_table(mut bytes: &[u8], each: &mut impl FnMut(Row<'_>)) -> Option<String> {
    let divisions = String::from_utf8(take_column(&mut bytes)?.to_vec()).ok()?;
    let mut columns = Vec::with_capacity(COLUMNS);
    while columns.len() < COLUMNS {
        columns.push(Column(take_column(&mut bytes)?));
    }
    let mut name: Vec<u8> = Vec::new();
    while let Some(kind) = columns[0].byte() {
        name.truncate(columns[1].byte()?.into());
        let rest = columns[2].byte()?.into();
        name.extend(columns[3].bytes(rest)?);
        each(read_row(&mut columns, std::str::from_utf8(&name).ok()?, kind)?);
    }
    Some(divisions)
}

fn read_row<'a>(columns: &mut [Column<'_>], name: &'a str, kind: u8) -> Option<Row<'a>> {
    if kind == ALIAS {
        return Some(Row::Alias(name, figure(&mut columns[16..19])?));
    }
    let population = u32::from(columns[4].byte()?) * 10_u32.pow(columns[5].byte()?.into());
    Some(Row::Place(PlaceRow {
        name,
        kind,
        division: figure(&mut columns[7..9])? as u16,
        lat: figure(&mut columns[9..11])? as u16 as i16,
        lon: figure(&mut columns[11..13])? as u16 as i16,
        population,
        geonameid: figure(&mut columns[13..16])?,
    }))
}

/// What is left to be read of a column.
struct Column<'a>(&'a [u8]);

impl<'a> Column<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }
}

fn figure(columns: &mut [Column<'_>]) -> Option<u32> {
    let mut figure = 0;
    for (at, column) in columns.iter_mut().enumerate() {
        figure |= u32::from(column.byte()?) << (8 * at);
    }
    Some(figure)
}

fn take_column<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (column, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *bytes = rest;
    Some(column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_as_they_were() {
        let first =
            PlaceRow { name: "Kavajë", kind: 4, lat: 4118, lon: -17956, ..Default::default() };
        let rows = [
            Row::Place(PlaceRow {
                population: 27_000,
                geonameid: 13_665_338,
                division: 300,
                ..first
            }),
            Row::Alias("kavaja", 0),
            Row::Place(PlaceRow { name: "Kavalla", ..first }),
        ];
        let mut encoder = flate2::read::DeflateEncoder::new(
            std::io::Cursor::new(pack("AL.50\tTirana\n", &rows)),
            flate2::Compression::fast(),
        );
        let mut deflated = Vec::new();
        encoder.read_to_end(&mut deflated).expect("reads from memory");
        let mut found = Vec::new();
        let divisions = unpack(&deflated, |row| found.push(format!("{row:?}")));
        assert_eq!(divisions.expect("is a table"), "AL.50\tTirana\n");
        assert_eq!(found, rows.map(|row| format!("{row:?}")));
        assert!(unpack(&deflated[..9], |_| ()).is_err());
    }
}
