//! Reads a page: bytes become an article with blocks, outlet and dates.
//!
//! In: a [`Page`]. Out: an [`Article`], with notes on what could not be made out; an error only where
//! the page holds no text at all. Furniture is classified and kept, never treated as text; a date is
//! unknown rather than guessed.

mod agencies;
mod as_of;
mod byline;
mod charset;
mod credits;
mod date_parts;
mod dateline;
mod decode;
mod facts;
mod feed;
mod furniture;
mod html;
mod json_row;
mod language;
mod layout;
mod lines;
mod links;
mod marks;
mod mend;
mod naming;
mod outlets;
mod parts;
mod preface;
mod published;
mod recurring;
mod row;
mod row_fields;
mod site_suffix;
mod tags;
mod text_dump;
mod wrapped;

pub use agencies::{Agency, agencies, agency};
pub use as_of::{Known, known_by};
pub use feed::{Feed, feed};
pub use outlets::{KnownOutlet, outlet_by_host, outlet_by_name, outlets};
pub use parts::parts;
pub use row_fields::{gkg_columns, renamed, row_fields};

use std::collections::BTreeSet;
use std::fmt;

use sha2::{Digest, Sha256};

use crate::model::{Article, ArticleId, Date, Flag, Outlet, Page, PageKind, Sent};

/// Hexadecimal digits of the hash that name an article: 64 bits, so that among a hundred million
/// articles two of one id are not to be expected.
const ID_DIGITS: usize = 16;

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
    #[error("{page} has no `text` and no `html`")]
    NoText { page: String },
    #[error("{page} holds no report: {reason}{told}")]
    NoReport { page: String, reason: &'static str, told: Box<Told> },
    #[error("{page} is no feed: {reason}")]
    NoFeed { page: String, reason: String },
}

/// What a page without a report says of itself, so that somebody may look whether it matters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// Its title, if it has one.
    pub title: Option<String>,
    /// The day of its publication.
    pub published: Option<Date>,
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.title, &self.published) {
            (Some(title), Some(day)) => write!(f, " (“{title}”, {day})"),
            (Some(title), None) => write!(f, " (“{title}”)"),
            (None, Some(day)) => write!(f, " ({day})"),
            (None, None) => Ok(()),
        }
    }
}

impl ReadError {
    /// Returns in a few words what was wrong, for counts.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Empty { .. } => "empty",
            Self::Binary { .. } => "not text",
            Self::BadRow { .. } => "rows that are no JSON objects",
            Self::NoText { .. } => "rows without a text",
            Self::NoReport { reason, .. } => reason,
            Self::NoFeed { .. } => "no feeds",
        }
    }

    /// Returns the name of the page that gave no article.
    #[must_use]
    pub fn page(&self) -> &str {
        match self {
            Self::Empty { page }
            | Self::Binary { page }
            | Self::BadRow { page, .. }
            | Self::NoText { page }
            | Self::NoReport { page, .. }
            | Self::NoFeed { page, .. } => page,
        }
    }
}

/// Reads one page.
///
/// # Errors
/// If the page holds no text.
pub fn read(page: &Page) -> Result<Article, ReadError> {
    let article = match page.kind {
        PageKind::TextDump => text_dump::article(page, id_of(Sha256::new_with_prefix(&page.bytes))),
        PageKind::Html => html::article(page, id_of(Sha256::new_with_prefix(&page.bytes))),
        PageKind::JsonRow => json_row::article(page),
    };
    article.map(|article| with_sent(article, &page.sent))
}

/// Adds what came with the page; what the page says goes before it.
fn with_sent(mut article: Article, sent: &Sent) -> Article {
    if article.url.is_none() {
        article.url.clone_from(&sent.url);
        let url = article.url.as_deref();
        let named = |it: &Outlet| it.basis != "furniture";
        if !article.outlet.as_ref().is_some_and(named) {
            article.outlet = url.and_then(outlets::outlet_at).or(article.outlet);
        }
        article.published = article.published.or_else(|| html::day_in_address(url?));
    }
    let stub = sent.notes.iter().any(|it| it == feed::STUB);
    if stub && !is_stub(&article) {
        article.flags.push(Flag::Stub);
    }
    article.notes.splice(0..0, sent.notes.iter().cloned());
    article
}

/// Returns whether an article is no more than a summary or a title, with the address of its report.
#[must_use]
pub fn is_stub(article: &Article) -> bool {
    article.flags.contains(&Flag::Stub)
}

/// Parts what was read from what was refused.
///
/// Articles come by date of publication, undated ones last, and then by id; of two with one id the one
/// with the smaller name stays. Paragraphs that recur on the pages of one site become furniture. Refusals
/// come by the name of their page.
#[must_use]
pub fn sorted(read: Vec<Result<Article, ReadError>>) -> (Vec<Article>, Vec<ReadError>) {
    let (mut articles, mut refused) = (Vec::new(), Vec::new());
    for result in read {
        match result {
            Ok(article) => articles.push(article),
            Err(refusal) => refused.push(refusal),
        }
    }
    articles.sort_by(|one, other| one.name.cmp(&other.name));
    let mut known = BTreeSet::new();
    articles.retain(|it| known.insert(it.id.clone()));
    articles.sort_by_cached_key(|it| {
        let start = it.published.as_ref().map(|date| date.start);
        (start.is_none(), start, it.id.clone())
    });
    recurring::mark(&mut articles);
    refused.sort_by(|one, other| {
        (one.page(), one.to_string()).cmp(&(other.page(), other.to_string()))
    });
    (articles, refused)
}

fn id_of(hash: Sha256) -> ArticleId {
    let hex: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    ArticleId(hex[..ID_DIGITS].to_owned())
}

#[cfg(test)]
mod tests;
