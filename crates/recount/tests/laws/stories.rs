//! Makes small stories: a few reports of one explosion, with figures, voices and background at random.
//!
//! In: choices of proptest. Out: reports and the pages that hold them. All of it is invented.

use proptest::prelude::*;
use proptest::sample::select;
use recount::model::{Page, PageKind};
use serde_json::json;

/// One report of the story.
#[derive(Debug, Clone)]
pub(crate) struct Report {
    pub(crate) outlet: &'static str,
    pub(crate) day: u32,
    pub(crate) title: &'static str,
    pub(crate) sentences: Vec<String>,
}

/// Makes a story of one to four reports.
pub(crate) fn story() -> impl Strategy<Value = Vec<Report>> {
    prop::collection::vec(report(), 1..5)
}

/// Returns the reports as JSON rows; a report's name is its place in the list.
pub(crate) fn pages(reports: &[Report]) -> Vec<Page> {
    let page = |report: &Report| {
        let row = json!({
            "id": name(report),
            "outlet": report.outlet,
            "date": format!("2031-05-{:02}", report.day),
            "title": report.title,
            "text": report.sentences.join("\n\n"),
        });
        let bytes = row.to_string().into_bytes();
        Page::new(name(report), PageKind::JsonRow, bytes)
    };
    reports.iter().map(page).collect()
}

/// Names a report by what it holds, so that its name does not tell when it arrived.
fn name(report: &Report) -> String {
    let letters: usize = report.sentences.iter().map(String::len).sum();
    format!("{}-{}-{letters}", report.outlet.replace(' ', "-"), report.day)
}

fn report() -> impl Strategy<Value = Report> {
    let outlets = ["Island Post", "Quay Tribune", "Radio Saltham", "Bay Chronicle"];
    let titles =
        ["Explosion in Saltham", "Blast at Saltham paint works", "Saltham counts its dead"];
    let sentences = prop::collection::vec(sentence(), 1..6);
    (select(outlets.to_vec()), 20u32..24, select(titles.to_vec()), sentences).prop_map(
        |(outlet, day, title, sentences)| {
            let opening = "An explosion tore through a paint factory in Saltham on Tuesday.";
            let sentences = std::iter::once(opening.to_owned()).chain(sentences).collect();
            Report { outlet, day, title, sentences }
        },
    )
}

fn sentence() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => told(),
        1 => quoted(),
        1 => background(),
        1 => select(ASIDES.to_vec()).prop_map(str::to_owned),
    ]
}

const ASIDES: [&str; 6] = [
    "The bridge behind the works was closed to traffic until the evening.",
    "Windows broke along the harbour, and gulls did not come back for an hour.",
    "It was not clear what had caused the blast.",
    "The company denied that a gas leak had caused the explosion.",
    "No one was injured, the mayor said.",
    "The fire was brought under control before dark.",
];

fn told() -> impl Strategy<Value = String> {
    let people = ["people", "workers", "firefighters", "residents"];
    let fates = ["were killed", "were injured", "were missing", "were rescued"];
    (figure(), select(people.to_vec()), select(fates.to_vec()), voice())
        .prop_map(|(figure, people, fate, voice)| format!("{figure} {people} {fate}{voice}."))
}

fn quoted() -> impl Strategy<Value = String> {
    (figure(), voice()).prop_map(|(figure, voice)| {
        let figure = figure.to_lowercase();
        format!("\"We know that {figure} people were killed and we are still searching\"{voice}.")
    })
}

fn background() -> impl Strategy<Value = String> {
    (2u32..400).prop_map(|toll| {
        format!("The blast comes two months after an explosion at a mill in Orfield killed {toll} people.")
    })
}

fn figure() -> impl Strategy<Value = String> {
    prop_oneof![
        (2u32..60).prop_map(|it| it.to_string()),
        (2u32..60).prop_map(|it| format!("At least {it}")),
        (2u32..60).prop_map(|it| format!("More than {it}")),
        select(vec!["Dozens of", "Several", "Three", "Nearly 40", "An unknown number of"])
            .prop_map(str::to_owned),
    ]
}

fn voice() -> impl Strategy<Value = String> {
    let voices = [
        "",
        ", police said",
        ", the mayor said",
        ", according to the fire service",
        ", a police source told the state news agency Kordpress",
        ", said Joan Pruitt, a spokeswoman for the hospital",
    ];
    select(voices.to_vec()).prop_map(str::to_owned)
}
