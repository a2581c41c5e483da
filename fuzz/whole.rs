//! Reads a page, or the reports in a file that holds several, and checks what an article of any page has to be.
//!
//! In: bytes. Out: nothing; blocks that overlap, or are no part of the text, are a finding.

use recount::model::{Page, PageKind};

pub fn read(kind: PageKind, bytes: &[u8]) {
    for page in recount::read::parts(Page::new("page", kind, bytes)) {
        let Ok(article) = recount::read::read(&page) else { continue };
        let mut end = 0;
        for block in &article.blocks {
            assert!(end <= block.start && article.text.get(block.start..block.end).is_some());
            end = block.end;
        }
    }
}
