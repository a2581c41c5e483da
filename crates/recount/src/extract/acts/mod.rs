//! Reads acts of violence: who did what to whom or what, with what, when and where.
//!
//! In: an annotated article. Out: one [`Act`] for each that the article tells, put together from the
//! words that mention it. Who and what stand in the syntax of the mention: subject, object, agent of a
//! passive, "of", "by" and "against". What only might happen, or did not, is no act; what was tried or
//! threatened says so.

mod arguments;
mod blame;
mod claims;
mod class;
mod mention;
mod merge;
mod names;
mod parties;
mod phrase;
mod settle;
mod small;
mod sort;
mod stage;
mod syntax;
#[cfg(test)]
mod tests;
mod told;
mod when_where;

use std::ops::Range;

pub(super) use claims::claims;
pub use class::{Named, named};
pub use told::{Part, ToldAct, told_acts};

use crate::annotate::{Annotated, Syntax};
use crate::model::{Count, Date};
use syntax::Tree;

/// An act of violence as one article tells it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Act {
    /// attack, bombing, kidnapping, arson, hijacking or robbery.
    pub kind: &'static str,
    /// How far it got.
    pub stage: Stage,
    /// The tokens that mention it, in order.
    pub mentions: Vec<usize>,
    /// Who is said to have done it, and groups behind it.
    pub perpetrators: Vec<Perpetrator>,
    /// A group named near it that nobody ties to it.
    pub group_nearby: Option<Range<usize>>,
    /// People it was aimed at or who suffered it.
    pub victims: Vec<Victim>,
    /// Things it was aimed at.
    pub targets: Vec<Target>,
    /// What it was done with.
    pub means: Vec<Means>,
    /// When, and where the text says so.
    pub date: Option<(Date, Range<usize>)>,
    /// Where: numbers of mentions in [`Annotated::places`], the nearest to the act first.
    pub places: Vec<usize>,
}

/// How far an act got.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// It was done.
    #[default]
    Accomplished,
    /// It was tried.
    Attempted,
    /// It was threatened.
    Threatened,
}

/// Somebody who is said to have done it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Perpetrator {
    /// The words.
    pub tokens: Range<usize>,
    /// `person` by name, `people` by description, `group`, or `state` for an army, police or government.
    pub class: &'static str,
    /// Whether it is a suspicion or an accusation.
    pub suspected: bool,
    /// Whether they said so themselves.
    pub claimed: bool,
}

/// Somebody who suffered an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Victim {
    /// The name, if one is given.
    pub name: Option<Range<usize>>,
    /// What the person is, or the people are: "judge", "three farmers" without its figure.
    pub description: Option<Range<usize>>,
    /// The class of `occupations.tsv`.
    pub class: &'static str,
    /// How many, where a figure stands before them.
    pub count: Option<Count>,
    /// Whether the words are of several people.
    pub several: bool,
    /// killed, injured, taken or freed.
    pub effect: Option<&'static str>,
}

/// A thing that an act was aimed at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The words.
    pub tokens: Range<usize>,
    /// The class of `things.tsv`.
    pub class: &'static str,
    /// How many, where a figure stands before them.
    pub count: Option<Count>,
    /// Whether the words are of several things.
    pub several: bool,
    /// destroyed or damaged.
    pub effect: Option<&'static str>,
}

/// What an act was done with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Means {
    /// The words.
    pub tokens: Range<usize>,
    /// The class of `instruments.tsv`.
    pub class: &'static str,
}

/// Finds the acts that an article tells, in the order in which it first mentions them.
#[must_use]
pub fn acts(annotated: &Annotated) -> Vec<Act> {
    of_syntax(annotated, &Syntax::of(&annotated.tokens))
}

/// The same, with the syntax of the article at hand.
pub(super) fn of_syntax(annotated: &Annotated, syntax: &Syntax<'_>) -> Vec<Act> {
    let tree = Tree { annotated, syntax };
    merge::merge(tree, mention::mentions(tree))
}
