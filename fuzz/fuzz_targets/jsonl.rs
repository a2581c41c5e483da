//! Reads any bytes as a row of JSON Lines, and under the fields of another.
//!
//! In: a row. Out: nothing; a panic, or a block that is no part of the text, is a finding.
#![no_main]

#[path = "../whole.rs"]
mod whole;

use libfuzzer_sys::fuzz_target;
use recount::model::PageKind;

fuzz_target!(|bytes: &[u8]| {
    whole::read(PageKind::JsonRow, bytes);
    let map = [("text".to_owned(), "a.b".to_owned())];
    if let Some(row) = recount::read::renamed(bytes, &map) {
        whole::read(PageKind::JsonRow, &row);
    }
});
