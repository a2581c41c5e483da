//! Input that cannot be used: a clear message, and the run goes on where it can.

use std::fs::{self, File};
use std::io::Write as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};

use crate::support::{Folder, ROW, shell, skip};

#[test]
fn a_missing_file_is_told_and_the_rest_is_read() {
    check(&Folder::with_reports(), "lost.txt", "recount: cannot read lost.txt: no such file");
}

#[test]
fn an_empty_file_is_left_out() {
    let folder = Folder::with_reports();
    folder.write("bad.txt", "");
    check(&folder, "bad.txt", "bad.txt is empty");
}

#[test]
fn a_binary_file_is_left_out() {
    let folder = Folder::with_reports();
    folder.write("bad.txt", [0x7f, b'E', b'L', b'F', 2, 1, 1, 0, 0, 0, 0, 0, 3, 0, 0x3e, 0, 1, 0]);
    check(&folder, "bad.txt", "bad.txt is not text");
}

#[test]
fn kinds_that_are_not_read_are_named() {
    let folder = Folder::with_reports();
    folder.write("bad.pdf", "%PDF-1.7");
    check(&folder, "bad.pdf", "recount: cannot read bad.pdf: PDF is not read\nhint: ");
    folder.write("bad.eml", "Subject: Four killed");
    check(&folder, "bad.eml", "recount: cannot read bad.eml: mail is not read\nhint: ");
    folder.write("bad.rss", "<html><p>Four killed");
    check(&folder, "bad.rss", "bad.rss is no feed: no element says that it is one");
    folder.write("bad.wacz", "PK nothing");
    check(&folder, "bad.wacz", "recount: cannot read bad.wacz: it is no ZIP file, or a broken one");
    folder.write("bad.mhtml", "<html><p>Four killed");
    check(&folder, "bad.mhtml", "bad.mhtml: no header lines say that it is a saved page");
}

#[test]
fn a_broken_row_does_not_stop_the_next() {
    let folder = Folder::with_reports();
    folder.write("bad.jsonl", format!("{{\"text\": \n{ROW}\n"));
    let ran = check(&folder, "bad.jsonl", "bad.jsonl:1 is no JSON object");
    assert!(ran.contains("row-1"), "the second row was not read");
}

#[test]
fn a_row_without_a_text_is_left_out() {
    let folder = Folder::with_reports();
    folder.write("bad.jsonl", "{\"id\": \"7\", \"title\": \"Four killed\"}\n");
    check(&folder, "bad.jsonl", "has no `text`");
}

#[test]
fn a_broken_archive_is_told() {
    let folder = Folder::with_reports();
    folder.write("bad.txt.gz", "this is not compressed");
    check(&folder, "bad.txt.gz", "recount: cannot read bad.txt.gz: invalid gzip header");
}

#[test]
fn a_line_of_100_mb_is_left_out_without_being_read_whole() {
    let folder = Folder::with_reports();
    write_100_mb(&folder, "bad.txt");
    check(&folder, "bad.txt", "bad.txt: it is longer than 16 MiB\nhint: `--page-limit MIB`");
    write_100_mb(&folder, "bad.jsonl");
    check(&folder, "bad.jsonl", "bad.jsonl:1: it is longer than 16 MiB");
}

#[test]
fn a_folder_that_leads_into_itself_is_read_once() {
    let folder = Folder::with_reports();
    folder.write("wire/a.jsonl", ROW);
    symlink(".", folder.path().join("wire/back")).expect("a link can be made");
    check(&folder, "wire", "wire/back: it leads back to a folder that it lies in");
}

#[test]
fn a_link_to_itself_is_told() {
    let folder = Folder::with_reports();
    symlink("bad.txt", folder.path().join("bad.txt")).expect("a link can be made");
    check(&folder, "bad.txt", "recount: cannot read bad.txt: too many levels of symbolic links");
}

#[test]
fn a_file_without_permission_is_told() {
    let folder = Folder::with_reports();
    folder.write("bad.txt", "Four were killed.");
    let path = folder.path().join("bad.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o0)).expect("it is our file");
    let root = "setpriv --bounding-set=-dac_override,-dac_read_search";
    let as_root = File::open(&path).is_ok();
    let script = format!("exec {} \"$0\" run . --format json", if as_root { root } else { "" });
    let ran = folder.run(&mut shell(&script));
    if as_root && ran.err.contains("setpriv") {
        return skip("root reads every file, and there is no setpriv");
    }
    assert_eq!(ran.err, "recount: cannot read bad.txt: permission denied\n");
    assert_eq!(ran.code, Some(1));
}

#[test]
fn invalid_utf_8_is_read_as_far_as_it_goes() {
    let folder = Folder::new();
    folder
        .write("a.txt", b"Four workers were killed in Varnok on Monday, the caf\xe9 owner said.\n");
    let ran = folder.recount(&["read", "a.txt"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("Four workers were killed"), "{ran:?}");
}

#[test]
fn utf_16_is_read() {
    let folder = Folder::new();
    let text = "\u{feff}Four workers were killed in Varnok on Monday, the police said.\n";
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    folder.write("a.txt", bytes);
    let ran = folder.recount(&["read", "a.txt"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("Four workers were killed"), "{ran:?}");
}

#[test]
fn where_nothing_can_be_read_there_is_no_result() {
    let folder = Folder::new();
    folder.write("bad.txt", "");
    for command in ["run", "read", "annotate", "group", "trace", "extract"] {
        let ran = folder.recount(&[command, "bad.txt"]);
        assert_eq!(ran.code, Some(2), "{command}: {ran:?}");
        assert_eq!(ran.out, "", "{command}");
        assert!(ran.err.contains("no article was found in bad.txt"), "{command}: {ran:?}");
    }
}

/// Checks that `bad` is left out with `message` and the mill fire told all the same.
#[track_caller]
fn check(folder: &Folder, bad: &str, message: &str) -> String {
    let ran = folder.recount(&["run", "--format", "json", "herald.txt", bad, "tribune.txt"]);
    assert!(ran.err.contains(message), "{}", ran.err);
    assert!(ran.out.contains("herald.txt") && ran.out.contains("tribune.txt"), "{}", ran.err);
    assert_eq!(ran.code, Some(1));
    ran.out
}

fn write_100_mb(folder: &Folder, name: &str) {
    let mut file = File::create(folder.path().join(name)).expect("a file can be made");
    let piece = "killed ".repeat(150_000);
    (0..100).for_each(|_| file.write_all(piece.as_bytes()).expect("there is room"));
}
