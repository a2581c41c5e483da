//! Measures the stage `trace`: are copies found, and nothing else?
//!
//! In: the folder of the data sets. Out, on standard output in Markdown: pair precision, recall and F1
//! on the families coded by hand; the share of silver pairs called copies, by class; time for a
//! large story; time and memory of the library. What is absent is said to be absent.

mod peer;
mod shelves;
mod silver;
mod sweep;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use recount::annotate::Annotated;
use recount::trace::{Traced, trace};
use serde_json::Value;

use crate::rows::{article, dump, rows};
use crate::spent::worked;
pub(crate) use sweep::run as sweep;

type Pairs = BTreeSet<(String, String)>;

/// Prints the measures of tracing on the data under `data`, beside those of peers that `--peer PYTHON` runs.
pub(crate) fn run(data: &Path, words: &[&str]) -> Result<(), String> {
    let python = words.windows(2).find(|it| it[0] == "--peer").map(|it| Path::new(it[1]));
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
    silver::run(data, python)?;
    large_story(data);
    shelves::run(data);
    Ok(())
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
        let ids = story.iter().map(|it| it.article.name.clone());
        ids.into_iter().find(|it| it.starts_with(short)).unwrap_or_default()
    };
    let wanted: Vec<Vec<String>> = families.iter().map(|it| members(it, &full)).collect();
    let found: Vec<Vec<String>> = names(&story, &traced);
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
        return rows(&folder.join("articles.jsonl")).iter().filter_map(article).collect();
    }
    let name = |it: &Path| it.file_name().unwrap_or_default().to_string_lossy().into_owned();
    dumps
        .iter()
        .filter_map(|it| dump(&name(it), &fs::read_to_string(it).unwrap_or_default()))
        .collect()
}

fn members(family: &Value, full: &dyn Fn(&str) -> String) -> Vec<String> {
    let family = family.as_array().cloned().unwrap_or_default();
    family.iter().map(|it| full(it.as_str().unwrap_or_default())).collect()
}

/// Returns the families by the names of their articles.
fn names(story: &[Annotated], traced: &Traced) -> Vec<Vec<String>> {
    let by_id: BTreeMap<_, _> =
        story.iter().map(|it| (&it.article.id, it.article.name.clone())).collect();
    traced.families.iter().map(|it| it.iter().map(|id| by_id[id].clone()).collect()).collect()
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

fn large_story(data: &Path) {
    let found = rows(&data.join("stories/gva/dev.articles.jsonl.gz"));
    let story: Vec<_> = found.iter().take(1000).filter_map(article).collect();
    let start = worked();
    let traced = trace(&story.iter().collect::<Vec<_>>());
    let seconds = (worked() - start).as_secs_f64();
    let families = traced.families.len();
    println!(
        "\n## Speed\n\n{} articles as one story: {seconds:.2} s of work, {families} families, {} links",
        story.len(),
        traced.links.len()
    );
}
