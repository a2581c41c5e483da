//! Finds attribution relations: who says, thinks or wants what, and by which words it is said so.
//!
//! In: an annotated article. Out: for each relation the words of its source, its cue and its content, in
//! the order of the text. Whom the source names and how voices hold one another is for
//! [`super::voices`] to say.

mod across;
mod beside;
mod content;
mod cue;
mod fixed;
mod reach;
mod source;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use crate::annotate::{Annotated, Quotations, Syntax};
pub(super) use words::Manner;

/// Somebody's words, and the words that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relation {
    /// The words that name who speaks; empty if nobody is named.
    pub(super) source: Range<usize>,
    /// The verb with its helping words, or what else says that somebody speaks.
    pub(super) cue: Range<usize>,
    /// What is said, in order.
    pub(super) content: Vec<Range<usize>>,
    /// How sure the cue makes it.
    pub(super) manner: Manner,
    /// The word that decides the manner.
    pub(super) verb: usize,
}

/// Reads the relations of an article.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    annotated: &'a Annotated,
    syntax: &'a Syntax<'a>,
    quotations: Quotations,
}

impl<'a> Reader<'a> {
    /// Prepares an article with its syntax.
    pub(super) fn of(annotated: &'a Annotated, syntax: &'a Syntax<'a>) -> Self {
        Self { annotated, syntax, quotations: Quotations::of(annotated) }
    }

    /// Returns the relations in the order of their cues.
    pub(super) fn relations(&self) -> Vec<Relation> {
        let mut found: Vec<_> =
            self.annotated.sentences.iter().filter_map(|it| self.headline(it)).collect();
        let tokens = 0..self.annotated.tokens.len();
        found.extend(tokens.filter_map(|at| self.according_to(at).or_else(|| self.by_word(at))));
        found.sort_by_key(|it| it.cue.start);
        self.settle(&mut found);
        found
    }

    /// Whether the token stands inside a direct quotation.
    pub(super) fn is_quoted(&self, at: usize) -> bool {
        self.quotations.around(at).is_some()
    }

    fn lower(&self, at: usize) -> &str {
        self.annotated.tokens.get(at).map_or("", |it| it.lower.as_str())
    }

    fn lemma(&self, at: usize) -> &str {
        &self.annotated.tokens[at].lemma
    }

    fn dep(&self, at: usize) -> &str {
        &self.annotated.tokens[at].dep
    }

    fn tag(&self, at: usize) -> &str {
        &self.annotated.tokens[at].tag
    }

    /// The tokens of the sentence that holds the token.
    fn sentence(&self, at: usize) -> Range<usize> {
        self.annotated.sentence_of(at).tokens.clone()
    }
}

fn covers(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
