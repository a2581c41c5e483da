//! Tells how the terms and groups of the lexicons lie within one another.
//!
//! In: ids of values that this stage gave. Out: whether one is a kind or a part of another, how deep
//! it lies, and how far a phase is on its way. An id that no lexicon has is a kind of nothing.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{groups, terms};
use crate::lexicon;
use crate::model::Slot;

static STAGES: LazyLock<BTreeMap<&'static str, u32>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/phases.tsv"));
    rows.map(|row| (row[0], row[1].parse().expect("phases.tsv: the second column is a number")))
        .collect()
});

/// How many steps a term may lie below another; more would be a loop in a lexicon.
const MAX_DEPTH: usize = 8;

/// Returns whether term `narrow` is a kind of `wide`, by any number of steps: a siege is an attack.
#[must_use]
pub fn is_kind_of(narrow: &str, wide: &str) -> bool {
    above(narrow, terms::broader).any(|it| it == wide)
}

/// Returns whether armed group `part` belongs to `whole`.
#[must_use]
pub fn is_part_of(part: &str, whole: &str) -> bool {
    above(part, groups::parent).any(|it| it == whole)
}

/// Returns how many wider terms a term has.
#[must_use]
pub fn depth_of_term(id: &str) -> u64 {
    above(id, terms::broader).map(|_| 1).sum()
}

/// Returns how many groups a group is part of.
#[must_use]
pub fn depth_of_group(id: &str) -> u64 {
    above(id, groups::parent).map(|_| 1).sum()
}

/// Returns how far a phase is on its way; `None` for one that may run beside any other.
#[must_use]
pub fn stage_of_phase(id: &str) -> Option<u32> {
    STAGES.get(id).copied()
}

/// Returns whether the lexicon of `slot` gives the term with this id.
#[must_use]
pub fn is_term_of(slot: Slot, id: &str) -> bool {
    terms::gives(slot, id)
}

/// Returns whether `name` is one of the names of the armed group with this id.
#[must_use]
pub fn is_name_of_group(name: &str, id: &str) -> bool {
    groups::has_name(id, name)
}

fn above(id: &str, parent: fn(&str) -> Option<&'static str>) -> impl Iterator<Item = &'static str> {
    std::iter::successors(parent(id), move |it| parent(it)).take(MAX_DEPTH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostage_siege_is_an_attack() {
        assert!(is_kind_of("hostage siege", "hostage taking"));
        assert!(is_kind_of("hostage siege", "attack"));
        assert!(!is_kind_of("attack", "hostage siege"));
    }

    #[test]
    fn a_branch_is_part_of_its_group() {
        assert!(is_part_of("islamic state khorasan", "islamic state"));
        assert!(!is_part_of("islamic state", "islamic state khorasan"));
    }

    #[test]
    fn no_lexicon_runs_in_a_circle() {
        for term in terms::all() {
            assert!(!is_kind_of(term, term), "{term} is a kind of itself");
        }
    }

    #[test]
    fn an_end_comes_after_what_goes_on() {
        assert!(stage_of_phase("ongoing") < stage_of_phase("ended"));
        assert_eq!(stage_of_phase("investigation"), None);
    }
}
