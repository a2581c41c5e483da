//! What a pattern says, as a tree.

/// A pattern or a part of one.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    /// One character.
    One(Item),
    /// One after another.
    Row(Vec<Node>),
    /// The first that leads to a match.
    Either(Vec<Node>),
    /// From `least` to `most` times, and rather more than fewer if `greedy`.
    Repeat { body: Box<Node>, least: u32, most: Option<u32>, greedy: bool },
    /// A place between characters.
    At(Place),
    /// Something that must (or, `negative`, must not) stand before or after.
    Look { ahead: bool, negative: bool, body: Box<Node> },
}

/// What one character must be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Item {
    /// This one; in its folded form where case is ignored.
    Char(char),
    /// One of a class, by its number in the pattern's table.
    Class(usize),
}

/// A place between characters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// `^` and `\A`.
    Start,
    /// `$`: the end, or before a line feed that ends the text.
    End,
    /// `\Z`.
    VeryEnd,
    /// `\b`.
    WordEdge,
    /// `\B`.
    NoWordEdge,
}

impl Node {
    /// Tells whether the node can match without taking a character.
    pub(super) fn may_be_empty(&self) -> bool {
        match self {
            Self::One(_) => false,
            Self::Row(nodes) => nodes.iter().all(Self::may_be_empty),
            Self::Either(nodes) => nodes.iter().any(Self::may_be_empty),
            Self::Repeat { body, least, .. } => *least == 0 || body.may_be_empty(),
            Self::At(_) | Self::Look { .. } => true,
        }
    }
}
