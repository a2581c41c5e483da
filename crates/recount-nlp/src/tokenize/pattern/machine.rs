//! Runs a [`Program`] over a text, with Python's choice among matches.
//!
//! In: a program, a text and a place. Out: where the match ends. A try that takes long remembers
//! where it has been, so that its time is bounded by the length of the text times that of the
//! program, whatever the pattern.

use std::ops::Range;

use super::node::{Item, Place};
use super::program::{Op, Program};
use crate::chars::is_word;

/// What is kept between runs, so that they need no new memory.
#[derive(Debug, Default)]
pub(crate) struct Machine {
    frames: Vec<Frame>,
    seen: Vec<u64>,
}

/// What is still to be tried: to go on with `op` at `at`, and then at each place up to `stop`.
#[derive(Debug, Clone, Copy)]
struct Frame {
    op: usize,
    at: usize,
    stop: usize,
}

/// Which match is wanted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Goal {
    /// The first in the order of the pattern.
    First,
    /// The first that is not empty.
    NotEmpty,
    /// Of a backward program, the one with the earliest start.
    Earliest,
}

struct Run<'a> {
    program: &'a Program,
    text: &'a str,
    /// The steps that belong to the run.
    ops: Range<usize>,
    goal: Goal,
    begin: usize,
    steps: usize,
    /// Steps after which the run remembers where it has been.
    patience: usize,
    remembers: bool,
}

impl Machine {
    /// Runs the steps `ops` of `program` from the byte `at`, and returns where their match ends.
    pub(super) fn run(
        &mut self,
        program: &Program,
        ops: Range<usize>,
        text: &str,
        at: usize,
        goal: Goal,
    ) -> Option<usize> {
        let patience = 64 + 16 * text.len();
        let mut run =
            Run { program, text, ops, goal, begin: at, steps: 0, patience, remembers: false };
        self.explore(&mut run)
    }

    fn explore(&mut self, run: &mut Run) -> Option<usize> {
        let base = self.frames.len();
        let mut best = None;
        self.frames.push(Frame { op: run.ops.start, at: run.begin, stop: run.begin });
        while self.frames.len() > base {
            let Some(frame) = self.frames.pop() else { break };
            if frame.at != frame.stop {
                self.frames.push(Frame { at: run.towards(frame.stop, frame.at), ..frame });
            }
            let Some(end) = self.follow(run, frame.op, frame.at) else { continue };
            if run.goal != Goal::Earliest {
                self.frames.truncate(base);
                return Some(end);
            }
            best = best.into_iter().chain([end]).min();
        }
        best
    }

    /// Follows the steps until they match or fail.
    fn follow(&mut self, run: &mut Run, mut op: usize, mut at: usize) -> Option<usize> {
        self.count(run);
        if self.was_here(run, op, at) {
            return None;
        }
        let mut fresh = true;
        loop {
            match *run.program.ops.get(op)? {
                Op::One { item, back } => at = run.step(item, at, back)?,
                Op::At(place) => run.is_at(place, at).then_some(())?,
                Op::Peek { item, back, negative } => {
                    (run.step(item, at, back).is_some() != negative).then_some(())?;
                }
                Op::Look { body, negative } => {
                    (self.looks(run, body, at) != negative).then_some(())?;
                }
                Op::Jump(next) => {
                    op = next;
                    continue;
                }
                Op::Split { first, second } => {
                    if !fresh && self.was_here(run, op, at) {
                        return None;
                    }
                    self.count(run);
                    self.frames.push(Frame { op: second, at, stop: at });
                    op = first;
                    fresh = false;
                    continue;
                }
                Op::Span { item, back, least, most } => {
                    if !fresh && self.was_here(run, op, at) {
                        return None;
                    }
                    at = self.span(run, op, at, (item, back), least..most)?;
                }
                Op::Match => {
                    return (run.goal != Goal::NotEmpty || at != run.begin).then_some(at);
                }
            }
            fresh = false;
            op += 1;
        }
    }

    /// Takes as many characters as it can, and leaves a frame for each smaller number.
    fn span(
        &mut self,
        run: &mut Run,
        op: usize,
        start: usize,
        (item, back): (Item, bool),
        times: Range<u32>,
    ) -> Option<usize> {
        let (mut at, mut stop) = (start, start);
        let (mut taken, mut most) = (0, times.end);
        while taken < most {
            let Some(next) = run.step(item, at, back) else { break };
            at = next;
            taken += 1;
            if taken <= times.start {
                stop = at;
            }
            // A span that began here has tried, or will try, what lies further.
            if most == u32::MAX && self.was_here(run, op, at) {
                most = taken.saturating_add(times.start);
            }
        }
        run.steps += taken as usize;
        if taken < times.start {
            return None;
        }
        if at != stop {
            self.frames.push(Frame { op: op + 1, at: run.towards(stop, at), stop });
        }
        Some(at)
    }

    fn looks(&mut self, run: &Run, body: usize, at: usize) -> bool {
        let ops = body..run.ops.end;
        let mut look = Run {
            ops,
            goal: Goal::First,
            begin: at,
            steps: 0,
            remembers: false,
            patience: usize::MAX,
            ..*run
        };
        self.explore(&mut look).is_some()
    }

    fn count(&mut self, run: &mut Run) {
        run.steps += 1;
        if run.steps > run.patience && !run.remembers {
            run.remembers = true;
            let bits = run.ops.len() * (run.text.len() + 1);
            self.seen.clear();
            self.seen.resize(bits / 64 + 1, 0);
        }
    }

    /// Tells whether the run has come by here before, and remembers that it has now.
    fn was_here(&mut self, run: &Run, op: usize, at: usize) -> bool {
        if !run.remembers {
            return false;
        }
        let bit = (op - run.ops.start) * (run.text.len() + 1) + at;
        let Some(word) = self.seen.get_mut(bit / 64) else { return false };
        let before = *word;
        *word |= 1 << (bit % 64);
        *word == before
    }
}

impl Run<'_> {
    fn step(&self, item: Item, at: usize, back: bool) -> Option<usize> {
        let c = if back { before(self.text, at)? } else { after(self.text, at)? };
        let length = c.len_utf8();
        self.program.is(item, c).then_some(if back { at - length } else { at + length })
    }

    /// Returns the place one character nearer to `goal`.
    fn towards(&self, goal: usize, at: usize) -> usize {
        if goal < at {
            before(self.text, at).map_or(goal, |c| at - c.len_utf8())
        } else {
            after(self.text, at).map_or(goal, |c| at + c.len_utf8())
        }
    }

    fn is_at(&self, place: Place, at: usize) -> bool {
        let end = self.text.len();
        match place {
            Place::Start => at == 0,
            Place::VeryEnd => at == end,
            Place::End => at == end || at + 1 == end && self.text.ends_with('\n'),
            Place::WordEdge => self.is_word_edge(at),
            Place::NoWordEdge => !self.is_word_edge(at) && end > 0,
        }
    }

    fn is_word_edge(&self, at: usize) -> bool {
        before(self.text, at).is_some_and(is_word) != after(self.text, at).is_some_and(is_word)
    }
}

/// Returns the character that begins at the byte `at`.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    match *text.as_bytes().get(at)? {
        byte if byte.is_ascii() => Some(char::from(byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// Returns the character that ends at the byte `at`.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    match *text.as_bytes().get(at.checked_sub(1)?)? {
        byte if byte.is_ascii() => Some(char::from(byte)),
        _ => text.get(..at)?.chars().next_back(),
    }
}
