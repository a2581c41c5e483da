//! Floors: how much of what sentences of our own say must be read, construction by construction.
//!
//! In: `constructions.tsv`, coded by hand. Out: recall and precision of claims; the test fails below the
//! floors, and prints what is missed and what is made up (`cargo test -p recount --test floors -- --nocapture`).
//! A figure that falls is a construction that is lost, whatever the sets of real reports say.
#![allow(clippy::print_stdout)] // what is missed is shown to the one who asks for it

use std::collections::BTreeMap;

use recount::model::{Claim, Modality, Page, PageKind, Slot};
use recount::{Options, recount};

const CONSTRUCTIONS: &str = include_str!("constructions.tsv");

/// The least share of the coded claims that must be read, and of the counts read that must be coded, in
/// per cent. What was reached when the floors were set stands in `eval/gold.md`.
const RECALL: usize = 95;
const PRECISION: usize = 95;

/// One sentence and what it says.
struct Row {
    idea: &'static str,
    text: &'static str,
    claims: Vec<String>,
}

#[test]
fn most_of_what_our_own_sentences_say_is_read() {
    let (mut coded, mut read, mut right) = (0, 0, 0);
    for row in rows() {
        let found = told(&row);
        let met = row.claims.iter().filter(|it| found.contains(it)).count();
        coded += row.claims.len();
        read += found.len();
        right += met;
        if met < row.claims.len().max(found.len()) {
            println!("{}: {}\n  coded {:?}\n  read  {found:?}", row.idea, row.text, row.claims);
        }
    }
    println!("{right} of {coded} coded claims are read, {right} of {read} read claims are coded");
    assert!(100 * right >= RECALL * coded, "recall: {right} of {coded}");
    assert!(100 * right >= PRECISION * read, "precision: {right} of {read}");
}

fn rows() -> impl Iterator<Item = Row> {
    let lines = CONSTRUCTIONS.lines().filter(|it| !it.starts_with('#'));
    lines.map(|line| match line.split('\t').collect::<Vec<_>>()[..] {
        [idea, text, claims] => {
            let claims = claims.split("; ").filter(|it| *it != "-").map(str::to_owned);
            Row { idea, text, claims: claims.collect() }
        }
        _ => panic!("constructions.tsv: three columns, not {line:?}"),
    })
}

/// The counts that Recount reads, and what it reads in the other slots that the row names.
fn told(row: &Row) -> Vec<String> {
    let record = recount(&[page(row)], &Options::default(), &|| ()).record;
    let claims = record.incidents.iter().flat_map(|it| &it.claims);
    let named = |slot: &str| {
        let slots = row.claims.iter().map(|it| it.trim_start_matches("background "));
        slots.into_iter().any(|it| it.split(' ').next() == Some(slot))
    };
    let asked =
        |it: &&Claim| it.slot.is_count() || (it.slot != Slot::Perpetrator && named(short(it)));
    let mut found: Vec<String> = claims.filter(is_asserted).filter(asked).map(shown).collect();
    found.sort();
    found.dedup();
    found
}

fn page(row: &Row) -> Page {
    let mut fields = BTreeMap::from([("id", "a"), ("date", "2031-05-07"), ("text", row.text)]);
    if row.idea.starts_with("headline") {
        fields.extend([("title", row.text), ("text", "The cause is not known.")]);
    }
    Page::new("a", PageKind::JsonRow, serde_json::to_vec(&fields).expect("fields are JSON"))
}

fn is_asserted(claim: &&Claim) -> bool {
    matches!(claim.modality, Modality::Asserted | Modality::Reported)
}

fn short(claim: &Claim) -> &'static str {
    let name = claim.slot.name();
    name.strip_suffix("_count").or(name.strip_prefix("event_date").map(|_| "date")).unwrap_or(name)
}

/// `background killed children 3`: what an event of its own says, whom it counts, and the value.
fn shown(claim: &Claim) -> String {
    let event = (!claim.event.is_main()).then(|| "background".to_owned());
    let who = claim.who.as_ref().map(ToString::to_string).filter(|it| it != "total");
    let who = who.map(|it| it.trim_start_matches("other:").to_owned());
    let words = [event, Some(short(claim).to_owned()), who, Some(claim.value.to_string())];
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
