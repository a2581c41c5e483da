//! Knows the people of countries by name: Latvian, Latvians, Dutch, Frenchmen.
//!
//! In: a word as printed. Out: the country. Words for the people of towns and divisions are unknown
//! here, because they rarely tell in news where something happened.

use std::sync::LazyLock;

use super::fold;
use crate::lexicon;

struct Countries {
    /// Key of the demonym and name of the country, in order.
    demonyms: Vec<(String, &'static str)>,
    /// ISO code and name of the country, in order.
    names: Vec<(&'static str, &'static str)>,
}

static COUNTRIES: LazyLock<Countries> = LazyLock::new(|| {
    let rows: Vec<_> = lexicon::rows(include_str!("../../data/countries.tsv")).collect();
    let demonyms = rows
        .iter()
        .flat_map(|row| lexicon::several(row[4]).map(move |demonym| (fold::key(demonym), row[0])));
    let mut demonyms: Vec<_> = demonyms.collect();
    demonyms.sort_unstable();
    let mut names: Vec<_> = rows.iter().map(|row| (row[1], row[0])).collect();
    names.sort_unstable();
    Countries { demonyms, names }
});

/// Returns the English name of the country whose people `word` names: `Latvia` for "Latvians".
///
/// Only capitalised words are demonyms: "polish" is none.
#[must_use]
pub fn country_of_demonym(word: &str) -> Option<&'static str> {
    if !word.starts_with(char::is_uppercase) {
        return None;
    }
    let key = fold::key(word);
    let known = |key: &str| {
        let at = COUNTRIES.demonyms.binary_search_by(|it| it.0.as_str().cmp(key)).ok()?;
        Some(COUNTRIES.demonyms[at].1)
    };
    known(&key).or_else(|| known(key.strip_suffix('s')?))
}

/// Returns the usual English name of the country with this ISO 3166-1 alpha-2 code.
#[must_use]
pub fn country_name(code: &str) -> Option<&'static str> {
    let at = COUNTRIES.names.binary_search_by(|it| it.0.cmp(code)).ok()?;
    Some(COUNTRIES.names[at].1)
}

/// Returns the ISO 3166-1 alpha-2 code of the country with this usual English name.
pub(crate) fn country_code(name: &str) -> Option<&'static str> {
    COUNTRIES.names.iter().find(|it| it.1 == name).map(|it| it.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_known_as_one_and_as_many() {
        check("Latvian", Some("Latvia"));
        check("Latvians", Some("Latvia"));
        check("Dutch", Some("Netherlands"));
        check("Americans", Some("United States"));
        check("South Koreans", Some("South Korea"));
        check("Poles", Some("Poland"));
    }

    #[test]
    fn countries_and_common_words_are_no_people() {
        check("Latvia", None);
        check("polish", None);
        check("Police", None);
    }

    #[track_caller]
    fn check(word: &str, expected: Option<&str>) {
        assert_eq!(country_of_demonym(word), expected);
    }
}
