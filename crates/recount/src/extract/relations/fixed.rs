//! Finds fixed forms that carry somebody's words: "according to", and headlines with a colon.
//!
//! In: a token or a sentence. Out: a relation.

use std::ops::Range;

use super::words::Manner;
use super::{Reader, Relation};
use crate::annotate::Sentence;
use crate::extract::speakers::voice;
use crate::model::Role;

/// How many words may stand beside the colon of a headline and be a voice.
const MAX_HEADLINE_VOICE: usize = 5;

impl Reader<'_> {
    /// `According to police, …`; `…, according to the ministry`.
    pub(super) fn according_to(&self, at: usize) -> Option<Relation> {
        if self.lower(at) != "according" || self.lower(at + 1) != "to" {
            return None;
        }
        let cue = at..at + 2;
        let named =
            self.syntax.child(at + 1, &["pobj"]).or_else(|| self.syntax.child(at, &["pobj"]));
        let source = named.map(|it| self.named(it)).unwrap_or(at..at);
        let clause = self.clause_around(at);
        let content = self.reach(&[clause], &cue, &source);
        (!source.is_empty() && !content.is_empty()).then_some(Relation {
            source,
            cue,
            content,
            manner: Manner::Report,
            verb: at,
        })
    }

    /// The clause that a phrase hangs in.
    fn clause_around(&self, at: usize) -> Range<usize> {
        let finite = |it: &usize| matches!(&*self.annotated.tokens[*it].pos, "VERB" | "AUX");
        let head = self.syntax.above(at).find(finite);
        head.map_or_else(|| self.sentence(at), |it| self.syntax.phrase(it))
    }

    /// `Siege ends: Authorities`, `Police: two dead`.
    pub(super) fn headline(&self, sentence: &Sentence) -> Option<Relation> {
        if sentence.role != Role::Headline {
            return None;
        }
        let Range { start, end } = sentence.tokens;
        let mut colons = (start..end).filter(|at| self.lower(*at) == ":");
        let first = colons.next()?;
        let last = colons.next_back().unwrap_or(first);
        let read = |source: Range<usize>, content: Range<usize>, colon: usize| {
            let fits = (1..=MAX_HEADLINE_VOICE).contains(&source.len());
            let known = fits && voice(self.annotated, &source).is_some();
            known.then(|| Relation {
                source,
                cue: colon..colon + 1,
                content: vec![content],
                manner: Manner::Report,
                verb: colon,
            })
        };
        read(last + 1..end, start..last, last).or_else(|| read(start..first, first + 1..end, first))
    }
}
