//! `recount export`: a record in the formats of other data sets.

use std::fs;

use crate::support::{Folder, project, skip};

#[test]
fn the_table_goes_to_standard_output_and_the_loss_to_standard_error() {
    let folder = Folder::with_reports();
    let ran = folder.recount(&["export", "--as", "csv", "herald.txt", "tribune.txt"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.starts_with("id,incident,"), "{ran:?}");
    assert_eq!(ran.out.lines().count(), 2, "{ran:?}");
    assert!(ran.err.starts_with("recount: 1 row; 0 events left out, "), "{ran:?}");
}

#[test]
fn table_dictionary_and_loss_are_files() {
    let folder = Folder::with_reports();
    let ran = folder.recount(&["export", "--as", "gtd", ".", "--out", "out"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{ran:?}");
    let text =
        |name| fs::read_to_string(folder.path().join("out").join(name)).expect("it is there");
    assert!(text("gtd.csv").starts_with("eventid,iyear,"));
    assert!(text("gtd.dictionary.md").contains("| `nkillter` | killed_count |"));
    assert!(text("gtd.loss.md").contains("No row for E0"), "{}", text("gtd.loss.md"));
}

#[test]
fn reports_and_their_record_give_the_same_table() {
    let folder = Folder::with_reports();
    folder.recount(&["run", "herald.txt", "tribune.txt", "--out", "out"]);
    for format in [
        "gtd",
        "acled",
        "ged",
        "gdelt",
        "plover",
        "muc4",
        "claimreview",
        "stix",
        "csv",
        "jsonl",
        "ftm",
    ] {
        let export =
            |args: &[&str]| folder.recount(&[&["export", "--as", format], args].concat()).out;
        let reports = export(&["tribune.txt", "herald.txt"]);
        assert!(matches!(format, "plover" | "muc4") || !reports.is_empty(), "{format}");
        assert_eq!(export(&["--record", "out/record.json"]), reports, "{format}");
        assert_eq!(export(&["out/record.json"]), reports, "{format}");
    }
}

#[test]
fn a_growing_story_withdraws_its_older_row() {
    let folder = Folder::with_reports();
    folder.recount(&["run", "herald.txt", "--out", "old"]);
    let ran = folder.recount(&[
        "export",
        "--as",
        "csv",
        "herald.txt",
        "tribune.txt",
        "--out",
        "out",
        "--previous",
        "old/record.json",
    ]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let text = |it: &str| fs::read_to_string(folder.path().join(it)).expect("it is there");
    let (withdrawn, table) = (text("out/csv.withdrawn.csv"), text("out/events.csv"));
    let heir = withdrawn.lines().nth(1).and_then(|it| it.split(',').nth(1)).expect("a row");
    assert!(!heir.is_empty() && table.contains(heir), "{withdrawn}");
}

#[test]
fn the_order_of_the_reports_does_not_change_a_byte() {
    let demo = fs::read_dir(project().join("crates/recount-cli/demo")).expect("there is a demo");
    let path = |it: fs::DirEntry| it.path().display().to_string();
    let mut paths: Vec<_> = demo.map(|it| path(it.expect("an entry"))).collect();
    let export = |paths: &[String]| {
        let mut args = vec!["export", "--as", "ged"];
        args.extend(paths.iter().map(String::as_str));
        Folder::new().recount(&args).out
    };
    paths.sort();
    let forwards = export(&paths);
    paths.reverse();
    assert_eq!(export(&paths), forwards);
    assert!(forwards.lines().count() > 1, "{forwards}");
}

#[test]
fn the_columns_are_byte_for_byte_those_of_the_codebooks() {
    let folder = Folder::with_reports();
    folder.recount(&["run", "herald.txt", "--out", "out"]);
    for (format, file) in [
        ("gtd", "gtd_135"),
        ("acled", "acled_31"),
        ("ged", "ucdp_ged_49"),
        ("gdelt", "gdelt_events_61"),
    ] {
        let fields = project().join(format!("../shared/data/fields/{file}.txt"));
        let Ok(fields) = fs::read_to_string(fields) else {
            skip("the lists of columns are not on this machine");
            return;
        };
        let ran = folder.recount(&["export", "--as", format, "out/record.json"]);
        assert_eq!(ran.out.lines().next(), fields.lines().next(), "{format}");
    }
}

#[test]
fn the_slots_of_a_template_are_byte_for_byte_those_of_muc_4() {
    let fields = project().join("../shared/data/fields/muc4_25.txt");
    let Ok(fields) = fs::read_to_string(fields) else {
        skip("the lists of columns are not on this machine");
        return;
    };
    assert_eq!(recount::report::muc4::SLOTS.join("|"), fields.trim_end());
}

#[test]
fn what_cannot_be_read_is_left_out_and_told() {
    let folder = Folder::with_reports();
    let ran = folder.recount(&["export", "--as", "csv", "herald.txt", "lost.txt"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("cannot read lost.txt"), "{ran:?}");
    assert_eq!(ran.out.lines().count(), 2, "{ran:?}");
}

#[test]
fn an_unknown_format_is_answered_with_the_list() {
    let ran = Folder::with_reports().recount(&["export", "--as", "xls", "herald.txt"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err
            .contains("gtd, acled, ged, gdelt, plover, muc4, claimreview, stix, csv, jsonl, ftm"),
        "{ran:?}"
    );
}
