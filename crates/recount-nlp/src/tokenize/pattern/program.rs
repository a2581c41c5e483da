//! Turns a tree into steps for the [`super::machine`].
//!
//! In: a [`Node`] and a direction. Out: a run of [`Op`]s at the end of a [`Program`]. A program
//! that runs backwards finds the same matches, from their end to their start.

use super::class::Class;
use super::node::{Item, Node, Place};
use crate::chars::fold;

/// One step. `back` steps go towards the start of the text.
#[derive(Debug, Clone, Copy)]
pub(super) enum Op {
    One {
        item: Item,
        back: bool,
    },
    /// As many as there are, down to `least`.
    Span {
        item: Item,
        back: bool,
        least: u32,
        most: u32,
    },
    /// Tries `first`, then `second`.
    Split {
        first: usize,
        second: usize,
    },
    Jump(usize),
    At(Place),
    /// Looks at one character and stays.
    Peek {
        item: Item,
        back: bool,
        negative: bool,
    },
    /// Runs `body` and stays.
    Look {
        body: usize,
        negative: bool,
    },
    Match,
}

/// The steps of a pattern.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) ops: Vec<Op>,
    classes: Vec<Class>,
    fold: bool,
}

/// Most steps of a program; the longest of spaCy's, for French compounds, has some 10,000.
const MAX_OPS: usize = 200_000;

impl Program {
    /// Returns a program without steps.
    pub(super) fn new(classes: Vec<Class>, fold: bool) -> Self {
        Self { ops: Vec::new(), classes, fold }
    }

    /// Tells whether `c` is what `item` asks for.
    pub(super) fn is(&self, item: Item, c: char) -> bool {
        match item {
            Item::Char(wanted) => wanted == if self.fold { fold(c) } else { c },
            Item::Class(class) => self.classes.get(class).is_some_and(|it| it.has(c)),
        }
    }

    /// Returns about how many characters `item` stands for.
    pub(super) fn size(&self, item: Item) -> usize {
        match item {
            Item::Char(_) => 1,
            Item::Class(class) => self.classes.get(class).map_or(usize::MAX, Class::size),
        }
    }

    /// Returns the set of what any of `items` stands for, if it can be written as a list.
    pub(super) fn union(&self, items: &[Item]) -> Option<Class> {
        let classes = items.iter().filter_map(|item| match item {
            Item::Class(class) => self.classes.get(*class),
            Item::Char(_) => None,
        });
        let chars = items.iter().filter_map(|item| match item {
            Item::Char(c) => Some(*c),
            Item::Class(_) => None,
        });
        Class::union(classes, chars, self.fold)
    }

    /// Adds the steps of `node` and a [`Op::Match`].
    pub(super) fn add(&mut self, node: &Node, back: bool) -> Result<(), String> {
        self.emit(node, back)?;
        self.ops.push(Op::Match);
        Ok(())
    }

    fn emit(&mut self, node: &Node, back: bool) -> Result<(), String> {
        if self.ops.len() > MAX_OPS {
            return Err("too long a pattern".to_owned());
        }
        match node {
            Node::One(item) => self.ops.push(Op::One { item: *item, back }),
            Node::Row(nodes) if back => {
                nodes.iter().rev().try_for_each(|it| self.emit(it, back))?
            }
            Node::Row(nodes) => nodes.iter().try_for_each(|it| self.emit(it, back))?,
            Node::Either(nodes) => self.either(nodes, back)?,
            Node::Repeat { body, least, most, greedy } => {
                self.repeat(body, *least, *most, *greedy, back)?
            }
            Node::At(place) => self.ops.push(Op::At(*place)),
            Node::Look { ahead, negative, body } => self.look(body, !*ahead, *negative)?,
        }
        Ok(())
    }

    fn either(&mut self, nodes: &[Node], back: bool) -> Result<(), String> {
        let mut ends = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            let split = self.ops.len();
            let last = index + 1 == nodes.len();
            if !last {
                self.ops.push(Op::Split { first: split + 1, second: 0 });
            }
            self.emit(node, back)?;
            if !last {
                ends.push(self.ops.len());
                self.ops.push(Op::Jump(0));
                self.ops[split] = Op::Split { first: split + 1, second: self.ops.len() };
            }
        }
        for end in ends {
            self.ops[end] = Op::Jump(self.ops.len());
        }
        Ok(())
    }

    fn repeat(
        &mut self,
        body: &Node,
        least: u32,
        most: Option<u32>,
        greedy: bool,
        back: bool,
    ) -> Result<(), String> {
        if let (Node::One(item), true) = (body, greedy) {
            let most = most.unwrap_or(u32::MAX);
            self.ops.push(Op::Span { item: *item, back, least, most });
            return Ok(());
        }
        for _ in 0..least {
            self.emit(body, back)?;
        }
        let Some(most) = most else { return self.forever(body, greedy, back) };
        let mut splits = Vec::new();
        for _ in least..most {
            splits.push(self.ops.len());
            self.ops.push(Op::Match); // replaced below
            self.emit(body, back)?;
        }
        for split in splits {
            self.ops[split] = choice(split + 1, self.ops.len(), greedy);
        }
        Ok(())
    }

    fn forever(&mut self, body: &Node, greedy: bool, back: bool) -> Result<(), String> {
        let split = self.ops.len();
        self.ops.push(Op::Match); // replaced below
        self.emit(body, back)?;
        self.ops.push(Op::Jump(split));
        self.ops[split] = choice(split + 1, self.ops.len(), greedy);
        Ok(())
    }

    fn look(&mut self, body: &Node, back: bool, negative: bool) -> Result<(), String> {
        if let Node::One(item) = body {
            self.ops.push(Op::Peek { item: *item, back, negative });
            return Ok(());
        }
        let look = self.ops.len();
        self.ops.push(Op::Look { body: look + 2, negative });
        self.ops.push(Op::Jump(0));
        self.add(body, back)?;
        self.ops[look + 1] = Op::Jump(self.ops.len());
        Ok(())
    }
}

fn choice(body: usize, end: usize, greedy: bool) -> Op {
    if greedy {
        Op::Split { first: body, second: end }
    } else {
        Op::Split { first: end, second: body }
    }
}
