//! Reads the entries of a live blog, which extractors lose.
//!
//! In: the page, and what the extractor took. Out: that, and after it each entry that is not in it: its
//! time, then its paragraphs. Entries are boxes of one class, each with a time and some text.

use std::collections::{BTreeMap, BTreeSet};

use trafilatura::dom::{Document, NodeId};

use super::blocks::{Mark, Piece, blocks_of, one_line};
use super::head::Head;
use super::title::fold;

/// Entries from which boxes of one class are those of a live blog.
const FEWEST_ENTRIES: usize = 4;

/// Adds to `pieces` the entries of the page if it is a live blog.
pub(super) fn entries(head: &Head, document: &Document, pieces: Vec<Piece>) -> Vec<Piece> {
    if !head.linked.as_ref().is_some_and(|it| it.live) {
        return pieces;
    }
    let entries: Vec<Vec<Piece>> =
        boxes(document).into_iter().map(|(entry, time)| entry_of(document, entry, time)).collect();
    let known: BTreeSet<String> = entries.iter().flatten().map(|it| fold(&it.text)).collect();
    let above = pieces.into_iter().filter(|it| !known.contains(&fold(&it.text)));
    above.collect::<Vec<_>>().into_iter().chain(entries.into_iter().flatten()).collect()
}

/// Returns the boxes of the class that holds most text among those with one time each, with that time.
fn boxes(document: &Document) -> Vec<(NodeId, NodeId)> {
    let mut by_class: BTreeMap<String, Vec<(NodeId, NodeId)>> = BTreeMap::new();
    for time in document.iter(document.root(), &["time"]) {
        let mut around = document.parent(time);
        while let Some(node) = around {
            let class = document.class_name(node);
            if document.iter_descendants(node, &["time"]).len() > 1 {
                break;
            }
            if !class.is_empty() {
                by_class.entry(class).or_default().push((node, time));
            }
            around = document.parent(node);
        }
    }
    by_class.retain(|_, it| it.len() >= FEWEST_ENTRIES);
    let size = |it: &Vec<(NodeId, NodeId)>| -> usize {
        it.iter().map(|it| document.text_content(it.0).len()).sum()
    };
    by_class.into_values().max_by_key(size).unwrap_or_default()
}

fn entry_of(document: &Document, entry: NodeId, time: NodeId) -> Vec<Piece> {
    let shown = one_line(&document.text_content(time));
    let told = blocks_of(document, entry).into_iter().filter(|it| it.text != shown);
    let time = Piece { text: shown.clone(), mark: Mark::Time };
    let time = Some(time).filter(|it| !it.text.is_empty());
    time.into_iter().chain(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::html::linked::Linked;

    fn page(entries: usize) -> String {
        let entry = |it| {
            format!("<div class=post><time>4:{it}1 pm</time><h3>Goal {it}</h3><p>They ran.</div>")
        };
        (0..entries).map(entry).collect()
    }

    #[test]
    fn entries_come_with_their_times() {
        let found = read(&page(4), true);
        assert!(found.starts_with("Summary|4:01 pm|Goal 0|They ran.|4:11 pm|Goal 1|"), "{found}");
    }

    #[test]
    fn other_pages_have_none() {
        assert_eq!(read(&page(4), false), "Summary");
        assert_eq!(read(&page(3), true), "Summary");
    }

    fn read(html: &str, live: bool) -> String {
        let head = Head { linked: Some(Linked { live, ..Linked::default() }), ..Head::default() };
        let above = vec![Piece { text: "Summary".to_owned(), mark: Mark::Plain }];
        let all = entries(&head, &Document::parse(html), above);
        all.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join("|")
    }
}
