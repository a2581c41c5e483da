//! Reconciles claims: where the accounts agree and differ, and what stands best.
//!
//! In: what the articles of a story tell and the families they come from. Out: the events of the
//! story, its claims, and a finding for each slot of each event. Figures are never averaged, added
//! or invented, and fifty reprints of one text have one vote.

mod candidates;
mod citations;
mod drift;
mod events;
mod held;
#[cfg(test)]
mod laws;
mod leads;
mod order;
mod origins;
mod pack;
mod party;
mod proof;
mod quotes;
mod spot;
mod supersede;
#[cfg(test)]
mod tests;
mod values;
mod verdict;

pub use pack::Pack;
pub use proof::prove;

use std::collections::{BTreeMap, BTreeSet};

use crate::annotate::Annotated;
use crate::extract::Extraction;
use crate::model::{
    Article, Claim, ClaimId, Event, EventId, Finding, Link, Quote, Slot, Who, Withheld,
};
use crate::trace::Traced;
use held::Held;
use order::Order;
use origins::Origins;
use spot::Placed;

/// What a story amounts to.
#[derive(Debug, Clone)]
pub struct Reconciled {
    /// The main event first.
    pub events: Vec<Event>,
    /// The claims, with the events of the story, by article and place in it.
    pub claims: Vec<Claim>,
    /// One for each slot of each event that a claim fills.
    pub findings: Vec<Finding>,
    /// Ties of kind `cites`.
    pub citations: Vec<Link>,
    /// What speakers are quoted with.
    pub quotes: Vec<Quote>,
    /// Claims that went into nothing, since their words do not prove them.
    pub withheld: Vec<Withheld>,
}

/// What the rules of reconciliation know of a story.
struct Context<'a> {
    /// Claims that stand in a headline or a lead.
    leads: BTreeSet<ClaimId>,
    order: Order,
    origins: Origins<'a>,
    pack: &'a Pack,
}

/// Reconciles what the articles of a story tell; `told` stands in the order of `story`.
#[must_use]
pub fn reconcile(
    story: &[&Annotated],
    told: Vec<Extraction>,
    traced: &Traced,
    pack: &Pack,
) -> Reconciled {
    let articles: Vec<&Article> = story.iter().map(|it| &it.article).collect();
    let told_by = told.iter().enumerate();
    let quoted: Vec<_> =
        told_by.flat_map(|(at, it)| it.quotes.iter().map(move |it| (at, it.clone()))).collect();
    let merged = events::merged(told);
    let (mut claims, withheld) = proof::proven(&articles, merged.claims);
    let order = Order::of(&articles, &claims);
    order.date(&mut claims);
    let origins = Origins::of(&articles, traced);
    let citations = citations::citations(&articles, &claims, &origins);
    let leads = leads::leads(&articles, &claims);
    let context = Context { leads, order, origins, pack };
    let findings = findings(&claims, &context);
    let placed = Placed::of(story, &claims, &context.origins);
    let events = events::events(&merged.told, &claims, &findings, &placed);
    let quotes = quotes::quotes(&quoted);
    Reconciled { events, claims, findings, citations, quotes, withheld }
}

/// Returns one finding for each slot and kind of people, by event and in the order of the slots.
fn findings(claims: &[Claim], context: &Context) -> Vec<Finding> {
    let mut by_slot: BTreeMap<(usize, Slot, Option<&Who>), Vec<Held>> = BTreeMap::new();
    for held in held::held(claims, context) {
        let claim = held.claim;
        let key = (claim.event.number(), claim.slot, claim.who.as_ref());
        by_slot.entry(key).or_default().push(held);
    }
    let perpetrators = |event, slot| {
        let held = by_slot.get(&(event, slot, Some(&Who::Perpetrators)));
        held.into_iter().flatten().filter_map(|it| values::figure(&it.claim.value)).collect()
    };
    let first_print = context.order.first_print();
    let told = by_slot.iter();
    told.filter_map(|((event, slot, who), claims)| {
        let asked = verdict::Asked {
            event: EventId::of(*event),
            slot: *slot,
            who: who.cloned(),
            perpetrators: perpetrators(*event, *slot),
            first_print,
        };
        verdict::finding(asked, claims, context.pack)
    })
    .collect()
}
