//! Proves a place: its words name it, or the gazetteer knows them as a name of it.
//!
//! In: a place and its words. Out: the rule, or why there is none.

use super::Proof;
use crate::gazetteer;
use crate::lexicon;
use crate::model::{Level, Place};

pub(super) fn proof(place: &Place, words: &str) -> Proof {
    let printed = gazetteer::lookup_key(&plain(words));
    let is_printed = |name: &str| has_words(&printed, &gazetteer::lookup_key(&plain(name)));
    if is_printed(&place.name) {
        return Ok("printed name");
    }
    let runs = runs(words);
    if is_nickname(place, &printed) {
        return Ok("a short name");
    }
    let country = place.country.as_deref().and_then(gazetteer::country_name);
    let of_people = |it: &String| country.is_some() && gazetteer::country_of_demonym(it) == country;
    if place.level <= Level::Region && runs.iter().any(of_people) {
        return Ok("name of its people");
    }
    let same = |it: &gazetteer::Entry| {
        it.geonameid == place.geonameid && (it.geonameid.is_some() || it.name == place.name)
    };
    if runs.iter().any(|run| gazetteer::lookup(run).iter().any(same)) {
        return Ok("another name in the gazetteer");
    }
    Err("the words name another")
}

/// Marks become spaces, so that a name before a comma is one.
fn plain(words: &str) -> String {
    let mark = |it: char| !it.is_alphanumeric() && !matches!(it, '\'' | '’' | '.' | '-');
    words.replace(mark, " ").replace("'s", "").replace("’s", "")
}

fn has_words(text: &str, name: &str) -> bool {
    !name.is_empty() && format!(" {text} ").contains(&format!(" {name} "))
}

/// Returns every run of words that may be a name.
fn runs(words: &str) -> Vec<String> {
    let plain = plain(words);
    let words: Vec<_> = plain.split_whitespace().collect();
    let from = |at: usize| (at + 1..=words.len()).map(move |end| (at, end));
    (0..words.len()).flat_map(from).map(|(at, end)| words[at..end].join(" ")).collect()
}

fn is_nickname(place: &Place, printed: &str) -> bool {
    let rows = lexicon::rows(include_str!("../../../data/place_nicknames.tsv"));
    rows.filter(|row| row[1] == place.name)
        .any(|row| has_words(printed, &gazetteer::lookup_key(&plain(row[0]))))
}
