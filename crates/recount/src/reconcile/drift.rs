//! Finds figures that changed from copy to copy of one text.
//!
//! In: the values of a slot with who holds them. Out: for each family whose articles give values that
//! leave no room for one another, those values, the first printed first, with their claims.

use std::collections::{BTreeMap, BTreeSet};

use super::candidates::Candidate;
use crate::model::{ClaimId, Drift};

/// Returns the drifts of a slot, by family.
pub(super) fn drifts(values: &[&Candidate]) -> Vec<Drift> {
    let families: BTreeSet<_> = values.iter().flat_map(|it| it.families_of()).collect();
    families.into_iter().filter_map(|family| drift(values, family)).collect()
}

fn drift(values: &[&Candidate], family: usize) -> Option<Drift> {
    let mut told: Vec<_> = values.iter().filter(|it| it.is_told_by(family)).collect();
    told.sort_by_key(|it| (it.first_print(family), it.key.clone()));
    let apart = |a: &Candidate, b: &Candidate| !a.agrees_with(b) && !b.agrees_with(a);
    let differ = told.iter().enumerate().any(|(at, a)| told[at + 1..].iter().any(|b| apart(a, b)));
    let mut by_article: BTreeMap<_, BTreeSet<&str>> = BTreeMap::new();
    for value in &told {
        for article in value.articles_of(family) {
            by_article.entry(article).or_default().insert(&value.key);
        }
    }
    // Two figures within one article are no drift: it must be another copy that tells another one.
    let of_copies: BTreeSet<_> = by_article.values().collect();
    let claims: Vec<ClaimId> = told.iter().flat_map(|it| it.claims_of(family)).collect();
    let values = told.iter().map(|it| it.value.clone()).collect();
    (differ && of_copies.len() > 1).then_some(Drift { values, claims })
}
