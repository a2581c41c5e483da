//! Reads the rows of a data set as articles, for the evaluations.
//!
//! In: a `.jsonl` or `.jsonl.gz` file. Out: its rows, and articles made of them. A file that is not
//! there gives no rows and a word on it: an evaluation is never run on less without saying so.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use recount::annotate::{Annotated, Language, annotate};
use recount::model::{Page, PageKind};
use recount::read::read;
use serde_json::Value;

/// Returns the rows of the file at `path`; none, and a line on standard error, if it is absent.
pub(crate) fn rows(path: &Path) -> Vec<Value> {
    let Ok(file) = File::open(path) else {
        eprintln!("absent: {}", path.display());
        return Vec::new();
    };
    let zipped = path.extension().is_some_and(|it| it == "gz");
    let bytes: Box<dyn Read> =
        if zipped { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
    let lines = BufReader::new(bytes).lines().map_while(Result::ok);
    lines.filter_map(|it| serde_json::from_str(&it).ok()).collect()
}

/// Returns the string at `key`, or the empty string.
pub(crate) fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_default()
}

/// Reads a row as the product does; `None` if it holds no article.
pub(crate) fn article(row: &Value) -> Option<Annotated> {
    annotated(text(row, "id"), PageKind::JsonRow, row.to_string())
}

/// Reads a text dump as the product does; `None` if it holds no article.
pub(crate) fn dump(name: &str, text: &str) -> Option<Annotated> {
    annotated(name, PageKind::TextDump, text.to_owned())
}

fn annotated(name: &str, kind: PageKind, text: String) -> Option<Annotated> {
    let page = Page::new(name.to_owned(), kind, text.into_bytes());
    read(&page).ok().map(|it| annotate(it, &Language::default()))
}
