//! Whom a count counts.
//!
//! In: the people and what became of them. Out: one `Who`. People who are badly hurt are a part of
//! those who are hurt, and are kept apart from them.

use super::Reader;
use crate::extract::casualties::Predicate;
use crate::extract::people::{Class, Counted};
use crate::model::{Slot, Who};

impl Reader<'_> {
    pub(super) fn who(&self, counted: &Counted, by: &Predicate) -> Who {
        let class = counted.noun.as_ref().map_or(Class::People, |it| self.roles.class(it));
        let lemma = counted.noun.as_ref().map_or("", |it| it.lemma);
        match (by.slot, class, &counted.nationality) {
            (Slot::HostageCount | Slot::FreedCount, Class::Perpetrator, _) => Who::Perpetrators,
            (Slot::HostageCount, ..) => Who::Hostages,
            (Slot::FreedCount, ..) if self.roles.has_hostages() => Who::Hostages,
            (_, Class::People | Class::Passenger, Some(country)) => {
                Who::Nationality(country.clone())
            }
            (Slot::ArrestedCount, Class::Perpetrator, _) => Who::Total,
            (Slot::InjuredCount, ..) => {
                self.severity(counted, by).unwrap_or_else(|| class.who(lemma))
            }
            _ => class.who(lemma),
        }
    }

    /// `were seriously hurt`, `with critical injuries`.
    fn severity(&self, counted: &Counted, by: &Predicate) -> Option<Who> {
        let start = counted.tokens.start.min(by.tokens.start);
        let end = counted.tokens.end.max(by.tokens.end) + 1;
        (start..end).find_map(|at| match self.lower(at) {
            "serious" | "seriously" | "severe" | "severely" => Some(Who::Other("serious".into())),
            "critical" | "critically" => Some(Who::Other("critical".into())),
            _ => None,
        })
    }
}
