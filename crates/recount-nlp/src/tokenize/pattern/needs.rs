//! Says which characters a text must have for a pattern to match.
//!
//! In: a [`Node`]. Out: a [`Needs`]. No URL is without a dot, and few words have one: so most words
//! are never tried as a URL.

use super::class::Class;
use super::node::{Item, Node};
use super::program::Program;

/// A set of characters of which each match has at least one.
#[derive(Debug)]
pub(super) struct Needs(Class);

impl Needs {
    /// Finds what `node` needs, or `None` if it can do without any one character.
    pub(super) fn of(node: &Node, program: &Program) -> Option<Self> {
        program.union(&needs(node, program)?).map(Self)
    }

    /// Tells whether `text` has one of the characters.
    pub(super) fn are_met(&self, text: &str) -> bool {
        text.chars().any(|c| self.0.has(c))
    }
}

fn needs(node: &Node, program: &Program) -> Option<Vec<Item>> {
    match node {
        Node::One(item) => Some(vec![*item]),
        Node::Row(nodes) => {
            let needs = nodes.iter().filter_map(|it| needs(it, program));
            needs.min_by_key(|items| weight(items, program))
        }
        Node::Either(nodes) => {
            let needs: Option<Vec<Vec<Item>>> = nodes.iter().map(|it| needs(it, program)).collect();
            Some(needs?.concat())
        }
        Node::Repeat { body, least, .. } => {
            if *least > 0 {
                needs(body, program)
            } else {
                None
            }
        }
        Node::At(_) | Node::Look { .. } => None,
    }
}

/// Puts first what is rare in a text: no letters, and then as few characters as possible.
fn weight(items: &[Item], program: &Program) -> (bool, usize) {
    let has_letter = |item: &Item| {
        ('a'..='z').chain('A'..='Z').any(|c| program.is(*item, c))
            || program.size(*item) == usize::MAX
    };
    let size = items.iter().map(|item| program.size(*item)).fold(0, usize::saturating_add);
    (items.iter().any(has_letter), size)
}
