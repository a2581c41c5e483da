//! Each article in full, with its evidence marked and its furniture folded away.
//!
//! In: the articles of an incident. Out: a [`Report`] each. No letter of a text is lost: what no block
//! covers is shown as a paragraph.

use std::ops::Range;

use crate::model::{Article, Field, Role};
use crate::report::view::{followable, headline, outlet};
use crate::report::words;

use super::marks::{self, Piece, Span};
use super::parts::Page;

/// One article.
pub(super) struct Report<'a> {
    pub id: String,
    pub number: usize,
    pub outlet: String,
    pub headline: String,
    pub family: String,
    pub when: String,
    pub name: &'a str,
    /// The address, if it is one that a browser may follow from here.
    pub url: Option<&'a str>,
    /// The headline with its marks, where it does not stand in the text.
    pub apart: Vec<Ink<'a>>,
    pub stretches: Vec<Stretch<'a>>,
    pub notes: &'a [String],
}

/// Paragraphs that follow each other and are all furniture, or all not.
pub(super) struct Stretch<'a> {
    pub furniture: bool,
    pub paragraphs: Vec<Paragraph<'a>>,
}

/// A block of the text.
pub(super) struct Paragraph<'a> {
    pub class: &'static str,
    pub inks: Vec<Ink<'a>>,
}

/// A step in writing a marked text, with the ids that marks have on the page.
pub(super) enum Ink<'a> {
    Open {
        id: Option<String>,
        class: &'static str,
    },
    Text(&'a str),
    /// The link from the evidence back to its finding: target, number, name.
    Close(Option<(String, usize, String)>),
}

impl<'a> Report<'a> {
    /// Makes the reports of an incident.
    pub(super) fn all(page: &Page<'a, '_>) -> Vec<Self> {
        page.view.articles.iter().map(|it| Self::new(page, it)).collect()
    }

    fn new(page: &Page<'a, '_>, article: &'a Article) -> Self {
        let number = page.view.number(&article.id);
        let title = article.field(Field::Headline);
        let apart = match article.headline_apart {
            true => inks(page, title, 0..title.len(), &spans(page, article, Field::Headline)),
            false => Vec::new(),
        };
        Self {
            id: page.article(number),
            number,
            outlet: outlet(article).to_owned(),
            headline: words::one_line(headline(article)),
            family: page.view.family_letter(&article.id),
            when: article.published.as_ref().map_or_else(|| "no date".into(), words::date),
            name: &article.name,
            url: article.url.as_deref().filter(|it| followable(it)),
            apart,
            stretches: stretches(page, article),
            notes: &article.notes,
        }
    }
}

fn spans(page: &Page, article: &Article, field: Field) -> Vec<Span> {
    let claims = page.view.incident.claims.iter().enumerate();
    let here = claims.filter(|(_, it)| it.article == article.id && it.evidence.field == field);
    here.map(|(claim, it)| Span { range: it.evidence.start..it.evidence.end, claim }).collect()
}

fn stretches<'a>(page: &Page<'a, '_>, article: &'a Article) -> Vec<Stretch<'a>> {
    let spans = spans(page, article, Field::Text);
    let mut stretches: Vec<Stretch> = Vec::new();
    for (role, range) in blocks(article) {
        let furniture = role == Role::Furniture;
        let inks = inks(page, &article.text, range, &spans);
        let paragraph = Paragraph { class: class(role), inks };
        match stretches.last_mut().filter(|it| it.furniture == furniture) {
            Some(stretch) => stretch.paragraphs.push(paragraph),
            None => stretches.push(Stretch { furniture, paragraphs: vec![paragraph] }),
        }
    }
    stretches
}

/// Returns the blocks of an article, and what lies between them as body.
fn blocks(article: &Article) -> Vec<(Role, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    for block in article.blocks.iter().filter(|it| it.end <= article.text.len()) {
        found.push((Role::Body, at..block.start.max(at)));
        found.push((block.role, block.start.max(at)..block.end.max(at)));
        at = block.end.max(at);
    }
    found.push((Role::Body, at..article.text.len()));
    let says = |range: &Range<usize>| {
        article.text.get(range.clone()).is_some_and(|it| !it.trim().is_empty())
    };
    found.retain(|(_, range)| says(range));
    found
}

fn class(role: Role) -> &'static str {
    match role {
        Role::Headline => "headline",
        Role::Standfirst => "standfirst",
        Role::Body => "body",
        Role::Caption => "caption",
        Role::Furniture => "furniture",
    }
}

fn inks<'a>(page: &Page, text: &'a str, of: Range<usize>, spans: &[Span]) -> Vec<Ink<'a>> {
    marks::marked(text, of, spans).into_iter().map(|it| ink(page, it)).collect()
}

fn ink<'a>(page: &Page, piece: Piece<'a>) -> Ink<'a> {
    match piece {
        Piece::Text(text) => Ink::Text(text),
        Piece::Open { claim, first } => {
            let main = page.view.main().map(|it| &it.id);
            let other = main != page.view.incident.claims.get(claim).map(|it| &it.event);
            let class = if other { "other" } else { "main" };
            Ink::Open { id: first.then(|| page.mark(claim)), class }
        }
        Piece::Close { claim, last } => Ink::Close(last.then(|| back(page, claim)).flatten()),
    }
}

/// Returns the finding that the claim at `position` went into.
fn back(page: &Page, position: usize) -> Option<(String, usize, String)> {
    let incident = page.view.incident;
    let claim = incident.claims.get(position)?;
    let at = page.view.finding(&claim.id)?;
    let finding = &incident.findings[at];
    let name =
        format!("{}: {}", crate::report::labels::question(finding), words::value(&claim.value));
    Some((page.finding(at), at + 1, name))
}
