//! The tables of a lemmatiser as plain data.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::lines::Lines;
use super::lookup::Lookup;

/// What a lemmatiser looks words up in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum Tables {
    /// Rules for each part of speech, with words they have to give and words they do not hold for.
    Rule(RuleTables),
    /// Words and their lemmas.
    Lookup(Lookup),
}

/// Tables that go with rules, by the part of speech in small letters.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct RuleTables {
    pub(super) style: Style,
    /// Endings and what stands for them in the lemma. In Spanish by the name of the list.
    pub(super) rules: BTreeMap<String, Vec<(String, String)>>,
    /// Words that the rules do not hold for, and their lemmas.
    pub(super) exceptions: BTreeMap<String, Lines>,
    /// Words that are lemmas.
    pub(super) index: BTreeMap<String, Lines>,
    /// French: the last resort.
    pub(super) lookup: Lookup,
    /// Spanish: lists of rules, and the features of the words that a list is for.
    pub(super) groups: BTreeMap<String, Vec<(String, Vec<String>)>>,
}

/// Way in which the tables are used; it is the language's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Style {
    #[default]
    Plain,
    English,
    French,
    Spanish,
}

static NO_LINES: Lines = Lines::EMPTY;

impl RuleTables {
    /// Returns the rules of `name`, which may be none.
    pub(super) fn rules(&self, name: &str) -> &[(String, String)] {
        self.rules.get(name).map_or(&[], Vec::as_slice)
    }

    /// Returns the exceptions of `pos`.
    pub(super) fn exceptions(&self, pos: &str) -> &Lines {
        self.exceptions.get(pos).unwrap_or(&NO_LINES)
    }

    /// Returns the lemmas that are known for `pos`.
    pub(super) fn index(&self, pos: &str) -> &Lines {
        self.index.get(pos).unwrap_or(&NO_LINES)
    }
}
