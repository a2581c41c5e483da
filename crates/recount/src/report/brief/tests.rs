use crate::reconcile::Pack;
use crate::testing::incident;

const SIEGE: &str = "Tribune, 2031-05-04: Six prisoners took two guards hostage at a prison in Tirana on Sunday. They were armed with a knife and an axe and demanded a car. The siege has ended. The six gunmen were killed, and the two hostages were freed.
    Courier, 2031-05-04: Two guards were held hostage at a prison in Tirana. The siege is over. In March 2029 an attack in Vlora killed 30 people.";

#[test]
fn the_opening_says_what_where_when_and_how_it_stands() {
    check(SIEGE, "in Tirana, Albania, on 4 May 2031 has ended.");
}

#[test]
fn people_are_counted_in_sentences() {
    check(SIEGE, "Two people were held hostage.");
    check(SIEGE, "Six gunmen are reported to be behind it");
    check(SIEGE, "Six perpetrators were killed; the number is from one report.");
}

#[test]
fn a_dispute_and_its_range_are_told() {
    let story = "Tribune, 2031-05-04: A blast at a mill killed 16 people, police said.
        Courier, 2031-05-04: 18 people died when flour dust exploded, the hospital said.";
    check(story, "16 people were killed; accounts give 16–18.");
}

#[test]
fn nobody_hurt_is_told_as_such() {
    check(
        "Courier, 2031-05-04: A barge exploded. No one was injured, the organiser said.",
        "No people were injured",
    );
}

#[test]
fn what_nobody_counted_is_told_in_words() {
    check(
        "Courier, 2031-05-04: A barge exploded. Dozens of people were injured, the mayor said.",
        "Dozens of people were injured",
    );
}

#[test]
fn what_is_recalled_comes_last_with_its_toll() {
    let brief = brief(SIEGE);
    let last = brief.last().expect("a sentence");
    assert_eq!(
        last,
        "Reports recall an attack in Vlorë, Albania, in March 2029, in which 30 people were killed."
    );
}

#[test]
fn a_brief_is_short_and_every_sentence_rests_on_claims() {
    let incident = incident(SIEGE, Pack::default());
    assert!((5..=12).contains(&incident.brief.len()), "{:?}", brief(SIEGE));
    for told in &incident.brief {
        assert!(!told.claims.is_empty() && told.text.ends_with('.'), "{told:?}");
        assert!(told.claims.iter().all(|id| incident.claims.iter().any(|it| it.id == *id)));
    }
}

fn brief(story: &str) -> Vec<String> {
    incident(story, Pack::default()).brief.into_iter().map(|it| it.text).collect()
}

#[track_caller]
fn check(story: &str, expected: &str) {
    let found = brief(story);
    assert!(found.iter().any(|it| it.contains(expected)), "{expected} is not in {found:#?}");
}
