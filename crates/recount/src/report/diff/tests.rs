use super::*;
use crate::reconcile::Pack;
use crate::report::{TextStyle, fixture, record};
use crate::testing::incident;

const BEFORE: &str = "Tribune, 2031-05-04: Gunmen are holding two guards hostage at a bank in Tirana. The siege is continuing.";
const AFTER: &str = "Courier, 2031-05-05: The siege of the bank has ended. In Tirana police killed six gunmen, and the hostages were freed.";

#[test]
fn an_end_is_told_with_what_came_of_it() {
    let found = told(BEFORE, &format!("{BEFORE}\n{AFTER}"));
    assert!(found.starts_with("since 4 May 2031: "), "{found}");
    for part in ["siege ended (was ongoing)", "6 killed (perpetrators)", "hostages released"] {
        assert!(found.contains(part), "{part} is not in {found}");
    }
}

#[test]
fn what_is_the_same_is_no_change() {
    assert_eq!(told(BEFORE, BEFORE), "Nothing changed since 4 May 2031.");
}

#[test]
fn what_was_taken_back_is_gone() {
    let found = told(&format!("{BEFORE}\n{AFTER}"), BEFORE);
    assert!(found.contains("- no longer told: 6 killed (perpetrators)"), "{found}");
}

#[test]
fn every_change_points_at_claims() {
    let (old, new) = (of(BEFORE), of(&format!("{BEFORE}\n{AFTER}")));
    let found = diff(&old, &new);
    let ids: Vec<_> = new.incidents[0].claims.iter().map(|it| &it.id).collect();
    let changes = &found.incidents[0].changes;
    assert!(!changes.is_empty());
    assert!(
        changes
            .iter()
            .all(|it| !it.claims.is_empty() && it.claims.iter().all(|id| ids.contains(&id)))
    );
}

fn of(story: &str) -> Record {
    let mut made = record(fixture::producer(), Vec::new(), vec![incident(story, Pack::default())]);
    let days = story.lines().filter_map(|it| it.split_once(", ")?.1.split_once(':')).map(|it| it.0);
    made.recount.as_of = days.max().and_then(|it| it.parse().ok());
    made
}

/// The change in one line after the title.
fn told(old: &str, new: &str) -> String {
    let text = diff_text(&diff(&of(old), &of(new)), &TextStyle { width: 400, colour: false });
    let lines: Vec<_> = text.lines().map(str::trim).collect();
    let from = lines.iter().position(|it| it.starts_with("since ")).unwrap_or(0);
    lines[from..].join(" ")
}
