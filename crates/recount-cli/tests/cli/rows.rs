//! Rows and feeds of other tools. What they hold is made up.

use crate::support::Folder;

const TEXT: &str = "Two drivers were hurt in Ostreva on Monday, the mayor said.";

#[test]
fn rows_of_known_tools_are_read_by_their_fields() {
    for (tool, row) in [
        (
            "trafilatura",
            r#"{"text": TEXT, "fingerprint": "f", "source": URL, "hostname": "herald.example", "source-hostname": "Herald",
            "title": "Bridge falls", "date": "2031-03-03", "author": "Anna Lind"}"#,
        ),
        (
            "news-please",
            r#"{"maintext": TEXT, "date_publish": "2031-03-03 00:00:00", "date_download": "2031-05-01", "authors": ["Anna Lind"],
            "url": URL, "source_domain": "herald.example", "title": "Bridge falls"}"#,
        ),
        (
            "fundus",
            r#"{"title": "Bridge falls", "body": {"summary": [TEXT], "sections": []}, "authors": ["Anna Lind"],
            "publishing_date": "2031-03-03 00:00:00+00:00", "html": {"responded_url": URL}}"#,
        ),
        (
            "newspaper4k",
            r#"{"text": TEXT, "canonical_link": URL, "publish_date": "2031-03-03 00:00:00", "authors": ["Anna Lind"],
            "title": "Bridge falls", "meta_site_name": "Herald"}"#,
        ),
        (
            "cc-news",
            r#"{"plain_text": TEXT, "requested_url": URL, "published_date": "2031-03-03", "author": "Anna Lind", "title": "Bridge falls"}"#,
        ),
        (
            "mediacloud",
            r#"{"text": TEXT, "media_name": "Herald", "publish_date": "2031-03-03", "url": URL, "title": "Bridge falls", "author": "Anna Lind"}"#,
        ),
    ] {
        let row = row
            .replace("URL", "\"https://herald.example/bridge\"")
            .replace("TEXT", &format!("{TEXT:?}"));
        check(
            &[("rows.jsonl", &row.replace('\n', " "))],
            &["rows.jsonl"],
            &format!("Bridge falls | 2031-03-03 | Anna Lind | {TEXT}"),
            tool,
        );
    }
}

#[test]
fn a_day_on_which_somebody_crawled_is_no_day_of_publication() {
    let row = format!(
        r#"{{"text": {TEXT:?}, "dump": "d", "file_path": "f", "date": "2031-05-01", "url": "https://herald.example/b"}}"#
    );
    check(
        &[("rows.jsonl", &row)],
        &["rows.jsonl"],
        &format!("- | - | - | {TEXT}"),
        "crawl extract",
    );
}

#[test]
fn gdelt_gives_addresses_with_their_titles() {
    let cells =
        ["20310303-1", "20310303120000", "1", "herald.example", "https://herald.example/bridge"];
    let extras = "<PAGE_TITLE>Bridge falls</PAGE_TITLE><PAGE_PRECISEPUBTIMESTAMP>20310303101500</PAGE_PRECISEPUBTIMESTAMP>";
    let row = format!("{}{}{extras}\n", cells.join("\t"), "\t".repeat(22));
    check(
        &[("20310303.gkg.csv", &row)],
        &["20310303.gkg.csv"],
        "Bridge falls | 2031-03-03T10:15 | - | ",
        "gkg",
    );
}

#[test]
fn a_map_names_the_fields_of_other_tools() {
    let row = format!(
        r#"{{"doc": {{"body": {TEXT:?}}}, "head": "Bridge falls", "when": "2031-03-03", "title": "no"}}"#
    );
    let map = ["rows.jsonl", "--map", "text=doc.body", "--map", "title=head", "--map", "date=when"];
    check(&[("rows.jsonl", &row)], &map, &format!("Bridge falls | 2031-03-03 | - | {TEXT}"), "map");
    let ran = Folder::new().recount(&["read", "rows.jsonl", "--map", "body=text"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("`body` is none of text, html"), "{}", ran.err);
}

#[test]
fn tables_have_the_same_fields() {
    let table = format!("\u{feff}id,title,date,text\n7,Bridge falls,2031-03-03,\"{TEXT}\"\n");
    check(
        &[("rows.csv", &table)],
        &["rows.csv"],
        &format!("Bridge falls | 2031-03-03 | - | {TEXT}"),
        "csv",
    );
    let table =
        table.replace("2031-03-03,\"", "2031-03-03\t").replace("\"\n", "\n").replace("7,", "7\t");
    let table =
        table.replace("falls,", "falls\t").replace("id,title,date,text", "id\ttitle\tdate\ttext");
    check(
        &[("rows.tsv", &table)],
        &["rows.tsv"],
        &format!("Bridge falls | 2031-03-03 | - | {TEXT}"),
        "tsv",
    );
}

#[test]
fn a_cell_without_its_end_does_not_take_the_memory() {
    let folder = Folder::new();
    folder.write("rows.csv", format!("text\n\"{TEXT}\"\n\"{}", "killed ".repeat(3 << 20)));
    let ran = folder.recount(&["read", "rows.csv"]);
    assert!(ran.out.contains(TEXT), "{}", ran.err);
    assert!(ran.err.contains("cannot read rows.csv:2: it is longer than 16 MiB"), "{}", ran.err);
}

#[test]
fn entries_of_feeds_are_articles_or_stubs() {
    let rss = format!(
        "<rss><channel><item><title>Bridge falls</title><pubDate>3 Mar 2031</pubDate><author>Anna Lind</author>\
        <link>https://herald.example/bridge</link><description>{TEXT}</description></item></channel></rss>"
    );
    let expected = format!("Bridge falls | 2031-03-03 | Anna Lind | {TEXT}");
    check(&[("a.rss", &rss)], &["a.rss"], &expected, "rss");
    let json = format!(
        r#"{{"version": "https://jsonfeed.org/version/1", "items": [{{"title": "Bridge falls",
        "date_published": "2031-03-03", "author": {{"name": "Anna Lind"}}, "content_text": {TEXT:?}}}]}}"#
    );
    check(&[("in/feed.json", &json), ("in/other.json", "{}")], &["in"], &expected, "json feed");
}

#[test]
fn lines_broken_at_a_width_are_one_paragraph() {
    let text = "Four workers were killed and eleven injured when\na fire broke out in a paper mill in Varnok on\nMonday, the fire service said. It burned for\nsome hours before it was put out, and nobody\nknows why.";
    let row = serde_json::json!({ "text": text }).to_string();
    check(
        &[("rows.jsonl", &row)],
        &["rows.jsonl"],
        &format!("- | - | - | {}", text.replace('\n', " ")),
        "wrapped",
    );
}

#[track_caller]
fn check(files: &[(&str, &str)], args: &[&str], expected: &str, what: &str) {
    let folder = Folder::new();
    files.iter().for_each(|(name, text)| folder.write(name, text));
    let ran = folder.recount(&[&["read"], args].concat());
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)), "{what}");
    let article: serde_json::Value = serde_json::from_str(&ran.out).expect("one article is given");
    let text = |it: &serde_json::Value| it.as_str().unwrap_or("-").to_owned();
    let fields = ["headline", "published", "byline", "text"].map(|name| match name {
        "published" => text(&article[name]["start"]),
        name => text(&article[name]),
    });
    assert_eq!(fields.join(" | "), expected, "{what}");
}
