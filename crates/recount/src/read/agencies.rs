//! The table of news agencies.
//!
//! In: a name or acronym as a report prints it. Out: the agency. An acronym is compared with its
//! case (`AP`, `ANSA`), so that no word of running text is taken for one.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lexicon::{rows, several};

/// A news agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    /// A short key of the table.
    pub id: &'static str,
    /// Its English name.
    pub name: &'static str,
    /// The country it works from, ISO 3166-1 alpha-2.
    pub country: &'static str,
    /// `agency`, or `state_media` where the state runs it.
    pub kind: &'static str,
    /// Other names and acronyms.
    pub aliases: Vec<&'static str>,
    /// What in an address credits the agency for the text, in lower case.
    pub url_marks: Vec<&'static str>,
}

static AGENCIES: LazyLock<Vec<Agency>> = LazyLock::new(|| {
    let cells = rows(include_str!("../../data/agencies.tsv"));
    cells.filter_map(|row| from_row(&row)).collect()
});

static BY_NAME: LazyLock<BTreeMap<String, usize>> = LazyLock::new(|| {
    let mut index = BTreeMap::new();
    for (place, agency) in AGENCIES.iter().enumerate() {
        for name in std::iter::once(&agency.name).chain(&agency.aliases) {
            index.entry(key(name)).or_insert(place);
        }
    }
    index
});

fn from_row(row: &[&'static str]) -> Option<Agency> {
    let &[id, name, country, kind, aliases, marks] = row else { return None };
    let (aliases, url_marks) = (several(aliases).collect(), several(marks).collect());
    Some(Agency { id, name, country, kind, aliases, url_marks })
}

/// Returns all agencies, in the order of the table.
#[must_use]
pub fn agencies() -> &'static [Agency] {
    &AGENCIES
}

/// Returns the agency of that name or acronym; `the`, and a closing `news agency`, may be missing.
#[must_use]
pub fn agency(name: &str) -> Option<&'static Agency> {
    let name = name.trim().trim_end_matches(['.', ',']);
    let bare = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    let short = [" news agency", " News Agency", " agency", " Agency", " news", " News"]
        .iter()
        .find_map(|tail| bare.strip_suffix(tail));
    let named = [Some(name), Some(bare), short].into_iter().flatten();
    named.filter_map(|name| BY_NAME.get(&key(name))).map(|place| &AGENCIES[*place]).next()
}

/// Returns the agencies that an address credits: `/aponline/`, `/wires/afp/`.
pub(super) fn credited_by_url(url: &str) -> impl Iterator<Item = &'static Agency> {
    let url = url.to_lowercase();
    AGENCIES.iter().filter(move |agency| agency.url_marks.iter().any(|mark| url.contains(mark)))
}

/// A name as it is compared: acronyms with their case, all else without.
fn key(name: &str) -> String {
    let letters = || name.chars().filter(|it| it.is_alphabetic());
    let acronym = letters().count() <= 5 && letters().all(char::is_uppercase);
    if acronym { name.replace('.', "") } else { name.to_lowercase() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_is_found_by_any_of_its_names() {
        check("AP", "Associated Press");
        check("the Associated Press", "Associated Press");
        check("Interfax news agency", "Interfax");
        check("Deutsche Presse Agentur", "Deutsche Presse-Agentur");
        check("dpa", "Deutsche Presse-Agentur");
        check("TASS", "TASS");
    }

    #[test]
    fn a_word_of_running_text_is_no_acronym() {
        check("ap", "-");
        check("Pa", "-");
        check("sana", "-");
        check("map", "-");
    }

    #[test]
    fn every_row_is_whole_and_no_name_stands_for_two() {
        assert!(agencies().len() >= 60);
        let file = include_str!("../../data/agencies.tsv");
        assert_eq!(rows(file).count(), agencies().len(), "a row has too few cells");
        assert!(agencies().iter().all(|it| it.country.len() == 2));
        for agency in agencies() {
            check(agency.name, agency.name);
        }
    }

    #[track_caller]
    fn check(name: &str, expected: &str) {
        assert_eq!(agency(name).map_or("-", |it| it.name), expected);
    }
}
