//! Finds what changed from copy to copy of one text: a value, its hedge, how sure it is.
//!
//! In: the values of a slot with who holds them. Out: for each family whose articles give values that
//! leave no room for one another, those values; for each value of a family that one copy gives as
//! "some 50" or "reportedly" and another one without, its forms. The first printed stands first.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::DateTime;

use super::candidates::Candidate;
use super::held::Held;
use crate::model::{ArticleId, Claim, Drift, Modality};

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
    let of_values = families.into_values().filter_map(drift);
    of_values.chain(values.iter().flat_map(|it| certainties(it))).collect()
}

/// The drifts of one value in the families that hold it.
fn certainties(value: &Candidate) -> Vec<Drift> {
    let modality = |it: &Held| it.claim.modality;
    let first = value.held.first().map(modality);
    if value.forms.len() < 2 && value.held.iter().all(|it| Some(modality(it)) == first) {
        return Vec::new();
    }
    let mut families: BTreeMap<usize, Vec<&Claim>> = BTreeMap::new();
    for held in &value.held {
        families.entry(held.family).or_default().push(held.claim);
    }
    let drifts = families.into_values().flat_map(|mut claims| {
        claims.sort_by_key(|it| (printed(it), &it.article, it.evidence.start));
        let ids: Vec<_> = claims.iter().map(|it| it.id.clone()).collect();
        let forms = forms(&claims, |it| it.value.to_string()).map(|of| Drift {
            values: of.into_iter().map(|it| it.value.clone()).collect(),
            modalities: Vec::new(),
            claims: ids.clone(),
        });
        let sure = forms_of_modality(&claims).map(|modalities| Drift {
            values: vec![value.value.clone()],
            modalities,
            claims: ids,
        });
        [forms, sure].into_iter().flatten()
    });
    drifts.collect()
}

fn forms_of_modality(claims: &[&Claim]) -> Option<Vec<Modality>> {
    let of = forms(claims, |it| it.modality)?;
    Some(of.into_iter().map(|it| it.modality).collect())
}

/// Returns a claim for each form, in the order of print, if two articles have no form in common: one that
/// has both, in its headline and in its text, is like either.
fn forms<'c, T: Ord + Clone>(
    claims: &[&'c Claim],
    form: impl Fn(&Claim) -> T,
) -> Option<Vec<&'c Claim>> {
    let mut by_article: BTreeMap<&ArticleId, BTreeSet<T>> = BTreeMap::new();
    for claim in claims {
        by_article.entry(&claim.article).or_default().insert(form(claim));
    }
    let all: BTreeSet<_> = by_article.into_values().collect();
    let apart = all.iter().any(|a| all.iter().any(|b| a.is_disjoint(b)));
    let mut seen = BTreeSet::new();
    let first = || claims.iter().copied().filter(|it| seen.insert(form(it))).collect();
    apart.then(first)
}

/// When the article of a claim was published.
fn printed(claim: &Claim) -> Option<DateTime> {
    Some(claim.as_of.as_ref()?.when.as_ref()?.start)
}

fn drift(mut told: Told) -> Option<Drift> {
    told.sort_by(|(a, x), (b, y)| (x.printed, &a.key).cmp(&(y.printed, &b.key)));
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
        modalities: Vec::new(),
        claims: told.iter().map(|(_, it)| it.claim.id.clone()).collect(),
    })
}
