//! Finds the addresses that somebody wants.
//!
//! In: what stands on the command line: addresses, and files. Out: addresses. A file is a feed, rows with
//! addresses (as `recount read` prints them), or a list with one address a line.

use std::fs::File;
use std::io::{self, Read, stdin};
use std::path::Path;

use recount::model::{Page, PageKind};
use recount::read;
use serde_json::Value;

use crate::problem::Problem;

/// Bytes of a file that are looked at: some hundred thousand addresses.
const MOST_BYTES: u64 = 64 << 20;

/// Returns the addresses that `target` leads to: itself, or those in the file of this name; `-` is standard
/// input.
pub(crate) fn wanted(target: &str) -> Result<Vec<String>, Problem> {
    if is_address(target) {
        return Ok(vec![target.to_owned()]);
    }
    let bytes = contents(target);
    let bytes = bytes.map_err(|source| Problem::Unreadable { name: target.to_owned(), source })?;
    let page = Page::new(target, PageKind::Html, bytes);
    if let Ok(feed) = read::feed(&page) {
        return Ok(feed.links);
    }
    let text = String::from_utf8_lossy(&page.bytes);
    Ok(text.lines().filter_map(in_line).collect())
}

fn contents(target: &str) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match target {
        "-" => stdin().lock().take(MOST_BYTES).read_to_end(&mut bytes)?,
        path => File::open(Path::new(path))?.take(MOST_BYTES).read_to_end(&mut bytes)?,
    };
    Ok(bytes)
}

fn in_line(line: &str) -> Option<String> {
    let line = line.trim();
    if !line.starts_with('{') {
        return is_address(line).then(|| line.to_owned());
    }
    let row: Value = serde_json::from_str(line).ok()?;
    row["url"].as_str().filter(|it| is_address(it)).map(str::to_owned)
}

fn is_address(text: &str) -> bool {
    let has =
        |scheme: &str| text.get(..scheme.len()).is_some_and(|it| it.eq_ignore_ascii_case(scheme));
    has("http://") || has("https://")
}
