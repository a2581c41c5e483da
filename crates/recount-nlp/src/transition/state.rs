//! The state of an arc-eager parser, and what its moves do.
//!
//! In: moves. Out: arcs. Each token is put on the stack and taken off it a bounded number of times, so
//! that any choice of allowed moves comes to an end in linear time.

use super::children::Children;

/// What a move does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Shift,
    Reduce,
    Left,
    Right,
    Break,
}

/// The head of each token, if it has one, and the number of the arc's label.
pub(crate) struct Arcs {
    pub(crate) heads: Vec<Option<usize>>,
    pub(crate) labels: Vec<u16>,
}

/// A partial parse: tokens on the stack, tokens to come, and the arcs so far.
pub(super) struct State<'a> {
    starts: &'a [Option<bool>],
    stack: Vec<usize>,
    /// Tokens that were put back, the next one last.
    put_back: Vec<usize>,
    next: usize,
    begins: Vec<bool>,
    was_put_back: Vec<bool>,
    pub(super) arcs: Arcs,
    left: Children,
    right: Children,
}

impl<'a> State<'a> {
    /// Returns the state before the first move; see [`super::Parser::parse`] for `starts`.
    pub(super) fn new(starts: &'a [Option<bool>]) -> Self {
        let length = starts.len();
        Self {
            starts,
            stack: Vec::new(),
            put_back: Vec::new(),
            next: 0,
            begins: vec![false; length],
            was_put_back: vec![false; length],
            arcs: Arcs { heads: vec![None; length], labels: vec![0; length] },
            left: Children::new(length),
            right: Children::new(length),
        }
    }

    /// Returns whether nothing is left to do.
    pub(super) fn is_final(&self) -> bool {
        self.stack.is_empty() && self.to_come() == 0
    }

    fn to_come(&self) -> usize {
        self.starts.len() - self.next + self.put_back.len()
    }

    fn stacked(&self, depth: usize) -> Option<usize> {
        self.stack.len().checked_sub(depth + 1).map(|at| self.stack[at])
    }

    fn buffered(&self, depth: usize) -> Option<usize> {
        match self.put_back.len().checked_sub(depth + 1) {
            Some(at) => Some(self.put_back[at]),
            None => {
                Some(self.next + depth - self.put_back.len()).filter(|it| *it < self.starts.len())
            }
        }
    }

    /// Returns the tokens that describe the state to a network of eight places, or of thirteen.
    pub(super) fn context(&self, places: usize) -> [Option<usize>; 13] {
        let (first, top, under) = (self.buffered(0), self.stacked(0), self.stacked(1));
        let left = |token: Option<usize>, nth| token.and_then(|it| self.left.nth_last(it, nth));
        let right = |token: Option<usize>, nth| token.and_then(|it| self.right.nth_last(it, nth));
        let near = [first, self.buffered(1), top, under, self.stacked(2)];
        let mut found = [None; 13];
        found[..5].copy_from_slice(&near);
        if places <= 8 {
            found[5..8].copy_from_slice(&[left(first, 0), left(top, 0), right(top, 0)]);
            return found;
        }
        found[5..].copy_from_slice(&[
            left(top, 0),
            right(top, 0),
            left(first, 0),
            right(top, 1),
            left(under, 0),
            left(under, 1),
            right(under, 0),
            right(under, 1),
        ]);
        found
    }

    fn begins_sentence(&self, token: Option<usize>) -> bool {
        token.is_some_and(|it| self.begins[it] || self.starts[it] == Some(true))
    }

    fn cannot_begin(&self, token: Option<usize>) -> bool {
        token.is_some_and(|it| self.starts[it] == Some(false))
    }

    /// Returns for each [`Kind`] whether it is allowed now.
    pub(super) fn allowed(&self) -> [bool; 5] {
        let (first, depth, to_come) = (self.buffered(0), self.stack.len(), self.to_come());
        let again = first.is_some_and(|it| self.was_put_back[it]);
        let begins = self.begins_sentence(first);
        let arc = depth > 0 && to_come > 0 && !begins;
        let shift = depth == 0 || (to_come >= 2 && !begins && !again);
        let last = depth == 1 && self.cannot_begin(first);
        let reduce = depth > 0 && (to_come == 0 || !last);
        [shift, reduce, arc, arc, self.may_break()]
    }

    fn may_break(&self) -> bool {
        let (first, second) = (self.buffered(0), self.buffered(1));
        self.to_come() >= 2
            && second == first.map(|it| it + 1)
            && !self.begins_sentence(second)
            && !self.cannot_begin(second)
    }

    /// Makes a move that is allowed.
    pub(super) fn make(&mut self, kind: Kind, label: u16) {
        let (top, first) = (self.stacked(0), self.buffered(0));
        match (kind, top, first) {
            (Kind::Shift, ..) => self.push(),
            (Kind::Reduce, Some(top), _) => self.reduce(top),
            (Kind::Left, Some(top), Some(first)) => {
                self.add_arc(first, top, label);
                // The stack changes, so that no circle can come of putting the token back again.
                self.was_put_back[first] = false;
                self.stack.pop();
            }
            (Kind::Right, Some(top), Some(first)) => {
                self.add_arc(top, first, label);
                self.push();
            }
            (Kind::Break, ..) => {
                if let Some(second) = self.buffered(1) {
                    self.begins[second] = true;
                }
            }
            _ => {}
        }
    }

    fn push(&mut self) {
        let token = self.put_back.pop().unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        });
        self.stack.push(token);
    }

    fn reduce(&mut self, top: usize) {
        self.stack.pop();
        if self.arcs.heads[top].is_none() && !self.stack.is_empty() {
            self.was_put_back[top] = true;
            self.put_back.push(top);
        }
    }

    fn add_arc(&mut self, head: usize, child: usize, label: u16) {
        if let Some(old) = self.arcs.heads[child] {
            self.side(old, child).remove(old, child);
        }
        self.side(head, child).add(head, child);
        self.arcs.heads[child] = Some(head);
        self.arcs.labels[child] = label;
    }

    fn side(&mut self, head: usize, child: usize) -> &mut Children {
        if head > child { &mut self.left } else { &mut self.right }
    }
}
