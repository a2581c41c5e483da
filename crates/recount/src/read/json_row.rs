//! Reads a JSON row: a text that somebody extracted, with what they knew of it.
//!
//! In: one JSON object, with our names of fields or those of a tool we know. Out: an article whose text is
//! the row's `text`, or is read from its `html`; a row with no more than a title and an address is a stub.
//! What the row says goes before what the text says; fields we do not know are passed over.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::decode::decode;
use super::facts::facts;
use super::layout::{Hints, Manner, layout};
use super::outlets::{outlet_at, outlet_of_host};
use super::row_fields::{self, Tool};
use super::text_dump::{language_of, unread};
use super::{ReadError, html, id_of, mend, published, tags, wrapped};
use crate::model::{Article, ArticleId, Flag, Outlet, Page};

/// The fields that make the content of a row; its id is their hash, whatever their order and spacing.
const HASHED: [&str; 5] = ["text", "title", "date", "url", "id"];

/// Reads a JSON row.
pub(super) fn article(page: &Page) -> Result<Article, ReadError> {
    let row = Row::parse(page)?;
    let filled = |field| row.string(field).filter(|it| !it.trim().is_empty());
    match (filled("text"), filled("html")) {
        (Some(text), _) => Ok(of_text(&row, page, text, None)),
        (None, Some(html)) => of_html(&row, page, &html),
        (None, None) if filled("title").is_some() && filled("url").is_some() => {
            Ok(of_text(&row, page, String::new(), Some(STUB.to_owned())))
        }
        (None, None) => Err(ReadError::NoText { page: page.name.clone() }),
    }
}

/// What the reader of the record should know of a row without text.
const STUB: &str = "only the title and the address are given: the report stands there";

fn of_text(row: &Row, page: &Page, text: String, stub: Option<String>) -> Article {
    let mended = mend::mend(text);
    let text = wrapped::joined(&mended.text).unwrap_or(mended.text);
    let title = row.title();
    let url = row.string("url");
    let layout = layout(
        &text,
        Hints { title: title.as_deref().or(Some("")), ..Hints::default() },
        Manner::Extracted,
    );
    let facts = facts(&layout, url.as_deref());
    let (date, note) = row.date();
    let outlet = row
        .outlet()
        .or_else(|| Some(Outlet { name: facts.outlet?, basis: "furniture".to_owned() }));
    Article {
        id: row.id(),
        name: row.string("id").unwrap_or_else(|| page.name.clone()),
        outlet,
        byline: row.string("byline").or_else(|| row.string("author")).or(facts.byline),
        dateline: facts.dateline,
        credits: facts.credits,
        language: language_of(&layout).to_owned(),
        published: date.or(facts.published),
        modified: facts.modified,
        section: row.string("section"),
        tags: row.tags(),
        flags: stub.iter().map(|_| Flag::Stub).collect(),
        headline_apart: title.is_some(),
        headline: title,
        blocks: layout.blocks(),
        notes: stub.into_iter().chain(mended.note).chain(note).chain(unread(&layout)).collect(),
        url,
        text,
    }
}

/// Reads the page that a row holds; what the row says of it goes before what the page says.
fn of_html(row: &Row, page: &Page, html: &str) -> Result<Article, ReadError> {
    let name = row.string("id").unwrap_or_else(|| page.name.clone());
    let mut article = html::read(html, &name, row.id())?;
    let (date, note) = row.date();
    let title = row.title();
    article.headline_apart |= title.is_some();
    article.headline = title.or(article.headline);
    article.url = row.string("url").or(article.url);
    article.outlet = row.outlet().or(article.outlet);
    article.byline = row.string("byline").or_else(|| row.string("author")).or(article.byline);
    article.published = date.or(article.published);
    article.section = row.string("section").or(article.section);
    let tags = row.tags();
    article.tags = if tags.is_empty() { article.tags } else { tags };
    article.notes.extend(note);
    Ok(article)
}

/// The fields of a row, and the tool that wrote them.
struct Row {
    fields: Map<String, Value>,
    tool: Option<&'static Tool>,
}

impl Row {
    fn parse(page: &Page) -> Result<Self, ReadError> {
        let bad = |reason: String| ReadError::BadRow { page: page.name.clone(), reason };
        let decoded =
            decode(&page.bytes).ok_or_else(|| ReadError::Binary { page: page.name.clone() })?;
        match serde_json::from_str(decoded.text.trim()) {
            Ok(Value::Object(fields)) => Ok(Self { tool: row_fields::tool(&fields), fields }),
            Ok(_) => Err(bad("it is another JSON value".to_owned())),
            Err(fault) => Err(bad(fault.to_string())),
        }
    }

    /// Returns a field that holds a text or a number; empty texts count as missing.
    fn string(&self, field: &str) -> Option<String> {
        row_fields::field(&self.fields, self.tool, field)
    }

    fn title(&self) -> Option<String> {
        let title = mend::mend(self.string("title")?).text.trim().to_owned();
        (!title.is_empty()).then_some(title)
    }

    fn tags(&self) -> Vec<String> {
        self.string("tags").map(|it| tags::parted([it.as_str()])).unwrap_or_default()
    }

    /// Returns the hash of the fields that make the content.
    fn id(&self) -> ArticleId {
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
    fn date(&self) -> (Option<crate::model::Date>, Option<String>) {
        let Some(value) = self.string("date") else { return (None, None) };
        match published::field(&value) {
            Some(date) => (Some(date), None),
            None => (None, Some(format!("the date {value:?} was not understood"))),
        }
    }

    fn outlet(&self) -> Option<Outlet> {
        let given = self.string("outlet").map(|name| Outlet { name, basis: "input".to_owned() });
        let host = || self.string("host").map(|it| outlet_of_host(&it));
        given.or_else(host).or_else(|| outlet_at(&self.string("url")?))
    }
}
