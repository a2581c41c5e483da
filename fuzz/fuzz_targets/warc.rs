//! Reads any bytes as an archive, as a page saved as MHTML, and as a WACZ file.
//!
//! In: an archive. Out: nothing; a panic, or a body above the limit, is a finding.
#![no_main]

use std::io::Cursor;
use std::ops::ControlFlow;

use libfuzzer_sys::fuzz_target;
use recount_archive::{Found, Source, Warc, page_of_mhtml, response, warcs};

const LIMIT: usize = 1 << 20;

fuzz_target!(|bytes: &[u8]| {
    records(Box::new(bytes));
    let _ = page_of_mhtml(bytes);
    let _ = warcs(Cursor::new(bytes), |_, within| {
        records(within);
        ControlFlow::Continue(())
    });
});

fn records(bytes: Source<'_>) {
    let Ok(mut archive) = Warc::new(bytes, LIMIT) else { return };
    while let Some(found) = archive.next(|_| true) {
        let Found::Record(record) = found else { continue };
        assert!(record.block.len() <= LIMIT);
        if let Some(Ok(body)) = response(&record.block).map(|it| it.body(LIMIT)) {
            assert!(body.bytes.len() <= LIMIT);
        }
    }
}
