//! Reads of each claim, once, what the rules of a slot ask of it: where it comes from and what it could know.
//!
//! In: the claims of a story, with its order and origins. Out: a [`Held`] each, small enough to be copied.

use std::collections::BTreeMap;

use jiff::civil::DateTime;

use super::Context;
use super::order::Rank;
use super::origins::Origin;
use crate::model::{Claim, Hop};

/// A claim and where it comes from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held<'a> {
    pub(super) claim: &'a Claim,
    /// The number of its article in the story.
    pub(super) article: usize,
    pub(super) family: usize,
    /// The number of its origin in the story.
    pub(super) origin: usize,
    /// Whether a source is named, so that the origin is no newsroom.
    pub(super) is_sourced: bool,
    pub(super) outlet: &'a str,
    /// What decides whether its article is later than another.
    pub(super) rank: Rank,
    /// When the family first printed the value, as far as is known.
    pub(super) printed: Option<DateTime>,
    /// Whether it stands in a headline or a lead.
    pub(super) leads: bool,
    /// The number of its value among the forms of its candidate.
    pub(super) form: usize,
}

/// Returns what is asked of each claim, in their order.
pub(super) fn held<'a>(claims: &'a [Claim], context: &'a Context) -> Vec<Held<'a>> {
    let mut numbers: BTreeMap<Origin, usize> = BTreeMap::new();
    let held = claims.iter().map(|claim| {
        let report = context.origins.report(&claim.article);
        let (family, origin) = context.origins.of_claim(claim);
        let is_sourced = matches!(origin, Origin::Source(_));
        let next = numbers.len();
        Held {
            claim,
            article: report.number,
            family,
            origin: *numbers.entry(origin).or_insert(next),
            is_sourced,
            outlet: &report.outlet,
            rank: context.order.rank(&claim.article),
            printed: report.printed,
            leads: context.leads.contains(&claim.id),
            form: 0,
        }
    });
    held.collect()
}

impl Held<'_> {
    /// How far the event had got and when the value was first printed in its family.
    pub(super) fn known(&self) -> (Option<u32>, Option<DateTime>) {
        (self.rank.stage, self.printed)
    }

    /// Whether a voice of the chain, or the outlet, is of this kind or has this name.
    pub(super) fn is_from(&self, source: &str) -> bool {
        let voice = |hop: &Hop| {
            let kind = serde_json::to_value(hop.kind).unwrap_or_default();
            kind.as_str() == Some(source) || hop.id == source || hop.name.to_lowercase() == source
        };
        self.outlet == source || self.claim.chain.iter().any(voice)
    }
}
