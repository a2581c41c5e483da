//! Scores incident templates on MUC-4: `cargo xtask eval muc4 --data FOLDER`.
//!
//! In: the set extract/muc4 of FOLDER. Out: tables: the systems of 1992 by our scorer beside their
//! official scores, the same by the measure of GTT, and our own templates by both.

mod align;
mod by_slot;
mod fills;
mod gtt;
mod judged;
mod official;
mod ours;
mod templates;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::bootstrap::interval;
use crate::rows::rows;
use judged::Judged;
use official::{Score, scores, total, total_of};
use templates::{ByArticle, SLOTS};

/// Prints the measures on `tst3`, or on the set of `--set`; with `--misses` every template of ours
/// beside those of the key, with `--slots` every slot of the systems of 1992.
pub(crate) fn run(data: &Path, words: &[&str]) {
    let folder = data.join("extract/muc4");
    let after = |name: &str| words.windows(2).find(|it| it[0] == name).map(|it| it[1]);
    let set = after("--set").unwrap_or("tst3");
    let keys = templates::keys(&rows(&folder.join("keys.jsonl.gz")), set);
    if set == "tst3" {
        systems(&folder, &keys, words.contains(&"--slots"));
    }
    let texts = rows(&folder.join("texts.jsonl.gz"));
    let limit = after("--limit").and_then(|it| it.parse().ok()).unwrap_or(usize::MAX);
    let ours = ours::answers(&texts, set, limit);
    let asked = keys.into_iter().filter(|it| ours.contains_key(&it.0)).collect();
    own(&folder, &asked, &ours);
    if words.contains(&"--misses") {
        misses(&asked, &ours);
    }
}

/// Scores the systems of 1992 and those whose outputs GTT's form has; with `slots` each of 1992 slot by slot.
fn systems(folder: &Path, keys: &ByArticle, slots: bool) {
    let judged = Judged::read(&rows(&folder.join("adjudications_1992.jsonl.gz")), "tst3");
    let answers =
        templates::answers(&rows(&folder.join("responses_1992_systems.jsonl.gz")), "tst3");
    let table = fs::read_to_string(folder.join("official_scores_1992.tsv")).unwrap_or_default();
    let known = official_scores(&table);
    let counts = by_slot::official(&table);
    let simple = gtt::keys(&rows(&folder.join("gtt_5slot.jsonl.gz")), "TST3");
    println!(
        "| system | recall | precision | F | F without rulings | official F | difference | by counts | GTT's F1 |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    for (system, answers) in &answers {
        let ours = total(&scores(keys, answers, &judged));
        let (recall, precision, f) = ours.figures();
        let lenient = Judged::nothing(true);
        let alone = total(&scores(keys, answers, &lenient)).figures().2;
        let official = known.get(system).copied().unwrap_or(f64::NAN);
        let other = gtt::figures(gtt::counts(&simple, &simplified(answers)).iter()).2;
        let difference = f - official;
        let theirs = counts.get(&(system.clone(), "all_templates".to_owned()));
        let by_counts = ours.f() - theirs.copied().unwrap_or_default().f();
        println!(
            "| {system} | {recall} | {precision} | {f:.2} | {alone:.2} | {official:.2} | {difference:+.2} | {by_counts:+.2} | {other:.1} |"
        );
    }
    if slots {
        for (system, answers) in &answers {
            let scores = scores(keys, answers, &judged);
            println!("{}", by_slot::table(&counts, system, &scores));
        }
    }
    println!("\n| system | GTT's precision | recall | F1 |\n|---|---|---|---|");
    for (system, outputs) in
        gtt::outputs(&rows(&folder.join("neural_system_outputs_test.jsonl.gz")))
    {
        let (precision, recall, f) = gtt::figures(gtt::counts(&simple, &outputs).iter());
        println!("| {system} | {precision:.1} | {recall:.1} | {f:.1} |");
    }
}

fn simplified(answers: &ByArticle) -> gtt::ByArticle {
    let simple = |it: &Vec<_>| it.iter().map(gtt::Simple::of).collect();
    answers.iter().map(|(article, it)| (article.clone(), simple(it))).collect()
}

/// Reads the official F of each system on tst3.
fn official_scores(table: &str) -> BTreeMap<String, f64> {
    let row = |line: &str| {
        let cells: Vec<_> = line.split('\t').collect();
        let asked = cells.first() == Some(&"tst3") && cells.get(2) == Some(&"f_measures");
        let f = cells.get(3)?.strip_prefix("P&R=")?.parse().ok()?;
        asked.then(|| (cells[1].to_owned(), f))
    };
    table.lines().filter_map(row).collect()
}

/// Scores our templates; nobody ruled about them, so strings must match by themselves.
fn own(folder: &Path, keys: &ByArticle, ours: &ByArticle) {
    println!("\n| ours | recall | precision | F | 95 % |\n|---|---|---|---|---|");
    for (name, lenient) in
        [("strict strings", false), ("strings that share a word are half right", true)]
    {
        let judged = Judged::nothing(lenient);
        let scores = scores(keys, ours, &judged);
        let (recall, precision, f) = total(&scores).figures();
        let sure = interval(&scores, |drawn: &[&Score]| total(drawn.iter().copied()).figures().2);
        println!("| {name} | {recall} | {precision} | {f:.2} | {sure} |");
        if lenient {
            println!("\n| slot | possible | actual | correct | partial |\n|---|---|---|---|---|");
            for slot in ["template"].iter().chain(&SLOTS) {
                let it = total_of(&scores, slot);
                println!(
                    "| {slot} | {} | {} | {} | {} |",
                    it.possible, it.actual, it.correct, it.partial
                );
            }
        }
    }
    let mut simple = gtt::keys(&rows(&folder.join("gtt_5slot.jsonl.gz")), "");
    simple.retain(|id, _| keys.contains_key(id));
    let counts = gtt::counts(&simple, &simplified(ours));
    let (precision, recall, f) = gtt::figures(counts.iter());
    let sure = interval(&counts, |drawn| gtt::figures(drawn.iter().copied()).2);
    println!("\nGTT's measure: precision {precision:.1}, recall {recall:.1}, F1 {f:.1} ({sure})");
}

fn misses(keys: &ByArticle, ours: &ByArticle) {
    let show = |mark: &str, template: &templates::Template| {
        let fills = SLOTS.iter().filter(|it| !template.fills(it).is_empty()).map(|slot| {
            let values = template.fills(slot).iter().map(|it| it.alts.join("/"));
            format!("{slot}={}", values.collect::<Vec<_>>().join("; "))
        });
        println!("  {mark} {}", fills.collect::<Vec<_>>().join(" | "));
    };
    for (article, keys) in keys {
        println!("= {article}");
        keys.iter().for_each(|it| show(if it.optional { "key?" } else { "key " }, it));
        ours[article].iter().for_each(|it| show("ours", it));
    }
}
