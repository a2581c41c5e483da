//! Finds how far a cue reaches: the verb with its helping words.
//!
//! In: a verb. Out: a range of tokens, "has also said", "called for".

use std::ops::Range;

use super::Reader;

const HELPING: &[&str] = &["aux", "auxpass", "neg", "advmod", "prt"];

impl Reader<'_> {
    /// The verb with what helps it and stands beside it, up to the token `lead` if there is one.
    pub(super) fn cue(&self, verb: usize, lead: Option<usize>) -> Range<usize> {
        let helps = |at: usize| {
            HELPING.contains(&self.dep(at))
                && self.syntax.head(at) == Some(verb)
                && self.syntax.children(at).is_empty()
        };
        let start = (self.sentence(verb).start..verb).rev().take_while(|it| helps(*it)).last();
        let end = match lead {
            Some(lead) if lead > verb && lead - verb <= MAX_LEAD => lead,
            _ => (verb + 1..self.sentence(verb).end)
                .take_while(|at| self.dep(*at) == "prt" && helps(*at))
                .last()
                .unwrap_or(verb),
        };
        let copula = self.syntax.head(verb).filter(|it| self.dep(verb) == "acomp" && *it < verb);
        let start = start.unwrap_or(verb);
        copula.map_or(start, |it| self.cue(it, None).start)..end + 1
    }
}

/// How many words behind the verb its preposition may stand and be one cue with it.
const MAX_LEAD: usize = 2;
