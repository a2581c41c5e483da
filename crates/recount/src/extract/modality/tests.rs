//! Sentences with a claim in brackets, and how sure they are of it.

use super::of;
use crate::annotate::Syntax;
use crate::extract::Draft;
use crate::extract::voices::Voices;
use crate::model::{Count, Modality, Slot, Value};
use crate::testing::marked;

#[test]
fn what_an_outlet_says_itself_is_asserted_and_what_others_say_reported() {
    check("A blast [killed six].", Modality::Asserted);
    check("A blast [killed six], police said.", Modality::Reported);
    check("A blast reportedly [killed six].", Modality::Reported);
}

#[test]
fn a_hedge_beside_a_claim_weighs_more_than_the_verb() {
    check("Police said [six men] allegedly took part.", Modality::Alleged);
    check("Police said the blast may have [killed six].", Modality::Speculated);
    check("It is feared that the blast [killed six].", Modality::Speculated);
    check("The men threatened to [kill six hostages].", Modality::Planned);
}

#[test]
fn a_verb_that_doubts_weighs_more_than_a_soft_hedge() {
    check("The army denied that the raid reportedly [killed six].", Modality::Denied);
}

#[test]
fn a_hedge_far_away_is_about_something_else() {
    check("It may be long before anybody knows why the blast [killed six].", Modality::Asserted);
    check("Rain may have fallen. A blast [killed six].", Modality::Asserted);
}

#[test]
fn a_hedge_before_a_day_does_not_doubt_the_day() {
    check_slot(Slot::EventDate, "A blast may have killed six [on Monday].", Modality::Asserted);
}

#[track_caller]
fn check(text: &str, expected: Modality) {
    check_slot(Slot::KilledCount, text, expected);
}

#[track_caller]
fn check_slot(slot: Slot, text: &str, expected: Modality) {
    let (annotated, tokens) = marked(text);
    let (chain, spoken) = Voices::of(&annotated, &Syntax::of(&annotated.tokens)).of_words(&tokens);
    let value = Value::Count(Count::exact(6));
    let draft = Draft { slot, who: None, value, tokens, rule: String::new() };
    assert_eq!(of(&annotated, &draft, &chain, spoken).0, expected);
}
