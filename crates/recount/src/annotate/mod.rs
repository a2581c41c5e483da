//! Finds sentences, words, quantities, times, names and places in an article.
//!
//! In: an [`Article`]. Out: an [`Annotated`] article. Furniture is never looked at.

use std::ops::Range;

use crate::model::{Article, Count, Field, Role};

/// An article with what was found in its text.
#[derive(Debug, Clone)]
pub struct Annotated {
    /// The article.
    pub article: Article,
    /// The sentences of headline, standfirst, body and captions, in the order of the page.
    pub sentences: Vec<Sentence>,
    /// Their words and marks.
    pub tokens: Vec<Token>,
    /// Figures and number words.
    pub quantities: Vec<Quantity>,
}

/// A sentence, or a line that is none: a headline, a caption, a sub-heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Which string of the article it stands in.
    pub field: Field,
    /// The role of its block.
    pub role: Role,
    /// Which paragraph of the article, counted from 0.
    pub paragraph: usize,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// A word, a figure or a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// First byte, in the field of its sentence.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// The form in lower case, with typographic marks made plain.
    pub lower: String,
    /// The dictionary form, in lower case.
    pub lemma: String,
    /// Whether the form begins with an upper-case letter.
    pub capital: bool,
    /// Whether there is white space after it.
    pub space_after: bool,
}

/// A figure or number word, with what hedges it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it says.
    pub value: Count,
}
