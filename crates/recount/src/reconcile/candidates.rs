//! Gathers the claims of a slot by value.
//!
//! In: the claims of one slot of one event. Out: a candidate for each value, with the claims that
//! hold it, those that only leave room for it, and those that deny it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::DateTime;

use super::held::Held;
use super::supersede::Past;
use super::values;
use crate::model::{Claim, Field, Group, Modality, Standing, Value};

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
    pub(super) forms: Vec<&'a Value>,
    /// Whether an article that gives this figure also gives a lower one, which may be a part of it.
    pub(super) is_whole: bool,
    /// When and by whom it was told, in short.
    pub(super) past: Past,
}

/// Gathers `claims` by value, in the order of the values.
pub(super) fn candidates<'a>(claims: &[Held<'a>]) -> Vec<Candidate<'a>> {
    let mut by_value: BTreeMap<String, Candidate> = BTreeMap::new();
    for held in claims {
        let key = values::key(&held.claim.value);
        let candidate = match by_value.get_mut(&key) {
            Some(candidate) => candidate,
            None => by_value.entry(key.clone()).or_insert_with(|| empty(key, held.claim)),
        };
        match held.claim.modality {
            Modality::Denied => candidate.denied.push(held.claim),
            _ => candidate.hold(*held),
        }
    }
    let mut found: Vec<_> = by_value.into_values().collect();
    found.iter_mut().for_each(Candidate::date_reprints);
    let parts = lowest_figures(&found);
    let of_others: Vec<_> =
        found.iter().map(|it| (it.room_among(&found), it.has_part(&parts))).collect();
    for (candidate, (room, whole)) in found.iter_mut().zip(of_others) {
        (candidate.room, candidate.is_whole) = (room, whole);
        candidate.past = Past::of(&candidate.held);
    }
    found
}

/// Returns the lowest figure of each article that gives one above zero.
fn lowest_figures(all: &[Candidate]) -> BTreeMap<usize, u64> {
    let mut lowest = BTreeMap::new();
    for candidate in all {
        let Some(figure) = values::figure(&candidate.value).filter(|it| *it > 0) else { continue };
        for held in &candidate.held {
            lowest.entry(held.article).and_modify(|it| *it = figure.min(*it)).or_insert(figure);
        }
    }
    lowest
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
        past: Past::default(),
    }
}

impl<'a> Candidate<'a> {
    fn hold(&mut self, mut held: Held<'a>) {
        if values::bareness(&held.claim.value) > values::bareness(&self.value) {
            self.value = held.claim.value.clone();
        }
        let known = self.forms.iter().position(|it| **it == held.claim.value);
        held.form = known.unwrap_or(self.forms.len());
        self.forms.extend(known.is_none().then_some(&held.claim.value));
        self.held.push(held);
    }

    /// A reprint tells nothing new: it is as old as the first print of the value in its family.
    fn date_reprints(&mut self) {
        let mut first: BTreeMap<usize, DateTime> = BTreeMap::new();
        for held in &self.held {
            let Some(printed) = held.printed else { continue };
            first.entry(held.family).and_modify(|it| *it = printed.min(*it)).or_insert(printed);
        }
        self.held.iter_mut().for_each(|it| it.printed = first.get(&it.family).copied());
    }

    /// The claims of other values that leave room for this one.
    fn room_among(&self, all: &[Candidate<'a>]) -> Vec<Held<'a>> {
        let others = all.iter().filter(|it| it.key != self.key);
        let room = others.flat_map(|other| {
            let leaving = other.forms.iter().map(|it| values::leaves_room(it, &self.value));
            let leaving: Vec<_> = leaving.collect();
            let any = leaving.contains(&true);
            let held = other.held.iter().filter(move |it| any && leaving[it.form]);
            held.copied()
        });
        room.collect()
    }

    fn has_part(&self, lowest: &BTreeMap<usize, u64>) -> bool {
        let Some(figure) = values::figure(&self.value) else { return false };
        self.held.iter().any(|it| lowest.get(&it.article).is_some_and(|part| *part < figure))
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

    /// How often the article that tells it most often tells it: copies add nothing.
    pub(super) fn mentions(&self) -> usize {
        let mut times: BTreeMap<_, usize> = BTreeMap::new();
        self.held.iter().for_each(|it| *times.entry(&it.claim.article).or_default() += 1);
        times.into_values().max().unwrap_or(0)
    }

    /// Where the words of the value stand first, in the headline or in the text; figures and days have none.
    pub(super) fn first_said(&self) -> Option<(Field, usize)> {
        let words = matches!(self.value, Value::Name(_) | Value::Term(_));
        let said = self.held.iter().map(|it| (it.claim.evidence.field, it.claim.evidence.start));
        said.min().filter(|_| words)
    }

    /// How many articles hold the value.
    pub(super) fn articles(&self) -> usize {
        distinct(self.held.iter().map(|it| it.article))
    }

    /// The latest state of the event in which somebody holds the value.
    pub(super) fn latest(&self) -> Option<(Option<u32>, Option<DateTime>)> {
        self.held.iter().map(Held::known).max()
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

/// Counts origins; what a newsroom says in its own voice and also from a source comes from the source.
fn count_origins<'h>(held: impl Iterator<Item = &'h Held<'h>> + Clone) -> usize {
    let sourced: BTreeSet<_> =
        held.clone().filter(|it| it.is_sourced).map(|it| it.family).collect();
    let own = |it: &&Held| !it.is_sourced && sourced.contains(&it.family);
    distinct(held.filter(|it| !own(it)).map(|it| it.origin))
}

fn distinct<T: Ord>(items: impl Iterator<Item = T>) -> usize {
    items.collect::<BTreeSet<_>>().len()
}
