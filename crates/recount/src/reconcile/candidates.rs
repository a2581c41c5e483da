//! Gathers the claims of a slot by value.
//!
//! In: the claims of one slot of one event. Out: a candidate for each value, with the claims that
//! hold it, those that only leave room for it, and those that deny it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::DateTime;

use super::origins::Origin;
use super::{Context, values};
use crate::model::{Claim, Group, Modality, Standing, Value};

/// A value and who stands behind it.
#[derive(Debug, Clone)]
pub(super) struct Candidate<'a> {
    /// The same for equal values.
    pub(super) key: String,
    /// The value as its barest holder gives it.
    pub(super) value: Value,
    /// The claims that hold it.
    pub(super) held: Vec<Held<'a>>,
    /// The claims of other values that leave room for it.
    room: Vec<Held<'a>>,
    /// The claims that say it is not so.
    pub(super) denied: Vec<&'a Claim>,
    /// The values as its holders give them, each once: with their hedges, and as precisely as they do.
    forms: Vec<&'a Value>,
    /// Whether an article that gives this figure also gives a lower one, which may be a part of it.
    pub(super) is_whole: bool,
}

/// A claim and where it comes from.
#[derive(Debug, Clone)]
pub(super) struct Held<'a> {
    pub(super) claim: &'a Claim,
    pub(super) family: usize,
    origin: Origin,
    outlet: &'a str,
    /// How far the event had got and when the family first printed the value, as far as is known.
    pub(super) known: (Option<u32>, Option<DateTime>),
    /// Whether it stands in a headline or a lead.
    leads: bool,
}

/// Gathers `claims` by value, in the order of the values.
pub(super) fn candidates<'a>(claims: &[&'a Claim], context: &'a Context) -> Vec<Candidate<'a>> {
    let mut by_value: BTreeMap<String, Candidate> = BTreeMap::new();
    for claim in claims {
        let key = values::key(&claim.value);
        let candidate = by_value.entry(key.clone()).or_insert_with(|| empty(key, claim));
        match claim.modality {
            Modality::Denied => candidate.denied.push(claim),
            _ => candidate.hold(held(claim, context)),
        }
    }
    let mut found: Vec<_> = by_value.into_values().collect();
    found.iter_mut().for_each(Candidate::date_reprints);
    let of_others: Vec<_> =
        found.iter().map(|it| (it.room_among(&found), it.has_part_among(&found))).collect();
    for (candidate, (room, whole)) in found.iter_mut().zip(of_others) {
        (candidate.room, candidate.is_whole) = (room, whole);
    }
    found
}

fn empty<'a>(key: String, claim: &Claim) -> Candidate<'a> {
    let value = claim.value.clone();
    Candidate {
        key,
        value,
        held: Vec::new(),
        room: Vec::new(),
        denied: Vec::new(),
        forms: Vec::new(),
        is_whole: false,
    }
}

fn held<'a>(claim: &'a Claim, context: &'a Context) -> Held<'a> {
    let origins = &context.origins;
    let family = origins.family(claim);
    Held {
        claim,
        family,
        origin: origins.origin(claim),
        outlet: origins.outlet(claim),
        known: (context.order.stage(&claim.article), origins.printed(claim)),
        leads: context.leads.contains(&claim.id),
    }
}

impl<'a> Candidate<'a> {
    fn hold(&mut self, held: Held<'a>) {
        if values::bareness(&held.claim.value) > values::bareness(&self.value) {
            self.value = held.claim.value.clone();
        }
        if !self.forms.contains(&&held.claim.value) {
            self.forms.push(&held.claim.value);
        }
        self.held.push(held);
    }

    /// A reprint tells nothing new: it is as old as the first print of the value in its family.
    fn date_reprints(&mut self) {
        let mut first: BTreeMap<usize, DateTime> = BTreeMap::new();
        for held in &self.held {
            let Some(printed) = held.known.1 else { continue };
            first.entry(held.family).and_modify(|it| *it = printed.min(*it)).or_insert(printed);
        }
        self.held.iter_mut().for_each(|it| it.known.1 = first.get(&it.family).copied());
    }

    /// The claims of other values that leave room for this one.
    fn room_among(&self, all: &[Candidate<'a>]) -> Vec<Held<'a>> {
        let others = all.iter().filter(|it| it.key != self.key);
        let leaving = |it: &&'a Value| values::leaves_room(it, &self.value);
        let room = others.flat_map(|other| {
            let forms: Vec<_> = other.forms.iter().copied().filter(leaving).collect();
            let held = other.held.iter().filter(move |it| forms.contains(&&it.claim.value));
            held.cloned()
        });
        room.collect()
    }

    fn has_part_among(&self, all: &[Candidate]) -> bool {
        let Some(figure) = values::figure(&self.value) else { return false };
        let lower = |it: &&Candidate| {
            values::figure(&it.value).is_some_and(|part| (1..figure).contains(&part))
        };
        let articles: BTreeSet<_> = self.held.iter().map(|it| &it.claim.article).collect();
        let mut parts = all.iter().filter(lower).flat_map(|it| &it.held);
        parts.any(|it| articles.contains(&it.claim.article))
    }

    /// How many origins hold the value or leave room for it.
    pub(super) fn votes(&self) -> usize {
        count_origins(self.held.iter().chain(&self.room))
    }

    /// How many origins hold the value.
    pub(super) fn origins(&self) -> usize {
        count_origins(self.held.iter())
    }

    /// How many families hold the value.
    pub(super) fn families(&self) -> usize {
        distinct(self.held.iter().map(|it| it.family))
    }

    /// How many families hold the value in a headline or a lead.
    pub(super) fn leading_families(&self) -> usize {
        distinct(self.held.iter().filter(|it| it.leads).map(|it| it.family))
    }

    /// How many families hold the value or leave room for it.
    pub(super) fn families_with_room(&self) -> usize {
        distinct(self.held.iter().chain(&self.room).map(|it| it.family))
    }

    /// How many articles hold the value.
    pub(super) fn articles(&self) -> usize {
        distinct(self.held.iter().map(|it| &it.claim.article))
    }

    /// The latest state of the event in which somebody holds the value.
    pub(super) fn latest(&self) -> Option<(Option<u32>, Option<DateTime>)> {
        self.held.iter().map(|it| it.known).max()
    }

    /// The place in `order` of the first source that holds the value: a kind of voice, the name of a
    /// voice, or an outlet; behind them all where none does.
    pub(super) fn rank(&self, order: &[String]) -> usize {
        let stands = |it: &String| self.held.iter().any(|held| held.is_from(it));
        order.iter().position(stands).unwrap_or(order.len())
    }

    /// Whether somebody asserts or reports it, and not only suspects or plans it.
    pub(super) fn is_sure(&self) -> bool {
        let sure = |it: &Held| it.claim.modality <= Modality::Reported;
        self.held.iter().any(sure)
    }

    /// Whether nobody who holds `other` speaks against this value.
    pub(super) fn agrees_with(&self, other: &Candidate) -> bool {
        other.forms.iter().all(|it| values::leaves_room(it, &self.value))
    }

    /// Returns the value as the record shows it.
    pub(super) fn group(&self, standing: Standing) -> Group {
        Group {
            value: self.value.clone(),
            claims: self.held.iter().map(|it| it.claim.id.clone()).collect(),
            denied_by: self.denied.iter().map(|it| it.id.clone()).collect(),
            articles: self.articles(),
            outlets: distinct(self.held.iter().map(|it| it.outlet)),
            families: self.families(),
            origins: self.origins(),
            standing,
        }
    }
}

impl Held<'_> {
    /// Whether a voice of the chain, or the outlet, is of this kind or has this name.
    fn is_from(&self, source: &str) -> bool {
        let voice = |hop: &crate::model::Hop| {
            let kind = serde_json::to_value(hop.kind).unwrap_or_default();
            kind.as_str() == Some(source) || hop.id == source || hop.name.to_lowercase() == source
        };
        self.outlet == source || self.claim.chain.iter().any(voice)
    }

    /// Returns where the claim comes from before anybody repeated it.
    pub(super) fn origin(&self) -> &Origin {
        &self.origin
    }
}

/// Counts origins; what a newsroom says in its own voice and also from a source comes from the source.
fn count_origins<'h>(held: impl Iterator<Item = &'h Held<'h>> + Clone) -> usize {
    let sourced: BTreeSet<_> = held
        .clone()
        .filter(|it| matches!(it.origin, Origin::Source(_)))
        .map(|it| it.family)
        .collect();
    let own = |it: &&Held| matches!(it.origin, Origin::Family(family) if sourced.contains(&family));
    distinct(held.filter(|it| !own(it)).map(|it| &it.origin))
}

fn distinct<T: Ord>(items: impl Iterator<Item = T>) -> usize {
    items.collect::<BTreeSet<_>>().len()
}
