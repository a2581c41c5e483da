//! Holds the gazetteer in memory and finds names in it word by word.
//!
//! In: the packed table. Out: entries. Names are kept in one string in the order of their keys, so
//! that the longest name at a place in a text is found by narrowing a range with each word.

use std::ops::Range;
use std::sync::LazyLock;

use super::columns::{self, PlaceRow, Row};
use super::fold;
use crate::model::Level;

static BYTES: &[u8] = include_bytes!("../../data/gazetteer.bin");

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(BYTES));

/// A place of the gazetteer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// Its usual name.
    pub name: &'static str,
    /// What size of place it is.
    pub level: Level,
    /// Whether it was found under its usual name and not under another.
    pub usual: bool,
    /// Whether it is the capital of its country.
    pub capital: bool,
    /// ISO 3166-1 alpha-2; empty where it lies in no single country.
    pub country: &'static str,
    /// Code of its first-level division, as in GeoNames; empty if it has none.
    pub division: &'static str,
    /// Name of its first-level division; empty if it has none.
    pub admin1: &'static str,
    /// Degrees north, to a hundredth.
    pub lat: f64,
    /// Degrees east, to a hundredth.
    pub lon: f64,
    /// Inhabitants, to two figures; 0 if unknown.
    pub population: u32,
    /// The entry in GeoNames; `None` for a region of our own lexicon.
    pub geonameid: Option<u32>,
}

#[derive(Default)]
struct Table {
    keys: String,
    /// Where each key ends in `keys`, its place, and whether it is the usual name.
    names: Vec<(u32, u32, bool)>,
    usual: String,
    places: Vec<Place>,
    divisions: Vec<(String, String)>,
}

struct Place {
    name_end: u32,
    kind: u8,
    division: u16,
    lat: i16,
    lon: i16,
    population: u32,
    geonameid: u32,
}

impl Table {
    fn read(bytes: &[u8]) -> Self {
        let mut table = Self::default();
        let divisions = columns::unpack(bytes, |row| table.push(row));
        let divisions = divisions.expect("the embedded table was packed by xtask gazetteer");
        let pair = |line: &str| line.split_once('\t').map(|(a, b)| (a.to_owned(), b.to_owned()));
        table.divisions = divisions.lines().filter_map(pair).collect();
        table
    }

    fn push(&mut self, row: Row<'_>) {
        let (place, usual) = match row {
            Row::Alias(key, place) => {
                self.keys.push_str(key);
                (place, false)
            }
            Row::Place(place) => {
                fold::push_key(&mut self.keys, place.name);
                (self.push_place(&place), true)
            }
        };
        self.names.push((self.keys.len() as u32, place, usual));
    }

    fn push_place(&mut self, row: &PlaceRow<'_>) -> u32 {
        self.usual.push_str(row.name);
        let PlaceRow { kind, division, lat, lon, population, geonameid, .. } = *row;
        let name_end = self.usual.len() as u32;
        self.places.push(Place { name_end, kind, division, lat, lon, population, geonameid });
        self.places.len() as u32 - 1
    }

    fn key(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.names[before].0);
        &self.keys[start as usize..self.names[at].0 as usize]
    }

    fn entry(&'static self, number: u32, usual: bool) -> Entry {
        let number = number as usize;
        let place = &self.places[number];
        let start = number.checked_sub(1).map_or(0, |before| self.places[before].name_end);
        let (code, admin1) = &self.divisions[usize::from(place.division)];
        Entry {
            name: &self.usual[start as usize..place.name_end as usize],
            level: level(place.kind),
            usual,
            capital: place.kind == 5,
            country: code.split('.').next().unwrap_or_default(),
            division: if code.contains('.') { code } else { "" },
            admin1,
            lat: f64::from(place.lat) / 100.0,
            lon: f64::from(place.lon) / 100.0,
            population: place.population,
            geonameid: Some(place.geonameid).filter(|id| *id != 0),
        }
    }
}

fn level(kind: u8) -> Level {
    match kind {
        0 => Level::Country,
        1 => Level::Region,
        2 => Level::Admin1,
        3 => Level::Admin2,
        _ => Level::City,
    }
}

/// Returns the name of the first-level division with this GeoNames code.
pub(crate) fn division_name(code: &str) -> Option<&'static str> {
    let at = TABLE.divisions.binary_search_by(|it| it.0.as_str().cmp(code)).ok()?;
    Some(TABLE.divisions[at].1.as_str())
}

/// Returns the largest town of the first-level division with this GeoNames code.
///
/// GeoNames' list of towns does not say where a division is governed from; the largest town is it
/// far more often than not.
pub(crate) fn seat(division: &str) -> Option<Entry> {
    let number = TABLE.divisions.binary_search_by(|it| it.0.as_str().cmp(division)).ok()?;
    let inside = |it: &(usize, &Place)| {
        usize::from(it.1.division) == number && level(it.1.kind) == Level::City
    };
    let towns = TABLE.places.iter().enumerate().filter(inside);
    let (largest, _) = towns.max_by_key(|it| it.1.population)?;
    Some(TABLE.entry(largest as u32, true))
}

/// A walk through the names that begin with the words so far.
#[derive(Debug, Clone)]
pub struct Walk {
    names: Range<usize>,
    key: String,
}

impl Walk {
    /// Begins a walk, with all names before it.
    #[must_use]
    pub fn start() -> Self {
        Self { names: 0..TABLE.names.len(), key: String::new() }
    }

    /// Adds a word; returns whether any name begins so.
    pub fn step(&mut self, word: &str) -> bool {
        fold::push_word(&mut self.key, word);
        let Range { start, end } = self.names;
        let first = start + partition(start..end, |at| TABLE.key(at) < self.key.as_str());
        let begins = |at: usize| {
            let key = TABLE.key(at);
            key.strip_prefix(self.key.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let length = partition(first..end, begins);
        self.names = first..first + length;
        length > 0
    }

    /// Returns the key of the words walked.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Returns whether the words walked are a whole name.
    #[must_use]
    pub fn is_name(&self) -> bool {
        !self.names.is_empty() && TABLE.key(self.names.start).len() == self.key.len()
    }

    /// Returns the entries whose name is what was walked, capitals and large places first.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        let whole = partition(self.names.clone(), |at| TABLE.key(at).len() == self.key.len());
        let names = &TABLE.names[self.names.start..self.names.start + whole];
        let mut entries: Vec<_> = names.iter().map(|it| TABLE.entry(it.1, it.2)).collect();
        entries.sort_by_key(|it| std::cmp::Reverse(prominence(it)));
        entries
    }
}

/// Countries before capitals before the rest, then by population.
fn prominence(entry: &Entry) -> (bool, bool, u32) {
    (entry.level == Level::Country, entry.capital, entry.population)
}

/// Returns how many places of `range` come before the first that does not hold.
fn partition(range: Range<usize>, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (range.start, range.end);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) { low = middle + 1 } else { high = middle }
    }
    low - range.start
}
