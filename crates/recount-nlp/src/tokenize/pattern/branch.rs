//! Says beforehand which branches of a pattern can match at all.
//!
//! In: the branches of a pattern. Out: a [`Branches`] that lists, for the character at hand, those
//! that can begin with it. A branch may be listed that does not match; one that does is never left out.

use std::ops::Range;

use super::node::{Item, Node, Place};
use super::program::Program;

/// The branches of a pattern, found by the character that they begin with.
#[derive(Debug)]
pub(super) struct Branches {
    all: Vec<Branch>,
    /// For each ASCII character, the branches that can begin with it, in their order.
    ascii: Vec<Vec<usize>>,
    /// Bit for each ASCII character that no branch can begin with.
    idle: u128,
    /// The branches that can begin with some other character.
    other: Vec<usize>,
    /// The branches that can match without a character.
    at_end: Vec<usize>,
    /// Whether all branches match at the start of the text only.
    pub(super) anchored: bool,
}

/// One of the alternatives of a pattern.
#[derive(Debug)]
pub(super) struct Branch {
    pub(super) ops: Range<usize>,
    /// Whether it matches at the start of the text only.
    pub(super) anchored: bool,
    first: First,
}

/// What a match can begin with.
#[derive(Debug)]
struct First {
    items: Vec<Item>,
    or_nothing: bool,
}

/// Characters that equal letters of ASCII where case is ignored.
const EQUAL_TO_ASCII: [char; 4] = ['\u{130}', 'ı', 'ſ', '\u{212a}'];

impl Branches {
    /// Adds `nodes` to `program` and lists them.
    pub(super) fn new(program: &mut Program, nodes: &[Node], back: bool) -> Result<Self, String> {
        let mut all = Vec::new();
        for node in nodes {
            let start = program.ops.len();
            program.add(node, back)?;
            let ops = start..program.ops.len();
            all.push(Branch {
                ops,
                anchored: !back && is_anchored(node),
                first: first(node, back),
            });
        }
        let list = |can: &dyn Fn(&First) -> bool| -> Vec<usize> {
            (0..all.len()).filter(|index| can(&all[*index].first)).collect()
        };
        let begins_with = |c: char| list(&|first| first.has(program, c));
        let ascii: Vec<_> = (0..128_u8).map(|code| begins_with(char::from(code))).collect();
        let other = list(&|first| first.may_be_wide(program));
        let at_end = list(&|first| first.or_nothing);
        let idle =
            (0..128).filter(|code| ascii[*code].is_empty()).fold(0, |bits, code| bits | 1 << code);
        let anchored = all.iter().all(|branch| branch.anchored);
        Ok(Self { all, ascii, idle, other, at_end, anchored })
    }

    /// Returns the branches that can match where `c` is the next character, if there is one.
    pub(super) fn that_begin_with(
        &self,
        program: &Program,
        c: Option<char>,
    ) -> impl Iterator<Item = &Branch> {
        let (list, wide) = match c {
            None => (&self.at_end, None),
            Some(c) if c.is_ascii() => (&self.ascii[c as usize], None),
            Some(c) => (&self.other, Some(c)),
        };
        let branches = list.iter().filter_map(|index| self.all.get(*index));
        branches.filter(move |branch| wide.is_none_or(|c| branch.first.has(program, c)))
    }

    /// Tells whether no branch can begin with the ASCII character `byte`.
    pub(super) fn none_begins_with(&self, byte: u8) -> bool {
        byte.is_ascii() && self.idle >> byte & 1 == 1
    }
}

impl First {
    fn has(&self, program: &Program, c: char) -> bool {
        self.or_nothing || self.items.iter().any(|item| program.is(*item, c))
    }

    fn may_be_wide(&self, program: &Program) -> bool {
        let is_narrow = |item: &Item| match item {
            Item::Char(c) => c.is_ascii() && !EQUAL_TO_ASCII.iter().any(|c| program.is(*item, *c)),
            Item::Class(_) => false,
        };
        self.or_nothing || !self.items.iter().all(is_narrow)
    }
}

fn is_anchored(node: &Node) -> bool {
    match node {
        Node::At(Place::Start) => true,
        Node::Row(nodes) => nodes.first().is_some_and(is_anchored),
        Node::Either(nodes) => nodes.iter().all(is_anchored),
        _ => false,
    }
}

fn first(node: &Node, back: bool) -> First {
    match node {
        Node::One(item) => First { items: vec![*item], or_nothing: false },
        Node::Row(nodes) if back => first_of_row(nodes.iter().rev(), back),
        Node::Row(nodes) => first_of_row(nodes.iter(), back),
        Node::Either(nodes) => {
            let firsts: Vec<First> = nodes.iter().map(|it| first(it, back)).collect();
            let or_nothing = firsts.iter().any(|it| it.or_nothing);
            First { items: firsts.into_iter().flat_map(|it| it.items).collect(), or_nothing }
        }
        Node::Repeat { body, least, .. } => {
            let body = first(body, back);
            First { or_nothing: body.or_nothing || *least == 0, ..body }
        }
        Node::At(_) | Node::Look { .. } => First { items: Vec::new(), or_nothing: true },
    }
}

fn first_of_row<'a>(nodes: impl Iterator<Item = &'a Node>, back: bool) -> First {
    let mut row = First { items: Vec::new(), or_nothing: true };
    for node in nodes {
        let next = first(node, back);
        row.items.extend(next.items);
        if !next.or_nothing {
            row.or_nothing = false;
            break;
        }
    }
    row
}
