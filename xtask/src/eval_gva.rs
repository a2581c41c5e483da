//! Measures the whole pipeline on incidents with known facts: `cargo xtask eval gva --data FOLDER`.
//!
//! In: the set stories/gva of FOLDER. Out: a table, one row for reports read alone and one for all the
//! reports of an incident together, with how many tolls, days and towns are right. Reports of an
//! incident are given together, so grouping is not what is measured here; of the incidents that come
//! out the one with the most reports counts.

mod facts;
mod singles;
mod tally;

use std::collections::BTreeMap;
use std::path::Path;
use std::slice;
use std::time::Instant;

use recount::model::{Article, Page, PageKind, Record};
use recount::{Options, read, record};
use serde_json::Value;

use crate::rows::{rows, text};
use facts::{Facts, Told};
use singles::Singles;
use tally::{Row, Tally};

const HEAD: &str = "\
| reports | read | killed: answered | of answered | of all | of ≥ 1 | injured: answered | of answered | of all | of ≥ 1 | date ±1 | city |
|---|---|---|---|---|---|---|---|---|---|---|---|";

const HEAD_OF_INTERVALS: &str = "\
| reports | killed: answered | of answered | of all | of ≥ 1 | injured: answered | of answered | of all | of ≥ 1 | date ±1 | city |
|---|---|---|---|---|---|---|---|---|---|---|";

/// Prints the measures on the split `dev`, or on that of `--split`; with `--misses` all that is wrong.
pub(crate) fn run(data: &Path, words: &[&str]) {
    let split = words.windows(2).find(|it| it[0] == "--split").map_or("dev", |it| it[1]);
    let misses = words.contains(&"--misses");
    let folder = data.join("stories/gva");
    let facts = rows(&folder.join(format!("{split}.incidents.jsonl.gz")));
    let reports = by_incident(&rows(&folder.join(format!("{split}.articles.jsonl.gz"))));
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut singles = Singles::default();
    let mut read = 0;
    let start = Instant::now();
    for facts in facts.iter().filter_map(Facts::of) {
        let Some(articles) = reports.get(&facts.incident) else { continue };
        let sorts = if articles.len() > 1 { [ALL, SEVERAL].as_slice() } else { &[ALL] };
        let alone = |it: &Article| score(&facts, vec![it.clone()], misses && articles.len() == 1);
        let alone: Vec<_> = articles.iter().map(alone).collect();
        let together = score(&facts, articles.clone(), misses && articles.len() > 1);
        for (one, all) in sorts {
            tallies.entry(one).or_default().add(&alone);
            tallies.entry(all).or_default().add(slice::from_ref(&together));
        }
        singles.add(&alone, &together);
        read += 2 * articles.len();
    }
    let rate = read as f64 / start.elapsed().as_secs_f64();
    println!("{HEAD}");
    tallies.iter().for_each(|(name, it)| println!("| {name} | {it} |"));
    println!("\n95 % intervals, over incidents\n\n{HEAD_OF_INTERVALS}");
    tallies.iter().for_each(|(name, it)| println!("| {name} |{}", it.intervals()));
    println!("\n{singles}\n{rate:.0} articles/s");
}

/// Names of the rows: reports read alone, and all of an incident together.
const ALL: (&str, &str) = ("each report alone", "incidents, all reports together");
/// The same for incidents with several reports, where reading them together can help.
const SEVERAL: (&str, &str) = ("of several, each alone", "of several, together");

/// Reads the reports that tell their incident, in the order in which the pipeline wants them.
fn by_incident(rows: &[Value]) -> BTreeMap<String, Vec<Article>> {
    let mut found: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for row in rows.iter().filter(|it| it["grounded"] != false) {
        let bytes = row.to_string().into_bytes();
        let page = Page::new(text(row, "id"), PageKind::JsonRow, bytes);
        found.entry(text(row, "incident").into()).or_default().push(read::read(&page));
    }
    let found = found.into_iter().map(|(incident, read)| (incident, read::sorted(read).0));
    found.filter(|it| !it.1.is_empty()).collect()
}

fn score(facts: &Facts, articles: Vec<Article>, misses: bool) -> Row {
    let record = record(articles, &Options::default());
    let told = Told::of(&record);
    let row = Row::of(facts, &told);
    if misses {
        row.wrong(facts, &told).iter().for_each(|it| show(it, facts, &record));
    }
    row
}

/// Prints what is wrong and the words of every claim about it, for somebody to find out why.
fn show(wrong: &str, facts: &Facts, record: &Record) {
    let names: Vec<_> = record.articles.iter().map(|it| it.name.as_str()).collect();
    println!("= {wrong}\t{}\t{}", facts.incident, names.join(" "));
    for claim in record.incidents.iter().flat_map(|it| &it.claims) {
        if wrong.starts_with(claim.slot.name()) {
            let who = claim.who.as_ref().map(ToString::to_string).unwrap_or_default();
            let (event, rule) = (&claim.event.0, &claim.rule);
            println!("  {event} {who} {}\t{}\t{rule}", claim.value, claim.evidence.text);
        }
    }
}
