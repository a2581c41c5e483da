//! `recount why`: from a value back to its sentences.

use crate::support::Folder;

#[test]
fn a_value_is_explained_from_reports_and_from_their_record_alike() {
    let folder = Folder::with_reports();
    let reports = folder.recount(&["why", "1", "killed_count", "herald.txt", "tribune.txt"]);
    assert_eq!(reports.code, Some(0), "{reports:?}");
    assert!(reports.out.contains("killed"), "{}", reports.out);
    folder.recount(&["run", "herald.txt", "tribune.txt", "--out", "out"]);
    let record = folder.recount(&["why", "1", "killed_count", "--record", "out/record.json"]);
    assert_eq!(record.out, reports.out);
    let record = folder.recount(&["why", "1", "killed_count", "out/record.json"]);
    assert_eq!(record.out, reports.out);
}

#[test]
fn an_incident_is_found_by_a_word_of_its_title() {
    let folder = Folder::with_reports();
    let ran = folder.recount(&["why", "fire", "killed_count", "."]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[test]
fn an_unknown_incident_is_answered_with_the_list() {
    let folder = Folder::with_reports();
    let ran = folder.recount(&["why", "atlantis", "killed_count", "."]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("cannot tell which incident `atlantis` is"), "{ran:?}");
    assert!(ran.err.contains("\n  1 "), "{ran:?}");
}

#[test]
fn an_unknown_slot_is_answered_with_the_list() {
    let ran = Folder::with_reports().recount(&["why", "1", "colour", "."]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("killed_count"), "{ran:?}");
}

#[test]
fn a_file_that_is_no_record_is_told() {
    let folder = Folder::new();
    folder.write("record.json", "{}");
    let ran = folder.recount(&["why", "1", "killed_count", "--record", "record.json"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("cannot read record.json as a record: missing field"), "{ran:?}");
}
