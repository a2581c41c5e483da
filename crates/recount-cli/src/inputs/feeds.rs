//! Gives the entries of a feed.

use std::ops::ControlFlow;

use recount::model::Page;
use recount::read;

use super::{Found, Give};
use crate::problem::Problem;

/// What a JSON Feed names as its version.
const JSON_FEED: &[u8] = b"jsonfeed.org/version/";

/// Bytes of a JSON document in which a feed says that it is one.
pub(super) const HEAD_BYTES: usize = 4096;

/// Gives the entries of a feed.
pub(super) fn entries(page: Result<Page, Problem>, give: &mut Give<'_>) -> ControlFlow<()> {
    let page = match page {
        Ok(page) => page,
        Err(problem) => return give(Found::LeftOut(problem)),
    };
    match read::feed(&page) {
        Ok(feed) => feed.pages.into_iter().map(Found::Page).try_for_each(give),
        Err(refusal) => give(Found::LeftOut(refusal.into())),
    }
}

/// Gives the entries of a JSON document that is a feed; another is left out.
pub(super) fn json(page: Result<Page, Problem>, give: &mut Give<'_>) -> ControlFlow<()> {
    match page {
        Ok(page) if !is_feed(&page.bytes) => {
            let kind = "a JSON document";
            give(Found::LeftOut(Problem::KindNotRead { name: page.name, kind }))
        }
        page => entries(page, give),
    }
}

/// Returns whether a JSON document says that it is a feed.
pub(super) fn is_feed(document: &[u8]) -> bool {
    let head = &document[..document.len().min(HEAD_BYTES)];
    head.windows(JSON_FEED.len()).any(|it| it == JSON_FEED)
}
