//! Reads a JSON row: a text that somebody extracted, with what they knew of it.
//!
//! In: one JSON object, with our names of fields or those of a tool we know. Out: an article whose text is
//! the row's `text`, or is read from its `html`; a row with no more than a title and an address is a stub.
//! What the row says goes before what the text says; fields we do not know are passed over.

use super::facts::facts;
use super::layout::{Hints, Manner, layout};
use super::row::Row;
use super::text_dump::{language_of, unread};
use super::{ReadError, html, mend, wrapped};
use crate::model::{Article, Flag, Outlet, Page};

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
        byline: row.byline().or(facts.byline),
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
    row.put_into(&mut article);
    Ok(article)
}
