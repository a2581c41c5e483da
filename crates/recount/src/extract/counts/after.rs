//! People first, then what became of them: "six people were killed", "12 who were hurt".
//!
//! In: the people that a quantity counts. Out: the predicate behind them, past helping words, a
//! clause or an aside between commas. The subject of an active verb is not its victim.

use super::Reader;
use super::context::{CLAUSE_STARTS, HELPERS, OBJECT_STARTS};
use crate::extract::casualties::{Predicate, predicate_at};
use crate::extract::people::{self, Counted, quantity_at};
use crate::model::Slot;

/// How many helping words may stand between people and what became of them.
const MAX_HELPERS: usize = 7;

/// How many words a clause between people and what became of them may have.
const MAX_CLAUSE: usize = 18;

/// How many words an aside between two commas or dashes may have.
const MAX_ASIDE: usize = 12;

/// How many words a noun may stand behind its article: "a 24-year-old off-duty police officer".
const MAX_LEAD: usize = 9;

/// How many words the beginning of a relative clause may lie before people in it.
const MAX_RELATIVE: usize = 8;

/// How many words a new subject may have behind the "but" that brings it in.
const MAX_SUBJECT: usize = 5;

impl Reader<'_> {
    /// The predicate after the people, past "who", "have since been" and their like.
    pub(super) fn predicate_after(&self, counted: &Counted) -> Option<Predicate> {
        let end = self.sentence.tokens.end;
        let mut at = counted.tokens.end;
        let mut helped = false;
        for _ in 0..MAX_HELPERS {
            if let Some(predicate) = predicate_at(self.annotated, at, end) {
                let fits = predicate.follows_people() && !self.excluded(&predicate);
                let active = !helped && self.is_active(&predicate);
                return (fits && !active).then_some(predicate);
            }
            if let Some(after) = self.conjunct_end(counted, at) {
                at = after;
                continue;
            }
            let word = self.lower(at);
            if let Some(after) = self.aside_end(at) {
                return self
                    .predicate_past_auxiliary(after..after + 1)
                    .or_else(|| self.befell(after));
            }
            if !HELPERS.contains(&word) || matches!(word, "who" | "that" | "which") {
                // "gunmen who had held three guards at the gate are dead": the verb behind is another's.
                let nested = self.in_relative_clause(counted.tokens.start);
                let past =
                    || self.relative_predicate(at).or_else(|| self.predicate_past_clause(at));
                return if nested { None } else { past() };
            }
            // "the names of two victims have not been released" frees nobody.
            if word == "not" {
                return None;
            }
            helped |= self.annotated.tokens[at].lemma == "be" || word == "been";
            at += 1;
        }
        None
    }

    /// "four men and two women were hurt": the token after the people that "and" joins.
    fn conjunct_end(&self, counted: &Counted, at: usize) -> Option<usize> {
        let one = self.quantity.tokens.is_empty();
        let joins = matches!(self.lower(at), "and" | ",") && (counted.noun.is_some() || one);
        let next = at + 1 + usize::from(self.lower(at) == "," && self.lower(at + 1) == "and");
        let other = || self.people_from(next).or_else(|| self.aged_name_end(next));
        let other = if joins { other() } else { None }?;
        self.object_before(counted).is_none().then_some(other)
    }

    /// `Jon Berg, 40,`
    fn aged_name_end(&self, at: usize) -> Option<usize> {
        let end = self.name_end(at);
        let aged = end > at && self.lower(end) == "," && self.is_age(end + 1);
        aged.then_some(end + 3)
    }

    /// The token after the people that a figure or an article brings in at `at`.
    pub(super) fn people_from(&self, at: usize) -> Option<usize> {
        let end = self.sentence.tokens.end;
        if let Some(quantity) = quantity_at(self.annotated, at) {
            return people::counted(self.annotated, quantity, end).noun.map(|it| it.end);
        }
        let lead = matches!(self.lower(at), "a" | "an" | "another");
        let near = (at + 1..end.min(at + MAX_LEAD)).take_while(|it| self.lower(*it) != ",");
        if !lead {
            None
        } else {
            near.into_iter().find_map(|it| Some(people::noun_at(self.annotated, it, end)?.end))
        }
    }

    /// "the six people who died": what became of people right behind the "who" that stands at `at`.
    fn relative_predicate(&self, at: usize) -> Option<Predicate> {
        let who = matches!(self.lower(at), "who" | "that");
        let next = (at + 1..at + MAX_HELPERS).find(|it| !HELPERS.contains(&self.lower(*it)))?;
        let helped = (at + 1..next).any(|it| self.is_auxiliary(it));
        let negated = (at + 1..next).any(|it| self.lower(it) == "not");
        let predicate = predicate_at(self.annotated, next, self.sentence.tokens.end)?;
        let fits = predicate.follows_people() && !self.excluded(&predicate);
        let active = !helped && predicate.takes_object();
        (who && fits && !active && !negated).then_some(predicate)
    }

    /// Whether a "who" or "which" without a comma before it leads to `at`.
    fn in_relative_clause(&self, at: usize) -> bool {
        let before = (self.sentence.tokens.start + 1..at).rev();
        let near =
            before.take(MAX_RELATIVE).take_while(|it| !matches!(self.lower(*it), "," | ";" | ":"));
        near.into_iter().any(|it| {
            matches!(self.lower(it), "who" | "which") && self.annotated.tokens[it - 1].is_word()
        })
    }

    /// "a man shoots", "police killing three": the people before an active verb are not its victims.
    fn is_active(&self, predicate: &Predicate) -> bool {
        let verb = self.lower(predicate.tokens.start);
        let base = verb == self.annotated.tokens[predicate.tokens.start].lemma && verb != "hurt";
        let acts = base || verb.ends_with("ing") || verb.ends_with('s');
        predicate.takes_object() && (acts || self.has_object(predicate))
    }

    /// The token after an aside: `, many of them children,`.
    fn aside_end(&self, at: usize) -> Option<usize> {
        let mark = self.lower(at);
        if !matches!(mark, "," | "-" | "(") {
            return None;
        }
        let closes = if mark == "(" { ")" } else { mark };
        let mut ends = (at + 2..at + 2 + MAX_ASIDE).filter(|it| self.lower(*it) == closes);
        let goes_on = |end: &usize| self.is_auxiliary(end + 1) || self.befell(end + 1).is_some();
        ends.find(goes_on).map(|end| end + 1)
    }

    /// "died", "drowned": what became of people by a verb without an object.
    fn befell(&self, at: usize) -> Option<Predicate> {
        let predicate = predicate_at(self.annotated, at, self.sentence.tokens.end)?;
        let fits = predicate.follows_people() && !predicate.takes_object();
        let verb = self.annotated.tokens[at].pos == "VERB";
        (verb && fits && !self.excluded(&predicate)).then_some(predicate)
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
        let affirmed = |at: &usize| self.is_auxiliary(*at) && self.before(*at) != "not";
        free.filter(affirmed).find_map(|at| {
            let mut at = at + 1;
            while HELPERS.contains(&self.lower(at)) && self.lower(at) != "not" {
                at += 1;
            }
            let predicate = predicate_at(self.annotated, at, self.sentence.tokens.end)?;
            let fits = predicate.follows_people() && !self.excluded(&predicate);
            (fits && !self.has_other_subject(&predicate)).then_some(predicate)
        })
    }

    /// "killed three passengers in Kavaja, but the driver was arrested": what became of somebody else.
    fn has_other_subject(&self, predicate: &Predicate) -> bool {
        let verb = predicate.tokens.start;
        let before = self.quantity.tokens.end..verb;
        before.into_iter().any(|at| {
            let token = &self.annotated.tokens[at];
            let subject = matches!(token.dep.as_str(), "nsubj" | "nsubjpass");
            let counts = quantity_at(self.annotated, at).is_some();
            let new = counts || self.opens_clause(at) || self.is_one_of_many(at);
            subject && token.head == verb && new
        })
    }

    /// Whether "and", "but" or "while" stands a few words before a subject.
    fn opens_clause(&self, at: usize) -> bool {
        let from = at.saturating_sub(MAX_SUBJECT).max(self.quantity.tokens.end);
        (from..at).any(|it| matches!(self.lower(it), "and" | "but" | "while" | "as"))
    }

    /// "wounded two officers before he was shot dead": several people are no "he".
    fn is_one_of_many(&self, at: usize) -> bool {
        let several = self.quantity.value.n.is_none_or(|it| it > 1);
        several && matches!(self.lower(at), "he" | "she" | "it")
    }

    fn is_auxiliary(&self, at: usize) -> bool {
        let inside = self.sentence.tokens.contains(&at);
        inside && matches!(self.annotated.tokens[at].lemma.as_str(), "be" | "have")
    }

    fn starts_count(&self, at: usize) -> bool {
        let other = quantity_at(self.annotated, at).filter(|it| it.tokens != self.quantity.tokens);
        let end = self.sentence.tokens.end;
        other.is_some_and(|it| {
            // "and 14 are missing": a bare figure that a conjunction leads in is a subject too.
            let led = matches!(self.before(it.tokens.start), "and" | "but" | "while" | ";");
            (led && self.is_auxiliary(it.tokens.end))
                || people::counted(self.annotated, it, end).noun.is_some()
        })
    }

    /// "Gunmen killed three soldiers": what stands before an active verb did it.
    fn has_object(&self, predicate: &Predicate) -> bool {
        let at = predicate.tokens.end;
        let word = self.lower(at);
        let quantity = quantity_at(self.annotated, at).is_some();
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
