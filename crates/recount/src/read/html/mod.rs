//! Reads a saved HTML page.
//!
//! In: a page, as it was saved. Out: an article whose text is the report, a block a line; what belongs
//! to other stories or to the site is left out. A page that holds no report is refused. The same stages
//! follow as for a text that somebody else extracted.

mod author_marks;
mod authors;
mod blocks;
mod class_words;
mod complete;
mod day;
mod extract;
mod furniture;
mod head;
mod linked;
mod live;
mod loose_json;
mod markup;
mod published;
mod refusal;
mod saved;
mod site;
mod standfirst;
mod subject;
mod title;
mod trackback;

use trafilatura::dom::Document;

use super::credits::{Marks, credits};
use super::facts::{Facts, facts};
use super::layout::{Hints, Layout, Manner, layout};
use super::text_dump::{language_of, unread};
use super::{ReadError, Told, charset, mend};
use crate::model::{Article, ArticleId, Block, Date, Flag, Page, Role};
use blocks::{Mark, Piece};
use head::Head;

/// Reads a page of HTML.
pub(super) fn article(page: &Page, id: ArticleId) -> Result<Article, ReadError> {
    let decoded =
        charset::text(page).ok_or_else(|| ReadError::Binary { page: page.name.clone() })?;
    let html = mend::without_unseen_entities(decoded.text);
    let mut article = read(&html, &page.name, id)?;
    article.notes.splice(0..0, decoded.note);
    Ok(article)
}

/// Returns the day that an address names.
pub(super) fn day_in_address(url: &str) -> Option<Date> {
    published::in_address(url)
}

/// Returns the words of a piece of HTML, a block a line.
pub(super) fn words(fragment: &str) -> String {
    let blocks = blocks::blocks(&markup::bounded(fragment).html);
    blocks.into_iter().map(|it| it.text).collect::<Vec<_>>().join("\n\n")
}

/// Reads the text of a page called `name`.
pub(super) fn read(html: &str, name: &str, id: ArticleId) -> Result<Article, ReadError> {
    if html.trim().is_empty() {
        return Err(ReadError::Empty { page: name.to_owned() });
    }
    let markup = markup::bounded(html);
    let mut document = Document::parse(&markup.html);
    let trackback = trackback::day(html).map(str::to_owned);
    let head = Head { trackback, ..head::head(&document) };
    furniture::remove(&mut document);
    let found = extract::report(&document, is_blog(&head));
    let pieces = standfirst::with_standfirst(&head, &document, found);
    let pieces = live::entries(&head, &document, pieces);
    let url = site::url(&head).or_else(|| saved::address(html));
    let headline = title::title(&head, &site::names(&head, url.as_deref()));
    if let Some(reason) = refusal::reason(&head, headline.as_deref(), &pieces) {
        let told = Told { published: day::marked(&head, url.as_deref()), title: headline };
        let told = Box::new(told);
        return Err(ReadError::NoReport { page: name.to_owned(), reason, told });
    }
    let mut article = told(&head, (url, headline), &pieces, name, id);
    article.flags = flags(&head, &pieces);
    article.notes.extend(notes(&article.flags, &pieces));
    article.notes.extend(markup.cut.then(|| CUT.to_owned()));
    Ok(article)
}

/// An article that says it is one, and not one of news.
fn is_blog(head: &Head) -> bool {
    head.linked.as_ref().is_some_and(|it| it.is_article() && !it.news)
}

const CUT: &str = "the page is too long or too deeply nested: a part of its markup was not read";

/// Makes the article of the report and of what the markup says.
fn told(
    head: &Head,
    (url, headline): (Option<String>, Option<String>),
    pieces: &[Piece],
    name: &str,
    id: ArticleId,
) -> Article {
    let outlet = site::outlet(head, url.as_deref());
    let text = pieces.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join("\n\n");
    let layout = layout(
        &text,
        Hints { title: headline.as_deref().or(Some("")), ..Hints::default() },
        Manner::Page,
    );
    let facts = facts(&layout, url.as_deref());
    let authors = authors::authors(head, outlet.as_ref().map(|it| it.name.as_str()));
    Article {
        byline: if authors.is_empty() { facts.byline.clone() } else { Some(authors.join(", ")) },
        dateline: facts.dateline.clone(),
        credits: credited(head, &facts),
        language: language(&layout, head),
        published: day::of_article(head, &facts, url.as_deref()),
        modified: published::modified(head).or_else(|| facts.modified.clone()),
        section: subject::section(head),
        tags: subject::tags(head),
        headline_apart: headline.is_some(),
        blocks: marked(&layout, pieces),
        notes: unread(&layout).into_iter().collect(),
        headline,
        outlet,
        url,
        ..Article::bare(id, name.to_owned(), text)
    }
}

/// What the page says of itself, and how much was found on it.
fn flags(head: &Head, pieces: &[Piece]) -> Vec<Flag> {
    let says = |told: fn(&linked::Linked) -> bool| head.linked.as_ref().is_some_and(told);
    let flags = [
        says(|it| it.live).then_some(Flag::LiveBlog),
        says(|it| it.closed).then_some(Flag::Paywall),
        (words_of(pieces) < SHORT_WORDS).then_some(Flag::ShortText),
    ];
    flags.into_iter().flatten().collect()
}

/// What the reader of the record should know of such a page.
fn notes(flags: &[Flag], pieces: &[Piece]) -> Vec<String> {
    let is = |flag| flags.contains(&flag);
    let live =
        is(Flag::LiveBlog).then_some("a live blog: entries of different times stand in one text");
    let closed = is(Flag::Paywall) && words_of(pieces) < OPEN_WORDS;
    let short = match () {
        () if closed => {
            Some("only subscribers may read the whole: the text is perhaps its beginning")
        }
        () if is(Flag::ShortText) => Some("hardly any text was found on the page"),
        () => None,
    };
    [live, short].into_iter().flatten().map(str::to_owned).collect()
}

fn words_of(pieces: &[Piece]) -> usize {
    pieces.iter().map(|it| it.text.split(' ').count()).sum()
}

/// Words from which a report for subscribers is taken to be whole: three paragraphs; not measured.
const OPEN_WORDS: usize = 200;

/// Words below which a report is noted as short; the shortest of the 349 with gold in `eval/read.md` has 42.
const SHORT_WORDS: usize = 40;

/// Agencies that the report credits, and those that the page names as its authors.
fn credited(head: &Head, facts: &Facts) -> Vec<String> {
    let linked = head.linked.iter().flat_map(|it| it.authors.iter().map(String::as_str));
    let lines = linked.chain(head.told("author")).collect();
    let mut all = credits(&Marks { lines, ..Marks::default() });
    all.extend(facts.credits.iter().cloned());
    all.sort();
    all.dedup();
    all
}

fn language(layout: &Layout<'_>, head: &Head) -> String {
    let found = language_of(layout);
    let named = head.language.as_deref().and_then(|it| it.get(..2)).map(str::to_lowercase);
    let named = named.filter(|it| found == "und" && it.bytes().all(|it| it.is_ascii_lowercase()));
    named.unwrap_or_else(|| found.to_owned())
}

/// Returns a block for each line; what the elements say of a paragraph becomes its kind.
fn marked(layout: &Layout<'_>, pieces: &[Piece]) -> Vec<Block> {
    let mut blocks = layout.blocks();
    for (block, piece) in blocks.iter_mut().zip(pieces) {
        let role = match piece.mark {
            Mark::Caption => Some((Role::Caption, "caption")),
            Mark::Standfirst => Some((Role::Standfirst, "standfirst")),
            Mark::Time => Some((Role::Furniture, "entry-time")),
            _ => None,
        };
        if let Some((role, kind)) = role {
            (block.role, block.kind) = (role, kind.to_owned());
        }
        let kind = match piece.mark {
            Mark::Plain | Mark::Caption | Mark::Standfirst | Mark::Time => None,
            Mark::Heading => Some("subheading"),
            Mark::Quote => Some("quote"),
            Mark::ListItem => Some("list-item"),
            Mark::TableRow => Some("table-row"),
        };
        if let Some(kind) = kind.filter(|_| block.role == Role::Body && block.kind != "dateline") {
            kind.clone_into(&mut block.kind);
        }
    }
    blocks
}

#[cfg(test)]
mod tests;
