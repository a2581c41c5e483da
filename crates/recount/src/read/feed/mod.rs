//! Reads a feed: RSS 0.9 to 2.0, Atom, JSON Feed.
//!
//! In: a page that is a feed. Out: a page for each entry, a row with the whole text where the feed
//! holds it, else a stub with the summary. A broken feed is read as far as it goes; definitions of
//! entities are never looked at, so that nothing can be made to grow.

mod entry;
mod json;
mod xml;

use super::{ReadError, charset};
use crate::model::{Page, PageKind};
use entry::Entry;
pub(super) use entry::STUB;

/// Entries of a feed that are read; those of newspapers have 20 to 500.
const MOST_ENTRIES: usize = 10_000;

/// What a feed holds.
#[derive(Debug, Default)]
pub struct Feed {
    /// A page for each entry, in the order of the feed.
    pub pages: Vec<Page>,
    /// The addresses of the entries, in the order of the feed.
    pub links: Vec<String>,
}

/// What was found in the bytes of a feed.
#[derive(Debug, Default)]
struct Found {
    /// Whether an element or a field said that it is a feed.
    is_feed: bool,
    /// The name that the feed gives itself.
    title: Option<String>,
    entries: Vec<Entry>,
    /// Where the feed is broken, and how.
    fault: Option<String>,
}

/// Reads a feed.
///
/// # Errors
/// If the page is no text or no feed, or is a feed without entries.
pub fn feed(page: &Page) -> Result<Feed, ReadError> {
    let decoded =
        charset::text(page).ok_or_else(|| ReadError::Binary { page: page.name.clone() })?;
    let text = decoded.text.trim_start();
    let found = if text.starts_with('{') { json::found(text) } else { xml::found(text) };
    if found.entries.is_empty() {
        let reason = reason(&found);
        return Err(ReadError::NoFeed { page: page.name.clone(), reason });
    }
    let notes: Vec<_> = decoded.note.into_iter().chain(found.fault.map(broken)).collect();
    let outlet = found.title.as_deref();
    let pages = found.entries.iter().enumerate();
    let pages = pages.map(|(at, entry)| page_of(entry, page, at + 1, outlet, &notes)).collect();
    Ok(Feed { pages, links: found.entries.into_iter().filter_map(|it| it.link).collect() })
}

fn reason(found: &Found) -> String {
    match (&found.fault, found.is_feed) {
        (Some(fault), true) => fault.clone(),
        (None, true) => "it has no entries".to_owned(),
        (_, false) => "no element says that it is one".to_owned(),
    }
}

fn broken(fault: String) -> String {
    format!("the feed is broken ({fault}): later entries may be missing")
}

fn page_of(
    entry: &Entry,
    page: &Page,
    number: usize,
    outlet: Option<&str>,
    notes: &[String],
) -> Page {
    let name = entry.link.clone().unwrap_or_else(|| format!("{}:{number}", page.name));
    let mut made = Page::new(name, PageKind::JsonRow, entry.row(outlet).to_string());
    made.sent.notes = notes.iter().cloned().chain(entry.stub_note()).collect();
    made
}

#[cfg(test)]
mod tests;
