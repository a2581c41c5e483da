//! Chooses the names under which a place is found, and sorts them by their keys.
//!
//! In: places with all the names that GeoNames lists. Out: names in the order of their keys, one of
//! each place its usual name. Codes of airports, names in other scripts and initials are left out.

use std::collections::BTreeSet;
use std::path::Path;

use recount::gazetteer::lookup_key;

use super::places::{Named, Place};
use crate::source::rows;

/// Words for a kind of division that the press leaves out or translates.
const KINDS: [&str; 14] = [
    "oblast",
    "republic",
    "kray",
    "krai",
    "province",
    "region",
    "state",
    "prefecture",
    "governorate",
    "county",
    "department",
    "district",
    "parish",
    "borough",
];

/// Returns the names of all `places`, sorted.
pub(super) fn sorted(places: &mut [Place]) -> Vec<Named> {
    add_nicknames(places);
    let mut names = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let usual = lookup_key(&place.name);
        let mut keys: BTreeSet<_> = place.others.iter().filter_map(|it| alias(it, place)).collect();
        keys.extend(without_kind(&usual).filter(|_| matches!(place.kind, 2 | 3)));
        keys.remove(&usual);
        names.extend(keys.into_iter().map(|key| Named { key, place: at, usual: false }));
        names.push(Named { key: usual, place: at, usual: true });
    }
    names.sort_by(|a, b| (&a.key, a.usual, a.place).cmp(&(&b.key, b.usual, b.place)));
    names
}

/// Returns the key of another name if readers of English may meet it.
fn alias(name: &str, place: &Place) -> Option<String> {
    let own = place.kind < 2 || name.ends_with('\u{2}');
    let key = lookup_key(name.trim_end_matches('\u{2}'));
    let written = name.starts_with(char::is_uppercase) && key.bytes().all(|it| it.is_ascii());
    let code = key.len() <= 3 || name.chars().skip(1).all(|it| it.is_uppercase());
    (own || (written && !code)).then_some(key)
}

/// `Samara Oblast` is found as `Samara` as well.
fn without_kind(key: &str) -> impl Iterator<Item = String> {
    let (name, kind) = key.rsplit_once(' ').unwrap_or((key, ""));
    KINDS.contains(&kind).then(|| name.to_owned()).into_iter()
}

/// Adds our own list of nicknames, marked so that they are kept whatever they look like.
fn add_nicknames(places: &mut [Place]) {
    let path = Path::new("crates/recount/data/place_nicknames.tsv");
    let nicknames = rows(path).unwrap_or_default();
    for row in nicknames {
        let fits = |it: &&mut Place| it.name == row[1] && it.country == row[2];
        // Divisions come before towns, largest towns first; a division is asked for by its own name.
        let towns_only = |it: &&mut Place| it.kind >= 4 || row[3] == "division";
        if let Some(place) = places.iter_mut().filter(towns_only).find(fits) {
            place.others.push(format!("{}\u{2}", row[0]));
        }
    }
}
