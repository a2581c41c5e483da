//! Sentences, and the terms that they give: slot, term and the wider term.

use super::{events, terms};
use crate::model::Value;
use crate::testing::annotated;

#[test]
fn a_phrase_gives_the_term_of_its_row() {
    check("A car bomb went off.", "event_type bombing < attack, weapon car bomb < vehicle bomb");
    check("The siege ended.", "event_type siege < attack, phase ended");
    check("A siege ended.", "event_type siege < attack, phase ended");
    check("They demanded a helicopter.", "demand aircraft");
}

#[test]
fn the_longer_phrase_says_more_than_the_shorter() {
    check("He drew a pocket knife.", "weapon pocket knife < knife");
    check("It was a mass shooting.", "event_type mass shooting < shooting");
}

#[test]
fn two_terms_stand_side_by_side() {
    check("He had a knife and an axe.", "weapon knife < blade, weapon axe < blade");
    check("The men demanded safe passage and a car.", "demand vehicle, demand safe passage");
}

#[test]
fn an_attack_named_again_is_no_new_kind_where_there_is_one() {
    check("A shooting. The attack shocked the town.", "event_type shooting < armed attack");
    check("The attack shocked the town.", "event_type attack");
    check("Quake-related power cuts went on.", "");
    check(
        "The attack on the bank shocked the town.",
        "event_type attack, target attack on the bank",
    );
    check("An attack shocked the town.", "event_type attack");
}

#[test]
fn who_kills_attacks_and_who_is_killed_does_not() {
    check("Rebels killed 18 soldiers.", "event_type attack, perpetrator rebels < militants");
    check("Troops killed at least six people.", "event_type attack");
    check("Five soldiers killed in an avalanche.", "event_type avalanche < disaster");
    check("Two fire fighters were on board.", "");
}

#[test]
fn words_that_look_like_a_term_are_left_alone() {
    check("The knife attack was over.", "event_type stabbing < armed attack, phase ended");
}

#[test]
fn events_are_where_their_words_stand() {
    let annotated = annotated("A blast hit the bank, and a car rammed the gate after the attack.");
    let found: Vec<_> = events(&annotated).iter().map(|it| annotated.text(it)).collect();
    assert_eq!(found, ["blast", "rammed", "attack"]);
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let found = terms(&annotated(text));
    let told = found.iter().map(|it| {
        let Value::Term(term) = &it.value else { panic!("no term") };
        let wider = term.broader.as_ref().map(|it| format!(" < {it}")).unwrap_or_default();
        format!("{} {}{wider}", it.slot, term.id)
    });
    assert_eq!(told.collect::<Vec<_>>().join(", "), expected);
}
