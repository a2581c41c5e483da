//! Proof: a value that its words do not give is withheld and told, in a record changed by hand too.

use std::fs;

use serde_json::Value;

use crate::support::Folder;

#[test]
fn a_figure_changed_in_the_record_is_withheld() {
    let (folder, forged) = forged(|claim| {
        claim["value"]["n"] = 40.into();
    });
    let ran = folder.recount(&["export", "--as", "csv", &forged]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("cannot prove killed_count 40 of herald.txt"), "{ran:?}");
    assert!(!ran.out.contains("40"), "{ran:?}");
}

#[test]
fn words_moved_to_other_bytes_are_withheld() {
    let (folder, forged) = forged(|claim| {
        claim["evidence"]["start"] = 0.into();
    });
    let ran = folder.recount(&["why", "1", "killed_count", &forged]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("its words do not stand at its bytes"), "{ran:?}");
}

#[test]
fn a_record_as_it_was_written_proves_itself() {
    let (folder, same) = forged(|_| ());
    let ran = folder.recount(&["export", "--as", "csv", &same]);
    assert_eq!((ran.code, ran.err.contains("cannot prove")), (Some(0), false), "{ran:?}");
}

#[test]
fn a_best_value_that_no_claim_gives_is_withheld() {
    let folder = Folder::with_reports();
    folder.recount(&["run", "herald.txt", "--out", "out"]);
    let file = folder.path().join("out/record.json");
    let mut record: Value =
        serde_json::from_slice(&fs::read(&file).expect("it is there")).expect("JSON");
    let findings = record["incidents"][0]["findings"].as_array_mut().expect("findings");
    let killed = findings.iter_mut().find(|it| it["slot"] == "killed_count").expect("one");
    (killed["high"], killed["best"]["n"]) = (90.into(), 90.into());
    folder.write("forged.json", record.to_string());
    let ran = folder.recount(&["export", "--as", "csv", "forged.json"]);
    assert_eq!((ran.code, ran.out.contains("90")), (Some(1), false), "{ran:?}");
    assert!(ran.err.contains("no claim gives the killed_count"), "{ran:?}");
}

/// Writes a record of one report, with its first claim of the dead changed.
fn forged(change: impl Fn(&mut Value)) -> (Folder, String) {
    let folder = Folder::with_reports();
    folder.recount(&["run", "herald.txt", "--out", "out"]);
    let file = folder.path().join("out/record.json");
    let mut record: Value =
        serde_json::from_slice(&fs::read(&file).expect("it is there")).expect("JSON");
    let claims = record["incidents"][0]["claims"].as_array_mut().expect("claims");
    change(claims.iter_mut().find(|it| it["slot"] == "killed_count").expect("one"));
    folder.write("forged.json", record.to_string());
    (folder, "forged.json".to_owned())
}
