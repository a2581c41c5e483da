//! Finds figures that changed from copy to copy of one text.
//!
//! In: the values of a slot with who holds them. Out: for each family whose articles give values that
//! leave no room for one another, those values, the first printed first, with their claims.

use std::collections::{BTreeMap, BTreeSet};

use super::candidates::{Candidate, Held};
use crate::model::Drift;

/// What one family tells: its claims with the values they hold.
type Told<'v, 'c> = Vec<(&'v Candidate<'c>, &'v Held<'c>)>;

/// Returns the drifts of a slot, by family.
pub(super) fn drifts(values: &[&Candidate]) -> Vec<Drift> {
    let mut families: BTreeMap<usize, Told> = BTreeMap::new();
    for value in values {
        for held in &value.held {
            families.entry(held.family).or_default().push((value, held));
        }
    }
    families.into_values().filter_map(drift).collect()
}

fn drift(mut told: Told) -> Option<Drift> {
    told.sort_by_key(|(value, held)| (held.known.1, value.key.clone()));
    let mut values: Vec<&Candidate> = Vec::new();
    let mut by_article: BTreeMap<_, BTreeSet<&str>> = BTreeMap::new();
    for (value, held) in &told {
        if values.iter().all(|it| it.key != value.key) {
            values.push(value);
        }
        by_article.entry(&held.claim.article).or_default().insert(&value.key);
    }
    let apart = |a: &Candidate, b: &Candidate| !a.agrees_with(b) && !b.agrees_with(a);
    let differ =
        values.iter().enumerate().any(|(at, a)| values[at + 1..].iter().any(|b| apart(a, b)));
    // Two figures within one article are no drift: it must be another copy that tells another one.
    let of_copies: BTreeSet<_> = by_article.values().collect();
    (differ && of_copies.len() > 1).then(|| Drift {
        values: values.iter().map(|it| it.value.clone()).collect(),
        claims: told.iter().map(|(_, it)| it.claim.id.clone()).collect(),
    })
}
