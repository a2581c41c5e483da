//! Archives of saved pages, as crawlers and browsers write them. What they hold is made up.

use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::{Folder, Ran};

const PAGE: &str = "<html><head><title>Mill fire</title></head><body><article><h1>Mill fire in Varnok</h1>\
    <p>Four workers were killed in a paper mill in Varnok on Monday, the fire service said.</p>\
    <p>The fire was put out after three hours, a spokesman told reporters at the gate of the mill.</p></article>";

#[test]
fn pages_of_an_archive_are_read_and_the_rest_is_counted() {
    let folder = Folder::new();
    let archive = [
        record("warcinfo", None, "text/plain", "software: test"),
        record(
            "request",
            Some("https://herald.example/mill"),
            "application/http",
            "GET / HTTP/1.1\r\n\r\n",
        ),
        response(
            "https://herald.example/2031/03/04/mill",
            "200 OK",
            "text/html; charset=utf-8",
            PAGE.as_bytes(),
        ),
        response("https://herald.example/logo", "200 OK", "image/png", b"\x89PNG"),
        response("https://herald.example/gone", "404 Not Found", "text/html", b"<h1>Gone"),
        record(
            "revisit",
            Some("https://herald.example/mill"),
            "application/http",
            "HTTP/1.1 200 OK\r\n\r\n",
        ),
        record(
            "resource",
            Some("https://wire.example/a"),
            "text/plain",
            "Two drivers were hurt in Ostreva on Monday, the mayor said.\n",
        ),
    ];
    folder.write("crawl.warc", archive.concat());
    let ran = folder.recount(&["read", "crawl.warc", "--report", "counts.json"]);
    check(
        &ran,
        "https://herald.example/2031/03/04/mill herald.example 2031-03-04; https://wire.example/a wire.example -",
    );
    assert_eq!(
        ran.err,
        "recount: passed over in archives: 1 image/png, 1 pages as before, missing here, 1 request records, \
         1 status 404, 1 warcinfo records\n"
    );
    let counts: serde_json::Value =
        serde_json::from_str(&folder.read("counts.json")).expect("JSON");
    assert_eq!((&counts["articles"], &counts["passed_over"]["image/png"]), (&2.into(), &1.into()));
}

#[test]
fn a_broken_member_does_not_end_a_packed_archive() {
    let folder = Folder::new();
    let mut broken =
        gzip(&response("https://herald.example/b", "200 OK", "text/html", PAGE.as_bytes()));
    broken[20..40].fill(0xff);
    let members = [
        gzip(&response("https://herald.example/a", "200 OK", "text/html", PAGE.as_bytes())),
        broken,
        gzip(&response("https://herald.example/c", "200 OK", "text/html", PAGE.as_bytes())),
    ];
    folder.write("crawl.warc.gz", members.concat());
    let ran = folder.recount(&["read", "crawl.warc.gz"]);
    check(
        &ran,
        "https://herald.example/a herald.example -; https://herald.example/c herald.example -",
    );
    assert!(ran.err.contains("cannot read crawl.warc.gz: corrupt deflate stream"), "{}", ran.err);
    assert_eq!(ran.code, Some(1));
}

#[test]
fn an_archive_that_breaks_off_gives_what_it_holds() {
    let folder = Folder::new();
    let whole = response("https://herald.example/a", "200 OK", "text/html", PAGE.as_bytes());
    folder.write("cut.warc", &whole[..whole.len() - 60]);
    let ran = folder.recount(&["read", "cut.warc"]);
    assert!(
        ran.out.contains("the archive breaks off within this page: its end is missing"),
        "{ran:?}"
    );
    let packed = gzip(&whole);
    folder.write("cut.warc.gz", &packed[..packed.len() - 20]);
    let ran = folder.recount(&["read", "cut.warc.gz"]);
    assert!(ran.out.contains("its end is missing"), "{ran:?}");
}

#[test]
fn bodies_are_unpacked_and_decoded_as_the_server_says() {
    let folder = Folder::new();
    let text = PAGE.replace("a spokesman", "Jos\u{e9}, a spokesman,");
    let latin: Vec<u8> = text.chars().map(|it| it as u8).collect();
    let body = gzip(&latin);
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Encoding: gzip\r\n\r\n";
    let block = [head.as_bytes(), &body].concat();
    folder.write(
        "crawl.warc",
        record("response", Some("https://herald.example/a"), "application/http", block),
    );
    let ran = folder.recount(&["read", "crawl.warc"]);
    assert!(ran.out.contains("José, a spokesman,"), "{ran:?}");
    assert!(ran.out.contains("by what its server says"), "{ran:?}");
}

#[test]
fn records_that_lie_about_themselves_are_left_out() {
    let folder = Folder::new();
    let good = response("https://herald.example/a", "200 OK", "text/html", PAGE.as_bytes());
    let archive = [
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: soon\r\n\r\nbody\r\n\r\n".to_vec(),
        record("response", Some("https://herald.example/n"), "application/http", "no answer"),
        b"junk between records\r\n".to_vec(),
        good,
    ];
    folder.write("odd.warc", archive.concat());
    let ran = folder.recount(&["read", "odd.warc"]);
    check(&ran, "https://herald.example/a herald.example -");
    assert!(
        ran.err.contains("cannot read odd.warc: a record does not say how long it is"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("cannot read odd.warc: https://herald.example/n: it holds no answer"),
        "{}",
        ran.err
    );
}

#[test]
fn an_archive_may_be_of_zstd_frames() {
    let folder = Folder::new();
    let members = [
        vec![0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, b'h', b'i'], // a frame to be skipped
        zstd(&response("https://herald.example/a", "200 OK", "text/html", PAGE.as_bytes())),
        zstd(&response("https://herald.example/b", "200 OK", "text/html", PAGE.as_bytes())),
    ];
    folder.write("crawl.warc.zst", members.concat());
    check(
        &folder.recount(&["read", "crawl.warc.zst"]),
        "https://herald.example/a herald.example -; https://herald.example/b herald.example -",
    );
}

#[test]
fn a_wacz_file_holds_archives() {
    let folder = Folder::new();
    let archive =
        gzip(&response("https://herald.example/a", "200 OK", "text/html", PAGE.as_bytes()));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [("datapackage.json", &b"{}"[..]), ("archive/data.warc.gz", &archive)] {
        zip.start_file(name, SimpleFileOptions::default()).expect("memory takes it");
        zip.write_all(bytes).expect("memory takes it");
    }
    folder.write("crawl.wacz", zip.finish().expect("memory takes it").into_inner());
    check(&folder.recount(&["read", "crawl.wacz"]), "https://herald.example/a herald.example -");
}

#[test]
fn a_page_saved_with_its_pictures_is_read() {
    let folder = Folder::new();
    let saved = format!(
        "Snapshot-Content-Location: https://herald.example/mill\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n\
         --b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n--b--\r\n",
        PAGE.replace('=', "=3D")
    );
    folder.write("mill.mhtml", saved);
    check(&folder.recount(&["read", "mill.mhtml"]), "mill.mhtml herald.example -");
}

#[test]
fn a_page_saved_into_one_file_keeps_its_address() {
    let folder = Folder::new();
    let with = |comment: &str| format!("<!DOCTYPE html> <!--{comment}-->{PAGE}");
    folder.write(
        "single.html",
        with(
            "\n Page saved with SingleFile \n url: https://herald.example/2031/03/04/mill \n saved date: Tue Mar 04 2031\n",
        ),
    );
    check(&folder.recount(&["read", "single.html"]), "single.html herald.example 2031-03-04");
    folder.write("mark.html", with(" saved from url=(0030)https://wire.example/2031/03/05 "));
    check(&folder.recount(&["read", "mark.html"]), "mark.html wire.example 2031-03-05");
}

#[test]
fn a_run_that_was_stopped_goes_on_where_it_was() {
    let folder = Folder::new();
    let page = |at: usize| {
        let page = PAGE.replace("three hours", &format!("{at} hours"));
        response(&format!("https://herald.example/{at}"), "200 OK", "text/html", page.as_bytes())
    };
    let archive: Vec<u8> = (0..600).flat_map(|at| gzip(&page(at))).collect();
    folder.write("crawl.warc.gz", &archive);
    let whole = folder.recount(&["read", "crawl.warc.gz"]).out;
    let args = ["read", "crawl.warc.gz", "--to", "out.jsonl", "--resume", "state.json"];
    assert_eq!(folder.recount(&args).code, Some(0));
    assert_eq!(folder.read("out.jsonl"), whole);
    // As if it had been stopped after 200 pages, in the midst of a line.
    let lines: String = whole.split_inclusive('\n').take(200).collect();
    let mut state: serde_json::Value =
        serde_json::from_str(&folder.read("state.json")).expect("JSON");
    state["place"] = serde_json::json!({"source": 0, "part": 200});
    state["written"] = lines.len().into();
    folder.write("state.json", state.to_string());
    folder.write("out.jsonl", format!("{lines}{{\"id\": \"half"));
    assert_eq!(folder.recount(&args).code, Some(0));
    assert_eq!(folder.read("out.jsonl"), whole);
    folder.write("crawl.warc.gz", &archive[..archive.len() / 2]);
    assert!(folder.recount(&args).err.contains("it is the state of a run over other input"));
}

#[track_caller]
fn check(ran: &Ran, expected: &str) {
    let shown = |line: &str| {
        let article: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        let text = |it: &serde_json::Value| it.as_str().unwrap_or("-").to_owned();
        let outlet = text(&article["outlet"]["name"]);
        format!("{} {outlet} {}", text(&article["name"]), text(&article["published"]["start"]))
    };
    let found: Vec<_> = ran.out.lines().map(shown).collect();
    assert_eq!(found.join("; "), expected, "{}", ran.err);
}

fn response(url: &str, status: &str, media: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 {status}\r\nContent-Type: {media}\r\n\r\n");
    record(
        "response",
        Some(url),
        "application/http; msgtype=response",
        [head.as_bytes(), body].concat(),
    )
}

fn record(kind: &str, url: Option<&str>, media: &str, block: impl AsRef<[u8]>) -> Vec<u8> {
    let block = block.as_ref();
    let url = url.map_or(String::new(), |it| format!("WARC-Target-URI: {it}\r\n"));
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\n{url}Content-Type: {media}\r\nContent-Length: {}\r\n\r\n",
        block.len()
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

/// One frame with one block that is not compressed.
fn zstd(bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len() - 256).expect("a page of a test is short");
    let block = u32::try_from(bytes.len() << 3 | 1).expect("a page of a test is short");
    let head = [&[0x28, 0xb5, 0x2f, 0xfd, 0x60][..], &length.to_le_bytes()].concat();
    [&head, &block.to_le_bytes()[..3], bytes].concat()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}
