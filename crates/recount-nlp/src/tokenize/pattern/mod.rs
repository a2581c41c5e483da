//! Python's regular expressions, as far as tokenizers use them.
//!
//! In: a pattern as Python's `re` takes it, and a text. Out: the places that `re.match`,
//! `re.search` and `re.finditer` give. There are two reasons not to hand the patterns to a regex
//! crate: none of those chooses, looks behind and folds case exactly as Python does, and the
//! pattern for French compounds, of 1.4 MB, must not cost seconds whenever a model is loaded.

mod branch;
mod class;
mod machine;
mod needs;
mod node;
mod parse;
mod program;

use branch::Branches;
pub(super) use machine::Machine;
use machine::{Goal, after, before};
use needs::Needs;
use node::{Node, Place};
use parse::{Parsed, parse};
use program::Program;

/// A pattern that is ready to be matched.
#[derive(Debug)]
pub(super) struct Pattern {
    program: Program,
    branches: Branches,
    needs: Option<Needs>,
}

impl Pattern {
    /// Reads `source`, or says what in it is not understood.
    pub(super) fn new(source: &str) -> Result<Self, String> {
        let Parsed { node, classes, fold } = parse(source)?;
        let mut program = Program::new(classes, fold);
        let needs = Needs::of(&node, &program);
        let branches = Branches::new(&mut program, &split(node), false)?;
        Ok(Self { program, branches, needs })
    }

    /// Tells whether `text` begins with a match (`re.match`).
    pub(super) fn begins(&self, text: &str, machine: &mut Machine) -> bool {
        let possible = self.needs.as_ref().is_none_or(|it| it.are_met(&self.program, text));
        possible && self.match_at(text, 0, Goal::First, machine).is_some()
    }

    /// Returns the first match at the byte `from` or later (`re.search`).
    pub(super) fn search(
        &self,
        text: &str,
        from: usize,
        machine: &mut Machine,
    ) -> Option<(usize, usize)> {
        self.search_for(text, from, Goal::First, machine)
    }

    fn search_for(
        &self,
        text: &str,
        from: usize,
        goal: Goal,
        machine: &mut Machine,
    ) -> Option<(usize, usize)> {
        let mut goal = goal;
        let mut at = from;
        loop {
            let idle =
                text.as_bytes().get(at).is_some_and(|byte| self.branches.none_begins_with(*byte));
            if !idle && let Some(end) = self.match_at(text, at, goal, machine) {
                return Some((at, end));
            }
            if self.branches.are_anchored() {
                return None;
            }
            goal = Goal::First;
            at += after(text, at)?.len_utf8();
        }
    }

    fn match_at(&self, text: &str, at: usize, goal: Goal, machine: &mut Machine) -> Option<usize> {
        let mut branches = self.branches.that_begin_with(&self.program, after(text, at));
        branches.find_map(|branch| {
            if branch.anchored && at > 0 {
                return None;
            }
            machine.run(&self.program, branch.ops.clone(), text, at, goal)
        })
    }

    /// Calls `found` with the start and end of each match (`re.finditer`).
    pub(super) fn each(
        &self,
        text: &str,
        machine: &mut Machine,
        mut found: impl FnMut(usize, usize),
    ) {
        let (mut from, mut goal) = (0, Goal::First);
        while let Some((start, end)) = self.search_for(text, from, goal, machine) {
            found(start, end);
            // After an empty match, Python looks at the same place for one that is not.
            goal = if start == end { Goal::NotEmpty } else { Goal::First };
            from = end;
        }
    }
}

/// A pattern that is searched for at the end of a text.
#[derive(Debug)]
pub(super) struct Suffix {
    pattern: Pattern,
    /// Runs from the end of the text; `None` unless each branch of the pattern ends in `$`.
    backward: Option<(Program, Branches)>,
}

impl Suffix {
    /// Reads `source`, or says what in it is not understood.
    pub(super) fn new(source: &str) -> Result<Self, String> {
        let Parsed { node, classes, fold } = parse(source)?;
        let mut program = Program::new(classes, fold);
        let nodes: Option<Vec<Node>> = split(node).into_iter().map(without_end).collect();
        let branches = nodes.map(|nodes| Branches::new(&mut program, &nodes, true)).transpose()?;
        Ok(Self {
            pattern: Pattern::new(source)?,
            backward: branches.map(|branches| (program, branches)),
        })
    }

    /// Returns the first match in `text` (`re.search`).
    pub(super) fn search(&self, text: &str, machine: &mut Machine) -> Option<(usize, usize)> {
        match &self.backward {
            // There `$` has a second place.
            Some(_) if text.ends_with('\n') => self.pattern.search(text, 0, machine),
            Some((program, branches)) => {
                let end = text.len();
                // All matches end here, so the first is the longest.
                let branches = branches.that_begin_with(program, before(text, end));
                let starts = branches.filter_map(|it| {
                    machine.run(program, it.ops.clone(), text, end, Goal::Earliest)
                });
                starts.min().map(|start| (start, end))
            }
            None => self.pattern.search(text, 0, machine),
        }
    }
}

fn split(node: Node) -> Vec<Node> {
    match node {
        Node::Either(nodes) => nodes.into_iter().flat_map(split).collect(),
        node => vec![node],
    }
}

fn without_end(node: Node) -> Option<Node> {
    match node {
        Node::At(Place::End) => Some(Node::Row(Vec::new())),
        Node::Row(mut nodes) => {
            (nodes.pop() == Some(Node::At(Place::End))).then_some(Node::Row(nodes))
        }
        _ => None,
    }
}
