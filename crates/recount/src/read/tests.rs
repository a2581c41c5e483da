//! Pages of every sort, and the articles they give. All of them are fictitious.

use proptest::prelude::*;

use super::*;
use crate::model::Role;

const DUMP: &str = "Ferry Siege in Norrvik Ends\n\nBy Anna Lind, Associated Press\n\nTue May 7 2019\n\n\
    NORRVIK: Six men who took a ferry were overpowered on Tuesday.\n\nNobody was hurt, the coast guard said.\n\n\
    Copyright 2019 The Associated Press. All rights reserved.\n";

#[test]
fn a_dump_tells_who_wrote_it_where_and_when() {
    let article = read(&dump(DUMP.as_bytes())).expect("the dump holds a report");
    assert_eq!(article.text, DUMP);
    assert_eq!(article.headline.as_deref(), Some("Ferry Siege in Norrvik Ends"));
    assert_eq!(article.byline.as_deref(), Some("Anna Lind, Associated Press"));
    assert_eq!(article.dateline.as_deref(), Some("NORRVIK"));
    assert_eq!(article.credits, ["Associated Press"]);
    assert_eq!(article.published.map(|it| it.to_string()).as_deref(), Some("2019-05-07"));
    assert_eq!((article.language.as_str(), article.headline_apart), ("en", false));
}

#[test]
fn a_date_in_a_banner_or_a_report_is_not_that_of_publication() {
    undated(
        "Since May 7, 2019, we have shown no ads. We need your help.\n\nFerry siege ends\n\nSix men were held on Tuesday.",
    );
    undated("Six men took a ferry on May 7, 2019.\n\nThey were overpowered. Nobody was hurt.");
    undated(
        "Ferry siege ends\n\nSix men were held.\n\nMore stories\n\n17 minutes ago\n\nMine falls in\n\n2 hours ago\n\nMay 7, 2019",
    );
}

#[test]
fn pages_without_text_are_refused_with_their_reason() {
    refused(dump(b" \n\t\n"), "page is empty");
    refused(dump(b""), "page is empty");
    refused(dump(b"\x89PNG\r\n\x1a\n\0\0"), "page is not text");
    refused(row("[1]"), "page is no JSON object: it is another JSON value");
    refused(row(r#"{"title": "Ferry siege ends"}"#), "page has no `text` and no `html`");
    refused(row(r#"{"html": "<hr>"}"#), "page holds no report: no text stands in it");
}

#[test]
fn a_row_says_more_than_its_text() {
    let row = r#"{"id": 7, "url": "https://www.washingtonpost.com/wires/ap/ferry", "title": "Ferry siege ends",
        "date": "2019-05-07T00:00:00", "text": "Ferry Siege Ends\nNORRVIK (AFP) - Six men were held.\nNobody was hurt."}"#;
    let article = read(&self::row(row)).expect("the row holds a report");
    assert_eq!((article.name.as_str(), article.headline_apart), ("7", true));
    assert_eq!(
        article.outlet.map(|it| (it.name, it.basis)),
        Some(("The Washington Post".into(), "url".into()))
    );
    assert_eq!(article.published.map(|it| it.to_string()).as_deref(), Some("2019-05-07"));
    assert_eq!(article.credits, ["Agence France-Presse", "Associated Press"]);
    let kinds: Vec<_> = article.blocks.iter().map(|it| it.kind.as_str()).collect();
    assert_eq!(kinds, ["repeated-title", "paragraph", "paragraph"]);
}

#[test]
fn the_id_of_a_row_does_not_hang_on_the_order_of_its_fields() {
    let id = |json| read(&row(json)).expect("the row holds a report").id;
    assert_eq!(id(r#"{"id":"a","text":"Six men."}"#), id(r#"{ "text": "Six men.", "id": "a" }"#));
    assert_ne!(id(r#"{"id":"a","text":"Six men."}"#), id(r#"{"id":"b","text":"Six men."}"#));
}

#[test]
fn articles_are_sorted_by_day_and_each_content_stays_once() {
    let at = |name: &str, date: &str| {
        let json = format!(r#"{{"text": "Six men were held.", "date": "{date}"}}"#);
        read(&Page::new(name, PageKind::JsonRow, json.into_bytes()))
    };
    let refusal = |name: &str| Err(ReadError::Empty { page: name.into() });
    let read = vec![
        at("d", ""),
        refusal("z"),
        at("c", "2019-05-08"),
        at("b", "2019-05-07"),
        refusal("y"),
        at("a", "2019-05-08"),
    ];
    let (articles, refused) = sorted(read);
    assert_eq!(articles.iter().map(|it| it.name.as_str()).collect::<String>(), "bad");
    assert_eq!(refused.iter().map(ReadError::page).collect::<String>(), "yz");
}

#[test]
fn a_line_without_end_is_kept_noted_and_not_read() {
    let article =
        read(&dump("Six men were held. ".repeat(100_000).as_bytes())).expect("it is text");
    assert_eq!(article.notes, ["a line of 1899999 bytes was not read: the limit is 200000"]);
    assert_eq!(article.blocks.iter().map(|it| it.role).collect::<Vec<_>>(), [Role::Furniture]);
}

proptest! {
    #[test]
    fn blocks_are_in_order_apart_and_on_characters(lines in prop::collection::vec(line(), 0..40)) {
        let text = lines.join("\n");
        if let Ok(article) = read(&dump(text.as_bytes())) {
            let mut end = 0;
            for block in &article.blocks {
                prop_assert!(end <= block.start && block.start < block.end);
                prop_assert!(article.text.get(block.start..block.end).is_some_and(|it| it.trim() == it));
                end = block.end;
            }
            let outside = article.blocks.iter().fold(article.text.len(), |left, it| left - (it.end - it.start));
            prop_assert!(article.text.trim().is_empty() || outside < article.text.len());
        }
    }

    #[test]
    fn no_bytes_are_too_odd_to_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&dump(&bytes));
        let _ = read(&Page::new("page", PageKind::JsonRow, bytes));
    }
}

/// A line of a page, or of nonsense.
fn line() -> impl Strategy<Value = String> {
    const USUAL: [&str; 6] = [
        "Dear readers,",
        "OTHER NEWS",
        "17 minutes ago",
        "Six men were held on Tuesday.",
        "NORRVIK (AP) —",
        "Ferry siege ends",
    ];
    prop_oneof![
        Just(String::new()),
        prop::sample::select(&USUAL[..]).prop_map(str::to_owned),
        "\\PC{0,60}",
        "[A-Z(,.:—0-9 a-z)]{0,60}"
    ]
}

fn dump(bytes: &[u8]) -> Page {
    Page::new("page", PageKind::TextDump, bytes.to_vec())
}

fn row(json: &str) -> Page {
    Page::new("page", PageKind::JsonRow, json.as_bytes().to_vec())
}

#[track_caller]
fn undated(text: &str) {
    assert_eq!(read(&dump(text.as_bytes())).expect("the dump holds a report").published, None);
}

#[track_caller]
fn refused(page: Page, expected: &str) {
    assert_eq!(read(&page).expect_err("the page holds no text").to_string(), expected);
}
