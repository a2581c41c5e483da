//! Texts with more than one event, and to which of them each toll belongs.

use crate::model::Slot;
use crate::testing::dated;

const LEAD: &str = "Gunmen took six people hostage at a bank in Tirana on Sunday. The siege ended.";

#[test]
fn what_an_event_comes_after_is_another() {
    check("The siege comes two months after gunmen killed 31 people at a port.", "31 behind");
    check("The siege follows an attack in March in which 31 people died.", "31 behind");
}

#[test]
fn a_time_that_lies_apart_makes_another_event() {
    check("In 2028, 31 people were killed when a ferry sank.", "31 behind");
    check("Last month two members of the group were shot dead in a raid.", "2 behind");
}

#[test]
fn an_event_of_another_kind_keeps_the_toll_of_its_clause() {
    check("They spoke of air strikes on the coast that killed 31 people.", "31 behind");
}

#[test]
fn a_sentence_may_go_on_about_the_event_before_it() {
    check("A quake struck Shkoder in March 2029. That quake killed 31 people.", "31 behind");
    check(
        "In 2028 a ferry sank off Vlora. The sea was calm. 31 people were killed in the incident.",
        "31 behind",
    );
}

#[test]
fn arrests_after_another_attack_belong_to_it() {
    check(
        "An attack at a port in Vlora in March killed 31 people. Over 40 people were arrested \
         after the Vlora attack.",
        "31 behind, more than 40 behind",
    );
}

#[test]
fn the_toll_of_the_main_event_stays_with_it() {
    check("Two people were killed at the bank.", "2 main");
    check("The siege killed two people in a town that remembers the flood of 1998.", "2 main");
}

#[test]
fn a_sum_over_a_month_or_a_year_is_of_no_event() {
    check("This year 96 people have been killed in Tirana.", "");
    check("In 2031, 96 people were murdered in Tirana.", "");
    check("So far this month, 96 people were killed in the city.", "");
    check("Two people were killed, the deadliest siege this year.", "2 main");
}

#[test]
fn what_befell_people_all_over_a_city_is_apart() {
    check("Police said 31 people died in shootings across the city.", "31 behind");
    check("31 people were killed in separate attacks.", "31 behind");
}

#[test]
fn another_weekday_in_another_town_is_another_event() {
    check("On Friday, 31 people were killed by a bomb in Paris.", "31 behind");
    check("On Friday, two people were killed by a bomb in Tirana.", "2 main");
    check("On Monday, police in Paris said that 31 people were killed.", "31 main");
    check("The toll rose to 31 in Paris on Monday.", "31 main");
}

#[test]
fn a_previous_attack_is_another_event() {
    check("31 people were killed in a previous attack on the bank.", "31 behind");
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let article = dated(&format!("# Siege at Tirana bank ends\n{LEAD}\n{text}"));
    let claims = crate::extract::extract(&article).claims.into_iter();
    let tolls = claims.filter(|it| matches!(it.slot, Slot::KilledCount | Slot::ArrestedCount));
    let told = tolls
        .map(|it| format!("{} {}", it.value, if it.event.is_main() { "main" } else { "behind" }));
    assert_eq!(told.collect::<Vec<_>>().join(", "), expected);
}
