//! `--as-of` and `recount diff`: the record as it stood, and what changed since.

use std::fs;

use serde_json::Value;

use crate::support::{Folder, Ran, project};

/// Three of the reports of the demo: of 10:42, of a day, and without a date.
const DEPOT: [&str; 3] =
    ["depot-1-northern-ledger.txt", "depot-3-daily-meridian.txt", "depot-5-untitled.txt"];

#[test]
fn the_record_stands_as_it_stood() {
    let folder = with_siege();
    let ran = folder.recount(&["run", "siege", "--format", "json", "--as-of", "2031-05-04T11:01"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.err.contains("2 of the reports were not surely out yet"), "{ran:?}");
    let record = json(&ran);
    assert_eq!(record["recount"]["as_of"]["start"], "2031-05-04T11:01");
    assert_eq!(record["incidents"][0]["status"], "ongoing");
    assert_eq!(record["articles"].as_array().map(Vec::len), Some(1));
}

#[test]
fn reports_and_their_record_are_set_back_alike() {
    let folder = with_siege();
    folder.recount(&["run", "siege", "--out", "out"]);
    let back = |from: &str| {
        folder.recount(&["why", "1", "phase", from, "--as-of", "2031-05-04T11:01"]).out
    };
    assert_eq!(back("out/record.json"), back("siege"));
    assert!(back("siege").contains("ongoing"));
    let export =
        |time| folder.recount(&["export", "--as", "csv", "out/record.json", "--as-of", time]).out;
    assert!(export("2031-05-05").contains("ended"));
    assert!(!export("2031-05-04T11:01").contains("ended"));
}

#[test]
fn what_changed_is_told_in_words_and_as_json() {
    let folder = with_siege();
    folder.recount(&["run", "siege", "--as-of", "2031-05-04T11:01", "--out", "old"]);
    folder.recount(&["run", "siege", "--as-of", "2031-05-05", "--out", "new"]);
    let ran = folder.recount(&["diff", "old/record.json", "new/record.json"]);
    let text = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("since 4 May 2031, 11:01: "), "{ran:?}");
    assert!(text.contains("ended (was ongoing)"), "{ran:?}");
    let ran = folder.recount(&["diff", "old/record.json", "new/record.json", "--format", "json"]);
    let changes = json(&ran)["incidents"][0]["changes"].clone();
    let kinds: Vec<_> = changes.as_array().expect("changes").iter().map(|it| &it["kind"]).collect();
    assert!(kinds.iter().any(|it| *it == "value"), "{kinds:?}");
    let same = folder.recount(&["diff", "new/record.json", "new/record.json"]);
    assert!(same.out.starts_with("Nothing changed since"), "{same:?}");
}

#[test]
fn a_time_that_is_none_is_answered_with_examples() {
    let ran = with_siege().recount(&["run", "siege", "--as-of", "noon"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("2031-05-04T11:01"), "{ran:?}");
}

fn with_siege() -> Folder {
    let folder = Folder::new();
    for name in DEPOT {
        let report = fs::read(project().join("crates/recount-cli/demo").join(name));
        folder.write(&format!("siege/{name}"), report.expect("the demo has it"));
    }
    folder
}

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).expect("it prints JSON")
}
