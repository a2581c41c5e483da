//! Reads JSON Feed, versions 1 and 1.1.
//!
//! In: the text of a feed. Out: its entries. Fields of a wrong type are passed over.

use serde_json::Value;

use super::entry::Entry;
use super::{Found, MOST_ENTRIES};

/// Returns what `text` holds.
pub(super) fn found(text: &str) -> Found {
    let feed: Value = match serde_json::from_str(text) {
        Ok(feed) => feed,
        Err(fault) => {
            return Found { fault: Some(fault.to_string()), is_feed: true, ..Found::default() };
        }
    };
    let version = string(&feed, "version").unwrap_or_default();
    let items = feed["items"].as_array().into_iter().flatten().take(MOST_ENTRIES);
    Found {
        is_feed: version.contains("jsonfeed.org") || feed["items"].is_array(),
        title: string(&feed, "title"),
        entries: items.map(entry).filter(Entry::tells).collect(),
        fault: None,
    }
}

fn entry(item: &Value) -> Entry {
    let text = || Some(escaped(&string(item, "content_text")?));
    Entry {
        title: string(item, "title").map(|it| escaped(&it)),
        link: string(item, "url").or_else(|| string(item, "external_url")),
        content: string(item, "content_html").or_else(text),
        summary: string(item, "summary").map(|it| escaped(&it)),
        published: string(item, "date_published"),
        authors: authors(item),
        tags: item["tags"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|it| it.as_str().map(str::to_owned))
            .collect(),
        source: None,
    }
}

/// `authors` of version 1.1, `author` of version 1.
fn authors(item: &Value) -> Vec<String> {
    let several = item["authors"].as_array().into_iter().flatten();
    several.chain([&item["author"]]).filter_map(|it| string(it, "name")).collect()
}

fn string(value: &Value, field: &str) -> Option<String> {
    value[field].as_str().filter(|it| !it.trim().is_empty()).map(str::to_owned)
}

/// Plain text as HTML; a blank line parts two paragraphs.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.split("\n\n").map(|it| format!("<p>{it}</p>")).collect()
}
