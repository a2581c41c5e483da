//! Sentences and the counts that they give.

use crate::extract::roles::Roles;
use crate::extract::scenes::Scenes;

#[test]
fn a_verb_counts_the_people_before_or_behind_it() {
    check("Six people were killed and 12 injured.", "killed 6 total, injured 12 total");
    check("The blast killed six people and wounded 12.", "killed 6 total, injured 12 total");
}

#[test]
fn what_has_not_happened_counts_nobody() {
    check("The names of two victims have not been released.", "");
    check("Two men who were held at the gate have not been freed.", "");
}

#[test]
fn an_article_stands_for_at_least_one() {
    check("A man was shot and killed on Friday.", "killed at least 1 total");
    check("The raid ended, killing a woman.", "killed at least 1 total");
    check("A 24-year-old was wounded.", "injured at least 1 total");
    check("The driver died at the scene.", "killed at least 1 total");
    check("A man is charged with the shooting death of a neighbour.", "killed at least 1 total");
    check("The death of Jana Rask shocked the town.", "killed at least 1 total");
    check("A man was arrested on Friday.", "arrested at least 1 total");
    check("A man was freed on Friday.", "");
}

#[test]
fn one_of_those_counted_is_not_counted_again() {
    check("Six people were killed. A man died at the scene.", "killed 6 total");
    check(
        "Four people were hurt. Two men were treated at the scene.",
        "injured 4 total, injured 2 other:part",
    );
}

#[test]
fn those_shot_are_injured_only_where_nobody_died() {
    check("Four people were shot on Friday.", "injured 4 total");
    check("Four people were shot, and one died.", "killed 1 total");
    check("A boy was shot. The boy died in hospital.", "killed at least 1 total");
}

#[test]
fn who_shoots_himself_is_shot() {
    check("A boy accidentally shot himself on Friday.", "injured at least 1 total");
}

#[test]
fn some_of_them_are_a_part() {
    check("One of seven people who were hurt is a nurse.", "injured 1 other:part, injured 7 total");
    check("Two of the men were taken to a hospital.", "injured 2 other:part");
}

#[test]
fn who_shoots_is_not_who_is_shot() {
    check("Two men shot at a house.", "");
    check("Police shot two men.", "injured 2 total");
}

#[test]
fn men_beside_women_are_a_part() {
    check("Four men and two women were hurt.", "injured 4 other:men, injured 2 other:women");
    check(
        "A man and a woman were killed.",
        "killed at least 2 total, killed at least 1 other:men, killed at least 1 other:women",
    );
    check(
        "The blast killed a man and a woman.",
        "killed at least 2 total, killed at least 1 other:men, killed at least 1 other:women",
    );
}

#[test]
fn persons_with_their_ages_are_counted_together() {
    check("Jana Rask, 54, and Ole Holm, 31, were killed.", "killed at least 2 total");
}

#[test]
fn an_aside_may_stand_before_a_verb_without_help() {
    check("Six people, including two boys, died.", "killed 6 total, killed 2 other:boys");
    check("Six people - two of them boys - died on Friday.", "killed 6 total");
}

#[test]
fn what_stands_behind_the_people_may_say_that_they_died() {
    check("A man stabbed three people to death.", "killed 3 total");
    check("A man beat three people to death.", "killed 3 total");
    check("A man beat three people.", "");
}

#[test]
fn an_age_is_no_count() {
    check("Rask, 54, was detained.", "");
    check("Three men, ages 15, 19, and 21, were hurt.", "injured 3 total");
    check("Rask, 54, and Holm, 31, were killed.", "killed at least 1 total");
    check("Two men, ages 30 and 19, were wounded.", "injured 2 total");
}

#[test]
fn a_figure_of_things_counts_nobody() {
    check("It happened in one of the shootings.", "");
    check("They were killed in the 400 block of Elm Road.", "");
    check("Bus 24 was hurt by the wind.", "");
}

#[test]
fn years_and_numbers_of_things_count_nobody() {
    check("A 2029 film of mothers killed at sea was shown.", "");
    check("A woman in flat No. 7 was wounded.", "injured at least 1 total");
    check("The flood killed 2029 people.", "killed 2029 total");
}

#[test]
fn a_noun_that_no_lexicon_has_is_one_for_people_where_they_were_hurt() {
    check("Two welders were injured.", "injured 2 total");
    check("The blast killed three acrobats.", "killed 3 total");
    check("Two horses were killed.", "");
    check("Two explosions killed six men.", "killed 6 total");
    check("Three people including an officer are dead.", "killed 3 total");
    check("Some 40 miners have so far been injured.", "injured about 40 total");
}

#[test]
fn people_in_a_clause_are_not_its_subject() {
    check("Gunmen who had held three guards at the gate are dead.", "");
}

#[test]
fn several_people_are_no_he() {
    check(
        "A man wounded two guards in Norrvik before he was shot dead.",
        "injured 2 security, killed at least 1 total",
    );
    check("Two guards in Norrvik were on a bus when they were killed.", "killed 2 security");
}

#[test]
fn some_of_them_are_not_all_of_them() {
    check(
        "Four of the eight attackers were killed in Norrvik.",
        "killed 4 perpetrators, perpetrator 8 perpetrators",
    );
    check(
        "Three of the 12 wounded passengers died in Norrvik.",
        "killed 3 other:part, injured 12 passengers",
    );
    check("Two of the guards were killed in Norrvik.", "killed 2 other:part");
    check("Four of the six men who died in Norrvik had been on trial.", "killed 6 total");
    check("Four of the six guards killed in Norrvik were fathers.", "killed 6 security");
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let annotated = crate::testing::annotated(text);
    let scenes = Scenes::of(&annotated, &[], None);
    let found = super::counts(&annotated, &Roles::of(&annotated), &scenes);
    let found: Vec<_> = found
        .iter()
        .map(|it| {
            let who = it.who.as_ref().map(ToString::to_string).unwrap_or_default();
            format!("{} {} {who}", it.slot.name().trim_end_matches("_count"), it.value)
        })
        .collect();
    assert_eq!(found.join(", "), expected);
}
