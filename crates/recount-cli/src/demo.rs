//! The reports of `recount demo`: files under `demo/`, compiled in.
//!
//! They are fictitious: places, people and outlets are made up. To add one, put the file there and
//! its name here; a test tells when the two differ.

use recount::model::{Page, PageKind};

/// Writes the list of names and bytes, so that a missing file is an error of the compiler.
macro_rules! reports {
    ($($name:literal)*) => {
        &[$(($name, include_bytes!(concat!("../demo/", $name)))),*]
    };
}

const REPORTS: &[(&str, &[u8])] = reports! {
    "depot-1-northern-ledger.txt"
    "depot-2-harbour-post.txt"
    "depot-3-daily-meridian.txt"
    "depot-4-evening-courier.txt"
    "depot-5-untitled.txt"
    "ferry-1-island-observer.txt"
    "ferry-2-pacific-wire.txt"
    "reports.jsonl"
    "silo-1-prairie-sentinel.txt"
};

/// Returns the pages of the reports: a text dump is one, JSON Lines are one a row.
pub(crate) fn pages() -> Vec<Page> {
    REPORTS.iter().flat_map(|(name, bytes)| pages_of(name, bytes)).collect()
}

fn pages_of(name: &str, bytes: &[u8]) -> Vec<Page> {
    if name.ends_with(".txt") {
        return vec![Page::new(name, PageKind::TextDump, bytes)];
    }
    let rows = bytes.split(|byte| *byte == b'\n').enumerate().filter(|(_, row)| !row.is_empty());
    let page = |(at, row): (usize, &[u8])| {
        let name = format!("{name}:{}", at + 1);
        Page::new(name, PageKind::JsonRow, row)
    };
    rows.map(page).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn every_file_of_the_demo_is_compiled_in() {
        let folder = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/demo"));
        let entries = folder.expect("the folder is beside the source");
        let name = |it: fs::DirEntry| it.file_name().to_string_lossy().into_owned();
        let mut found: Vec<_> = entries.map(|it| name(it.expect("a file"))).collect();
        found.sort();
        let listed: Vec<_> = REPORTS.iter().map(|(name, _)| *name).collect();
        assert_eq!(listed, found, "the list in demo.rs is not the folder");
    }
}
