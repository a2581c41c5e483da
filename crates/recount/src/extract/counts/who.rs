//! Whom a count counts.
//!
//! In: the people and what became of them. Out: one `Who`. People who are badly hurt are a part of
//! those who are hurt, and are kept apart from them.

use super::Reader;
use crate::extract::casualties::Predicate;
use crate::extract::people::{self, Class, Counted};
use crate::model::{Slot, Who};

impl Reader<'_> {
    pub(super) fn who(&self, counted: &Counted, by: &Predicate) -> Who {
        let class = counted.noun.as_ref().map_or(Class::People, |it| self.roles.class(it));
        let lemma = counted.noun.as_ref().map_or("", |it| it.lemma);
        if class != Class::Perpetrator && self.is_part_of_some(by.slot) {
            return Who::Other("part".into());
        }
        match (by.slot, class, &counted.nationality) {
            (Slot::HostageCount | Slot::FreedCount, Class::Perpetrator, _) => Who::Perpetrators,
            (Slot::HostageCount, ..) => Who::Hostages,
            (Slot::FreedCount, ..) if self.roles.has_hostages() => Who::Hostages,
            (_, Class::People | Class::Passenger, Some(country)) => {
                Who::Nationality(country.clone())
            }
            (Slot::ArrestedCount, Class::Perpetrator, _) => Who::Total,
            (Slot::InjuredCount, ..) => {
                self.severity(counted, by).unwrap_or_else(|| self.kind(counted, class, lemma))
            }
            _ => self.kind(counted, class, lemma),
        }
    }

    /// Men beside women are a part of all: "four men and two women".
    fn kind(&self, counted: &Counted, class: Class, lemma: &str) -> Who {
        let part = class == Class::People && lemma == "man" && self.is_coordinated(counted);
        if part { Who::Other(people::plural(lemma)) } else { class.who(lemma) }
    }

    /// "two of the victims", "one of seven people": some of them, unless no figure is given. Of attackers a
    /// figure for some is mostly all that befell them.
    fn is_part_of_some(&self, slot: Slot) -> bool {
        let casualties = matches!(slot, Slot::KilledCount | Slot::InjuredCount);
        casualties && self.is_of_others()
    }

    pub(super) fn is_coordinated(&self, counted: &Counted) -> bool {
        let joins = |at: usize| matches!(self.lower(at), "and" | ",");
        let (start, end) = (counted.tokens.start, counted.tokens.end);
        let behind = joins(end) && self.people_from(end + 1).is_some();
        let floor = self.sentence.tokens.start;
        let ahead = start >= floor + 2 && joins(start - 1);
        let before = (floor.max(start.saturating_sub(3))..start).filter(|_| ahead);
        behind || before.into_iter().any(|it| people::noun_at(self.annotated, it, start).is_some())
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
