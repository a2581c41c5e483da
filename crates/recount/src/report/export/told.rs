//! What is told of one event: its findings, and where they stand.
//!
//! In: an incident with its articles, and one of its events. Out: the findings an export asks for, the
//! toll that a codebook means, the words of a slot. No two counts are ever added up.

use crate::gazetteer;
use crate::model::{
    Claim, Date, Event, Finding, Level, Modality, Place, Precision, Slot, Standing, Term, Value,
    Who,
};
use crate::report::view::View;

/// An event with what is told of it.
pub(super) struct Told<'a> {
    pub view: &'a View<'a>,
    pub event: &'a Event,
    pub findings: Vec<&'a Finding>,
}

impl<'a> Told<'a> {
    pub(super) fn new(view: &'a View<'a>, event: &'a Event) -> Self {
        Self { view, event, findings: view.findings(&event.id) }
    }

    /// Returns the id of the event beyond its incident.
    pub(super) fn id(&self) -> String {
        format!("{}-{}", self.view.incident.id, self.event.id.0)
    }

    /// Returns the finding of a slot that is no count.
    pub(super) fn finding(&self, slot: Slot) -> Option<&'a Finding> {
        self.findings.iter().find(|it| it.slot == slot).copied()
    }

    /// Returns the finding of a count of these people.
    pub(super) fn count(&self, slot: Slot, who: &Who) -> Option<&'a Finding> {
        self.findings.iter().find(|it| it.slot == slot && it.who.as_ref() == Some(who)).copied()
    }

    /// Returns the finding that a codebook means by the number of the killed or injured: of all, or of
    /// the victims where no perpetrator is among them. Victims and perpetrators that are counted
    /// apart have no such finding, since nobody printed their sum.
    pub(super) fn toll(&self, slot: Slot) -> Option<&'a Finding> {
        let perpetrators = self.count(slot, &Who::Perpetrators);
        let spared = perpetrators.is_none_or(|it| figure(it) == Some(0));
        let victims = || self.count(slot, &Who::Victims).filter(|_| spared);
        self.count(slot, &Who::Total).or_else(victims)
    }

    /// Returns the terms of a slot, the best first, then those that may hold beside it.
    pub(super) fn terms(&self, slot: Slot) -> Vec<&'a Term> {
        let groups = self.finding(slot).map_or(&[][..], |it| &it.groups);
        let stands = |it: &Standing| matches!(it, Standing::Best | Standing::Beside);
        let standing = groups.iter().filter(|it| stands(&it.standing));
        standing
            .filter_map(|it| if let Value::Term(term) = &it.value { Some(term) } else { None })
            .collect()
    }

    /// Returns the kind of the event, with its wider kind if one is known.
    pub(super) fn kind(&self) -> (&'a str, Option<&'a str>) {
        let term = self.terms(Slot::EventType).into_iter().next();
        term.map_or((&self.event.kind, None), |it| (&it.id, it.broader.as_deref()))
    }

    /// Returns the name that best fills a slot.
    pub(super) fn name(&self, slot: Slot) -> Option<&'a str> {
        match &self.finding(slot)?.best {
            Value::Name(name) => Some(&name.text),
            Value::Term(term) => Some(&term.id),
            _ => None,
        }
    }

    /// Returns the finding that names the group behind the event.
    pub(super) fn group(&self) -> Option<&'a Finding> {
        self.finding(Slot::Affiliation).or_else(|| self.finding(Slot::ClaimedBy))
    }

    pub(super) fn date(&self) -> Option<&'a Date> {
        self.event.date.as_ref()
    }

    pub(super) fn place(&self) -> Option<&'a Place> {
        self.event.place.as_ref()
    }

    /// Returns the English name of the country of the event.
    pub(super) fn country(&self) -> Option<&'static str> {
        gazetteer::country_name(self.place()?.country.as_deref()?)
    }

    /// Returns latitude and longitude, unless the place is too wide for a point to mean anything.
    pub(super) fn point(&self) -> Option<(f64, f64)> {
        let place = self.place().filter(|it| it.level > Level::Region)?;
        place.lat.zip(place.lon)
    }

    /// Returns the brief of the incident, if this is its main event.
    pub(super) fn brief(&self) -> Option<String> {
        let sentences = self.view.incident.brief.iter().map(|it| it.text.as_str());
        let brief = sentences.collect::<Vec<_>>().join(" ");
        Some(brief).filter(|it| self.event.id.is_main() && !it.is_empty())
    }

    /// Returns the claims that hold the best value of a finding.
    pub(super) fn behind(&self, finding: &Finding) -> Vec<&'a Claim> {
        finding.groups.first().map_or_else(Vec::new, |it| self.view.claims(&it.claims))
    }

    /// Returns whether every claim behind the best value is a suspicion.
    pub(super) fn suspected(&self, finding: &Finding) -> bool {
        let doubtful =
            |it: &&Claim| matches!(it.modality, Modality::Alleged | Modality::Speculated);
        self.behind(finding).iter().all(doubtful)
    }
}

/// Returns the printed figure that stands best.
pub(super) fn figure(finding: &Finding) -> Option<u64> {
    if let Value::Count(count) = &finding.best { count.n } else { None }
}

/// Returns how many days a date spans.
pub(super) fn days(date: &Date) -> i32 {
    (date.end.date() - date.start.date()).get_days() + 1
}

/// Returns whether a date is one known day.
pub(super) fn one_day(date: &Date) -> bool {
    date.precision <= Precision::Day && days(date) == 1
}
