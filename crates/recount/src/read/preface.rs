//! Reads the preface of a text: lines like `Title: …` that a tool or a person wrote above it.
//!
//! In: the text of a file. Out: what the lines say, and where they end. Between two lines `---`, as in
//! Markdown, any names may stand; elsewhere each line must have a name that we know, one of them that of a
//! title or an address.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value};

use super::row::Row;
use crate::lexicon::rows;

/// Lines that a preface has at most; the longest of the tools we know have twenty.
const MOST_LINES: usize = 100;

/// Lines with names from which they are a preface where no `---` says so.
const FEWEST_FIELDS: usize = 2;

static FIELDS: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    rows(include_str!("../../data/preface_fields.tsv")).map(|row| (row[0], row[1])).collect()
});

/// What stands above a text.
#[derive(Debug)]
pub(super) struct Preface {
    pub(super) row: Row,
    /// The byte after it.
    pub(super) end: usize,
}

/// Returns the preface with which `text` begins.
pub(super) fn preface(text: &str) -> Option<Preface> {
    let lines: Vec<_> = placed_lines(text).take(MOST_LINES).collect();
    let first = lines.iter().position(|it| !it.1.trim().is_empty())?;
    let lines = &lines[first..];
    if lines[0].1.trim() == FENCE { fenced(&lines[1..]) } else { open(lines) }
}

const FENCE: &str = "---";

/// A line, its first byte, and the byte after it.
type Placed<'t> = (usize, &'t str, usize);

fn placed_lines(text: &str) -> impl Iterator<Item = Placed<'_>> {
    let mut end = 0;
    text.split_inclusive('\n').map(move |line| {
        end += line.len();
        (end - line.len(), line.trim_end_matches(['\r', '\n']), end)
    })
}

fn fenced(lines: &[Placed<'_>]) -> Option<Preface> {
    let close = lines.iter().position(|it| matches!(it.1.trim(), FENCE | "..."))?;
    let mut fields = Map::new();
    let mut name = "";
    for (_, line, _) in &lines[..close] {
        match line.trim_start().strip_prefix("- ") {
            Some(item) => add(&mut fields, name, item),
            None => {
                let (field, value) = line.split_once(':')?;
                name = named(field).unwrap_or("-");
                add(&mut fields, name, value);
            }
        }
    }
    is_told(&fields).then(|| Preface { row: Row::of(fields), end: lines[close].2 })
}

fn open(lines: &[Placed<'_>]) -> Option<Preface> {
    let mut fields = Map::new();
    let (mut known, mut end) = (0, 0);
    for (start, line, after) in lines {
        if line.trim().is_empty() {
            continue;
        }
        let Some((name, value)) = line.split_once(':') else { break };
        let Some(field) = named(name) else { break };
        known += 1;
        if field == "text" {
            end = start + name.len() + 1;
            break;
        }
        add(&mut fields, field, value);
        end = *after;
    }
    let told = known >= FEWEST_FIELDS && is_told(&fields);
    told.then(|| Preface { row: Row::of(fields), end })
}

fn named(name: &str) -> Option<&'static str> {
    FIELDS.get(name.trim().to_lowercase().as_str()).copied()
}

/// A preface names its text.
fn is_told(fields: &Map<String, Value>) -> bool {
    fields.contains_key("title") || fields.contains_key("url")
}

/// The first of several values stays, but for tags and authors, which are lists.
fn add(fields: &mut Map<String, Value>, name: &str, value: &str) {
    let value = bare(value);
    let address = value.contains("://");
    let name = if name == "outlet" && address { "url" } else { name };
    if value.is_empty() || matches!(name, "-" | "" | "text") || address != (name == "url") {
        return;
    }
    match fields.get_mut(name) {
        Some(Value::String(known)) if matches!(name, "tags" | "author") => {
            *known = format!("{known}, {value}");
        }
        Some(_) => {}
        None => {
            fields.insert(name.to_owned(), Value::String(value.to_owned()));
        }
    }
}

/// `"[[Anna Lind]]"`, `[siege, ferry]`
fn bare(value: &str) -> &str {
    let value = value.trim();
    let quoted = |sign| value.strip_prefix(sign).and_then(|it: &str| it.strip_suffix(sign));
    let value = quoted('"').or_else(|| quoted('\'')).unwrap_or(value);
    value.trim_matches(['[', ']', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fence_may_hold_any_names() {
        check(
            "---\ntitle: \"Ferry: the siege\"\nauthor:\n  - \"[[Anna Lind]]\"\n  - Bo Ek\nmood: calm\ntags: [sea, ferry]\n---\nSix men",
            "author=Anna Lind, Bo Ek tags=sea, ferry title=Ferry: the siege / Six men",
        );
    }

    #[test]
    fn lines_with_names_that_are_known_are_a_preface() {
        check(
            "Title: Ferry siege ends\n\nURL Source: https://herald.example/a\n\nMarkdown Content: Six men",
            "title=Ferry siege ends url=https://herald.example/a /  Six men",
        );
        check(
            "Source: The Norrvik Herald\nHeadline: Ferry siege ends\nDate: May 6, 2031\n\nSix men",
            "date=May 6, 2031 outlet=The Norrvik Herald title=Ferry siege ends / \nSix men",
        );
        check(
            "source: https://herald.example/a\nby: Anna Lind\nSix men",
            "author=Anna Lind url=https://herald.example/a / Six men",
        );
    }

    #[test]
    fn a_report_that_begins_with_a_label_has_none() {
        for text in [
            "Source: The Norrvik Herald\nDate: May 6, 2031\nSix men",
            "Title: Ferry siege ends\nSix men",
            "Police: Six men took a ferry\nTitle: Ferry\nURL: https://herald.example",
            "---\nSix men took a ferry.\n---\n",
            "---\nmood: calm\n---\nSix men",
            "",
        ] {
            assert!(preface(text).is_none(), "{text}");
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = preface(text).expect("there is one");
        let names = ["author", "date", "outlet", "tags", "title", "url"];
        let told =
            names.into_iter().filter_map(|it| Some(format!("{it}={}", found.row.string(it)?)));
        let told = told.collect::<Vec<_>>().join(" ");
        assert_eq!(format!("{told} / {}", &text[found.end..]), expected);
    }
}
