//! The sentences of the brief that list words: weapons, demands, cause, outcome.
//!
//! In: the findings of an event. Out: a sentence for each such slot, with every value that stands.

use super::wording;
use crate::model::{Finding, Sentence, Slot, Standing};
use crate::report::words;

/// The slots that are told, in the order in which a reader asks.
const TOLD: [Slot; 6] =
    [Slot::Outcome, Slot::ClaimedBy, Slot::Weapon, Slot::Demand, Slot::Cause, Slot::LegalStatus];

pub(super) fn sentences(main: &[&Finding]) -> Vec<Sentence> {
    let of = |slot: &Slot| main.iter().find(|it| it.slot == *slot).copied();
    TOLD.iter().filter_map(of).filter_map(sentence).collect()
}

fn sentence(finding: &Finding) -> Option<Sentence> {
    let stands = |it: &Standing| matches!(it, Standing::Best | Standing::Beside);
    let groups = finding.groups.iter().filter(|it| stands(&it.standing));
    let values: Vec<_> = groups.map(|it| words::value(&it.value)).collect();
    let lead = wording::lead(finding.slot, values.len())?;
    let text = format!("{lead} {}{}", wording::listed(&values), wording::standing(finding));
    super::sentence(&text, super::all(finding))
}
