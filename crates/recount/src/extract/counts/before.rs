//! What became of people first, then how many: "killed six people", "the toll rose to six".
//!
//! In: the people that a quantity counts. Out: the verb or noun before them whose object they are.

use super::context::{BRIDGES, DEAD, TIES, TOLL_VERBS};
use super::{Reader, Told};
use crate::extract::casualties::{Predicate, predicate_at};
use crate::extract::people::Counted;

/// How many words may stand between a verb and the figure of its object.
const MAX_BRIDGE: usize = 4;

/// How many words may stand between "toll" and its verb: "the toll from a powerful blast at … rose".
const MAX_TOLL: usize = 24;

impl Reader<'_> {
    /// The verb or noun before the people whose object they are.
    pub(super) fn object_before(&self, counted: &Counted) -> Option<Predicate> {
        let mut at = counted.tokens.start;
        let (mut tied, mut loose) = (false, false);
        for _ in 0..MAX_BRIDGE {
            at = at.checked_sub(1).filter(|at| *at >= self.sentence.tokens.start)?;
            if let Some(predicate) = self.predicate_ending(at) {
                if !loose && self.died(&predicate, counted.tokens.end) {
                    return Some(predicate.fatal());
                }
                let fits = (predicate.takes_object() && !loose) || (predicate.is_nominal() && tied);
                return fits.then_some(predicate);
            }
            let word = self.lower(at);
            tied |= matches!(word, "of" | "to" | "at");
            // "killed in two shootings": a preposition leads to something else than the object.
            loose |= TIES.contains(&word);
            if !BRIDGES.contains(&word) {
                return None;
            }
        }
        None
    }

    /// "stabbed three women to death": whether what stands behind the people tells that they did not live.
    fn died(&self, predicate: &Predicate, at: usize) -> bool {
        let says = |phrase: &[&str]| phrase.iter().zip(at..).all(|(it, at)| self.lower(at) == *it);
        predicate.may_kill() && DEAD.iter().any(|it| says(it))
    }

    pub(super) fn predicate_ending(&self, last: usize) -> Option<Predicate> {
        let first = self.sentence.tokens.start.max(last.saturating_sub(3));
        let starts = (first..=last).filter_map(|at| predicate_at(self.annotated, at, last + 1));
        starts.into_iter().find(|it| it.tokens.end == last + 1)
    }

    /// `killed 12 soldiers and 3 civilians`: the verb holds for the second object too.
    pub(super) fn joined(&self, counted: &Counted, before: Option<&Told>) -> Option<Predicate> {
        let before = before.filter(|it| it.object && counted.noun.is_some())?;
        let mut between = before.counted.tokens.end..counted.tokens.start;
        let near = between.len() <= 2;
        let joins = near && between.all(|at| matches!(self.lower(at), "and" | ","));
        joins.then(|| before.predicate.clone())
    }

    /// `The death toll from a blast at the market rose to at least six`.
    pub(super) fn toll(&self, counted: &Counted) -> Option<Predicate> {
        let floor = self.sentence.tokens.start;
        let verb = (floor..counted.tokens.start).rev().take(3).find(|at| {
            let lemma = self.annotated.tokens[*at].lemma.as_str();
            TOLL_VERBS.contains(&lemma)
        })?;
        let nouns = (floor..verb).rev().take(MAX_TOLL);
        let mut predicates = nouns.filter_map(|at| predicate_at(self.annotated, at, verb));
        predicates.rfind(Predicate::is_toll)
    }
}
