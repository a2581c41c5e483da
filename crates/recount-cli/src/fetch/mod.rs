//! Fetches pages into an archive; the only part of the program that uses the network.
//!
//! In: addresses, feeds, lists of addresses. Out: a WARC file with what the servers answered, which
//! `recount run` and all other commands read.

mod client;
mod guard;
mod robots;
mod store;
mod visit;
mod wanted;

use std::collections::{BTreeSet, VecDeque};
use std::path::Path;
use std::time::Duration;

use recount::model::{Page, PageKind};
use recount::read;

pub(crate) use client::{Failure, Manner};

use crate::console::Console;
use crate::problem::Problem;
use store::Store;
use visit::{Step, Visitor};
pub(crate) use wanted::wanted;

/// Bytes that header lines may add to a page.
const HEADER_BYTES: usize = 256 << 10;

/// What a run of fetching came to.
#[derive(Debug, Default)]
pub(crate) struct Fetched {
    /// Pages that were saved.
    pub(crate) saved: usize,
    /// Pages that are as they were when they were saved before.
    pub(crate) as_before: usize,
}

/// Fetches `wanted` and the entries of feeds among them into the archive at `to`.
pub(crate) fn fetch(
    wanted: Vec<String>,
    to: &Path,
    (manner, delay): (&Manner, Duration),
    console: &Console,
) -> Result<Fetched, Problem> {
    let unwritable = |source| Problem::Write { path: to.to_owned(), source };
    let mut store = Store::open(to, manner.limit + HEADER_BYTES).map_err(unwritable)?;
    let mut visitor = Visitor::new(manner, delay);
    let mut fetched = Fetched::default();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    // Feeds lead to entries, and entries to nothing more.
    let mut queue: VecDeque<_> = wanted.into_iter().map(|it| (it, true)).collect();
    while let Some((url, follow)) = queue.pop_front() {
        if !seen.insert(url.clone()) {
            continue;
        }
        let steps = match visitor.visit(&url, |it| store.known(it)) {
            Ok(steps) => steps,
            Err(source) => {
                console.leave_out(&Problem::NotFetched { url, source });
                continue;
            }
        };
        for (address, answer) in &steps {
            store.save(address, answer).map_err(unwritable)?;
        }
        let Some(last) = steps.last() else { continue };
        match last.1.status {
            200 => fetched.saved += 1,
            304 => fetched.as_before += 1,
            status => {
                console.leave_out(&Problem::NotFetched { url, source: Failure::Status(status) });
            }
        }
        if follow {
            queue.extend(entries(last, manner.limit).into_iter().map(|it| (it, false)));
        }
    }
    Ok(fetched)
}

/// Returns the addresses of the entries, if the answer is a feed.
fn entries((url, answer): &Step, limit: usize) -> Vec<String> {
    let kind = answer.headers.get("Content-Type").unwrap_or_default().to_ascii_lowercase();
    if !["xml", "rss", "atom", "json"].iter().any(|it| kind.contains(it)) || kind.contains("xhtml")
    {
        return Vec::new();
    }
    let body = recount_archive::decoded(answer.body.as_slice(), &answer.headers, limit);
    let page = body.map(|it| Page::new(url.as_str(), PageKind::Html, it.bytes));
    let feed = page.ok().and_then(|it| read::feed(&it).ok());
    let links = feed.map(|it| it.links).unwrap_or_default();
    links.into_iter().map(|it| visit::joined(url, &it)).collect()
}
