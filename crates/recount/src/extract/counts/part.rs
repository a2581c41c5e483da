//! Parts of a count: "including three children", "among them a nurse", "two of them seriously".
//!
//! In: a quantity and the people told before it. Out: a claim of its own with the same predicate; the
//! part is never added to the whole nor set against it.

use super::context::{SEVERITIES, SUB_COUNT_LEADS};
use super::{Found, Reader, Told};
use crate::extract::casualties::predicate_at;
use crate::extract::people::{Class, Counted, plural};
use crate::model::Who;

/// How many tokens may stand between the whole and its part: "…, – including at least".
const MAX_LEAD: usize = 4;

impl Reader<'_> {
    /// Reads the quantity as a part of the people told before.
    pub(super) fn part(&self, counted: &Counted, before: Option<&Told>) -> Option<Found> {
        let before = before?;
        if self.is_of_them(counted) {
            let rule = format!("count/part {}", before.predicate.words);
            let who = Who::Other("part".into());
            let draft = self.with_who(before.predicate.slot, who, counted.tokens.clone(), rule);
            return Some(Found { drafts: vec![draft], told: None });
        }
        let noun = counted.noun.as_ref()?;
        let floor = before.counted.tokens.end.max(counted.tokens.start.saturating_sub(MAX_LEAD));
        let lead = floor.min(counted.tokens.start)..counted.tokens.start;
        let leads = lead.rev().take_while(|at| !self.is_break(*at));
        leads.into_iter().find(|at| SUB_COUNT_LEADS.contains(&self.lower(*at)))?;
        let who = match self.roles.class(noun) {
            class @ (Class::People | Class::Context) => {
                let of_country = counted.nationality.clone().map(Who::Nationality);
                of_country.unwrap_or_else(|| match class {
                    Class::People if noun.lemma == "person" => Who::Total,
                    _ => Who::Other(plural(noun.lemma)),
                })
            }
            Class::Perpetrator => Who::Other(plural(noun.lemma)),
            class => class.who(noun.lemma),
        };
        let rule = format!("count/part {}", before.predicate.words);
        let draft = self.with_who(before.predicate.slot, who, counted.tokens.clone(), rule);
        Some(Found { drafts: vec![draft], told: None })
    }

    /// "two of them seriously": of the people told before, with nothing but how badly they were hurt.
    fn is_of_them(&self, counted: &Counted) -> bool {
        let at = self.quantity.tokens.end;
        let of_them = self.lower(at) == "of" && matches!(self.lower(at + 1), "them" | "whom");
        counted.noun.is_none() && of_them && SEVERITIES.contains(&self.lower(at + 2))
    }

    /// "four of the eight attackers": the eight are all of them, and nothing is said of what became of all.
    pub(super) fn is_whole(&self) -> bool {
        let start = self.quantity.tokens.start;
        let Some(of) = start.checked_sub(2).filter(|it| self.lower(*it) == "of") else {
            return false;
        };
        let near = self.annotated.quantities.partition_point(|it| it.tokens.start < of);
        let part = near.checked_sub(1).map(|it| &self.annotated.quantities[it]);
        part.is_some_and(|it| it.tokens.end == of) || self.before(of) == "one"
    }

    /// "four of the six men who died", "four of the six men killed": what became of all six.
    pub(super) fn tells_of_all(&self, counted: &Counted) -> bool {
        let next = counted.tokens.end;
        let participle = || predicate_at(self.annotated, next, self.sentence.tokens.end);
        let whole = !self.is_of_others() || self.lower(self.quantity.tokens.end + 1) == "the";
        counted.noun.is_some()
            && whole
            && (matches!(self.lower(next), "who" | "that" | "whom")
                || participle().is_some_and(|it| it.takes_object()))
    }

    /// "four of the eight attackers": the four; not "an unknown number of attackers".
    pub(super) fn is_of_others(&self) -> bool {
        self.quantity.value.n.is_some() && self.lower(self.quantity.tokens.end) == "of"
    }

    fn is_break(&self, at: usize) -> bool {
        matches!(self.lower(at), "." | ";" | ":" | "and" | "but")
    }
}
