//! Each test is a batch: one report a line, `DAY: headline / text`, in order of day; the stories
//! expected are named by the lines, counted from 0.

mod shapes;

use super::*;
use crate::annotate::{Language, annotate};
use crate::model::{Page, PageKind, StateError};
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
fn two_incidents_of_a_kind_in_one_town_on_one_day_are_two_stories() {
    let jeweller = "2031-05-05: Two hurt in jewel robbery in Osterby / Masked men robbed the jeweller Lund in \
        Osterby's Kirk Street on Monday and fled on a motorcycle. Two customers, Ulla Brask, 34, and \
        Finn Aker, 52, were hurt by broken glass, inspector Pia Holm said.";
    let kiosk = "2031-05-05: Osterby kiosk robbed at knifepoint / A boy with a knife robbed the kiosk of Aron \
        Lind in Osterby's Mill Lane on Monday and ran off with some 40 crowns. Lind, 61, was not hurt, \
        constable Jon Rask said.";
    let sought = "2031-05-06: Jewel robbers sought / Police look for the masked men who robbed the jeweller Lund \
        in Osterby's Kirk Street on Monday and fled on a motorcycle. The customers hurt by broken glass, \
        Ulla Brask, 34, and Finn Aker, 52, have left hospital, inspector Pia Holm said.";
    check(&[jeweller, kiosk, sought], "1 | 0 2");
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
    let one_by_one: Vec<_> = batch.iter().map(|it| grouper.add(Sketch::of(it)).story).collect();
    for story in stories(&batch) {
        assert!(story.iter().all(|it| one_by_one[*it] == one_by_one[story[0]]));
    }
}

#[test]
fn what_people_ruled_stays_whatever_comes_later() {
    let batch = batch(&[FERRY, FERRY_NEXT, ROBBERY, FERRY_COURT]);
    let id = |at: usize| batch[at].article.id.clone();
    let ruled = |ruling, one, other| Decision {
        ruling,
        articles: (id(one), id(other)),
        by: "A. Editor".to_owned(),
        reason: "seen both".to_owned(),
    };
    let mut grouper = Grouper::default();
    grouper.decide(ruled(Ruling::Apart, 0, 1)).expect("it contradicts nothing");
    grouper.decide(ruled(Ruling::Together, 1, 2)).expect("it contradicts nothing");
    assert!(
        grouper.decide(ruled(Ruling::Together, 0, 2)).is_err(),
        "0 and 1 are apart, 1 and 2 are not"
    );
    batch.iter().for_each(|it| drop(grouper.add(Sketch::of(it))));
    let story = |at: usize| grouper.story_of(&id(at));
    assert_ne!(story(0), story(1));
    assert_eq!(story(1), story(2));
}

#[test]
fn a_late_decision_splits_a_story_and_its_inverse_is_exact() {
    let batch = batch(&[FERRY, FERRY_NEXT]);
    let mut grouper = Grouper::default();
    batch.iter().for_each(|it| drop(grouper.add(Sketch::of(it))));
    let before: Vec<_> = grouper.stories().map(|(id, it)| (id, it.len())).collect();
    let articles = (batch[0].article.id.clone(), batch[1].article.id.clone());
    let decision =
        Decision { ruling: Ruling::Apart, articles, by: String::new(), reason: String::new() };
    let done = grouper.decide(decision).expect("it contradicts nothing");
    assert_eq!(grouper.stories().count(), 2);
    done.into_iter().rev().for_each(|it| drop(grouper.undo(it)));
    assert_eq!(grouper.stories().map(|(id, it)| (id, it.len())).collect::<Vec<_>>(), before);
}

#[test]
fn a_closed_story_is_opened_again_by_a_late_report() {
    let limits = Limits { days: 5, ..Limits::default() };
    let mut grouper = Grouper::new(Weights::default(), limits);
    let market = |day: u32| {
        format!(
            "2031-05-{day}: Herring prices fall / Herring fetched less at the Halm auction, dealers said."
        )
    };
    let markets = [13, 14, 15, 16].map(market);
    let mut reports = vec![FERRY, FERRY_NEXT];
    reports.extend(markets.iter().map(String::as_str));
    reports.push(FERRY_COURT);
    let batch = batch(&reports);
    let added: Vec<_> = batch.iter().map(|it| grouper.add(Sketch::of(it))).collect();
    assert_eq!(added[6].story, added[0].story);
    let changes: Vec<_> = added.iter().flat_map(|it| &it.changes).collect();
    let story = added[0].story;
    assert!(changes.contains(&&Change::Closed(story)), "{changes:?}");
    assert!(changes.contains(&&Change::Reopened(story)), "{changes:?}");
}

#[test]
fn a_state_that_was_cut_is_refused() {
    let mut grouper = Grouper::default();
    batch(&[FERRY, ROBBERY]).iter().for_each(|it| drop(grouper.add(Sketch::of(it))));
    let bytes = grouper.save();
    let load = |bytes: &[u8]| Grouper::load(bytes, Weights::default(), Limits::default());
    assert_eq!(load(&bytes).expect("it is whole").save(), bytes);
    assert!(matches!(load(&bytes[..bytes.len() - 1]), Err(StateError::Checksum)));
    assert!(matches!(load(b"something else"), Err(StateError::Head { .. })));
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
