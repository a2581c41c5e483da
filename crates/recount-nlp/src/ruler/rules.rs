//! The rules of a package as plain data.
//!
//! A rule has patterns, what it sets, and the place in a match of the token that gets it. What a
//! rule cannot say here, the reader has refused.

use serde::{Deserialize, Serialize};

/// Number of fields that a rule can set.
pub(super) const FIELDS: usize = 5;

/// The rules of a package, in their order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Rules(pub(super) Vec<Rule>);

/// Patterns and what a token gets when one of them matches.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Rule {
    pub(super) patterns: Vec<Pattern>,
    /// Place of the token in the match; counted from the end if negative. It lies in each pattern.
    pub(super) index: i64,
    pub(super) tag: Option<String>,
    pub(super) pos: Option<String>,
    /// Features in spaCy's order.
    pub(super) morph: Option<String>,
    pub(super) lemma: Option<String>,
    pub(super) dep: Option<String>,
}

impl Rule {
    /// Returns what the rule sets: tag, part of speech, features, lemma and label.
    pub(super) fn fields(&self) -> [Option<&str>; FIELDS] {
        [&self.tag, &self.pos, &self.morph, &self.lemma, &self.dep].map(Option::as_deref)
    }

    /// Returns the place of the token that gets the fields in a match of `length` tokens.
    pub(super) fn target(&self, length: usize) -> Option<usize> {
        let index = if self.index < 0 { self.index + length as i64 } else { self.index };
        usize::try_from(index).ok().filter(|at| *at < length)
    }
}

/// Tests for successive tokens; each token has to pass all of its own.
pub(super) type Pattern = Vec<Vec<Test>>;

/// One demand on one field of a token.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum Test {
    /// The field is this string.
    Is(Field, String),
    /// The field is one of these strings.
    In(Field, Vec<String>),
    /// The field is none of these strings.
    NotIn(Field, Vec<String>),
    /// The regular expression is found in the field.
    Regex(Field, String),
    /// The token is white space, or is not.
    Space(bool),
}

/// Field that a test looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Field {
    Text,
    Lower,
    Tag,
    Pos,
    Morph,
    Lemma,
    Dep,
}
