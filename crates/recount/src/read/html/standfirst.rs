//! Finds the sentence or two between the heading and the report, which extractors leave out.
//!
//! In: the page, what the markup says of it, the pieces of the report. Out: the pieces with the standfirst
//! before them. It is told by its class, or says what the page says of itself to those who link to it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use trafilatura::dom::{Document, NodeId};

use super::super::byline;
use super::super::published::date_line;
use super::blocks::{Mark, Piece, one_line};
use super::class_words::class_words;
use super::head::Head;
use super::title::fold;
use crate::lexicon::rows;

/// Bytes of a standfirst; less is the name of a section, more is a part of the report.
const BYTES: std::ops::RangeInclusive<usize> = 40..=600;

static CLASSES: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    rows(include_str!("../../../data/html_standfirst.tsv")).map(|row| row[0]).collect()
});

/// Returns `pieces` with the standfirst before them, if it is not among them.
pub(super) fn with_standfirst(head: &Head, document: &Document, pieces: Vec<Piece>) -> Vec<Piece> {
    let found = standfirst(head, document, &pieces);
    found.into_iter().chain(pieces).collect()
}

fn standfirst(head: &Head, document: &Document, pieces: &[Piece]) -> Option<Piece> {
    let told: Vec<String> = pieces.iter().map(|it| fold(&it.text)).collect();
    let all = told.concat();
    let descriptions: BTreeSet<String> = head.told("description").map(fold).collect();
    let nodes = document.iter(document.root(), &["h1", "h2", "h3", "h4", "p", "div", "span", "li"]);
    let below = nodes.iter().skip_while(|it| document.tag_name(**it) != "h1").skip(1);
    for node in below {
        let text = one_line(&document.text_content(*node));
        let folded = fold(&text);
        if document.tag_name(*node) == "p" && told.contains(&folded) {
            return None;
        }
        let marked = || is_marked(document, *node) || descriptions.contains(&folded);
        let signs = || byline::byline(&text).is_some() || date_line(&text).is_some();
        if BYTES.contains(&text.len()) && !all.contains(&folded) && marked() && !signs() {
            return Some(Piece { text, mark: Mark::Standfirst });
        }
    }
    None
}

fn is_marked(document: &Document, node: NodeId) -> bool {
    let classes = document.class_name(node);
    classes
        .split_whitespace()
        .any(|class| class_words(class).iter().any(|word| CLASSES.contains(word.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The siege of the ferry ended on Monday, the coast guard said.";
    const REPORT: &str = "<p>Six men took a ferry.</p>";

    #[test]
    fn it_stands_between_heading_and_report() {
        check(&format!("<h1>Ferry</h1><div class=article-standfirst>{TEXT}</div>{REPORT}"), TEXT);
        check(&format!("<h1>Ferry</h1><h2>{TEXT}</h2>{REPORT}"), "-");
        check(
            &format!(
                "<meta name=description content='{TEXT}'><h1>Ferry</h1><h2>{TEXT}</h2>{REPORT}"
            ),
            TEXT,
        );
        check(&format!("<h1>Ferry</h1>{REPORT}<div class=standfirst>{TEXT}</div>"), "-");
        check(&format!("<div class=standfirst>{TEXT}</div><h1>Ferry</h1>{REPORT}"), "-");
    }

    #[track_caller]
    fn check(html: &str, expected: &str) {
        let document = Document::parse(html);
        let pieces = vec![Piece { text: "Six men took a ferry.".to_owned(), mark: Mark::Plain }];
        let all = with_standfirst(&super::super::head::head(&document), &document, pieces);
        let found = all.iter().find(|it| it.mark == Mark::Standfirst);
        assert_eq!(found.map_or("-", |it| it.text.as_str()), expected);
    }
}
