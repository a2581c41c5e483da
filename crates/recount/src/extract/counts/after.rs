//! People first, then what became of them: "six people were killed", "12 who were hurt".
//!
//! In: the people that a quantity counts. Out: the predicate behind them, past helping words, a
//! clause or an aside between commas. The subject of an active verb is not its victim.

use super::Reader;
use super::context::{CLAUSE_STARTS, HELPERS, OBJECT_STARTS};
use crate::extract::casualties::{Predicate, predicate_at};
use crate::extract::people::{self, Counted};
use crate::model::Slot;

/// How many helping words may stand between people and what became of them.
const MAX_HELPERS: usize = 7;

/// How many words a clause between people and what became of them may have.
const MAX_CLAUSE: usize = 18;

/// How many words an aside between two commas or dashes may have.
const MAX_ASIDE: usize = 12;

impl Reader<'_> {
    /// The predicate after the people, past "who", "have since been" and their like.
    pub(super) fn predicate_after(&self, counted: &Counted) -> Option<Predicate> {
        let end = self.sentence.tokens.end;
        let first = counted.tokens.end;
        let mut helped = false;
        for at in first..first + MAX_HELPERS {
            if let Some(predicate) = predicate_at(self.annotated, at, end) {
                let fits = predicate.follows_people() && !self.excluded(&predicate);
                let active = !helped && predicate.takes_object() && self.has_object(&predicate);
                return (fits && !active).then_some(predicate);
            }
            let word = self.lower(at);
            if let Some(after) = self.aside_end(at) {
                return self.predicate_past_auxiliary(after..after + 1);
            }
            if !HELPERS.contains(&word) || matches!(word, "who" | "that" | "which") {
                return self.predicate_past_clause(at);
            }
            helped |= self.annotated.tokens[at].lemma == "be" || word == "been";
        }
        None
    }

    /// The token after an aside: `, many of them children,`.
    fn aside_end(&self, at: usize) -> Option<usize> {
        let mark = self.lower(at);
        if !matches!(mark, "," | "-" | "(") {
            return None;
        }
        let closes = if mark == "(" { ")" } else { mark };
        let end = (at + 2..at + 2 + MAX_ASIDE).find(|it| self.lower(*it) == closes)?;
        self.is_auxiliary(end + 1).then_some(end + 1)
    }

    /// Past "at the depot in Kavaja" or "who officials said were armed": the next "was", "were",
    /// "have" that leads to what became of them.
    fn predicate_past_clause(&self, from: usize) -> Option<Predicate> {
        let end = self.sentence.tokens.end.min(from + MAX_CLAUSE);
        let opens = CLAUSE_STARTS.contains(&self.lower(from));
        opens.then(|| self.predicate_past_auxiliary(from..end))?
    }

    fn predicate_past_auxiliary(&self, range: std::ops::Range<usize>) -> Option<Predicate> {
        let free = range.take_while(|at| !self.starts_count(*at));
        free.filter(|at| self.is_auxiliary(*at)).find_map(|at| {
            let mut at = at + 1;
            while HELPERS.contains(&self.lower(at)) {
                at += 1;
            }
            let predicate = predicate_at(self.annotated, at, self.sentence.tokens.end)?;
            (predicate.follows_people() && !self.excluded(&predicate)).then_some(predicate)
        })
    }

    fn is_auxiliary(&self, at: usize) -> bool {
        let inside = self.sentence.tokens.contains(&at);
        inside && matches!(self.annotated.tokens[at].lemma.as_str(), "be" | "have")
    }

    fn starts_count(&self, at: usize) -> bool {
        let mut others = self.annotated.quantities.iter();
        let other = others.find(|it| it.tokens.start == at && it.tokens != self.quantity.tokens);
        let end = self.sentence.tokens.end;
        other.is_some_and(|it| people::counted(self.annotated, it, end).noun.is_some())
    }

    /// "Gunmen killed three soldiers": what stands before an active verb did it.
    fn has_object(&self, predicate: &Predicate) -> bool {
        let at = predicate.tokens.end;
        let word = self.lower(at);
        let quantity = self.annotated.quantities.iter().any(|it| it.tokens.start == at);
        let noun = people::noun_at(self.annotated, at, self.sentence.tokens.end).is_some();
        quantity || noun || OBJECT_STARTS.contains(&word)
    }

    /// "released from hospital" frees nobody.
    fn excluded(&self, predicate: &Predicate) -> bool {
        let after = predicate.tokens.end;
        predicate.slot == Slot::FreedCount
            && (after..after + 4).any(|at| self.lower(at).starts_with("hospital"))
    }
}
