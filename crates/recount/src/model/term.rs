//! Names and terms: the values that are words.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What sort of thing a name stands for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)] // the names are the docs
pub enum NameKind {
    Person,
    Organisation,
    Group,
    Nationality,
    Office,
}

/// Somebody or something with a name: one id for all its spellings.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Name {
    /// Lower-case words, the same for every spelling.
    pub id: String,
    /// The words of the text.
    pub text: String,
    /// What sort of thing it is.
    pub kind: NameKind,
}

/// A word for a kind of thing, with the wider kind it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Term {
    /// Lower-case words.
    pub id: String,
    /// The words of the text.
    pub text: String,
    /// The next wider term (`pocket knife` ⊂ `knife`), if the lexicon has one.
    pub broader: Option<String>,
}
