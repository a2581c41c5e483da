//! Tells whether a value has the word of one party only.
//!
//! In: the claims that hold a value. Out: the party, if every one of them is on the word of it: those in
//! charge, an armed group, or another voice that acts in what happened. A newsroom's own voice, a witness,
//! a document or an expert is no party.

use std::collections::BTreeSet;

use crate::model::{Claim, HopKind};

/// Returns the party on whose word alone the claims rest.
pub(super) fn only_party<'c>(claims: impl Iterator<Item = &'c Claim>) -> Option<String> {
    let parties: Option<BTreeSet<String>> = claims.map(party).collect();
    let parties = parties?;
    (parties.len() == 1).then(|| parties.into_iter().next()).flatten()
}

/// The party that said it first.
fn party(claim: &Claim) -> Option<String> {
    let source = claim.chain.last()?;
    match source.kind {
        HopKind::Official | HopKind::Spokesperson | HopKind::StateMedia => {
            Some("the authorities".into())
        }
        HopKind::ArmedGroup => Some(source.name.clone()),
        _ => source.party.then(|| source.name.clone()),
    }
}
