//! The table of well-known outlets.
//!
//! In: a host or a name as printed. Out: the outlet. A host of an unknown outlet is never forced
//! onto a known one; a name that two outlets share tells nothing.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lexicon::{rows, several};
use crate::model::Outlet;

/// A well-known outlet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownOutlet {
    /// Its usual English name, without what keeps it apart from its namesakes.
    pub name: &'static str,
    /// Its country, ISO 3166-1 alpha-2.
    pub country: &'static str,
    /// Its hosts, without `www`.
    pub hosts: Vec<&'static str>,
    /// Other names.
    pub aliases: Vec<&'static str>,
    /// `newspaper`, `broadcaster`, `online` or `state_media`.
    pub kind: &'static str,
}

static OUTLETS: LazyLock<Vec<KnownOutlet>> = LazyLock::new(|| {
    let cells = rows(include_str!("../../data/outlets.tsv"));
    cells.filter_map(|row| from_row(&row)).collect()
});

static BY_HOST: LazyLock<BTreeMap<&'static str, usize>> = LazyLock::new(|| {
    let places = OUTLETS.iter().enumerate();
    places.flat_map(|(place, it)| it.hosts.iter().map(move |host| (*host, place))).collect()
});

/// `None` where two outlets share the name.
static BY_NAME: LazyLock<BTreeMap<String, Option<usize>>> = LazyLock::new(|| {
    let mut index: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for (place, outlet) in OUTLETS.iter().enumerate() {
        for name in std::iter::once(&outlet.name).chain(&outlet.aliases) {
            let shared = |held: &mut Option<usize>| *held = held.filter(|it| *it == place);
            index.entry(name.to_lowercase()).and_modify(shared).or_insert(Some(place));
        }
    }
    index
});

fn from_row(row: &[&'static str]) -> Option<KnownOutlet> {
    let &[name, country, hosts, aliases, kind] = row else { return None };
    let name = name.split(" (").next().unwrap_or(name);
    let (hosts, aliases) = (several(hosts).collect(), several(aliases).collect());
    Some(KnownOutlet { name, country, hosts, aliases, kind })
}

/// Returns all outlets, in the order of the table.
#[must_use]
pub fn outlets() -> &'static [KnownOutlet] {
    &OUTLETS
}

/// Returns the outlet a host belongs to; `www.` and sub-domains are allowed for.
#[must_use]
pub fn outlet_by_host(host: &str) -> Option<&'static KnownOutlet> {
    let host = host.trim().to_lowercase();
    let tails = std::iter::successors(Some(host.as_str()), |it| Some(it.split_once('.')?.1));
    tails.filter_map(|tail| BY_HOST.get(tail)).map(|place| &OUTLETS[*place]).next()
}

/// Returns the outlet of that name, whatever its case; `None` if two outlets share it.
#[must_use]
pub fn outlet_by_name(name: &str) -> Option<&'static KnownOutlet> {
    let place = BY_NAME.get(&name.trim().to_lowercase()).copied().flatten()?;
    Some(&OUTLETS[place])
}

/// Returns the outlet at an address, by its host if it is not a known one.
pub(super) fn outlet_at(url: &str) -> Option<Outlet> {
    Some(outlet_of_host(&host_of(url)?))
}

/// Returns the outlet of a host, under the name of the host if it is not a known one.
pub(super) fn outlet_of_host(host: &str) -> Outlet {
    let known = outlet_by_host(host).map(|it| it.name.to_owned());
    let name = known.unwrap_or_else(|| host.trim_start_matches("www.").to_owned());
    Outlet { name, basis: "url".to_owned() }
}

/// `https://www.example.org:8080/a` has the host `www.example.org`.
pub(super) fn host_of(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    (host.contains('.')).then(|| host.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_a_sub_domain_belongs_to_the_outlet() {
        let named = |host| outlet_by_host(host).map_or("-", |it| it.name);
        assert_eq!(named("www.bbc.co.uk"), "BBC News");
        assert_eq!(named("africa.chinadaily.com.cn"), "China Daily");
        assert_eq!(named("bbc.example.net"), "-");
    }

    #[test]
    fn a_name_that_two_outlets_share_tells_nothing() {
        let named = |name| outlet_by_name(name).map_or("-", |it| it.name);
        assert_eq!(named("the guardian"), "-");
        assert_eq!(named("The Moscow Times"), "The Moscow Times");
    }

    #[test]
    fn every_row_is_whole() {
        assert!(outlets().len() >= 150);
        let file = include_str!("../../data/outlets.tsv");
        assert_eq!(rows(file).count(), outlets().len(), "a row has too few cells");
        assert!(outlets().iter().all(|it| it.country.len() == 2 && !it.hosts.is_empty()));
    }
}
