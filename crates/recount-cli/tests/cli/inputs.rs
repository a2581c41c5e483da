//! Which files are read, and by which names they are known.

use std::io::Write as _;
use std::process::Stdio;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::support::{Folder, ROW, command};

#[test]
fn a_file_is_known_by_its_name_and_below_a_folder_by_its_path() {
    let folder = Folder::new();
    folder.write("in/deep/a.txt", "Four workers were killed in Varnok on Monday, police said.\n");
    folder.write("in/b.txt", "Two drivers were hurt in Ostreva on Monday, the mayor said.\n");
    check(&folder, &["in"], "b.txt deep/a.txt");
    check(&folder, &["in/deep/a.txt"], "a.txt");
}

#[test]
fn a_row_is_known_by_its_id_else_by_file_and_line() {
    let folder = Folder::new();
    let row = r#"{"text": "Two drivers were hurt in Ostreva on Monday, the mayor said."}"#;
    folder.write("wire.jsonl", format!("{ROW}\n\n{row}\n"));
    check(&folder, &["wire.jsonl"], "row-1 wire.jsonl:3");
}

#[test]
fn compressed_files_are_read() {
    let folder = Folder::new();
    let text = "Four workers were killed in Varnok on Monday, police said.\n";
    folder.write("a.txt.gz", packed(text));
    folder.write("wire.jsonl.gz", packed(ROW));
    check(&folder, &["."], "a.txt.gz row-1");
}

#[test]
fn hidden_files_and_other_kinds_below_a_folder_are_passed_over() {
    let folder = Folder::with_reports();
    folder.write(".draft.txt", "Nobody should read this.");
    folder.write("photo.png", [0x89, b'P', b'N', b'G']);
    folder.write("dossier/timeline.csv", "when,text\n2031-03-03,Four workers were killed.\n");
    check(&folder, &["."], "herald.txt tribune.txt");
}

#[test]
fn a_file_that_is_named_is_text_whatever_its_ending() {
    let folder = Folder::new();
    folder.write("cutting", "Four workers were killed in Varnok on Monday, police said.\n");
    check(&folder, &["cutting"], "cutting");
}

#[test]
fn rows_are_read_from_standard_input_as_they_come() {
    let mut child = command()
        .args(["read", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut input = child.stdin.take().expect("it is piped");
    writeln!(input, "{ROW}").expect("the command reads");
    let mut line = String::new();
    let output = child.stdout.take().expect("it is piped");
    // The input is still open: a line can only come if nothing waits for its end.
    std::io::BufRead::read_line(&mut std::io::BufReader::new(output), &mut line).expect("a line");
    assert!(line.contains("row-1"), "{line}");
    drop(input);
    assert!(child.wait().expect("it ends").success());
}

#[track_caller]
fn check(folder: &Folder, paths: &[&str], names: &str) {
    let ran = folder.recount(&[&["read"], paths].concat());
    assert_eq!(ran.err, "");
    let name = |line: &str| {
        let article: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        article["name"].as_str().expect("an article has a name").to_owned()
    };
    let found: Vec<_> = ran.out.lines().map(name).collect();
    assert_eq!(found.join(" "), names);
}

fn packed(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

#[test]
fn a_file_with_several_reports_gives_an_article_for_each() {
    let folder = Folder::new();
    let report = "Title: Four Die in Mill Fire\nSource: https://herald.example/mill\nBy: Anna Lind\n\n\
        A fire in a paper mill in Varnok killed four workers on Monday, the mayor said.\n\n";
    let other = report.replace("herald", "tribune").replace("four workers", "four people");
    folder.write("in/clippings.md", format!("{report}{other}"));
    let ran = folder.recount(&["read", "in"]);
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)));
    let articles = ran.out.lines().map(|it| serde_json::from_str(it).expect("a line is JSON"));
    let told = articles.map(|it: serde_json::Value| {
        assert_eq!(
            (&it["headline"], &it["byline"]),
            (&"Four Die in Mill Fire".into(), &"Anna Lind".into())
        );
        format!("{} {}", it["name"], it["url"])
    });
    let mut told: Vec<_> = told.collect();
    told.sort();
    let expected = [
        r#""clippings.md:1" "https://herald.example/mill""#,
        r#""clippings.md:7" "https://tribune.example/mill""#,
    ];
    assert_eq!(told, expected);
}
