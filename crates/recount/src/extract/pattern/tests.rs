//! Lexicons of one or two rows, sentences, and the stretches that fit.

use super::Patterns;
use crate::testing::annotated;

#[test]
fn a_word_fits_by_its_form_or_its_dictionary_form() {
    check(
        "take hostage",
        "They took hostages and were taken hostage.",
        "took hostages; taken hostage",
    );
    check("=take", "They took a car to take a man.", "take");
    check("car|van", "A van hit two cars.", "van; cars");
}

#[test]
fn a_word_with_a_question_mark_may_be_absent() {
    check(
        "fire was? put out",
        "A fire put out; a fire was put out.",
        "fire put out; fire was put out",
    );
}

#[test]
fn a_class_with_a_question_mark_may_be_absent() {
    check("<number>? of them", "Of them three, and three of them.", "Of them; three of them");
}

#[test]
fn a_gap_is_short_and_stays_in_its_clause() {
    check(
        "took * hostage",
        "He took the two young guards hostage.",
        "took the two young guards hostage",
    );
    check("took * hostage", "He took hostage a guard.", "took hostage");
    check("took * hostage", "He took the two very young prison guards hostage.", "");
    check("took * hostage", "He took aim; a hostage fell.", "");
}

#[test]
fn a_class_stands_for_people_figures_and_names() {
    check(
        "killed <number> <person>",
        "It killed at least six guards.",
        "killed at least six guards",
    );
    check(
        "<perpetrator> from <name>",
        "The gunmen from New Orfield fled.",
        "gunmen from New Orfield",
    );
    check("<group> fighters", "Boko Haram fighters fled.", "Boko Haram fighters");
    check("<perpetrator> from <name>", "The children from New Orfield fled.", "");
}

#[test]
fn the_longest_pattern_at_a_place_wins() {
    check("knife\tknife\npocket knife\tpocket knife", "He had a pocket knife.", "pocket knife");
    check("mass shooting\ta\nshooting\tb", "A mass shooting.", "mass shooting");
}

#[test]
fn matches_that_overlap_stand_if_they_say_different_things() {
    check(
        "demand * passage\tpassage\npassage * car\tcar",
        "They demand safe passage and a car.",
        "demand safe passage; passage and a car",
    );
    check(
        "demand * passage\tsame\npassage * car\tsame",
        "They demand safe passage and a car.",
        "demand safe passage",
    );
}

#[track_caller]
fn check(rows: &'static str, text: &str, expected: &str) {
    let (patterns, annotated) = (Patterns::read(rows), annotated(text));
    let found = annotated.sentences.iter().flat_map(|it| patterns.find(&annotated, it));
    let told: Vec<_> = found.map(|it| annotated.text(&it.tokens).to_owned()).collect();
    assert_eq!(told.join("; "), expected);
}
