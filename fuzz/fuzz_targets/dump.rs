//! Reads any bytes as a text dump, and as a file that may hold several.
//!
//! In: a dump. Out: nothing; a panic, or a block that is no part of the text, is a finding.
#![no_main]

#[path = "../whole.rs"]
mod whole;

use libfuzzer_sys::fuzz_target;
use recount::model::PageKind;

fuzz_target!(|bytes: &[u8]| whole::read(PageKind::TextDump, bytes));
