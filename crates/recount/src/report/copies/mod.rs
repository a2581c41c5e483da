//! Shows which articles come from one text, with the passages they share side by side.
//!
//! In: the articles of a story and what `trace` found. Out: text for a terminal, or one self-contained
//! page. Both tell the same: families, who copied whom and why, and the passages in their context.

mod html;
mod text;

pub use html::copies_html;
pub use text::copies_text;

use crate::annotate::Annotated;
use crate::model::{Article, ArticleId, Link};
use crate::trace::Traced;

/// Bytes of context on either side of a passage.
const CONTEXT: usize = 90;

/// A stretch of an article: what is shared, and what stands before and after.
struct Stretch<'a> {
    before: &'a str,
    shared: &'a str,
    after: &'a str,
}

/// One link between two articles.
struct Shown<'a> {
    names: (String, String),
    /// What the second is to the first: "copies", "is a version of", "shares text with".
    relation: &'static str,
    reason: &'a str,
    passages: Vec<(Stretch<'a>, Stretch<'a>)>,
}

fn shown<'a>(story: &[&'a Annotated], traced: &'a Traced) -> Vec<Shown<'a>> {
    traced.links.iter().filter_map(|it| link(story, it)).collect()
}

fn link<'a>(story: &[&'a Annotated], link: &'a Link) -> Option<Shown<'a>> {
    let (from, to) = (article(story, &link.from)?, article(story, &link.to)?);
    let passage =
        |it: &crate::model::Passage| (stretch(&from.text, it.from), stretch(&to.text, it.to));
    let relation = match (link.kind.as_str(), link.directed) {
        ("version", _) => "is a version of",
        (_, true) => "took its text from",
        (_, false) => "shares its text with",
    };
    let passages = link.passages.iter().map(passage).collect();
    let names = (named(from), named(to));
    Some(Shown { names, relation, reason: &link.reason, passages })
}

fn article<'a>(story: &[&'a Annotated], id: &ArticleId) -> Option<&'a Article> {
    story.iter().map(|it| &it.article).find(|it| it.id == *id)
}

/// Names an article by its outlet, its day and its name.
fn named(article: &Article) -> String {
    let outlet = article.outlet.as_ref().map(|it| it.name.clone());
    let day = article.published.as_ref().map(ToString::to_string);
    let parts = [outlet, day, Some(article.name.clone())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn stretch(text: &str, (start, end): (usize, usize)) -> Stretch<'_> {
    let whole = |it: &usize| text.is_char_boundary(*it);
    let from = (start.saturating_sub(CONTEXT)..start).find(whole).unwrap_or(start);
    let to = (end..=(end + CONTEXT).min(text.len())).rev().find(whole).unwrap_or(end);
    let from = text[from..start].find(' ').map_or(from, |it| from + it + 1);
    let to = text[end..to].rfind(' ').map_or(to, |it| end + it);
    Stretch { before: &text[from..start], shared: &text[start..end], after: &text[end..to] }
}
