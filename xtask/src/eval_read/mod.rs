//! Measures the stage `read` on saved pages: text, titles, authors, dates, speed.
//!
//! In: the folder of the data sets, with `html/gold.jsonl.gz` and the pages it names. Out, on standard
//! output in Markdown: each set by its own measure. `--misses` names on standard error what went wrong.

mod dump_gold;
mod dump_lines;
mod dumps;
mod fields;
mod pages;
mod pasted;
mod score;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use fields::share;
use pages::{Saved, pages};
use score::Score;

/// Prints the measures of reading on the pages under `data`.
pub(crate) fn run(data: &Path, misses: bool) {
    let nested = data.join("html");
    let pages = pages(if nested.exists() { &nested } else { data });
    let mut sets: BTreeMap<&str, Vec<&Saved>> = BTreeMap::new();
    pages.iter().for_each(|it| sets.entry(it.set()).or_default().push(it));
    println!(
        "## Text\n\n| set | pages | P | R | F1 | measure | refused |\n|---|---|---|---|---|---|---|"
    );
    sets.iter().for_each(|(set, pages)| text(set, pages, misses));
    println!(
        "\n## Fields\n\n| set | titles | authors | false authors | dates | dates given that are right |"
    );
    println!("|---|---|---|---|---|---|");
    sets.iter().for_each(|(set, pages)| println!("{}", fields::row(set, pages, misses)));
    foreign(&pages, misses);
    fields::outlets(&pages, misses);
    let dumps: Vec<_> = pages.iter().flat_map(|it| &it.dumps).collect();
    dump_lines::run(&dumps, misses);
    pasted::run(&pages, &dumps);
    let took: Duration = pages.iter().map(|it| it.took).sum();
    println!(
        "\n{} pages, {:.1} a second on one core",
        pages.len(),
        pages.len() as f64 / took.as_secs_f64()
    );
}

fn text(set: &str, pages: &[&Saved], misses: bool) {
    let refused = pages.iter().filter(|it| it.article.is_err()).count();
    let line = |score: Score, f1: f64, measure: &str| {
        let (precision, recall) = (score.precision, score.recall);
        println!(
            "| {set} | {} | {precision:.3} | {recall:.3} | {f1:.3} | {measure} | {refused} |",
            pages.len()
        );
    };
    let scores = |of: &dyn Fn(&Saved) -> Score| -> Vec<Score> {
        let scored = pages.iter().map(|it| (of(it), *it));
        let told = scored.inspect(|(score, it)| tell(misses && score.f1() < 0.9, *score, it));
        told.map(|(score, _)| score).collect()
    };
    let mean_f1 = |scores: &[Score]| {
        scores.iter().map(|it| it.f1()).sum::<f64>() / scores.len().max(1) as f64
    };
    match set {
        "aeb" => {
            let alone = |it: &Saved| of_body(&it.body_alone(), it);
            let mean = Score::mean(&scores(&alone));
            line(mean, mean.f1(), "runs of 4 words, body alone");
            let mean =
                Score::mean(&pages.iter().map(|it| of_body(&it.body(), it)).collect::<Vec<_>>());
            line(mean, mean.f1(), "runs of 4 words, body and standfirst");
        }
        "fun" => {
            let found = scores(&shingles_with_or_without);
            line(Score::mean(&found), mean_f1(&found), "runs of 4 words, mean of pages");
            let found: Vec<_> = pages.iter().map(|it| paragraphs(it)).collect();
            line(Score::mean(&found), mean_f1(&found), "whole paragraphs, mean of pages");
        }
        "tra" => {
            let score = chunks(pages);
            line(score, score.f1(), "strings that must and must not be there");
        }
        "wdev" => {
            let found =
                scores(&|it| score::runs(&it.body(), it.gold("body").unwrap_or_default(), 1));
            line(Score::mean(&found), mean_f1(&found), "words, mean of pages");
        }
        _ => {}
    }
}

fn of_body(ours: &str, page: &Saved) -> Score {
    score::runs(ours, page.gold("body").unwrap_or_default(), 4)
}

const OPTIONAL: &str = "[optional]";

/// The better of the scores with and without the optional paragraphs.
fn shingles_with_or_without(page: &Saved) -> Score {
    let (gold, body) = (page.list("paragraphs"), page.body());
    let all: Vec<_> = gold.iter().map(|it| it.trim_start_matches(OPTIONAL)).collect();
    let certain: Vec<_> = gold.iter().copied().filter(|it| !it.starts_with(OPTIONAL)).collect();
    let found = [all, certain].map(|it| score::runs(&body, &it.join("\n"), 4));
    if found[0].f1() > found[1].f1() { found[0] } else { found[1] }
}

fn paragraphs(page: &Saved) -> Score {
    let (optional, gold): (Vec<_>, Vec<_>) =
        page.list("paragraphs").into_iter().partition(|it| it.starts_with(OPTIONAL));
    let optional: Vec<_> = optional.iter().map(|it| it.trim_start_matches(OPTIONAL)).collect();
    score::paragraphs(&page.paragraphs(), &gold, &optional)
}

fn chunks(pages: &[&Saved]) -> Score {
    let (mut there, mut wanted, mut foreign) = (0, 0, 0);
    for page in pages {
        let body = page.body();
        there += page.list("with").iter().filter(|it| body.contains(**it)).count();
        wanted += page.list("with").len();
        foreign += page.list("without").iter().filter(|it| body.contains(**it)).count();
    }
    Score::of(there, there + foreign, wanted)
}

/// Strings of other parts of the page that came into the report.
fn foreign(pages: &[Saved], misses: bool) {
    let (mut found, mut all) = (0, 0);
    for page in pages {
        let body = page.body();
        for string in page.list("without") {
            let there = body.contains(string);
            (found, all) = (found + usize::from(there), all + 1);
            if there && misses {
                eprintln!("{} foreign: {string:?}", page.gold("file").unwrap_or_default());
            }
        }
    }
    println!("\nStrings that must not be there and are: {}", share(found, all));
}

fn tell(miss: bool, score: Score, page: &Saved) {
    if miss {
        let (file, refusal) = (page.gold("file").unwrap_or_default(), page.article.as_ref().err());
        eprintln!(
            "{file} text: P {:.2} R {:.2} {}",
            score.precision,
            score.recall,
            refusal.map(ToString::to_string).unwrap_or_default()
        );
    }
}
