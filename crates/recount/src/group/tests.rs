//! Each test is a batch: one report a line, `DAY: headline / text`, in order of day; the stories
//! expected are named by the lines, counted from 0.

use super::*;
use crate::annotate::{Language, annotate};
use crate::model::{Page, PageKind};
use crate::read;

const FERRY: &str = "2031-05-04: Ferry runs aground off Velm / A ferry with 90 passengers ran \
    aground off the island of Velm on Sunday, the coastguard said. Its captain, Ilka Brandt, was \
    taken to hospital in Osterby. Divers found a hole in the hull of the Stella Polaris.";
const FERRY_NEXT: &str = "2031-05-05: Stella Polaris towed to Osterby / The ferry that ran aground \
    off Velm on Sunday was towed to Osterby, where captain Ilka Brandt is being treated. Divers \
    had closed the hole in the hull of the Stella Polaris overnight.";
const FERRY_COURT: &str = "2031-05-24: Captain of grounded ferry charged / Ilka Brandt, the captain \
    of the Stella Polaris, was charged in Osterby with steering the ferry too close to Velm, where \
    it ran aground on 4 May with a hole in the hull. Divers are to give evidence.";
const ROBBERY: &str = "2031-05-05: Two hurt in jewel robbery in Osterby / Masked men robbed the \
    jeweller Lund in Osterby's Kirk Street on Monday and fled on a motorcycle. Two customers were \
    hurt by broken glass, inspector Pia Holm said.";
const ROBBERY_LATER: &str = "2031-05-13: Gunman robs bank in Osterby / A man with a pistol robbed \
    the savings bank in Osterby's Harbour Square on Tuesday and escaped by car. Nobody was hurt, \
    said inspector Jon Rask. The cashier, Ada Nyborg, had pressed the alarm.";

#[test]
fn reports_of_one_event_are_a_story() {
    check(&[FERRY, FERRY_NEXT, ROBBERY], "0 1 | 2");
}

#[test]
fn two_incidents_of_a_kind_in_one_town_are_two_stories() {
    check(&[ROBBERY, ROBBERY_LATER], "0 | 1");
}

#[test]
fn what_follows_weeks_later_joins_its_story() {
    check(&[FERRY, ROBBERY, ROBBERY_LATER, FERRY_COURT], "0 3 | 1 | 2");
}

#[test]
fn an_undated_report_goes_by_what_it_tells() {
    let undated = FERRY_NEXT.replace("2031-05-05", "");
    check(&[FERRY, ROBBERY, &undated], "0 2 | 1");
}

#[test]
fn an_article_more_does_not_move_the_others() {
    let market = "2031-05-04: Herring prices fall / Herring fetched less at the Halm auction for the \
        third week, and boats stayed in port. Dealers blamed cheap imports.";
    check(&[FERRY, market, FERRY_NEXT, ROBBERY], "0 2 | 1 | 3");
}

#[test]
fn one_by_one_or_in_a_batch_the_stories_are_the_same() {
    let batch = batch(&[FERRY, FERRY_NEXT, ROBBERY, ROBBERY_LATER, FERRY_COURT]);
    let mut grouper = Grouper::default();
    let one_by_one: Vec<_> = batch.iter().map(|it| grouper.add(it)).collect();
    for story in stories(&batch) {
        assert!(story.iter().all(|it| one_by_one[*it] == one_by_one[story[0]]));
    }
}

#[track_caller]
fn check(reports: &[&str], expected: &str) {
    let shown = |it: &Story| it.iter().map(usize::to_string).collect::<Vec<_>>().join(" ");
    let found: Vec<_> = stories(&batch(reports)).iter().map(shown).collect();
    assert_eq!(found.join(" | "), expected);
}

fn batch(reports: &[&str]) -> Vec<Annotated> {
    reports.iter().enumerate().map(|(at, it)| article(at, it)).collect()
}

fn article(at: usize, report: &str) -> Annotated {
    let (date, report) = report.split_once(": ").expect("a report has a day");
    let (title, text) = report.split_once(" / ").expect("a report has a headline");
    let mut row = serde_json::json!({ "id": at.to_string(), "title": title, "text": text });
    if !date.is_empty() {
        row["date"] = date.into();
    }
    let bytes = row.to_string().into_bytes();
    let page = Page::new(at.to_string(), PageKind::JsonRow, bytes);
    annotate(read::read(&page).expect("a row with a text"), &Language::default())
}
