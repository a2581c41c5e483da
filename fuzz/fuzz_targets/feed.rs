//! Reads any bytes as a feed, and each of its entries.
//!
//! In: a feed. Out: nothing; a panic, or an entry that is larger than the feed has bytes for, is a finding.
#![no_main]

#[path = "../whole.rs"]
mod whole;

use libfuzzer_sys::fuzz_target;
use recount::model::{Page, PageKind};

/// What escaping as JSON, and the names of the fields, may add to a byte of the feed.
const GROWTH: usize = 200;

fuzz_target!(|bytes: &[u8]| {
    let Ok(feed) = recount::read::feed(&Page::new("feed", PageKind::Html, bytes)) else { return };
    let size: usize = feed.pages.iter().map(|it| it.bytes.len()).sum();
    assert!(size <= GROWTH * (bytes.len() + 1));
    feed.pages.iter().for_each(|it| whole::read(it.kind, &it.bytes));
});
