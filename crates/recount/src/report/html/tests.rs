//! What the dossier shows, and what it never does.

use super::html;
use crate::model::Record;
use crate::report::fixture;

#[test]
fn every_value_links_to_its_sentence_and_back() {
    let page = html(&fixture::ferry());
    check(&page, "<mark class=\"main\" id=\"i1-c6\">At least 14 <mark");
    check(&page, "href=\"#i1-c6\"");
    check(&page, "href=\"#i1-f5\" title=\"Killed (passengers): 14\"");
}

#[test]
fn every_link_within_the_page_has_a_target() {
    for record in [fixture::ferry(), fixture::one_article(), fixture::hostile()] {
        let page = html(&record);
        for target in after(&page, "href=\"#") {
            assert!(page.contains(&format!("id=\"{target}\"")), "nothing has the id {target}");
        }
    }
}

#[test]
fn no_id_is_given_twice() {
    let page = html(&fixture::ferry());
    let mut ids = after(&page, " id=\"");
    ids.sort_unstable();
    let all = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn foreign_text_never_becomes_markup() {
    let page = html(&fixture::hostile());
    for harm in ["<script", "<img", "<b>x", "<i>", "href=\"javascript:", "' onfocus='"] {
        assert!(!page.contains(harm), "{harm} is in the page");
    }
    check(&page, "&#60;script&#62;alert(");
}

#[test]
fn the_page_asks_for_nothing_from_outside() {
    let page = html(&fixture::ferry());
    check(&page, "default-src &#39;none&#39;; style-src &#39;sha256-");
    for request in ["src=", "<link", "@import", "url(http", "<iframe", "style=\""] {
        assert!(!page.contains(request), "{request} is in the page");
    }
}

#[test]
fn furniture_is_folded_away_and_kept() {
    let page = html(&fixture::ferry());
    check(&page, "<p class=\"furniture\">Support the Harbour Post: give today</p>");
    check(&page, "<details class=\"furniture\">");
}

#[test]
fn every_verdict_is_told_by_word_and_sign() {
    let page = html(&fixture::ferry());
    check(&page, "<use href=\"#sign-disputed\"/></svg>disputed</span>");
    check(&page, "<use href=\"#sign-superseded\"/></svg>supersedes earlier</span>");
}

#[test]
fn several_incidents_have_an_index() {
    let mut record = fixture::ferry();
    record.incidents.push(record.incidents[0].clone());
    let page = html(&record);
    check(&page, "<h1>2 incidents</h1>");
    check(&page, "<li><a href=\"#i2\">Ferry accident off Port Vell</a>");
}

#[test]
fn an_empty_record_and_a_single_article_are_pages_too() {
    check(&html(&fixture::empty()), "<h1>No incident</h1>");
    check(&html(&fixture::one_article()), "1 report, 1 of them independent: one report.");
}

#[test]
fn the_same_record_gives_the_same_bytes() {
    let record: Record = fixture::ferry();
    assert_eq!(html(&record), html(&record));
}

#[track_caller]
fn check(page: &str, expected: &str) {
    assert!(page.contains(expected), "{expected:?} is not in the page");
}

/// Returns what stands between `lead` and the next quotation mark, each time.
fn after<'a>(page: &'a str, lead: &str) -> Vec<&'a str> {
    page.split(lead).skip(1).filter_map(|it| it.split('"').next()).collect()
}
