//! Sentences, and who they say is behind what happened: slot, value and the words it rests on.

use super::actors;
use crate::extract::roles::Roles;
use crate::model::Value;
use crate::testing::annotated;

#[test]
fn who_claims_an_attack_is_named_before_or_after() {
    check(
        "The attack was claimed by Islamic State.",
        "claimed_by islamic state: claimed by Islamic State",
    );
    check("ISIS claimed responsibility.", "claimed_by islamic state: ISIS claimed responsibility");
    check(
        "Boko Haram is active there. The group claimed responsibility.",
        "claimed_by boko haram: claimed responsibility",
    );
    check("Nobody claimed responsibility.", "");
}

#[test]
fn a_group_beside_its_people_is_theirs() {
    check("ISIS-linked gunmen stormed the bank.", "affiliation islamic state: ISIS-linked gunmen");
    check(
        "Islamic State (IS) attackers took the bank.",
        "affiliation islamic state: Islamic State (IS) attackers",
    );
    check(
        "Gunmen linked to the PKK fled.",
        "affiliation kurdistan workers' party: linked to the PKK",
    );
    check("The attackers were members of Hamas.", "affiliation hamas: members of Hamas");
}

#[test]
fn a_group_that_is_only_mentioned_is_no_claim() {
    check("The army has fought Boko Haram for years.", "");
    check("It is over.", "");
}

#[test]
fn perpetrators_come_from_somewhere() {
    check("The gunmen were from Orfield.", "origin orfield: gunmen were from Orfield");
    check("Victims were from Orfield.", "");
}

#[test]
fn earlier_arrests_are_a_link() {
    check(
        "Three of them had previously been arrested.",
        "prior_link earlier arrest: Three of them had previously been arrested",
    );
    check(
        "The gunman was known to police.",
        "prior_link known to the authorities: known to police",
    );
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let annotated = annotated(text);
    let found = actors(&annotated, &Roles::of(&annotated));
    let told = found.iter().map(|it| {
        let value = match &it.value {
            Value::Name(name) => &name.id,
            Value::Term(term) => &term.id,
            _ => panic!("neither a name nor a term"),
        };
        format!("{} {value}: {}", it.slot, annotated.text(&it.tokens))
    });
    assert_eq!(told.collect::<Vec<_>>().join("; "), expected);
}
