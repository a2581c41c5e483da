//! Reads tab-separated files, plain or compressed.
//!
//! In: a path. Out: its rows as cells. Comments are skipped, and so is a head that names columns.

use std::fs::File;
use std::io::{Read, Result};
use std::path::Path;

use flate2::read::GzDecoder;

/// Returns the rows of the file at `path`; `.gz` is unpacked.
pub(crate) fn rows(path: &Path) -> Result<Vec<Vec<String>>> {
    let text = text(path)?;
    let head = |line: &str| ["geonameid\t", "ISO\t"].iter().any(|it| line.starts_with(it));
    let told = text.lines().filter(|it| !it.starts_with('#') && !head(it) && !it.is_empty());
    Ok(told.map(|line| line.split('\t').map(str::to_owned).collect()).collect())
}

/// Returns the lines of the file at `path` as JSON; lines that are none are left out.
pub(crate) fn lines(path: &Path) -> Result<Vec<serde_json::Value>> {
    let text = text(path)?;
    Ok(text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
}

/// Returns the text of the file at `path`; `.gz` is unpacked.
pub(crate) fn text(path: &Path) -> Result<String> {
    let mut text = String::new();
    let mut file = File::open(path)?;
    if path.extension().is_some_and(|it| it == "gz") {
        GzDecoder::new(file).read_to_string(&mut text)?;
    } else {
        file.read_to_string(&mut text)?;
    }
    Ok(text)
}
