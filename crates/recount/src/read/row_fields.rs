//! Finds the fields of a row under the names that a tool gives them.
//!
//! In: a JSON object. Out: the text of one of our fields. A tool is known by the fields it writes; a row
//! of no tool that we know has our names.

use std::sync::LazyLock;

use serde_json::{Map, Value};

use crate::lexicon::rows;

/// Our names of the fields of a row.
const OURS: [&str; 12] = [
    "text", "html", "id", "url", "host", "outlet", "title", "date", "byline", "author", "section",
    "tags",
];

/// A tool that writes rows.
#[derive(Debug, Default)]
pub(super) struct Tool {
    name: &'static str,
    marks: Vec<&'static str>,
    /// Our name and theirs.
    fields: Vec<(&'static str, &'static str)>,
}

static TOOLS: LazyLock<Vec<Tool>> = LazyLock::new(|| {
    let mut tools: Vec<Tool> = Vec::new();
    for row in rows(include_str!("../../data/row_fields.tsv")) {
        if tools.last().is_none_or(|it| it.name != row[0]) {
            tools.push(Tool { name: row[0], ..Tool::default() });
        }
        match (tools.last_mut(), row[1]) {
            (Some(tool), "marks") => tool.marks = row[2].split('|').collect(),
            (Some(tool), ours) => tool.fields.push((ours, row[2])),
            (None, _) => {}
        }
    }
    tools
});

/// Returns the tool that wrote this row.
pub(super) fn tool(row: &Map<String, Value>) -> Option<&'static Tool> {
    TOOLS.iter().find(|tool| tool.marks.iter().all(|it| row.contains_key(*it)))
}

/// Returns our field `name` of a row, if it is filled.
pub(super) fn field(row: &Map<String, Value>, tool: Option<&Tool>, name: &str) -> Option<String> {
    let theirs = tool.and_then(|it| it.fields.iter().find(|it| it.0 == name)).map(|it| it.1);
    theirs.unwrap_or(name).split('|').find_map(|path| {
        let parts = path.split('+').filter_map(|it| at(row, it));
        let parts: Vec<_> = parts.filter(|it| !it.is_empty()).collect();
        (!parts.is_empty()).then(|| parts.join("\n\n"))
    })
}

/// Returns a row as our names have it, with the fields that `map` (ours, theirs) renames; `None` if `row`
/// is no object.
#[must_use]
pub fn renamed(row: &[u8], map: &[(String, String)]) -> Option<Vec<u8>> {
    let Ok(Value::Object(row)) = serde_json::from_slice(row) else { return None };
    let kept = row.iter().filter(|(name, _)| OURS.contains(&name.as_str()));
    let mut made: Map<_, _> = kept.map(|(name, value)| (name.clone(), value.clone())).collect();
    for (ours, theirs) in map {
        made.remove(ours);
        made.extend(at(&row, theirs).map(|it| (ours.clone(), Value::String(it))));
    }
    serde_json::to_vec(&made).ok()
}

/// Returns our names of the fields of a row.
#[must_use]
pub fn row_fields() -> &'static [&'static str] {
    &OURS
}

/// Returns the columns of GDELT's Global Knowledge Graph, in the order of its files.
#[must_use]
pub fn gkg_columns() -> Vec<&'static str> {
    rows(include_str!("../../data/gkg_columns.tsv")).map(|row| row[0]).collect()
}

/// Returns the text at a path.
fn at(row: &Map<String, Value>, path: &str) -> Option<String> {
    let (path, element) = match path.strip_suffix('>').and_then(|it| it.split_once('<')) {
        Some((path, element)) => (path, Some(element)),
        None => (path, None),
    };
    let mut names = path.split('.');
    // A field may have a dot in its name.
    let value = row.get(path).or_else(|| {
        let first = row.get(names.next()?)?;
        names.try_fold(first, |value, name| value.get(name))
    })?;
    let text = text_of(value)?;
    match element {
        Some(element) => Some(within(&text, element)?.to_owned()),
        None => Some(text),
    }
}

fn within<'t>(text: &'t str, element: &str) -> Option<&'t str> {
    let (_, after) = text.split_once(&format!("<{element}>"))?;
    Some(after.split_once(&format!("</{element}>"))?.0)
}

/// A text, a number, or the texts of a list: names of one line each with commas, paragraphs with blank
/// lines between them.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) if values.iter().all(is_name) => {
            let names: Vec<_> = values.iter().filter_map(name_of).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        Value::Array(values) => {
            let texts: Vec<_> = values.iter().filter_map(paragraphs).collect();
            (!texts.is_empty()).then(|| texts.join("\n\n"))
        }
        _ => None,
    }
}

/// Bytes up to which a text in a list is a name.
const LONGEST_NAME: usize = 60;

fn is_name(value: &Value) -> bool {
    name_of(value).is_some_and(|it| it.len() <= LONGEST_NAME && !it.ends_with('.'))
}

fn name_of(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.get("name")?.as_str())
}

/// Headlines and paragraphs of sections, in this order.
fn paragraphs(value: &Value) -> Option<String> {
    let texts: Vec<_> = match value {
        Value::String(text) => return Some(text.clone()),
        Value::Array(values) => values.iter().filter_map(paragraphs).collect(),
        Value::Object(section) => {
            let parts = ["headline", "paragraphs"].into_iter().filter_map(|it| section.get(it));
            parts.filter_map(paragraphs).collect()
        }
        _ => Vec::new(),
    };
    (!texts.is_empty()).then(|| texts.join("\n\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_into_objects_lists_and_elements() {
        let row = r#"{"a": {"b": "deep"}, "a.c": "dotted", "n": ["Anna Lind", {"name": "Bo Ek"}],
            "s": [{"paragraphs": ["Two were hurt.", "It is over."], "headline": ["After"]}], "x": "<T>Fire</T>"}"#;
        for (path, expected) in [
            ("a.b", "deep"),
            ("a.c", "dotted"),
            ("n", "Anna Lind, Bo Ek"),
            ("s", "After\n\nTwo were hurt.\n\nIt is over."),
            ("x<T>", "Fire"),
            ("x<U>", "-"),
            ("a.z", "-"),
        ] {
            assert_eq!(at(&parsed(row), path).as_deref().unwrap_or("-"), expected, "{path}");
        }
    }

    #[test]
    fn a_map_goes_before_all_other_names() {
        let map = [("text".to_owned(), "body".to_owned()), ("date".to_owned(), "when".to_owned())];
        let row =
            br#"{"maintext": "no", "body": "Two were hurt.", "title": "Fire", "date": "2031"}"#;
        let made = renamed(row, &map).expect("it is an object");
        assert_eq!(String::from_utf8_lossy(&made), r#"{"text":"Two were hurt.","title":"Fire"}"#);
        assert_eq!(renamed(b"[]", &map), None);
    }

    fn parsed(row: &str) -> Map<String, Value> {
        serde_json::from_str(row).expect("the test writes JSON")
    }
}
