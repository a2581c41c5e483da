//! Finds sentences, words, quantities, times and places in an article.
//!
//! In: an [`Article`]. Out: an [`Annotated`] article. Furniture is never looked at, and nothing is
//! decided here about events: "on Sunday" is found, but which Sunday is for a later stage to say.

mod conllu;
mod language;
mod numbers;
pub mod places;
mod printed;
mod quantities;
mod quotations;
mod syntax;
mod times;
mod timex;
mod tokens;

use std::ops::Range;

pub use conllu::conllu;
pub use language::Language;
pub(crate) use language::sentences;
pub use places::{PlaceMention, Relation};
pub use printed::Printed;
pub(crate) use quantities::vague_words;
pub(crate) use quotations::{Quotations, is_mark};
pub(crate) use syntax::{Syntax, heads};
pub use times::{Calendar, Meaning, Shift, TimeMention, Unit};
pub use timex::{Timex, timexes};

use crate::model::{Article, Count, Evidence, Field, Role};

/// An article with what was found in its text.
#[derive(Debug, Clone)]
pub struct Annotated {
    /// The article.
    pub article: Article,
    /// The sentences of headline, standfirst, body and captions, in the order of the page.
    pub sentences: Vec<Sentence>,
    /// Their words and marks.
    pub tokens: Vec<Token>,
    /// Names of persons, places and organisations, dates and other expressions, in order.
    pub entities: Vec<Entity>,
    /// Figures and number words, in order.
    pub quantities: Vec<Quantity>,
    /// Expressions of time, in order.
    pub times: Vec<TimeMention>,
    /// Names of places, in order.
    pub places: Vec<PlaceMention>,
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
    /// The fine-grained part of speech, a Penn Treebank tag.
    pub tag: String,
    /// The universal part of speech.
    pub pos: String,
    /// The number of its head among the tokens of the article; a root is its own.
    pub head: usize,
    /// The label of the arc from the head.
    pub dep: String,
    /// Whether the form begins with an upper-case letter.
    pub capital: bool,
    /// Whether there is white space after it.
    pub space_after: bool,
}

impl Token {
    /// Returns the token of a line that begins at the byte `start` and the token `first`.
    fn moved(self, start: usize, first: usize) -> Self {
        let (begin, end) = (self.start + start, self.end + start);
        Self { start: begin, end, head: self.head + first, ..self }
    }

    /// Returns whether the token is a word or a figure and not a mark.
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.lower.chars().any(char::is_alphanumeric)
    }
}

/// An expression that the language layer knows the kind of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is, as OntoNotes has it: `PERSON`, `GPE`, `ORG`, `DATE`, `CARDINAL` …
    pub kind: String,
}

/// A figure or number word, with what hedges it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// Its tokens, hedge included.
    pub tokens: Range<usize>,
    /// What it says.
    pub value: Count,
}

/// Finds what is in `article`, which is written in `language`.
#[must_use]
pub fn annotate(article: Article, language: &Language) -> Annotated {
    let (mut tokens, mut sentences, mut entities) = (Vec::new(), Vec::new(), Vec::new());
    for (paragraph, field, role, range) in lines(&article) {
        let line = language::read(&article.field(field)[range.clone()], language);
        let first = tokens.len();
        let moved = |it: Range<usize>| it.start + first..it.end + first;
        tokens.extend(line.tokens.into_iter().map(|it| it.moved(range.start, first)));
        sentences.extend(line.sentences.into_iter().map(moved).map(|tokens_of| {
            let (start, end) = (tokens[tokens_of.start].start, tokens[tokens_of.end - 1].end);
            Sentence { field, role, paragraph, start, end, tokens: tokens_of }
        }));
        let entity = |(words, kind)| Entity { tokens: moved(words), kind };
        entities.extend(line.entities.into_iter().map(entity));
    }
    let quantities = sentences.iter().flat_map(|it| quantities::quantities(&tokens, it)).collect();
    let times = sentences.iter().flat_map(|it| times::times(&tokens, it)).collect();
    let places = Vec::new();
    let mut annotated =
        Annotated { article, sentences, tokens, entities, quantities, times, places };
    annotated.places = places::places(&annotated);
    annotated
}

/// Returns the lines of what the newsroom tells, in the order of the page, with the number of their
/// paragraph.
fn lines(article: &Article) -> Vec<(usize, Field, Role, Range<usize>)> {
    let mut lines = Vec::new();
    for (paragraph, (field, role, range)) in paragraphs(article).into_iter().enumerate() {
        let mut start = range.start;
        for line in article.field(field)[range].split('\n') {
            lines.push((paragraph, field, role, start..start + line.len()));
            start += line.len() + 1;
        }
    }
    lines
}

/// Returns the paragraphs of what the newsroom tells, in the order of the page.
fn paragraphs(article: &Article) -> Vec<(Field, Role, Range<usize>)> {
    let apart = article.headline.as_ref().filter(|_| article.headline_apart);
    let headline = apart.map(|it| (Field::Headline, Role::Headline, 0..it.len()));
    let blocks = article.blocks.iter().filter(|it| it.role != Role::Furniture);
    let blocks = blocks.filter(|it| it.role != Role::Headline || apart.is_none());
    let blocks = blocks.map(|it| (Field::Text, it.role, it.start..it.end));
    headline.into_iter().chain(blocks).collect()
}

impl Annotated {
    /// Returns the tokens of `sentence`.
    #[must_use]
    pub fn words(&self, sentence: &Sentence) -> &[Token] {
        &self.tokens[sentence.tokens.clone()]
    }

    /// Returns the evidence that the tokens of `range` give; they lie in one sentence.
    ///
    /// # Panics
    /// If `range` is empty or does not begin inside a sentence.
    #[must_use]
    pub fn evidence(&self, range: &Range<usize>) -> Evidence {
        let field = self.sentence_of(range.start).field;
        let (start, end) = (self.tokens[range.start].start, self.tokens[range.end - 1].end);
        Evidence { field, start, end, text: self.article.field(field)[start..end].to_owned() }
    }

    /// Returns the sentence that holds the token at `index`.
    ///
    /// # Panics
    /// If there is no such token: every token lies in a sentence.
    #[must_use]
    pub fn sentence_of(&self, index: usize) -> &Sentence {
        let at = self.sentences.partition_point(|it| it.tokens.end <= index);
        &self.sentences[at]
    }

    /// Returns the words of `range` as they are printed.
    #[must_use]
    pub fn text(&self, range: &Range<usize>) -> &str {
        if range.is_empty() {
            return "";
        }
        let field = self.sentence_of(range.start).field;
        &self.article.field(field)[self.tokens[range.start].start..self.tokens[range.end - 1].end]
    }
}
