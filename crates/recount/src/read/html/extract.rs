//! Finds the report on a page, by the crate `trafilatura` (see decision 10).
//!
//! In: the tree of a page, and whether it is a blog. Out: the blocks of the report; none where there is none.

use trafilatura::dom::Document;
use trafilatura::{ExtractionFocus, HtmlDateMode, Options, extract_document};

use super::blocks::{Piece, blocks};
use super::complete::complete;

/// Returns the report on the page. What is not said to be a blog is read in the precise manner, which
/// takes less of what stands around the report; blogs lose text by it.
pub(super) fn report(document: &Document, blog: bool) -> Vec<Piece> {
    let focus = if blog { ExtractionFocus::Balanced } else { ExtractionFocus::FavorPrecision };
    let options = Options::default()
        .with_fallback(true)
        .with_exclude_comments(true)
        .with_focus(focus)
        .with_html_date_mode(HtmlDateMode::Disabled);
    let found = extract_document(document.clone_document(), &options);
    found.map(|it| complete(document, blocks(&it.content_html))).unwrap_or_default()
}
