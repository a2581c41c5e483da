//! Reads a page and checks what an article of any page has to be.
//!
//! In: bytes. Out: nothing; blocks that overlap, or are no part of the text, are a finding.

use recount::model::{Page, PageKind};

pub fn read(kind: PageKind, bytes: &[u8]) {
    let Ok(article) = recount::read::read(&Page::new("page", kind, bytes)) else { return };
    let mut end = 0;
    for block in &article.blocks {
        assert!(end <= block.start && article.text.get(block.start..block.end).is_some());
        end = block.end;
    }
}
