//! Stories of a few reports, and what their accounts amount to.

use super::Pack;
use crate::model::{Count, Finding, Incident, Qualifier, Slot, Value, Verdict};
use crate::testing::incident;

#[test]
fn two_texts_that_say_the_same_agree() {
    check(
        "Tribune, 2031-05-04: A blast at a mill in Kavaja killed six people on Sunday.
         Courier, 2031-05-04: Six people were killed when flour dust exploded in Kavaja.",
        "killed_count total 6 (6-6) agreed",
    );
}

#[test]
fn one_text_in_three_papers_is_a_single_source() {
    let text = "A blast at a mill in Kavaja killed six people on Sunday and broke every window in \
                the street behind it, the mayor of the town said.";
    check(
        &format!(
            "Tribune, 2031-05-04: {text}\nCourier, 2031-05-04: {text}\nPost, 2031-05-05: {text}"
        ),
        "killed_count total 6 (6-6) single-source",
    );
}

#[test]
fn rivals_of_one_day_are_disputed_and_the_lower_is_shown() {
    check(
        "Tribune, 2031-05-04: A blast at a mill killed six people, police said.
         Courier, 2031-05-04: Eight people died when flour dust exploded, the hospital said.",
        "killed_count total 6 (6-8) disputed",
    );
}

#[test]
fn words_give_way_to_the_figure_that_is_printed_later() {
    check(
        "Tribune, 2031-05-04: A blast at a mill killed dozens of people, police said.
         Courier, 2031-05-05: The blast at the mill killed 14 people, the hospital said.",
        "killed_count total 14 (14-14) superseded",
    );
    check(
        "Tribune, 2031-05-05: A blast at a mill killed dozens of people, police said.
         Courier, 2031-05-04: The blast at the mill killed 14 people, the hospital said.",
        "killed_count total 14 (14-14) disputed",
    );
}

#[test]
fn of_two_bounds_of_one_figure_the_same_is_shown_however_often_it_is_printed() {
    let more = "A blast at a mill killed more than 57 people, the mayor said.";
    let least = "At least 57 people died when flour dust exploded, the hospital said.";
    let expected = "killed_count total at least 57 (57-57) agreed";
    check(&format!("Tribune, 2031-05-04: {more}\nCourier, 2031-05-04: {least}"), expected);
    check(&format!("Tribune, 2031-05-04: {least}\nCourier, 2031-05-04: {more}"), expected);
}

#[test]
fn a_lower_bound_leaves_room_for_the_figure() {
    check(
        "Tribune, 2031-05-04: A blast at a mill killed at least 144 people.
         Courier, 2031-05-04: The explosion of flour dust left 145 people dead.",
        "killed_count total 145 (144-145) refined",
    );
}

#[test]
fn a_toll_that_grew_replaces_the_lower_one() {
    check(
        "Tribune, 2031-05-04: A blast at a mill killed six people, police said.
         Courier, 2031-05-05: Eight people died when flour dust exploded, the hospital said.",
        "killed_count total 8 (8-8) superseded",
    );
}

#[test]
fn fewer_missing_is_the_later_state() {
    check(
        "Tribune, 2031-05-04: A ferry sank off Vlora. Nine people were missing, police said.
         Courier, 2031-05-05: Five people were missing after the ferry went down, the navy said.",
        "missing_count total 5 (5-5) superseded",
    );
}

#[test]
fn an_event_lies_before_its_first_report_however_many_print_a_later_day() {
    check(
        "Tribune, 2031-05-05: A blast at a mill in Kavaja killed six people on Sunday.
         Courier, 2031-05-20: Six people were killed in a blast at a mill in Kavaja on Monday.
         Post, 2031-05-20: The blast on Monday at a mill in Kavaja killed six people.",
        "event_date 2031-05-04 disputed",
    );
}

#[test]
fn nobody_hurt_is_no_lower_toll_but_another_account() {
    check(
        "Tribune, 2031-05-04: A barge exploded. Two people were injured, police said.
         Courier, 2031-05-04: No one was injured on the barge, the organiser said.",
        "injured_count total 2 (0-2) disputed",
    );
}

#[test]
fn the_end_of_a_siege_replaces_its_going_on() {
    check(
        "Tribune, 2031-05-04: The siege is continuing at a bank in Tirana.
         Courier, 2031-05-04: The siege of the bank has ended.",
        "phase ended superseded",
    );
}

#[test]
fn what_is_told_of_another_event_is_never_replaced() {
    check_behind(
        "Tribune, 2031-05-04: A siege at a bank in Tirana ended. In March 2029 an attack in Vlora killed 30 people.
         Courier, 2031-05-06: The bank siege in Tirana is over. In March 2029 an attack in Vlora killed 32 people.",
        "killed_count total 32 (30-32) disputed",
    );
}

#[test]
fn a_pack_chooses_the_best_and_hides_nothing() {
    let story = "Tribune, 2031-05-04: A blast at a mill killed six people, police said.
         Courier, 2031-05-04: Eight people died when flour dust exploded, the hospital said.
         Post, 2031-05-04: Workers wept outside the gate after eight people were killed, the union said.";
    let best = |pack| told(found(&incident(story, pack), true)[0]);
    assert_eq!(best(Pack::UncertainRange), "killed_count total 8 (6-8) disputed");
    assert_eq!(best(Pack::MostConservative), "killed_count total 6 (6-8) disputed");
    assert_eq!(best(Pack::MajorityThenLowest), "killed_count total 8 (6-8) disputed");
}

#[test]
fn a_pack_states_its_codebook_and_has_a_short_name() {
    for (short, codebook) in [("range", "UCDP"), ("conservative", "ACLED"), ("majority", "GTD")] {
        let pack: Pack = short.parse().expect("it is a short name");
        assert!(pack.codebook().starts_with(codebook), "{short}: {}", pack.codebook());
        assert_eq!(pack.name().parse::<Pack>(), Ok(pack.clone()));
    }
    assert!("hierarchy:".parse::<Pack>().is_err_and(|it| it.contains("majority-then-lowest")));
}

#[test]
fn dozens_are_twelve_and_hundreds_a_hundred_as_acled_codes_them() {
    let value =
        |low, high| Value::Count(Count { n: None, low, high, qualifier: Qualifier::Unspecified });
    assert_eq!(Pack::figure_of_words(&value(Some(24), Some(99))), Some(12));
    assert_eq!(Pack::figure_of_words(&value(Some(200), Some(999))), Some(100));
    assert_eq!(Pack::figure_of_words(&value(Some(1), None)), None);
    assert_eq!(Pack::figure_of_words(&Value::Count(Count::exact(24))), None);
}

#[test]
fn without_a_majority_the_lowest_figure_stands_as_the_gtd_has_it() {
    let story = "Tribune, 2031-05-04: A blast at a mill killed six people, police said.
         Courier, 2031-05-04: Eight people died when flour dust exploded, the hospital said.";
    let best = told(found(&incident(story, Pack::MajorityThenLowest), true)[0]);
    assert_eq!(best, "killed_count total 6 (6-8) disputed");
}

#[test]
fn a_hierarchy_takes_the_first_source_that_speaks() {
    let story = "Tribune, 2031-05-04: A blast at a mill killed six people, police said.
         Courier, 2031-05-04: Eight people died when flour dust exploded, the hospital said.
         Post, 2031-05-04: Workers wept outside the gate after eight people were killed, the union said.";
    let best = |order: &str| {
        let pack: Pack = order.parse().expect("an order of sources");
        let incident = incident(story, pack);
        (told(found(&incident, true)[0]), incident.findings[0].pack.clone())
    };
    let (police, pack) = best("hierarchy:Police,hospital");
    assert_eq!(police, "killed_count total 6 (6-8) disputed");
    assert_eq!(pack, "hierarchy:police,hospital");
    assert_eq!(best("hierarchy:courier,tribune").0, "killed_count total 8 (6-8) disputed");
    assert_eq!(best("hierarchy:nobody").0, "killed_count total 8 (6-8) disputed");
}

#[test]
fn fifty_reprints_of_a_wrong_figure_do_not_move_the_best_value() {
    let wrong = "A blast at a mill in Kavaja killed 90 people on Sunday and broke every window in the \
                 street behind it, the mayor of the town said, and the river was black with flour.";
    let right = "Tribune, 2031-05-04: A blast at a mill in Kavaja killed six people, police said.
         Courier, 2031-05-04: Six people died when flour dust exploded in Kavaja, the hospital said.";
    let reprints: String =
        (0..50).map(|at| format!("\nReprint {at}, 2031-05-04: {wrong}")).collect();
    let expected = "killed_count total 6 (6-90) disputed";
    check(&format!("{right}\nFirst, 2031-05-04: {wrong}"), expected);
    check(&format!("{right}{reprints}"), expected);
}

#[test]
fn a_total_with_the_gunman_is_no_rival_of_one_without() {
    check(
        "Tribune, 2031-05-04: A gunman opened fire at a fair in Tirana. Nine people were killed. Police shot dead the one gunman, and 1 attacker was killed.
         Courier, 2031-05-04: Ten people died when shots were fired at the fair, the hospital said.",
        "killed_count total 9 (9-10) complementary",
    );
}

#[test]
fn a_value_on_the_word_of_one_party_is_flagged() {
    let flagged = |story: &str| {
        incident(story, Pack::default())
            .findings
            .into_iter()
            .find(|it| it.slot == Slot::KilledCount)
            .and_then(|it| it.one_party)
    };
    let police = "Tribune, 2031-05-04: A blast at a mill killed six people, police said.
         Courier, 2031-05-04: Six people died when flour dust exploded, the interior ministry said.";
    assert_eq!(flagged(police).as_deref(), Some("the authorities"));
    let own = "Post, 2031-05-04: Workers wept outside the gate after six people were killed.";
    assert_eq!(flagged(&format!("{police}\n{own}")), None);
}

#[test]
fn a_figure_that_changed_in_a_copy_is_shown() {
    let text = |toll: &str| {
        format!(
            "A blast at a mill in Kavaja killed {toll} people on Sunday and broke every window in the street behind it, the mayor of the town said, while the river below the weir ran white with flour for an hour."
        )
    };
    let story = format!("Tribune, 2031-05-04: {}\nCourier, 2031-05-04: {}", text("14"), text("41"));
    let killed = |story: &str| {
        incident(story, Pack::default())
            .findings
            .into_iter()
            .find(|it| it.slot == Slot::KilledCount)
            .expect("a toll")
    };
    let found = killed(&story);
    let values: Vec<_> = found
        .drift
        .iter()
        .map(|it| it.values.iter().map(ToString::to_string).collect::<Vec<_>>())
        .collect();
    assert_eq!(values, [["14", "41"]], "{found:?}");
    assert_eq!(found.drift[0].claims.len(), 2);
    let other = "Courier, 2031-05-04: Flour dust exploded and 41 people died, the hospital said.";
    assert!(killed(&format!("Tribune, 2031-05-04: {}\n{other}", text("14"))).drift.is_empty());
}

#[test]
fn a_copy_that_drops_a_hedge_is_shown() {
    let story = |first: &str, second: &str| {
        let text = |words: &str| {
            format!(
                "A blast at a mill in Kavaja {words} on Sunday and broke every window in the street behind it, while the river below the weir ran white with flour for an hour and the bells rang."
            )
        };
        let story =
            format!("Tribune, 2031-05-04: {}\nCourier, 2031-05-05: {}", text(first), text(second));
        let all = incident(&story, Pack::default()).findings.into_iter();
        let toll = all.filter(|it| it.slot == Slot::KilledCount).flat_map(|it| it.drift);
        let told = toll.map(|it| {
            let values: Vec<_> = it.values.iter().map(ToString::to_string).collect();
            format!("{} {:?}", values.join(", "), it.modalities)
        });
        told.collect::<Vec<_>>()
    };
    let dropped = story("reportedly killed 14 people", "killed 14 people");
    assert_eq!(dropped, ["14 [Reported, Asserted]"]);
    assert_eq!(story("killed about 14 people", "killed 14 people"), ["about 14, 14 []"]);
    assert!(story("killed 14 people", "killed 14 people").is_empty());
}

#[test]
fn a_lower_bound_that_is_printed_later_takes_no_figure_back() {
    check(
        "Tribune, 2031-05-04: A blast at a mill killed three people, police said.
         Courier, 2031-05-06: At least one person died in the blast at the mill, police said.",
        "killed_count total 3 (1-3) refined",
    );
}

#[test]
fn an_event_lies_where_most_of_what_its_reports_place_lies() {
    let story = "Tribune, 2031-05-04: A blast in Reading, Pennsylvania, killed six people.
         Courier, 2031-05-04: Six people died in a blast in Kavaja, Albania. The blast shook Kavaja.
         Post, 2031-05-04: A blast at the Kavaja Hospital killed six people.";
    let incident = incident(story, Pack::default());
    let place = incident.events[0].place.as_ref().expect("a place");
    assert_eq!(place.country.as_deref(), Some("AL"));
}

#[test]
fn of_two_kinds_of_event_told_as_often_the_first_said_is_shown() {
    let kind =
        |text: &str| incident(&format!("Tribune, 2031-05-04: {text}"), Pack::default()).event_type;
    assert_eq!(
        kind("A fire at a mill in Kavaja followed an explosion on Sunday, police said."),
        "fire"
    );
    assert_eq!(
        kind("An explosion at a mill in Kavaja led to a fire on Sunday, police said."),
        "explosion"
    );
}

#[test]
fn another_report_cited_is_no_second_origin() {
    let story = "Tribune, 2031-05-04: A blast at a mill killed six people.
         Courier, 2031-05-04: Flour dust exploded and six people were killed, the Tribune reported.";
    let incident = incident(story, Pack::default());
    let group = &found(&incident, true)[0].groups[0];
    assert_eq!((group.articles, group.families, group.origins), (2, 1, 1));
    assert!(incident.links.iter().any(|it| it.kind == "cites"));
}

#[track_caller]
fn check(story: &str, expected: &str) {
    let incident = incident(story, Pack::default());
    let all: Vec<_> = found(&incident, true).into_iter().map(told).collect();
    assert!(all.iter().any(|it| it == expected), "expected {expected}, found {all:?}");
}

#[track_caller]
fn check_behind(story: &str, expected: &str) {
    let incident = incident(story, Pack::default());
    let all: Vec<_> = found(&incident, false).into_iter().map(told).collect();
    assert!(all.iter().any(|it| it == expected), "expected {expected}, found {all:?}");
}

/// The findings on counts, on the phase and on the day.
fn found(incident: &Incident, main: bool) -> Vec<&Finding> {
    let told =
        |it: &&Finding| it.slot.is_count() || matches!(it.slot, Slot::Phase | Slot::EventDate);
    incident.findings.iter().filter(told).filter(|it| it.event.is_main() == main).collect()
}

fn told(finding: &Finding) -> String {
    let who = finding.who.as_ref().map(|it| format!("{it} ")).unwrap_or_default();
    let range = match (finding.low, finding.high) {
        (Some(low), Some(high)) => format!(" ({low}-{high})"),
        _ => String::new(),
    };
    let verdict = match finding.verdict {
        Verdict::Agreed => "agreed",
        Verdict::SingleSource => "single-source",
        Verdict::Refined => "refined",
        Verdict::Complementary => "complementary",
        Verdict::Superseded => "superseded",
        Verdict::Disputed => "disputed",
    };
    format!("{} {who}{}{range} {verdict}", finding.slot, finding.best)
}
