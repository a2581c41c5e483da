//! Figures without a verb: "six deaths", "six hostage-takers", "100 wounded people", "the 103
//! passengers".
//!
//! In: the people that a quantity counts. Out: claims that the noun or its adjective makes.

use super::context::{LOSSES, ON_BOARD_LEADS};
use super::{Found, Reader, Told};
use crate::extract::Draft;
use crate::extract::casualties::{Predicate, predicate_at};
use crate::extract::people::{Class, Counted};
use crate::model::{Slot, Who};

impl Reader<'_> {
    /// Reads what the noun alone says.
    pub(super) fn alone(&self, counted: &Counted, before: Option<&Told>) -> Found {
        // "one of the gunmen" does not tell how many there were.
        let some = |it: &Draft| it.slot == Slot::PerpetratorCount && self.is_of_others();
        let role = self.role(counted).filter(|it| !some(it));
        let draft = role.or_else(|| self.counted_noun(counted));
        if let Some(draft) = draft {
            return Found { drafts: vec![draft], told: None };
        }
        self.on_board(counted, before).unwrap_or_default()
    }

    /// What the noun says of the part people play: six gunmen did it, two captives were held.
    pub(super) fn role(&self, counted: &Counted) -> Option<Draft> {
        let noun = counted.noun.as_ref()?;
        let (slot, who) = match self.roles.class(noun) {
            Class::Perpetrator => (Slot::PerpetratorCount, Who::Perpetrators),
            Class::Hostage => (Slot::HostageCount, Who::Hostages),
            _ => return None,
        };
        let rule = format!("count/noun {}", noun.lemma);
        Some(self.with_who(slot, who, counted.tokens.clone(), rule))
    }

    /// `six deaths`, `two more serious injuries`.
    fn counted_noun(&self, counted: &Counted) -> Option<Draft> {
        let from = self.quantity.tokens.end;
        if counted.noun.as_ref().is_some_and(|it| it.class == Class::Perpetrator) {
            return None;
        }
        let near = (from..from + 3)
            .take_while(|at| !matches!(self.lower(*at), "of" | "to" | "the" | "," | "."));
        let predicate = near.into_iter().find_map(|at| {
            let predicate = predicate_at(self.annotated, at, self.sentence.tokens.end)?;
            let compound = self.lower(predicate.tokens.end) == "-";
            let lost = predicate.is_lost() && self.is_lost(at);
            ((predicate.is_counted() || lost) && !compound).then_some(predicate)
        })?;
        let span = counted.tokens.start..predicate.tokens.end;
        Some(self.draft(counted, &predicate, span, "noun"))
    }

    /// "claimed 14 lives", "14 lives were lost", and not "saved 14 lives".
    fn is_lost(&self, at: usize) -> bool {
        let tokens = &self.annotated.tokens;
        LOSSES.contains(&&*tokens[tokens[at].head].lemma)
    }

    /// `more than 100 wounded people`: the adjective says what became of them.
    pub(super) fn adjective(&self, counted: &Counted) -> Option<Draft> {
        counted.noun.as_ref()?;
        let between = self.quantity.tokens.end..counted.tokens.end;
        let predicate = between.clone().find_map(|at| {
            let found: Predicate = predicate_at(self.annotated, at, between.end)?;
            (found.is_adjective() && found.tokens.end < between.end).then_some(found)
        })?;
        Some(self.draft(counted, &predicate, counted.tokens.clone(), "adjective"))
    }

    /// `the 103 passengers and 26 crew members`: they were on board whatever became of them.
    fn on_board(&self, counted: &Counted, before: Option<&Told>) -> Option<Found> {
        let noun = counted.noun.as_ref()?;
        let travels = matches!(noun.class, Class::Passenger | Class::Crew);
        let told = before.filter(|it| it.predicate.slot == Slot::AboardCount);
        let led = ON_BOARD_LEADS.contains(&self.before(counted.tokens.start));
        let joined = told.is_some_and(|it| it.counted.tokens.end + 1 == counted.tokens.start);
        if !travels || !(led || joined) {
            return None;
        }
        let rule = format!("count/definite {}", noun.lemma);
        let who = noun.class.who(noun.lemma);
        let draft = self.with_who(Slot::AboardCount, who, counted.tokens.clone(), rule);
        let predicate = Predicate::on_board(counted.tokens.clone());
        let told = Told { counted: counted.clone(), predicate, object: false };
        Some(Found { drafts: vec![draft], told: Some(told) })
    }
}
