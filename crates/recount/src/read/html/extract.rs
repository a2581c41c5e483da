//! Finds the report on a page, by the crate `trafilatura` (see decision 10).
//!
//! In: the tree of a page. Out: the blocks of the report; none where there is none.

use trafilatura::dom::Document;
use trafilatura::{ExtractionFocus, HtmlDateMode, Options, extract_document};

use super::blocks::{Piece, blocks};

/// Returns the report on the page.
pub(super) fn report(document: Document) -> Vec<Piece> {
    let options = Options::default()
        .with_fallback(true)
        .with_exclude_comments(true)
        .with_focus(ExtractionFocus::FavorPrecision)
        .with_html_date_mode(HtmlDateMode::Disabled);
    let found = extract_document(document, &options);
    found.map(|it| blocks(&it.content_html)).unwrap_or_default()
}
