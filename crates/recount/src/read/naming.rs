//! Tells which newsroom a page is from by what its furniture says.
//!
//! In: the lines of furniture. Out: the outlet's name. A newsroom that the report itself cites is
//! not the one that published it, so the report is not looked at.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use super::outlets::outlet_by_name;
use crate::lexicon::rows;

/// Weight from which a name that is in no table names the outlet.
const SURE: u32 = 2;

/// What counts for a name that the table of outlets holds.
const KNOWN: u32 = 2;

struct Phrase {
    weight: u32,
    words: Regex,
}

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let name = r"((?:[Tt]he )?\p{Lu}[\w&.-]*(?: (?:(?:of|and|the|for|&) )?\p{Lu}[\w&.-]*){0,5})";
    let phrase = |row: Vec<&str>| Phrase {
        weight: row[0].parse().expect("the weights of outlet_phrases.tsv are tested"),
        words: Regex::new(&row[1].replace("{name}", name)).expect("the phrases are tested"),
    };
    rows(include_str!("../../data/outlet_phrases.tsv")).map(phrase).collect()
});

/// Returns the outlet that `furniture` names most.
pub(super) fn named_by<'t>(furniture: impl Iterator<Item = &'t str>) -> Option<String> {
    let mut votes: BTreeMap<&str, u32> = BTreeMap::new();
    for line in furniture.filter(|it| it.len() <= LONGEST_LINE) {
        for (name, weight) in PHRASES.iter().filter_map(|it| it.found(line)) {
            *votes.entry(name).or_default() += weight;
        }
    }
    let known = |name: &str| if outlet_by_name(name).is_some() { KNOWN } else { 0 };
    let weighed = votes.into_iter().map(|(name, votes)| (votes + known(name), name));
    let (weight, name) = weighed.max_by_key(|(weight, name)| (*weight, name.len()))?;
    let usual = outlet_by_name(name).map_or(name, |it| it.name);
    (weight >= SURE).then(|| usual.to_owned())
}

/// Bytes above which a line of furniture is not searched.
const LONGEST_LINE: usize = 2000;

impl Phrase {
    fn found<'t>(&self, line: &'t str) -> Option<(&'t str, u32)> {
        let name = self.words.captures(line)?.get(1)?.as_str();
        let name = name.trim_end_matches(['.', ',', '-', '&']);
        (name.len() > 3 || name.chars().all(char::is_uppercase)).then_some((name, self.weight))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_to_readers_names_its_newsroom() {
        check("A Message from The Norrvik Herald:", "The Norrvik Herald");
        check("By supporting The Norrvik Herald, you keep us afloat.", "The Norrvik Herald");
    }

    #[test]
    fn a_known_name_needs_one_hint_and_an_unknown_two() {
        check("Play The Washington Post’s crossword", "The Washington Post");
        check("Play The Norrvik Herald’s crossword", "-");
        check("© 2019 Norrvik Media|More from Norrvik Media", "Norrvik Media");
    }

    #[test]
    fn every_phrase_compiles() {
        assert!(PHRASES.iter().all(|it| (1..=2).contains(&it.weight)));
    }

    #[track_caller]
    fn check(furniture: &str, expected: &str) {
        assert_eq!(named_by(furniture.split('|')).unwrap_or("-".to_owned()), expected);
    }
}
