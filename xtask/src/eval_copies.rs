//! Measures the stage `trace`: are copies found, and nothing else?
//!
//! In: the folder of the data sets. Out, on standard output in Markdown: pair precision, recall and F1
//! on the families coded by hand; the share of silver pairs called copies, by class; time for a
//! large story. What is absent is said to be absent.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Instant;

use recount::annotate::Annotated;
use recount::trace::{Traced, trace};
use serde_json::Value;

use crate::rows::{article, dump, rows, text};

type Pairs = BTreeSet<(String, String)>;

/// Prints the measures of tracing on the data under `data`.
pub(crate) fn run(data: &Path) {
    println!("## Families coded by hand (gold)\n");
    println!("| incident | articles | families gold / ours | P | R | F1 | independent |");
    println!("|---|---|---|---|---|---|---|");
    let (mut right, mut ours, mut gold) = (0, 0, 0);
    for folder in folders(&data.join("gold")) {
        let (found, wanted, line) = incident(&folder);
        right += found.intersection(&wanted).count();
        (ours, gold) = (ours + found.len(), gold + wanted.len());
        println!("{line}");
    }
    println!("| all | | | {} | |", scores(right, ours, gold));
    silver(data);
    large_story(data);
}

fn folders(gold: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(gold).into_iter().flatten().flatten();
    let mut folders: Vec<_> = entries.map(|it| it.path()).filter(|it| it.is_dir()).collect();
    folders.sort();
    folders
}

fn incident(folder: &Path) -> (Pairs, Pairs, String) {
    let gold = fs::read_to_string(folder.join("gold.json")).unwrap_or_default();
    let gold: Value = serde_json::from_str(&gold).unwrap_or_default();
    let story = gold_articles(folder);
    let traced = trace(&story.iter().collect::<Vec<_>>());
    let families = gold["families"].as_array().cloned().unwrap_or_default();
    let full = |short: &str| {
        let ids = story.iter().map(|it| it.article.id.0.clone());
        ids.into_iter().find(|it| it.starts_with(short)).unwrap_or_default()
    };
    let wanted: Vec<Vec<String>> = families.iter().map(|it| members(it, &full)).collect();
    let found: Vec<Vec<String>> = ids(&traced);
    let (found, wanted) = (pairs(&found), pairs(&wanted));
    let right = found.intersection(&wanted).count();
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let count = &traced.independent;
    let mut line =
        format!("| {name} | {} | {} / {} ", story.len(), families.len(), traced.families.len());
    let _ = write!(line, "| {} ", scores(right, found.len(), wanted.len()));
    let _ = write!(line, "| {}–{}–{}: {} |", count.low, count.best, count.high, count.reason);
    (found, wanted, line)
}

/// Returns the articles of a folder of `gold`: rows or text dumps.
pub(crate) fn gold_articles(folder: &Path) -> Vec<Annotated> {
    let dumps = fs::read_dir(folder.join("articles")).into_iter().flatten().flatten();
    let mut dumps: Vec<_> = dumps.map(|it| it.path()).collect();
    dumps.sort();
    if dumps.is_empty() {
        return rows(&folder.join("articles.jsonl")).iter().map(article).collect();
    }
    let name = |it: &Path| it.file_name().unwrap_or_default().to_string_lossy().into_owned();
    dumps.iter().map(|it| dump(&name(it), &fs::read_to_string(it).unwrap_or_default())).collect()
}

fn members(family: &Value, full: &dyn Fn(&str) -> String) -> Vec<String> {
    let family = family.as_array().cloned().unwrap_or_default();
    family.iter().map(|it| full(it.as_str().unwrap_or_default())).collect()
}

fn ids(traced: &Traced) -> Vec<Vec<String>> {
    traced.families.iter().map(|it| it.iter().map(|it| it.0.clone()).collect()).collect()
}

fn pairs(families: &[Vec<String>]) -> Pairs {
    let mut pairs = Pairs::new();
    for family in families {
        for one in family {
            let others = family.iter().filter(|it| *it > one);
            pairs.extend(others.map(|it| (one.clone(), it.clone())));
        }
    }
    pairs
}

fn scores(right: usize, ours: usize, gold: usize) -> String {
    let share = |part: usize, of: usize| if of == 0 { 1.0 } else { part as f64 / of as f64 };
    let (precision, recall) = (share(right, ours), share(right, gold));
    let f1 = if precision + recall > 0.0 {
        2.0 * precision * recall / (precision + recall)
    } else {
        0.0
    };
    format!("{precision:.3} | {recall:.3} | {f1:.3}")
}

fn silver(data: &Path) {
    let articles: Vec<Value> = ["gva/train", "gva/dev", "gva/test", "outlets/dev", "outlets/test"]
        .iter()
        .map(|it| data.join(format!("stories/{it}.articles.jsonl.gz")))
        .filter(|it| it.exists())
        .flat_map(|it| rows(&it))
        .collect();
    let by_id: BTreeMap<&str, &Value> = articles.iter().map(|it| (text(it, "id"), it)).collect();
    let mut classes: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    let mut absent = 0;
    for pair in rows(&data.join("stories/near_duplicates/dev.pairs.jsonl.gz")) {
        let (one, other) = (by_id.get(text(&pair, "id_a")), by_id.get(text(&pair, "id_b")));
        let (Some(one), Some(other)) = (one, other) else {
            absent += 1;
            continue;
        };
        let story = [article(one), article(other)];
        let copies = trace(&[&story[0], &story[1]]).families.len() == 1;
        let class = classes.entry(class(&pair)).or_default();
        *class = (class.0 + 1, class.1 + usize::from(copies));
    }
    println!("\n## Silver pairs (stories/near_duplicates), {absent} without both texts\n");
    println!(
        "| pair | five-word containment | pairs | called copies | share |\n|---|---|---|---|---|"
    );
    for ((kind, share), (all, copies)) in classes {
        println!("| {kind} | {share} | {all} | {copies} | {:.2} |", copies as f64 / all as f64);
    }
}

fn class(pair: &Value) -> (&'static str, &'static str) {
    let same = |one, other| text(pair, one) == text(pair, other);
    let kind = match (same("event_a", "event_b"), same("host_a", "host_b")) {
        (true, true) => "one event, one host",
        (true, false) => "one event, two hosts",
        (false, true) => "two events, one host",
        (false, false) => "two events, two hosts",
    };
    let share = |key: &str| pair[key].as_f64().unwrap_or_default();
    let most = share("contain_a_in_b").max(share("contain_b_in_a"));
    (
        kind,
        if most < 0.3 {
            "0.15–0.3"
        } else if most < 0.6 {
            "0.3–0.6"
        } else {
            "0.6–1"
        },
    )
}

fn large_story(data: &Path) {
    let found = rows(&data.join("stories/gva/dev.articles.jsonl.gz"));
    let story: Vec<_> = found.iter().take(1000).map(article).collect();
    let start = Instant::now();
    let traced = trace(&story.iter().collect::<Vec<_>>());
    let seconds = start.elapsed().as_secs_f64();
    let families = traced.families.len();
    println!(
        "\n## Speed\n\n{} articles as one story: {seconds:.2} s, {families} families, {} links",
        story.len(),
        traced.links.len()
    );
}
