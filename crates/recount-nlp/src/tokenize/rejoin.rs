//! Finds exceptions among tokens, where affixes were cut off that belong to them.
//!
//! In: a text and its tokens. Out: the same tokens, with each run of them that is the text of an
//! exception replaced by the exception's own. Longer runs come first, then earlier ones.

use std::collections::HashMap;

use super::Piece;
use super::edges::Edges;
use super::specials::Specials;

/// The exceptions that may have been cut, by the tokens that they are cut into.
#[derive(Debug, Default)]
pub(super) struct Rejoin {
    nodes: Vec<Node>,
    /// The tokens that a run can begin with.
    first: Edges,
}

#[derive(Debug, Default)]
struct Node {
    next: HashMap<Box<str>, usize>,
    ends: bool,
}

impl Rejoin {
    /// Adds the exception `text`, which would be cut into `pieces`.
    pub(super) fn add(&mut self, text: &str, pieces: &[Piece]) {
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
        if let Some(piece) = pieces.first() {
            self.first.add(&text[piece.start..piece.end]);
        }
        let mut node = 0;
        for piece in pieces {
            let token = &text[piece.start..piece.end];
            let new = self.nodes.len();
            let next = *self.nodes[node].next.entry(token.into()).or_insert(new);
            if next == new {
                self.nodes.push(Node::default());
            }
            node = next;
        }
        self.nodes[node].ends = true;
    }

    /// Returns the tokens that stand in for `pieces`.
    pub(super) fn apply(&self, text: &str, pieces: Vec<Piece>, specials: &Specials) -> Vec<Piece> {
        let spans = chosen(self.spans(text, &pieces), pieces.len());
        if spans.is_empty() { pieces } else { replaced(text, pieces, &spans, specials) }
    }

    /// Returns all runs of tokens that read like an exception.
    fn spans(&self, text: &str, pieces: &[Piece]) -> Vec<(usize, usize)> {
        let mut spans = Vec::new();
        for (start, piece) in pieces.iter().enumerate() {
            if !self.first.may_have(&text[piece.start..piece.end]) {
                continue;
            }
            let mut node = 0;
            for (index, piece) in pieces.iter().enumerate().skip(start) {
                let Some(next) = self.nodes[node].next.get(&text[piece.start..piece.end]) else {
                    break;
                };
                node = *next;
                if self.nodes[node].ends {
                    spans.push((start, index + 1));
                }
            }
        }
        spans
    }
}

/// Chooses among runs that overlap, and returns those chosen in their order.
fn chosen(mut spans: Vec<(usize, usize)>, tokens: usize) -> Vec<(usize, usize)> {
    if spans.is_empty() {
        return spans;
    }
    spans.sort_unstable_by_key(|(start, end)| (usize::MAX - (end - start), *start));
    let mut seen = vec![false; tokens];
    spans.retain(|(start, end)| {
        let free = !seen[*start] && !seen[*end - 1];
        // spaCy lets a run that was not chosen stand in the way of others, too.
        seen[*start..*end].fill(true);
        free
    });
    spans.sort_unstable();
    spans
}

fn replaced(
    text: &str,
    pieces: Vec<Piece>,
    spans: &[(usize, usize)],
    specials: &Specials,
) -> Vec<Piece> {
    let mut tokens = Vec::with_capacity(pieces.len());
    let mut spans = spans.iter().peekable();
    let mut skip_to = 0;
    for (index, piece) in pieces.iter().enumerate() {
        if index < skip_to {
            continue;
        }
        if let Some((_, end)) = spans.next_if(|(start, _)| *start == index) {
            let last = &pieces[*end - 1];
            // Tokens with a space between them read like an exception without one.
            if specials.add(&text[piece.start..last.end], piece.start, &mut tokens) {
                skip_to = *end;
                if let Some(token) = tokens.last_mut() {
                    token.space = last.space;
                }
                continue;
            }
        }
        tokens.push(piece.clone());
    }
    tokens
}
