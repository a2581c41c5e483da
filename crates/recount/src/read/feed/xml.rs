//! Reads RSS and Atom.
//!
//! In: the text of a feed. Out: its entries, and where it is broken. Elements are known by their local
//! names, since feeds bind prefixes as they like; what an element holds is taken as it is written, so
//! that markup within it, escaped or not, comes out as HTML.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::entry::Entry;
use super::{Found, MOST_ENTRIES};

/// Elements that may be open at once; feeds have a dozen with the markup in their texts.
const MOST_OPEN: usize = 200;

/// Returns what `text` holds.
pub(super) fn found(text: &str) -> Found {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut parse = Parse { text, ..Parse::default() };
    while parse.found.entries.len() < MOST_ENTRIES {
        let before = place(&reader);
        match reader.read_event() {
            Ok(Event::Start(tag)) => parse.open(&tag, place(&reader)),
            Ok(Event::Empty(tag)) => parse.empty(&tag),
            Ok(Event::End(tag)) => parse.close(local(tag.name().as_ref()), before),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(fault) => {
                parse.found.fault = Some(format!("{fault} at byte {before}"));
                break;
            }
        }
    }
    parse.ended()
}

fn place(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// How far we are.
#[derive(Default)]
struct Parse<'t> {
    text: &'t str,
    found: Found,
    /// The open elements: name, and where the content begins.
    open: Vec<(String, usize)>,
    /// The entry that is open, and at which depth.
    entry: Option<(Entry, usize)>,
}

impl Parse<'_> {
    fn open(&mut self, tag: &BytesStart<'_>, content: usize) {
        let name = local(tag.name().as_ref()).to_owned();
        self.element(tag, &name);
        // What is nested deeper is markup of a text that nobody wrote by hand.
        if self.open.len() < MOST_OPEN {
            self.open.push((name, content));
        }
    }

    fn empty(&mut self, tag: &BytesStart<'_>) {
        let name = local(tag.name().as_ref()).to_owned();
        self.element(tag, &name);
    }

    fn element(&mut self, tag: &BytesStart<'_>, name: &str) {
        self.found.is_feed |= matches!(name, "rss" | "RDF" | "feed" | "channel");
        let depth = self.open.len();
        match (&mut self.entry, name) {
            (None, "item" | "entry") => self.entry = Some((Entry::default(), depth)),
            // An entry that was never closed ends where the next one begins.
            (Some((_, at)), "item" | "entry") if depth <= *at + 1 => {
                let at = *at;
                self.end_entry();
                self.open.truncate(at);
                self.entry = Some((Entry::default(), at));
            }
            (Some((entry, at)), "link") if depth == *at + 1 => atom_link(entry, tag),
            (Some((entry, at)), "category") if depth == *at + 1 => {
                entry.tags.extend(attribute(tag, "term"));
            }
            _ => {}
        }
    }

    /// Closes the innermost element of that name, and with it what was left open within.
    fn close(&mut self, name: &str, end: usize) {
        let Some(depth) = self.open.iter().rposition(|(it, _)| it == name) else { return };
        let (_, start) = self.open[depth];
        let raw = self.text.get(start..end).unwrap_or_default();
        let above = depth.checked_sub(1).map(|it| self.open[it].0.clone()).unwrap_or_default();
        match &mut self.entry {
            Some((_, at)) if depth == *at => self.end_entry(),
            Some((entry, at)) if depth == *at + 1 => field(entry, name, raw),
            Some((entry, at)) if depth == *at + 2 => inner_field(entry, &above, name, raw),
            None if name == "title" && matches!(above.as_str(), "channel" | "feed") => {
                self.found.title = self.found.title.take().or_else(|| filled(raw));
            }
            _ => {}
        }
        self.open.truncate(depth);
    }

    fn end_entry(&mut self) {
        let entry = self.entry.take().map(|it| it.0).filter(Entry::tells);
        self.found.entries.extend(entry);
    }

    /// Takes what a feed that breaks off holds of its last entry.
    fn ended(mut self) -> Found {
        if self.entry.is_some() && self.found.fault.is_none() {
            self.found.fault = Some("it breaks off".to_owned());
        }
        self.end_entry();
        self.found
    }
}

/// An element right within an entry.
fn field(entry: &mut Entry, name: &str, raw: &str) {
    let place = match name {
        "title" => &mut entry.title,
        "link" => &mut entry.link,
        "encoded" | "content" => &mut entry.content,
        "description" | "summary" => &mut entry.summary,
        "pubDate" | "published" | "issued" | "date" | "created" => &mut entry.published,
        "source" => &mut entry.source,
        "creator" | "author" => {
            let plain = |it: &String| !it.contains('<');
            return entry.authors.extend(filled(raw).filter(plain).map(without_address));
        }
        "category" => return entry.tags.extend(filled(raw)),
        "guid" => return permalink(entry, raw),
        _ => return,
    };
    if place.is_none() {
        *place = filled(raw);
    }
}

/// `<author><name>…`, `<source><title>…` of Atom.
fn inner_field(entry: &mut Entry, above: &str, name: &str, raw: &str) {
    match (above, name) {
        ("author", "name") => entry.authors.extend(filled(raw)),
        ("source", "title") => entry.source = filled(raw),
        _ => {}
    }
}

/// An address in `guid` stands in for a missing link.
fn permalink(entry: &mut Entry, raw: &str) {
    let address = filled(raw).filter(|it| it.starts_with("http"));
    entry.link = entry.link.take().or(address);
}

/// `<link rel="alternate" href="…">`
fn atom_link(entry: &mut Entry, tag: &BytesStart<'_>) {
    let rel = attribute(tag, "rel");
    if matches!(rel.as_deref(), None | Some("alternate")) && entry.link.is_none() {
        entry.link = attribute(tag, "href");
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let mut found = attributes.with_checks(false).flatten();
    let told = found.find(|it| local(it.key.as_ref()) == name)?;
    Some(unescaped(&told.value))
}

/// RSS 2.0 gives `a.lind@herald.example (Anna Lind)`.
fn without_address(author: String) -> String {
    let name = author.split_once('(').and_then(|it| it.1.split_once(')')).map(|it| it.0.to_owned());
    name.filter(|_| author.contains('@')).unwrap_or(author)
}

/// Returns the content of an element as HTML; `None` if it is blank.
fn filled(raw: &str) -> Option<String> {
    let mut html = String::new();
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once("<![CDATA[") {
        let (inside, after) = after.split_once("]]>").unwrap_or((after, ""));
        html.push_str(&unescaped(before));
        html.push_str(inside);
        rest = after;
    }
    html.push_str(&unescaped(rest));
    let html = html.trim();
    (!html.is_empty()).then(|| html.to_owned())
}

/// Undoes one level of escaping; entities that XML does not know stay for the reader of HTML.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let name = after.split_once(';').map(|it| it.0).filter(|it| it.len() <= 5);
        match name.and_then(|it| Some((it, resolve_predefined_entity(it)?))) {
            Some((name, letter)) => {
                out.push_str(letter);
                rest = &after[name.len() + 1..];
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// `content:encoded` has the local name `encoded`.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |it| it.1)
}
