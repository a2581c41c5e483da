//! The templates of MUC-4: their slots, their closed lists, and how dates, places and numbers are written.
//!
//! In: terms and classes of ours, dates, places, counts. Out: fills of a [`Template`], and its layout.
//! The export fills a template from the record, the evaluation from the acts of one article.

mod template;
mod wording;

pub use template::{Fill, Template};
pub use wording::{day, number, place, span, until};

use std::sync::LazyLock;

use crate::lexicon;

/// The names of the slots, exactly as the task has them and in its order.
pub static SLOTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../../data/exports/muc4.tsv"));
    rows.map(|row| row[0]).collect()
});

static CODES: LazyLock<Vec<Vec<&'static str>>> =
    LazyLock::new(|| lexicon::rows(include_str!("../../../data/exports/muc4_codes.tsv")).collect());

/// Returns the member of a closed list for a term or class of ours: `BOMBING` for a `kind` of `bombing`.
///
/// The lists are `kind`, `stage`, `means`, `thing`, `people`, `effect`, `doubt`, `category` and `level`;
/// `None` where the list has nothing for it.
#[must_use]
pub fn code(list: &str, term: &str) -> Option<&'static str> {
    CODES.iter().find(|row| row[0] == list && row[1] == term).map(|row| row[2])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_of_the_acts_has_a_member() {
        check("thing", include_str!("../../../data/things.tsv"));
        check("thing", include_str!("../../../data/owners.tsv"));
        check("means", include_str!("../../../data/instruments.tsv"));
        check("people", include_str!("../../../data/occupations.tsv"));
    }

    #[test]
    fn the_slots_are_twenty_five() {
        assert_eq!(SLOTS.len(), 25);
        assert_eq!((SLOTS[0], SLOTS[24]), ("MESSAGE: ID", "HUM TGT: TOTAL NUMBER"));
    }

    #[track_caller]
    fn check(list: &str, classes: &'static str) {
        for row in lexicon::rows(classes) {
            assert!(code(list, row[1]).is_some(), "{list} has nothing for {}", row[1]);
        }
    }
}
