//! Takes out of a page what belongs to other stories or to the site, before the report is looked for.
//!
//! In: the tree of a page. Out: the tree without boxes that their class names as furniture, and without
//! paragraphs that only lead to other stories. A box that holds much of the text of the page stays,
//! whatever its class: sites put such names on the whole page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use trafilatura::dom::{Document, NodeId};

use super::super::lines::closes;
use super::blocks::one_line;
use crate::lexicon::of_kind;

/// Share of the text of the page from which a box is no furniture. Chosen by hand; what the whole step
/// does is measured by `cargo xtask eval read` (figures in decision 10).
const MOST_OF_PAGE: f64 = 0.25;

/// Bytes outside links from which a box is no furniture: some 120 words; boxes of other stories are links,
/// and those that ask for something are short. It took `aeb` from .953 to .961 (`eval/read.md`).
const LONGEST_BOX: usize = 700;

/// Words from which a paragraph that is one link is the title of another story, and not a word of a list.
const TITLE_WORDS: usize = 4;

/// Words above which a paragraph says more than where it leads.
const LEAD_WORDS: usize = 40;

static BOXES: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| of_kind(include_str!("../../../data/html_furniture.tsv"), "box"));

static LEADS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| of_kind(include_str!("../../../data/html_furniture.tsv"), "lead"));

/// Removes furniture from `document`.
pub(super) fn remove(document: &mut Document) {
    let nodes = document.iter(document.root(), &[]);
    let sizes = sizes(document, &nodes, true);
    let plain = self::sizes(document, &nodes, false);
    let most = sizes.get(&document.root()).copied().unwrap_or_default() as f64 * MOST_OF_PAGE;
    let by_class = by_class(document, &nodes, &sizes);
    let mut removed: BTreeSet<NodeId> = BTreeSet::new();
    for node in nodes {
        let within = document.parent(node).is_some_and(|it| removed.contains(&it));
        let alike = by_class.get(&class_of(document, node)).copied().unwrap_or_default();
        let size = sizes.get(&node).copied().unwrap_or_default().max(alike);
        if within {
            removed.insert(node);
        } else if (size as f64) < most
            && plain.get(&node).is_none_or(|it| *it < LONGEST_BOX)
            && is_furniture(document, node)
        {
            removed.insert(node);
            document.remove(node, true);
        }
    }
}

/// Returns how many bytes of text stand in all elements of one class: a site may mark each paragraph.
fn by_class(
    document: &Document,
    nodes: &[NodeId],
    sizes: &BTreeMap<NodeId, usize>,
) -> BTreeMap<String, usize> {
    let mut by_class: BTreeMap<String, usize> = BTreeMap::new();
    for node in nodes {
        let class = class_of(document, *node);
        if !class.is_empty() {
            *by_class.entry(class).or_default() += sizes.get(node).copied().unwrap_or_default();
        }
    }
    by_class
}

fn class_of(document: &Document, node: NodeId) -> String {
    document.class_name(node)
}

/// Returns how many bytes of text stand in each element, with or without those of links.
fn sizes(document: &Document, nodes: &[NodeId], links: bool) -> BTreeMap<NodeId, usize> {
    let mut sizes: BTreeMap<NodeId, usize> = BTreeMap::new();
    for node in nodes.iter().rev() {
        let texts = document.child_nodes(*node).into_iter().filter(|it| document.is_text(*it));
        let own: usize = texts.map(|it| document.text_content(it).trim().len()).sum();
        let size = sizes.entry(*node).or_default();
        *size = if links || document.tag_name(*node) != "a" { *size + own } else { 0 };
        let size = *size;
        if let Some(parent) = document.parent(*node) {
            *sizes.entry(parent).or_default() += size;
        }
    }
    sizes
}

fn is_furniture(document: &Document, node: NodeId) -> bool {
    match document.tag_name(node) {
        "html" | "head" | "body" | "main" | "article" | "meta" | "script" | "title" | "h1" => false,
        "p" | "h2" | "h3" | "h4" | "li" if leads_elsewhere(document, node) => true,
        _ => is_box(&document.class_name(node)) || is_box(&document.id_attr(node)),
    }
}

/// Whether the words of a class or id are those of a box, at the end or with nothing but marks behind.
fn is_box(class: &str) -> bool {
    let class = class.to_lowercase();
    class.split_whitespace().any(|class| {
        let words: Vec<_> = class.split(['-', '_']).filter(|it| !it.is_empty()).collect();
        let runs =
            (0..words.len()).flat_map(|from| [1, 2].map(|length| words.get(from..from + length)));
        runs.flatten().any(|it| BOXES.contains(it.join(" ").as_str()))
    })
}

/// `Read more: Mine disaster kills forty`, or a title that is one link; a sentence may be one as well.
fn leads_elsewhere(document: &Document, node: NodeId) -> bool {
    let links = document.iter_descendants(node, &["a"]);
    let [link] = links[..] else { return false };
    let text = one_line(&document.text_content(node));
    let linked = one_line(&document.text_content(link));
    let words = text.split(' ').count();
    let whole =
        text == linked && !closes(&text) && words >= TITLE_WORDS && document.tag_name(node) == "p";
    whole || words <= LEAD_WORDS && is_lead(&text)
}

fn is_lead(text: &str) -> bool {
    let lower = text.trim_start_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
    LEADS.iter().any(|it| lower.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "<p>Two men were hurt in the harbour on Monday, the <a href=x>mayor of Norrvik</a> said, and nobody else was when the ferry came in.";
    const TOLD: &str = "Two men were hurt in the harbour on Monday, the mayor of Norrvik said, and nobody else was when the ferry came in.";

    #[test]
    fn boxes_are_told_by_their_class() {
        check(&format!("<div class=related-articles>Mine disaster</div>{REPORT}"), TOLD);
        check(&format!("<ul id=most_read><li>Mine disaster</ul>{REPORT}"), TOLD);
    }

    #[test]
    fn a_class_of_the_whole_page_or_of_each_paragraph_tells_nothing() {
        check(&format!("<div class=with-related>{REPORT}</div>"), TOLD);
        let each = "<p class=related>Two hurt.</p> ".repeat(9);
        check(&each, ["Two hurt."; 9].join(" ").as_str());
    }

    #[test]
    fn paragraphs_that_lead_to_other_stories_are_no_part_of_the_report() {
        check(&format!("{REPORT}<p>Read more: <a href=x>Mine disaster</a>"), TOLD);
        check(&format!("{REPORT}<p><a href=x>Mine disaster kills forty</a>"), TOLD);
    }

    #[track_caller]
    fn check(html: &str, expected: &str) {
        let mut document = Document::parse(html);
        remove(&mut document);
        let text = document.text_content(document.root());
        assert_eq!(one_line(&text), expected);
    }
}
