//! Walks the syntax of an article: words joined by "and", objects of prepositions.
//!
//! In: tokens with their [`Syntax`]. Out: numbers of tokens, in the order of the text.

use crate::annotate::{Annotated, Syntax, Token};

/// The tokens of an article as trees.
#[derive(Clone, Copy)]
pub(super) struct Tree<'a> {
    pub(super) annotated: &'a Annotated,
    pub(super) syntax: &'a Syntax<'a>,
}

impl<'a> Tree<'a> {
    pub(super) fn token(self, at: usize) -> &'a Token {
        &self.annotated.tokens[at]
    }

    /// Returns the words that hang on `at`.
    pub(super) fn children(self, at: usize) -> impl Iterator<Item = usize> + use<'a> {
        self.syntax.children(at).iter().copied()
    }

    /// Returns the words that hang on `at` by one of these arcs.
    pub(super) fn by(
        self,
        at: usize,
        deps: &'a [&'a str],
    ) -> impl Iterator<Item = usize> + use<'a> {
        self.syntax.hanging(at, deps)
    }

    /// Returns `at` and the words joined to it: "farmers, a nurse and two drivers".
    pub(super) fn with_joined(self, at: usize) -> Vec<usize> {
        let mut all = vec![at];
        let mut next = 0;
        while next < all.len() {
            all.extend(self.by(all[next], &["conj"]).filter(|it| self.token(*it).pos != "VERB"));
            next += 1;
        }
        all
    }

    /// Returns the objects of the prepositions in `words` that hang on `at`.
    pub(super) fn after(self, at: usize, words: &[&str]) -> Vec<usize> {
        self.after_any(at, |it| words.contains(&it))
    }

    /// Returns the objects of the prepositions that hang on `at` and are of the asked kind.
    pub(super) fn after_any(self, at: usize, asked: impl Fn(&str) -> bool) -> Vec<usize> {
        let hanging = self.by(at, &["prep", "agent", "dative"]);
        let prepositions = hanging.filter(|it| asked(&self.token(*it).lower));
        let objects = prepositions.flat_map(|it| self.by(it, &["pobj", "pcomp"]));
        objects.flat_map(|it| self.with_joined(it)).collect()
    }

    /// Returns whether `at` hangs on `on`, by any number of arcs.
    pub(super) fn is_under(self, at: usize, on: usize) -> bool {
        self.syntax.above(at).any(|it| it == on)
    }
}
