//! Tells pages that hold no report: errors, consent walls, lists of links.
//!
//! In: what the markup says and what was taken for the report. Out: why it is none, or nothing. A page
//! with several paragraphs of text is never refused.

use std::sync::LazyLock;

use regex::{Regex, RegexBuilder};

use super::super::lines::lines;
use super::blocks::Piece;
use super::head::Head;
use crate::lexicon::rows;

/// Sentences from which a text is a report whatever else stands on the page. With this and the next, 6 of
/// the 569 pages with a gold text in `eval/read.md` are refused.
const REPORT_SENTENCES: usize = 6;

/// Short lines without which a page is no list of links.
const LIST_LINES: usize = 8;

/// Bytes from which a line is no title; 40 signs of Chinese.
const LONG_BYTES: usize = 120;

/// Bytes from which a line with a comma of Chinese or Japanese is a clause and no title; 15 signs.
const CLAUSE_BYTES: usize = 45;

/// A pattern of the table: what the page is, and whether the title tells.
struct Sign {
    kind: &'static str,
    title: bool,
    words: Regex,
}

static SIGNS: LazyLock<Vec<Sign>> = LazyLock::new(|| {
    let sign = |row: Vec<&'static str>| Sign {
        kind: row[0],
        title: row[1] == "title",
        words: RegexBuilder::new(row[2])
            .case_insensitive(true)
            .build()
            .expect("the rows are tested"),
    };
    rows(include_str!("../../../data/html_refusals.tsv")).map(sign).collect()
});

/// Returns why the page holds no report.
pub(super) fn reason(
    head: &Head,
    headline: Option<&str>,
    pieces: &[Piece],
) -> Option<&'static str> {
    if pieces.is_empty() {
        return Some("no text stands in it");
    }
    // Numbers alone are places in a list or answers to a poll, and tell nothing of the page.
    let says = |it: &&str| it.contains(char::is_alphabetic);
    let texts: Vec<&str> = pieces.iter().map(|it| it.text.as_str()).filter(says).collect();
    let text = texts.join("\n");
    let prose = lines(&text).iter().filter(|it| it.is_prose()).count();
    if prose >= REPORT_SENTENCES {
        return None;
    }
    let titles = headline.into_iter().chain(head.title.as_deref());
    let titles: Vec<_> = titles.chain(head.headings.first().map(String::as_str)).collect();
    let fits = |sign: &&Sign| {
        let told = if sign.title { &titles } else { &texts };
        told.iter().any(|it| sign.words.is_match(it))
    };
    match SIGNS.iter().find(fits).map(|it| it.kind) {
        Some("consent") => Some("it asks for consent"),
        Some(_) => Some("it tells of an error"),
        None if is_list(head, prose.max(long(&texts)), texts.len()) => {
            Some("it is a list of links")
        }
        None => None,
    }
}

/// Lines too long for a title, and clauses: writing without spaces shows no sentences to who counts words.
fn long(texts: &[&str]) -> usize {
    let clause = |it: &str| it.len() >= CLAUSE_BYTES && it.contains(['、', '，', '。']);
    texts.iter().filter(|it| it.len() >= LONG_BYTES || clause(it)).count()
}

/// Lists have many short lines and hardly a sentence, and do not say that they are an article.
fn is_list(head: &Head, prose: usize, all: usize) -> bool {
    let article = head.linked.as_ref().is_some_and(|it| it.is_article());
    !article && prose * 8 < all && all - prose >= LIST_LINES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::html::blocks::blocks;

    #[test]
    fn errors_and_walls_are_no_reports() {
        check(
            "Page not found",
            "<p>The page you asked for does not exist.",
            "it tells of an error",
        );
        check("404", "<p>Go back to our start page.", "it tells of an error");
        check("Just a moment...", "<p>We check your browser.", "it tells of an error");
        check(
            "Norrvik Herald",
            "<p>We use cookies to show you what you like.",
            "it asks for consent",
        );
    }

    #[test]
    fn a_list_of_links_is_no_report() {
        let links = "<li><a href=x>Ferry siege ends</a>".repeat(12);
        check("Norrvik Herald", &links, "it is a list of links");
    }

    #[test]
    fn a_short_report_is_one() {
        check(
            "Ferry siege ends",
            "<p>Six men were overpowered on Monday, the coast guard said.",
            "-",
        );
        check(
            "404 people saved",
            &"<p>They were saved on Monday, the coast guard said.".repeat(6),
            "-",
        );
    }

    #[track_caller]
    fn check(title: &str, body: &str, expected: &str) {
        let head = Head { title: Some(title.to_owned()), ..Head::default() };
        assert_eq!(reason(&head, Some(title), &blocks(body)).unwrap_or("-"), expected);
    }
}
