//! Reads a text dump: a page whose markup is lost.
//!
//! In: bytes. Out: an article whose text is the whole file, furniture included, so that offsets are
//! those of the file; marks of Markdown are spaces in it. What cannot be told from the file stays unknown.

use super::facts::facts;
use super::layout::{Hints, Layout, Manner, layout};
use super::lines::LONGEST_LINE;
use super::marks::{self, Blanked};
use super::{ReadError, charset, language, preface, published, site_suffix, wrapped};
use crate::model::{Article, ArticleId, Outlet, Page, Role};

/// Reads a text dump.
pub(super) fn article(page: &Page, id: ArticleId) -> Result<Article, ReadError> {
    let decoded =
        charset::text(page).ok_or_else(|| ReadError::Binary { page: page.name.clone() })?;
    let Blanked { text, note: marked, headings } = marks::blanked(decoded.text);
    let preface = preface::preface(&text);
    let end = preface.as_ref().map_or(0, |it| it.end);
    let title = preface.as_ref().and_then(|it| it.row.title());
    let text = joined_after(end, text);
    let hints = Hints { title: title.as_deref(), headings: &headings, preface: end };
    let layout = layout(&text, hints, Manner::Dump);
    if layout.lines.is_empty() {
        return Err(ReadError::Empty { page: page.name.clone() });
    }
    let facts = facts(&layout, None);
    let (headline, named_by_title) = title_of(&layout);
    let notes = [decoded.note, marked, unread(&layout)].into_iter().flatten();
    let mut article = Article {
        outlet: named_by_title
            .or(facts.outlet)
            .map(|name| Outlet { name, basis: "furniture".to_owned() }),
        byline: facts.byline,
        dateline: facts.dateline,
        credits: facts.credits,
        language: language_of(&layout).to_owned(),
        published: facts.published,
        modified: facts.modified,
        headline,
        blocks: layout.blocks(),
        notes: notes.collect(),
        ..Article::bare(id, page.name.clone(), text)
    };
    preface.iter().for_each(|it| it.row.put_into(&mut article));
    Ok(article)
}

/// Joins the broken lines below the preface, each of whose lines stands for itself.
fn joined_after(preface: usize, text: String) -> String {
    match wrapped::joined(&text[preface..]) {
        Some(joined) => format!("{}{joined}", &text[..preface]),
        None => text,
    }
}

/// Returns the language of the report, or of the whole page if no line is one of a report.
pub(super) fn language_of(layout: &Layout<'_>) -> &'static str {
    let sample: Vec<_> = layout.of(Role::Body).take(SAMPLE_LINES).collect();
    let page = || layout.lines.iter().take(SAMPLE_LINES).map(|it| it.text).collect();
    let sample = if sample.is_empty() { page() } else { sample };
    language::language(&sample.join("\n"))
}

/// Lines that the language is told by.
const SAMPLE_LINES: usize = 20;

/// Returns the notes on lines that were left unread.
pub(super) fn unread(layout: &Layout<'_>) -> Option<String> {
    let oversized = layout.lines.iter().find(|it| it.text.len() > LONGEST_LINE)?;
    Some(format!(
        "a line of {} bytes was not read: the limit is {LONGEST_LINE}",
        oversized.text.len()
    ))
}

/// `Ferry siege ends | The Norrvik Herald` names its outlet; dates in the same line are no title.
fn title_of(layout: &Layout<'_>) -> (Option<String>, Option<String>) {
    let Some(line) = layout.title.map(|it| layout.lines[it].text) else { return (None, None) };
    let dated = published::date_line(line).filter(|it| it.labelled && it.start > 0);
    let title = dated.map_or(line, |it| line[..it.start].trim_end());
    match site_suffix::parted(title) {
        Some((title, outlet)) => (Some(title.to_owned()), Some(outlet.to_owned())),
        None => (Some(title.to_owned()), None),
    }
}
