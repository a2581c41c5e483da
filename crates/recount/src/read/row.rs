//! What somebody wrote down of a text: the fields of a row, or of the preface of a file.
//!
//! In: a JSON object, with our names of fields or those of a tool we know. Out: its fields, and an article
//! in which they stand in the place of what the page says.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::decode::decode;
use super::outlets::{outlet_at, outlet_of_host};
use super::row_fields::{self, Tool};
use super::{ReadError, id_of, mend, published, tags};
use crate::model::{Article, ArticleId, Date, Outlet, Page};

/// The fields that make the content of a row; its id is their hash, whatever their order and spacing.
const HASHED: [&str; 5] = ["text", "title", "date", "url", "id"];

/// The fields of a row, and the tool that wrote them.
#[derive(Debug)]
pub(super) struct Row {
    fields: Map<String, Value>,
    tool: Option<&'static Tool>,
}

impl Row {
    /// Reads the JSON of a page.
    pub(super) fn parse(page: &Page) -> Result<Self, ReadError> {
        let bad = |reason: String| ReadError::BadRow { page: page.name.clone(), reason };
        let decoded =
            decode(&page.bytes).ok_or_else(|| ReadError::Binary { page: page.name.clone() })?;
        match serde_json::from_str(decoded.text.trim()) {
            Ok(Value::Object(fields)) => Ok(Self { tool: row_fields::tool(&fields), fields }),
            Ok(_) => Err(bad("it is another JSON value".to_owned())),
            Err(fault) => Err(bad(fault.to_string())),
        }
    }

    /// Makes a row of fields with our names.
    pub(super) fn of(fields: Map<String, Value>) -> Self {
        Self { fields, tool: None }
    }

    /// Returns a field that holds a text or a number; empty texts count as missing.
    pub(super) fn string(&self, field: &str) -> Option<String> {
        row_fields::field(&self.fields, self.tool, field)
    }

    pub(super) fn title(&self) -> Option<String> {
        let title = mend::mend(self.string("title")?).text.trim().to_owned();
        (!title.is_empty()).then_some(title)
    }

    pub(super) fn tags(&self) -> Vec<String> {
        self.string("tags").map(|it| tags::parted([it.as_str()])).unwrap_or_default()
    }

    /// Returns the hash of the fields that make the content.
    pub(super) fn id(&self) -> ArticleId {
        let mut hash = Sha256::new();
        for field in HASHED {
            let html = || self.string("html").filter(|_| field == "text");
            let value = self.string(field).or_else(html).unwrap_or_default();
            hash.update((value.len() as u64).to_le_bytes());
            hash.update(value);
        }
        id_of(hash)
    }

    /// Returns the date of the row, or a note on one that was not understood.
    pub(super) fn date(&self) -> (Option<Date>, Option<String>) {
        let Some(value) = self.string("date") else { return (None, None) };
        match published::field(&value) {
            Some(date) => (Some(date), None),
            None => (None, Some(format!("the date {value:?} was not understood"))),
        }
    }

    pub(super) fn outlet(&self) -> Option<Outlet> {
        let given = self.string("outlet").map(|name| Outlet { name, basis: "input".to_owned() });
        let host = || self.string("host").map(|it| outlet_of_host(&it));
        given.or_else(host).or_else(|| outlet_at(&self.string("url")?))
    }

    /// Puts what the row says in the place of what the page says.
    pub(super) fn put_into(&self, article: &mut Article) {
        let (date, note) = self.date();
        let title = self.title();
        article.headline_apart |= title.is_some();
        article.headline = title.or(article.headline.take());
        article.url = self.string("url").or(article.url.take());
        article.outlet = self.outlet().or(article.outlet.take());
        article.byline = self.byline().or(article.byline.take());
        article.published = date.or(article.published.take());
        article.section = self.string("section").or(article.section.take());
        let tags = self.tags();
        article.tags = if tags.is_empty() { std::mem::take(&mut article.tags) } else { tags };
        article.notes.extend(note);
    }

    /// Returns the authors.
    pub(super) fn byline(&self) -> Option<String> {
        self.string("byline").or_else(|| self.string("author"))
    }
}
