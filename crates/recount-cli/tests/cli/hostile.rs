//! Input that was made to take all the time and memory there is. Each run has 1 GB and a minute.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::support::{Folder, Ran, shell};

/// Kilobytes of memory that a run may map: four pages of 16 MiB at work, and what the program itself maps
/// (some 300 MB with its threads).
const MEMORY: u64 = 1_000_000;

const GOOD: &str = "Four workers were killed in Varnok on Monday, police said.\n";

#[test]
fn bombs_in_packed_files_stop_at_the_limit() {
    let bomb = gzip(512 << 20);
    let ran = check(&[
        ("a.txt", GOOD.into()),
        ("b.html.gz", bomb.clone()),
        ("c.jsonl.gz", bomb.clone()),
        ("d.csv.gz", bomb),
    ]);
    for name in ["b.html.gz", "c.jsonl.gz:1", "d.csv.gz"] {
        assert!(
            ran.err.contains(&format!("cannot read {name}: it is longer than 16 MiB")),
            "{}",
            ran.err
        );
    }
}

#[test]
fn bombs_in_archives_stop_at_the_limit() {
    let body = gzip(512 << 20);
    let zip = answered("Content-Encoding: gzip\r\n", &body);
    let twice = answered("Content-Encoding: gzip, gzip\r\n", &packed(&body));
    let endless = answered("Transfer-Encoding: chunked\r\n", &b"8\r\nkilled! \r\n".repeat(2 << 20));
    let lying = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n".to_vec();
    let archive = [zip, twice, endless.clone(), lying].concat();
    let ran = check(&[
        ("a.txt", GOOD.into()),
        ("b.warc", archive.clone()),
        ("c.warc.gz", packed(&archive)),
    ]);
    assert_eq!(ran.err.matches("it is longer than 16 MiB").count(), 8, "{}", ran.err);
}

#[test]
fn markup_without_end_is_bounded() {
    let deep = format!("<html><body><p>{GOOD}{}", "<div><b>".repeat(100_000));
    let attribute = format!("<html><body><p title=\"{}\">{GOOD}", "x".repeat(50 << 20));
    let page = answered("", deep.as_bytes());
    let ran = check_with(
        "--page-limit 64",
        &[
            ("a.txt", GOOD.into()),
            ("b.html", deep.into()),
            ("c.html", attribute.into()),
            ("d.warc", page),
        ],
    );
    assert!(!ran.err.contains("longer than"), "{}", ran.err);
}

#[test]
fn feeds_and_rows_without_end_are_bounded() {
    let laughs: String = (1..100)
        .map(|it| format!("<!ENTITY l{it} \"{}\">", format!("&l{};", it - 1).repeat(10)))
        .collect();
    let feed = format!(
        "<!DOCTYPE rss [<!ENTITY l0 \"ha\">{laughs}]><rss><item><title>a</title><description>&l99; {GOOD}</description></item>"
    );
    let deep = format!("<rss><item><title>a</title>{}", "<a>".repeat(1_000_000));
    let row = format!("{{\"text\": {}", "[".repeat(10_000_000));
    let json = format!(
        "{{\"version\": \"https://jsonfeed.org/version/1\", \"items\": {}",
        "[".repeat(1_000_000)
    );
    check(&[
        ("a.txt", GOOD.into()),
        ("b.rss", feed.into()),
        ("c.rss", deep.into()),
        ("d.jsonl", row.into()),
        ("e.json", json.into()),
    ]);
}

/// Checks that the good file is read beside the bad ones, within the memory and the time.
#[track_caller]
fn check(files: &[(&str, Vec<u8>)]) -> Ran {
    check_with("", files)
}

#[track_caller]
fn check_with(args: &str, files: &[(&str, Vec<u8>)]) -> Ran {
    let folder = Folder::new();
    files.iter().for_each(|(name, bytes)| folder.write(&format!("in/{name}"), bytes));
    let script = format!("ulimit -v {MEMORY}; exec timeout 60 \"$0\" read in/* --threads 2 {args}");
    let ran = folder.run(&mut shell(&script));
    assert!(ran.out.contains(GOOD.trim()), "{:?}: {}", ran.code, ran.err);
    assert!(matches!(ran.code, Some(0 | 1)), "{:?}: {}", ran.code, ran.err);
    ran
}

fn answered(headers: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{headers}\r\n");
    let block = [head.as_bytes(), body].concat();
    let head = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://herald.example/a\r\nContent-Length: {}\r\n\r\n",
        block.len()
    );
    [head.as_bytes(), &block, b"\r\n\r\n"].concat()
}

/// Packs so many zeros.
fn gzip(zeros: usize) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    let piece = vec![0; 1 << 20];
    (0..zeros >> 20).for_each(|_| encoder.write_all(&piece).expect("memory takes it"));
    encoder.finish().expect("memory takes it")
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}
