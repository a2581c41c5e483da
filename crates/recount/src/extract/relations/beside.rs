//! Finds what a verb carries where the syntax does not say so: a quotation beside it, a clause before its
//! comma, a clause that hangs on another word.
//!
//! In: a verb. Out: its content, by marks and order of words.

use std::ops::Range;

use super::content::Found;
use super::words::{Kind, Word};
use super::{Reader, covers};

impl Reader<'_> {
    /// `said during a news conference that …`: the parser may hang the clause on the conference.
    pub(super) fn hidden(&self, at: usize) -> Option<Found> {
        let end = self.syntax.phrase(at).end.min(at + MAX_HIDDEN);
        let that = (at + 1..end).find(|it| self.lower(*it) == "that" && self.dep(*it) == "mark")?;
        let clause = self.syntax.head(that).filter(|it| *it > that)?;
        self.syntax
            .above(clause)
            .take(MAX_DEPTH)
            .any(|it| it == at)
            .then(|| Found::one(self.syntax.phrase(clause)))
    }

    /// `A blast killed six, police said`: what stands before the comma, however the parser took it.
    pub(super) fn postposed(&self, at: usize) -> Option<Found> {
        let source = self.source(at);
        let Range { start, end } = self.sentence(at);
        let last = source.end.max(at + 1);
        let words = (last..end).filter(|it| self.annotated.tokens[*it].is_word());
        let trails = words.take(MAX_TRAILING + 1).count() <= MAX_TRAILING;
        let first = source.start.min(at);
        let comma =
            first.checked_sub(1).filter(|it| *it > start + MIN_CLAUSE && self.lower(*it) == ",")?;
        (trails && !source.is_empty()).then(|| Found::one(start..comma))
    }

    /// A quotation right before the verb and its subject, or right behind it; `apart` if a mark has to
    /// stand between: "he goes “back to war”" is no speech.
    pub(super) fn quoted(&self, at: usize, apart: bool) -> Option<Found> {
        let sentence = self.sentence(at);
        let known = Word::of(self.lemma(at), Kind::Verb).is_some();
        let source = self.source(at);
        let named = !source.is_empty() && covers(&sentence, &source);
        let (first, last) = match named {
            true => (source.start.min(at), source.end.max(at + 1)),
            false => return None,
        };
        let marked = |it: usize| !apart || matches!(self.lower(it), "," | ":" | "." | "?" | "!");
        let beside = |gap: Range<usize>| {
            gap.len() <= MAX_BESIDE && gap.clone().all(|it| !self.annotated.tokens[it].is_word())
        };
        let behind = self.quotations.from(last).filter(|it| {
            it.start < sentence.end && beside(last..it.start) && marked(it.start.wrapping_sub(1))
        });
        let before = self.quotations.before(first).filter(|it| {
            self.same_paragraph(it.start, at)
                && beside(it.end..first)
                && (marked(it.end) || marked(it.end.wrapping_sub(2)))
        });
        before
            .or(behind)
            .filter(|it| !apart || known || it.len() > MIN_QUOTED)
            .map(|it| Found::one(it.clone()))
    }
}

/// How far behind its verb a clause is looked for that hangs on another word: "said earlier on Friday during
/// a news conference in the town hall that".
const MAX_HIDDEN: usize = 20;

/// How many heads up from such a clause its verb may be.
const MAX_DEPTH: usize = 6;

/// How many words may stand behind "police said": "in a statement on Sunday".
const MAX_TRAILING: usize = 6;

/// How many words a clause has before its comma, less one: "Six died, police said".
const MIN_CLAUSE: usize = 1;

/// How many marks may stand between a quotation and who speaks it.
const MAX_BESIDE: usize = 2;

/// How many tokens a quotation has at most, its marks included, that is a word in doubt and no speech.
const MIN_QUOTED: usize = 5;
