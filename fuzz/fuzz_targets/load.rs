//! Loads any bytes as a model, and parses with what is loaded.
//!
//! In: bytes, which are tried as a file (a compact model, or an archive with a package), and as what
//! is inside of a compact model. Out: nothing; an error is the usual end, a panic is a finding.
#![no_main]

#[path = "../compact.rs"]
mod compact;

use libfuzzer_sys::fuzz_target;
use recount_nlp::Pipeline;

fuzz_target!(|bytes: &[u8]| {
    parse_with(bytes);
    if let Some(file) = compact::packed(bytes) {
        parse_with(&file);
    }
});

fn parse_with(bytes: &[u8]) {
    let file = tempfile::NamedTempFile::new().expect("there is room for a file");
    std::fs::write(file.path(), bytes).expect("there is room for a file");
    if let Ok(pipeline) = Pipeline::load(file.path()) {
        for text in
            ["", "Two guards were freed in Zavodsk on Sunday. Police said so.", "A\n\nB (c)"]
        {
            let _ = pipeline.parse(text);
        }
    }
}
