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

    /// Returns the alternatives of which the node is made, in their order.
    ///
    /// Of `(?<=[0-9])(?:km|kg)` they are `(?<=[0-9])km` and `(?<=[0-9])kg`: what stands before the
    /// choice takes no character, so there is one way only to come to it. With `back`, what
    /// stands after it takes none.
    pub(super) fn branches(self, back: bool) -> Vec<Node> {
        match self {
            Self::Either(nodes) => nodes.into_iter().flat_map(|it| it.branches(back)).collect(),
            Self::Row(nodes) => row_branches(nodes, back),
            node => vec![node],
        }
    }
}

fn row_branches(nodes: Vec<Node>, back: bool) -> Vec<Node> {
    let takes = |node: &Node| !matches!(node, Node::At(_) | Node::Look { .. });
    let outer = if back { nodes.iter().rposition(takes) } else { nodes.iter().position(takes) };
    let Some((index, Node::Either(choices))) =
        outer.and_then(|index| Some((index, nodes.get(index)?)))
    else {
        return vec![Node::Row(nodes)];
    };
    let with = |choice: Node| {
        let mut row = nodes.clone();
        row[index] = choice;
        Node::Row(row)
    };
    choices.iter().flat_map(|choice| choice.clone().branches(back)).map(with).collect()
}
