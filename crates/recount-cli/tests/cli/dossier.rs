//! What `--out` writes, and what it leaves behind when it cannot.

use std::fs;

use crate::support::{Folder, command, shell};

const FILES: [&str; 6] =
    ["brief.md", "findings.csv", "index.html", "quotes.jsonl", "record.json", "timeline.csv"];

#[test]
fn a_dossier_has_its_files_and_no_others() {
    let folder = Folder::with_reports();
    let ran = folder.recount(&["run", ".", "--out", "out/mill"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.err, "recount: the dossier is in out/mill/index.html\n");
    assert_eq!(below(&folder, "out"), ["mill"]);
    assert_eq!(below(&folder, "out/mill"), FILES);
}

#[test]
fn the_record_of_the_dossier_is_what_is_printed() {
    let folder = Folder::with_reports();
    let args = ["run", "herald.txt", "tribune.txt", "--out", "out", "--format", "json", "--quiet"];
    let ran = folder.recount(&args);
    let record = fs::read_to_string(folder.path().join("out/record.json")).expect("it was written");
    assert_eq!(ran.out, record);
    assert_eq!(ran.err, "");
}

#[test]
fn a_second_run_replaces_the_files_and_leaves_others_alone() {
    let folder = Folder::with_reports();
    folder.write("out/record.json", "old");
    folder.write("out/notes.md", "mine");
    let ran = folder.recount(&["run", "herald.txt", "--out", "out"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let text = |name| fs::read_to_string(folder.path().join(name)).expect("it is there");
    assert!(text("out/record.json").contains("herald.txt"));
    assert_eq!(text("out/notes.md"), "mine");
}

#[test]
fn a_full_disk_leaves_nothing_behind() {
    let folder = Folder::with_reports();
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$0\" run herald.txt tribune.txt --out out";
    let ran = folder.run(&mut shell(script));
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.starts_with("recount: cannot write out: file too large"), "{ran:?}");
    assert_eq!(folder.names(), ["herald.txt", "tribune.txt"]);
}

#[test]
fn a_full_disk_leaves_an_older_dossier_as_it_was() {
    let folder = Folder::with_reports();
    folder.write("out/record.json", "old");
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$0\" run herald.txt tribune.txt --out out";
    assert_eq!(folder.run(&mut shell(script)).code, Some(2));
    assert_eq!(below(&folder, "out"), ["record.json"]);
    assert_eq!(folder.names(), ["herald.txt", "out", "tribune.txt"]);
}

#[test]
fn a_full_disk_under_the_output_is_told() {
    let folder = Folder::with_reports();
    let ran = folder.run(&mut shell("\"$0\" run . --format json > /dev/full"));
    assert_eq!(ran.err, "recount: cannot write to standard output: no space left on device\n");
    assert_eq!(ran.code, Some(2));
}

#[test]
fn a_file_in_the_place_of_the_folder_is_kept() {
    let folder = Folder::with_reports();
    folder.write("out", "mine");
    let ran = folder.recount(&["run", "herald.txt", "--out", "out"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("cannot write to out: it is not a folder"), "{ran:?}");
    assert_eq!(fs::read_to_string(folder.path().join("out")).expect("it is there"), "mine");
}

#[test]
fn settings_come_from_the_environment_and_flags_go_before_them() {
    let folder = Folder::with_reports();
    let settings = [("RECOUNT_OUT", "there"), ("RECOUNT_FORMAT", "json")];
    let ran = folder.run(command().args(["run", "herald.txt"]).envs(settings));
    assert!(ran.out.starts_with('{'), "{ran:?}");
    let args = ["run", "herald.txt", "--out", "here"];
    assert_eq!(folder.run(command().args(args).envs(settings)).code, Some(0));
    assert_eq!(folder.names(), ["herald.txt", "here", "there", "tribune.txt"]);
}

fn below(folder: &Folder, name: &str) -> Vec<String> {
    let entries = fs::read_dir(folder.path().join(name)).expect("the folder was made");
    let name = |it: fs::DirEntry| it.file_name().to_string_lossy().into_owned();
    let mut names: Vec<_> = entries.map(|it| name(it.expect("an entry"))).collect();
    names.sort();
    names
}
