//! Mends what the extractor lost: paragraphs among the others, captions, spaces beside an element.
//!
//! In: the page as the extractor got it, and what it gave back. Out: the same pieces with the words parted
//! as on the page, and between them the paragraphs that stand in the same element and the captions. A
//! paragraph of another element is never added: it may be of another story.

use std::collections::{BTreeMap, BTreeSet};

use trafilatura::dom::{Document, NodeId};

use super::super::lines::closes;
use super::blocks::{Mark, Piece, blocks_of, one_line};
use super::title::fold;

/// Paragraphs that the extractor must have taken from an element before others of it are added. Chosen by
/// hand; what the whole step does stands in decision 24.
const KNOWN_PARAGRAPHS: usize = 3;

/// Words below which a paragraph is not added: buttons and pleas are short.
const SHORTEST_WORDS: usize = 8;

/// Bytes above which what stands under a picture is no caption.
const LONGEST_CAPTION: usize = 700;

/// A paragraph or caption of the page.
struct Source {
    /// The element that holds it; a paragraph alone in its box counts as one of the box's parent, with
    /// the class of the box.
    home: (NodeId, String),
    pieces: Vec<Piece>,
    /// Share of its bytes that are links, in percent.
    linked: usize,
    /// The place of its first piece among those that the extractor took.
    taken: Option<usize>,
}

/// Returns `pieces` with what was lost from `document`.
pub(super) fn complete(document: &Document, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (place, piece) in pieces.iter().enumerate() {
        places.entry(fold(&piece.text)).or_insert(place);
    }
    for node in document.iter(document.root(), &["p", "li", "h2", "h3", "h4", "blockquote"]) {
        for piece in blocks_of(document, node) {
            if let Some(place) = places.get(&fold(&piece.text)) {
                pieces[*place].text = piece.text;
            }
        }
    }
    let mut sources = sources(document, &places);
    let lost = lost(&mut sources);
    merged(pieces, lost)
}

fn sources(document: &Document, places: &BTreeMap<String, usize>) -> Vec<Source> {
    let nodes = document.iter(document.root(), &["p", "figcaption"]);
    let mut found: Vec<_> = nodes
        .into_iter()
        .filter_map(|node| {
            let pieces = blocks_of(document, node);
            let taken = pieces.iter().find_map(|it| places.get(&fold(&it.text)).copied());
            let home = home(document, node)?;
            let linked = linked(document, node);
            (!pieces.is_empty()).then_some(Source { home, pieces, linked, taken })
        })
        .collect();
    // What the extractor took once was on the page once.
    let mut taken = BTreeSet::new();
    found.retain(|it| it.taken.is_none_or(|place| taken.insert(place)));
    found
}

fn home(document: &Document, node: NodeId) -> Option<(NodeId, String)> {
    let parent = document.parent(node)?;
    let alone = document.children(parent).len() == 1;
    match document.parent(parent).filter(|_| alone) {
        Some(above) => Some((above, document.class_name(parent))),
        None => Some((parent, String::new())),
    }
}

fn linked(document: &Document, node: NodeId) -> usize {
    let links = document.iter_descendants(node, &["a"]);
    let bytes: usize = links.into_iter().map(|it| document.text_content(it).len()).sum();
    bytes * 100 / one_line(&document.text_content(node)).len().max(1)
}

/// Returns what is to be added, each with the place before which it stands.
fn lost(sources: &mut [Source]) -> Vec<(usize, Vec<Piece>)> {
    let mut known: BTreeMap<(NodeId, String), usize> = BTreeMap::new();
    let paragraphs = || sources.iter().filter(|it| !it.is_caption());
    for source in paragraphs().filter(|it| it.taken.is_some()) {
        *known.entry(source.home.clone()).or_default() += 1;
    }
    let first = sources.iter().position(|it| it.taken.is_some()).unwrap_or(sources.len());
    let last = sources.iter().rposition(|it| it.taken.is_some()).unwrap_or_default();
    let mut lost = Vec::new();
    for place in 0..sources.len() {
        let source = &sources[place];
        let at_home = known.get(&source.home).is_some_and(|it| *it >= KNOWN_PARAGRAPHS);
        let inside = (first.saturating_sub(1)..last).contains(&place);
        let fits = if source.is_caption() { inside } else { at_home && source.is_paragraph() };
        if source.taken.is_some() || !fits {
            continue;
        }
        let after = sources[..place].iter().rev().find_map(|it| it.taken).map(|it| it + 1);
        let before = || sources[place..].iter().find_map(|it| it.taken);
        let Some(at) = after.or_else(before) else { continue };
        lost.push((at, std::mem::take(&mut sources[place].pieces)));
    }
    lost
}

impl Source {
    fn is_caption(&self) -> bool {
        self.pieces.iter().any(|it| it.mark == Mark::Caption)
            && self.pieces.iter().map(|it| it.text.len()).sum::<usize>() <= LONGEST_CAPTION
    }

    /// A sentence or several, most of it no link.
    fn is_paragraph(&self) -> bool {
        let [piece] = &self.pieces[..] else { return false };
        let words = piece.text.split(' ').count();
        piece.mark == Mark::Plain
            && words >= SHORTEST_WORDS
            && self.linked < 50
            && closes(&piece.text)
    }
}

fn merged(pieces: Vec<Piece>, lost: Vec<(usize, Vec<Piece>)>) -> Vec<Piece> {
    let mut lost = lost.into_iter().peekable();
    let mut all = Vec::with_capacity(pieces.len());
    for (place, piece) in pieces.into_iter().enumerate() {
        while let Some((_, found)) = lost.next_if(|it| it.0 <= place) {
            all.extend(found);
        }
        all.push(piece);
    }
    all.extend(lost.flat_map(|it| it.1));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &str = "<p>One man was hurt on Monday, she said.<p>Two men were hurt on Tuesday, he said.\
        <p>Three men were hurt on Friday, they said.";

    #[test]
    fn a_paragraph_among_those_of_the_report_is_added_in_its_place() {
        let lost = "<p>Nobody else was hurt in the harbour that week.";
        check(&format!("<div>{lost}{KNOWN}</div>"), "Nobody… One… Two… Three…");
        check(&format!("<div>{KNOWN}{lost}</div>"), "One… Two… Three… Nobody…");
        check(&format!("<div>{KNOWN}</div><div>{lost}</div>"), "One… Two… Three…");
        check(
            &format!("<div>{KNOWN}<p><a href=x>Nobody else was hurt there that week.</a></div>"),
            "One… Two… Three…",
        );
    }

    #[test]
    fn captions_are_added_as_such() {
        let picture = "<figure><figcaption>The harbour on Monday</figcaption></figure>";
        check(
            &format!("<div>{KNOWN}{picture}<p>Four men were hurt on Sunday, we said.</div>"),
            "One… Two… Three… [The…] Four…",
        );
        check(&format!("<div>{KNOWN}</div>{picture}"), "One… Two… Three…");
    }

    #[test]
    fn words_are_parted_as_on_the_page() {
        let document = Document::parse("<p>She told <em>Sea News</em> so.");
        let lost = vec![Piece { text: "She toldSea Newsso.".to_owned(), mark: Mark::Plain }];
        assert_eq!(complete(&document, lost)[0].text, "She told Sea News so.");
    }

    /// The extractor is taken to have found the paragraphs of [`KNOWN`], and one that follows a caption.
    #[track_caller]
    fn check(html: &str, expected: &str) {
        let document = Document::parse(html);
        let found = blocks_of(&document, document.root());
        let known =
            |it: &Piece| ["One", "Two", "Three", "Four"].iter().any(|n| it.text.starts_with(n));
        let pieces = found.into_iter().filter(known).collect();
        let first = |it: &Piece| it.text.split(' ').next().unwrap_or_default().to_owned();
        let shown = |it: &Piece| match it.mark {
            Mark::Caption => format!("[{}…]", first(it)),
            _ => format!("{}…", first(it)),
        };
        let all = complete(&document, pieces);
        assert_eq!(all.iter().map(shown).collect::<Vec<_>>().join(" "), expected);
    }
}
