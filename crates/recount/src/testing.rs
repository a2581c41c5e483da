//! What unit tests need: an article from a sentence, and a story from a few reports.
//!
//! In: text in our own words. Out: what the stages take. Compiled for tests only.

use std::ops::Range;

use crate::annotate::{Annotated, Language, annotate};
use crate::extract;
use crate::model::{Article, ArticleId, Block, Date, Incident, Outlet, Role};
use crate::{Options, reconcile, report, trace};

/// Makes an article whose paragraphs are the lines of `text`.
pub(crate) fn article(text: &str) -> Article {
    let mut start = 0;
    let mut blocks = Vec::new();
    for line in text.split('\n') {
        let (role, kind, end) = (Role::Body, "paragraph".into(), start + line.len());
        blocks.push(Block { role, kind, start, end });
        start = end + 1;
    }
    Article {
        language: "en".into(),
        blocks,
        ..Article::bare(ArticleId("a".into()), "a.txt".into(), text.to_owned())
    }
}

/// Annotates an article without a date.
pub(crate) fn annotated(text: &str) -> Annotated {
    annotate(article(text), &Language::default())
}

/// Annotates a text of which some words stand in brackets, `Police said [six died].`, and returns the
/// tokens of those words too.
pub(crate) fn marked(text: &str) -> (Annotated, Range<usize>) {
    let (before, rest) = text.split_once('[').expect("some words stand in brackets");
    let (words, after) = rest.split_once(']').expect("the bracket closes");
    let annotated = annotated(&format!("{before}{words}{after}"));
    let tokens = annotated.tokens.iter();
    let first = tokens.clone().take_while(|it| it.end <= before.len()).count();
    let end = tokens.take_while(|it| it.end <= before.len() + words.len()).count();
    (annotated, first..end)
}

/// Annotates an article published on Wednesday, 7 May 2031; a line `# …` at its head is its headline.
pub(crate) fn dated(text: &str) -> Annotated {
    let article = Article { published: Some(day("2031-05-07")), ..headed(text) };
    annotate(article, &Language::default())
}

fn headed(text: &str) -> Article {
    match text.strip_prefix("# ").and_then(|it| it.split_once('\n')) {
        Some((headline, body)) => {
            Article { headline: Some(headline.into()), headline_apart: true, ..article(body) }
        }
        None => article(text),
    }
}

fn day(text: &str) -> Date {
    text.parse().map(Date::day).expect("an ISO day")
}

/// Makes the incident of a story, told one report a line: `OUTLET, DAY: text`.
///
/// Reports with the same words are one family, as copies are.
pub(crate) fn incident(story: &str, pack: reconcile::Pack) -> Incident {
    let reports: Vec<_> = story.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
    let annotated: Vec<_> = reports.iter().enumerate().map(|(at, it)| report_of(at, it)).collect();
    let story: Vec<&Annotated> = annotated.iter().collect();
    let told = story.iter().map(|it| extract::extract(it)).collect();
    let traced = trace::trace(&story);
    let options = Options { pack, ..Options::default() };
    let reconciled = reconcile::reconcile(&story, told, &traced, &options.pack);
    report::incident(&story, traced, reconciled)
}

fn report_of(at: usize, line: &str) -> Annotated {
    let (head, text) = line.split_once(": ").expect("OUTLET, DAY: text");
    let (outlet, date) = head.split_once(", ").expect("OUTLET, DAY");
    let article = Article {
        id: ArticleId(format!("{at:03}")),
        name: format!("{at}.txt"),
        outlet: Some(Outlet { name: outlet.into(), basis: "input".into() }),
        published: Some(day(date)),
        ..article(text)
    };
    annotate(article, &Language::default())
}
