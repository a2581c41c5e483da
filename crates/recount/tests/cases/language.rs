//! The case language as types: what a line of an `expect` block can say.

mod parse;

pub(crate) use parse::line;

use recount::model::{Relation, Slot, Who};

/// A line and what it says.
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) meaning: Meaning,
}

/// What a line asserts.
pub(crate) enum Meaning {
    Incidents(usize),
    Incident { of: Option<String>, sizes: Vec<(Size, usize)> },
    Articles(Vec<String>),
    Family(Vec<String>),
    Finding { topic: Topic, value: String, range: Option<(u64, u64)>, verdict: Option<String> },
    Nothing { topic: Topic, value: Option<String>, findings_only: bool },
    Group { topic: Topic, value: String, sizes: Vec<(Size, usize)>, superseded: bool },
    Claim { article: String, topic: Topic, value: String, traits: Vec<Trait> },
    Article { name: String, facts: Vec<Fact> },
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Size {
    Articles,
    Outlets,
    Families,
    Origins,
    Independent,
}

/// A slot of the main event or of some background event, and of whom it counts.
pub(crate) struct Topic {
    pub(crate) relation: Relation,
    pub(crate) slot: Slot,
    pub(crate) who: Option<Who>,
}

/// What a claim must have beside its value.
pub(crate) enum Trait {
    Chain(Vec<Voice>),
    Modality(String),
    Evidence(String),
}

/// One voice of a chain.
#[derive(PartialEq)]
pub(crate) struct Voice {
    pub(crate) name: String,
    pub(crate) anonymous: bool,
}

/// What must hold of an article.
pub(crate) enum Fact {
    /// A field and its words; `None` where the line says `none`.
    Is(String, Option<String>),
    /// A role and words that stand in a block of it.
    Holds(String, String),
}
