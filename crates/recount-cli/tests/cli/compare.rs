//! `recount compare`: a table of others against our record.

use serde_json::Value;

use crate::support::{Folder, project};

const HEAD: &str = "event_id_cnty,event_date,country,location,fatalities";

#[test]
fn a_table_is_held_against_reports() {
    let folder = Folder::new();
    let row = "BGR1,2031-05-04,Bulgaria,Dobrovets,7\nBGR2,2031-05-04,Bulgaria,Sofia,1\nBGR3,2030-01-01,Bulgaria,Sofia,1";
    folder.write("acled.csv", format!("{HEAD}\n{row}\n"));
    let demo = project().join("crates/recount-cli/demo").display().to_string();
    let ran = folder.recount(&["compare", "acled.csv", &demo, "--format", "json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let found: Value = serde_json::from_str(&ran.out).expect("it prints JSON");
    assert_eq!((&found["format"], &found["other_days"]), (&"acled".into(), &1.into()));
    assert_eq!(found["aligned"][0]["theirs"], "BGR1", "{found}");
    assert_eq!(found["only_theirs"][0]["id"], "BGR2", "{found}");
    let text = folder.recount(&["compare", "acled.csv", &demo]).out;
    assert!(text.contains("1 event on both sides"), "{text}");
}

#[test]
fn a_table_of_something_else_gives_no_result() {
    let folder = Folder::with_reports();
    folder.write("ages.csv", "name,age\na,1\n");
    let ran = folder.recount(&["compare", "ages.csv", "herald.txt"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("cannot compare ages.csv: cannot tell which data set"), "{ran:?}");
}
