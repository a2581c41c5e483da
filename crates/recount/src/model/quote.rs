//! A quotation: words that a speaker is quoted with, in one article and over a story.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ArticleId, Evidence, Hop};

/// Words of one speaker, as the articles of a story quote them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Quote {
    /// The same for the same words in the same articles.
    pub id: String,
    /// Who spoke, outermost voice first, as the variant with most words has it.
    pub speaker: Vec<Hop>,
    /// The variant with most words.
    pub text: String,
    /// The words as each article prints them, in the order of the story; never empty.
    pub variants: Vec<Quoted>,
}

/// Words that one article quotes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Quoted {
    /// The article.
    pub article: ArticleId,
    /// Who spoke, outermost voice first.
    pub speaker: Vec<Hop>,
    /// The words between the quotation marks; where there are several such parts, ` … ` stands between.
    pub text: String,
    /// The bytes of each part, without its marks.
    pub parts: Vec<Evidence>,
    /// The words that say so: "said".
    pub cue: Evidence,
}
