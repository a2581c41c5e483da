//! Reads the saved pages of the data set as the product does.
//!
//! In: the folder of the set. Out: a row of gold for each page, and the article we make of it. What is
//! absent is passed over with a word on it.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::time::{Duration, Instant};

use flate2::read::MultiGzDecoder;
use recount::model::{Article, Date, Page, PageKind, Role};
use recount::read::{ReadError, read, sorted};
use serde_json::Value;

use super::dump_gold::{Dump, dumps};
use crate::rows::{rows, text};

/// A page with its gold.
pub(crate) struct Saved {
    pub(crate) gold: Value,
    pub(crate) article: Result<Article, ReadError>,
    pub(crate) took: Duration,
    /// The page as text, in several styles.
    pub(crate) dumps: Vec<Dump>,
}

/// Returns the pages under `folder`.
pub(crate) fn pages(folder: &Path) -> Vec<Saved> {
    let gold = rows(&folder.join("gold.jsonl.gz")).into_iter();
    let mut pages: Vec<Saved> = gold.filter_map(|gold| saved(folder, gold)).collect();
    remember(&mut pages);
    pages
}

/// Puts in the place of each article what becomes of it in a batch, where pages of one site are compared.
fn remember(pages: &mut [Saved]) {
    let read = pages.iter().filter_map(|it| it.article.clone().ok()).map(Ok).collect();
    for article in sorted(read).0 {
        let same = |it: &&mut Saved| it.article.as_ref().is_ok_and(|it| it.name == article.name);
        if let Some(page) = pages.iter_mut().find(same) {
            page.article = Ok(article);
        }
    }
}

fn saved(folder: &Path, gold: Value) -> Option<Saved> {
    let mut bytes = Vec::new();
    let file = File::open(folder.join(text(&gold, "file"))).ok()?;
    MultiGzDecoder::new(file).read_to_end(&mut bytes).ok()?;
    let html = String::from_utf8_lossy(&bytes).into_owned();
    let page = Page::new(text(&gold, "file").to_owned(), PageKind::Html, bytes);
    let start = Instant::now();
    let article = read(&page);
    let took = start.elapsed();
    let dumps = dumps(&gold, &html, article.as_ref().ok());
    Some(Saved { gold, article, took, dumps })
}

/// Returns the paragraphs of the report: what is neither headline, caption nor furniture.
pub(crate) fn paragraphs_of(article: &Article) -> Vec<&str> {
    let told = article.blocks.iter().filter(|it| matches!(it.role, Role::Body | Role::Standfirst));
    told.map(|it| &article.text[it.start..it.end]).collect()
}

impl Saved {
    /// Returns the day of publication; of a page without a report the one that its note tells.
    pub(crate) fn published(&self) -> Option<&Date> {
        match &self.article {
            Ok(article) => article.published.as_ref(),
            Err(ReadError::NoReport { told, .. }) => told.published.as_ref(),
            Err(_) => None,
        }
    }

    pub(crate) fn set(&self) -> &str {
        text(&self.gold, "set")
    }

    /// Returns the paragraphs of the report: what is neither headline, caption nor furniture.
    pub(crate) fn paragraphs(&self) -> Vec<&str> {
        self.article.as_ref().map(paragraphs_of).unwrap_or_default()
    }

    /// Returns the paragraphs without the standfirst, which the gold of `aeb` leaves out.
    pub(crate) fn body_alone(&self) -> String {
        let Ok(article) = &self.article else { return String::new() };
        let told = article.blocks.iter().filter(|it| it.role == Role::Body);
        told.map(|it| &article.text[it.start..it.end]).collect::<Vec<_>>().join("\n")
    }

    pub(crate) fn body(&self) -> String {
        self.paragraphs().join("\n")
    }

    /// Returns the strings that the gold lists under `key`.
    pub(crate) fn list(&self, key: &str) -> Vec<&str> {
        self.gold[key].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
    }

    pub(crate) fn gold(&self, key: &str) -> Option<&str> {
        Some(text(&self.gold, key).trim()).filter(|it| !it.is_empty())
    }
}
