//! Tells where a page was published: its address, its outlet, the names the site goes by.
//!
//! In: what the markup says. Out: address and outlet. A name from the table of outlets goes before one
//! that only the page knows.

use super::super::outlets::{host_of, outlet_by_host, outlet_by_name};
use super::head::Head;
use crate::model::Outlet;

/// Bytes above which what a page calls itself is a motto.
const LONGEST_NAME: usize = 60;

/// Returns the address that the page gives as its own.
pub(super) fn url(head: &Head) -> Option<String> {
    let linked = head.linked.as_ref().and_then(|it| it.url.as_deref());
    let told = head.canonical.as_deref().into_iter().chain(head.told("url")).chain(linked);
    told.map(str::trim).find(|it| host_of(it).is_some()).map(str::to_owned)
}

/// Returns the outlet; `url` is the address of the page.
pub(super) fn outlet(head: &Head, url: Option<&str>) -> Option<Outlet> {
    let host = url.and_then(host_of);
    let known = host.as_deref().and_then(outlet_by_host).map(|it| (it.name.to_owned(), "url"));
    let told = || named(head).find_map(outlet_by_name).map(|it| (it.name.to_owned(), "metadata"));
    let own = || named(head).next().map(|it| (it.to_owned(), "metadata"));
    let host_alone = || host.as_deref().map(|it| (it.trim_start_matches("www.").to_owned(), "url"));
    let (name, basis) = known.or_else(told).or_else(own).or_else(host_alone)?;
    Some(Outlet { name, basis: basis.to_owned() })
}

/// Returns the names by which the site may be called in a title.
pub(super) fn names(head: &Head, url: Option<&str>) -> Vec<String> {
    let host = url.and_then(host_of);
    let host = host.as_deref().map(|it| it.trim_start_matches("www."));
    let first = host.and_then(|it| it.split('.').next());
    let known = host.and_then(outlet_by_host);
    let known =
        known.into_iter().flat_map(|it| std::iter::once(it.name).chain(it.aliases.iter().copied()));
    named(head).chain(host).chain(first).chain(known).map(str::to_owned).collect()
}

fn named(head: &Head) -> impl Iterator<Item = &str> {
    let linked = head.linked.iter().filter_map(|it| it.outlet.as_deref());
    let told = head.told("outlet").chain(linked);
    told.map(|it| it.trim_start_matches('@'))
        .filter(|it| it.len() <= LONGEST_NAME && !it.contains("://"))
}
