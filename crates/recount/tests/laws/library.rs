//! Laws of the library: neither a save and load, nor an article that shares nothing, nor texts long
//! forgotten may change what is found.
//!
//! In: reports of a few invented events, drawn at random. Out: a counterexample where a law is broken.

use proptest::prelude::*;
use recount::trace::{Library, Print, Thresholds};

use crate::grouping::{UNRELATED, article, reports};

/// So low that the short reports are kin, and phrases become stock, within a test.
const THRESHOLDS: Thresholds = Thresholds { stock: 3, copy: 0.2, version: 0.5, shared: 2 };

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..Default::default() })]

    #[test]
    fn saving_and_loading_at_any_point_changes_nothing(
        reports in reports(), at: prop::sample::Index, kept in 1usize..8
    ) {
        let at = at.index(reports.len());
        let mut whole = Library::new(THRESHOLDS, kept);
        let mut broken = Library::new(THRESHOLDS, kept);
        for (place, print) in reports.iter().map(Print::of).enumerate() {
            if place == at {
                broken = Library::load(&broken.save(), THRESHOLDS, kept)
                    .expect("what was saved can be loaded");
            }
            prop_assert_eq!(whole.add(print.clone()), broken.add(print));
            prop_assert!(whole.len() <= kept);
        }
        prop_assert!(whole.save() == broken.save());
    }

    #[test]
    fn an_unrelated_article_changes_no_family(reports in reports(), at: prop::sample::Index) {
        let other = article("Harbour Gazette", 3, UNRELATED);
        let (mut without, mut with) = (library(), library());
        for (place, print) in reports.iter().map(Print::of).enumerate() {
            if place == at.index(reports.len()) {
                prop_assert_eq!(with.add(Print::of(&other)).kin.len(), 0);
            }
            prop_assert_eq!(without.add(print.clone()), with.add(print));
        }
    }
}

fn library() -> Library {
    Library::new(THRESHOLDS, Library::KEPT)
}
