//! Says which characters a text must have for a pattern to match.
//!
//! In: a [`Node`]. Out: a [`Needs`]. No URL is without a dot, and few words have one: so most words
//! are never tried as a URL.

use super::node::{Item, Node};
use super::program::Program;

/// A set of characters of which each match has at least one.
#[derive(Debug)]
pub(super) struct Needs {
    items: Vec<Item>,
    ascii: u128,
    wide: bool,
}

impl Needs {
    /// Finds what `node` needs, or `None` if it can do without any one character.
    pub(super) fn of(node: &Node, program: &Program) -> Option<Self> {
        let mut items = needs(node, program)?;
        items.sort_unstable_by_key(|item| match item {
            Item::Char(c) => (0, *c as usize),
            Item::Class(class) => (1, *class),
        });
        items.dedup();
        let any = |c: char| items.iter().any(|item| program.is(*item, c));
        let ascii =
            (0..128_u8).fold(0, |bits, code| bits | u128::from(any(char::from(code))) << code);
        let wide = items.iter().any(|item| !matches!(item, Item::Char(c) if c.is_ascii()));
        // Where case is ignored, these equal letters of ASCII.
        let wide = wide || any('ſ') || any('ı') || any('K');
        Some(Self { items, ascii, wide })
    }

    /// Tells whether `text` has one of the characters.
    pub(super) fn are_met(&self, program: &Program, text: &str) -> bool {
        let has_ascii = |byte: &u8| byte.is_ascii() && self.ascii >> *byte & 1 == 1;
        let has_wide =
            |c: char| !c.is_ascii() && self.items.iter().any(|item| program.is(*item, c));
        text.as_bytes().iter().any(has_ascii)
            || self.wide && !text.is_ascii() && text.chars().any(has_wide)
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
