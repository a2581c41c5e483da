//! Measures how well expressions of time are found and read: `cargo xtask eval times --data FOLDER`.
//!
//! In: the set extract/time of FOLDER. Out: a table: F1 of spans that touch a marked one, of spans that are
//! equal, and of those that touch and have the value marked; with `--misses` what is missed or wrong.

use std::path::Path;

use recount::annotate::{Annotated, Language};
use recount::annotate::{Timex, annotate, timexes};
use recount::model::Date;
use serde_json::Value;

use crate::eval_places;
use crate::rows::{rows, text};

#[derive(Debug, Default)]
struct Tally {
    marked: usize,
    ours: usize,
    touching: usize,
    equal: usize,
    valued: usize,
}

/// Prints the measures.
pub(crate) fn run(data: &Path, misses: bool) {
    let mut tally = Tally::default();
    for row in rows(&data.join("extract/time/timebank.jsonl.gz")) {
        let Some(published) = day(text(&row, "dct")) else { continue };
        let mut article = eval_places::article(&row);
        article.published = Some(published.clone());
        let annotated = annotate(article, &Language::default());
        let found = timexes(&annotated, &published);
        score(&row, &annotated, &found, &mut tally, misses);
    }
    let f = |right: usize| 200.0 * right as f64 / (tally.marked + tally.ours).max(1) as f64;
    let share = |right: usize, of: usize| 100.0 * right as f64 / of.max(1) as f64;
    let (p, r) = (share(tally.touching, tally.ours), share(tally.touching, tally.marked));
    println!(
        "| marked | ours | relaxed P | R | F1 | strict F1 | value F1 |\n|---|---|---|---|---|---|---|"
    );
    println!(
        "| {} | {} | {p:.1} | {r:.1} | {:.1} | {:.1} | {:.1} |",
        tally.marked,
        tally.ours,
        f(tally.touching),
        f(tally.equal),
        f(tally.valued)
    );
}

fn day(dct: &str) -> Option<Date> {
    Some(Date::day(dct.get(..10)?.parse().ok()?))
}

fn score(row: &Value, annotated: &Annotated, found: &[Timex], tally: &mut Tally, misses: bool) {
    let whole = text(row, "text");
    let offsets: Vec<_> = whole.char_indices().map(|it| it.0).chain([whole.len()]).collect();
    let mut used = vec![false; found.len()];
    tally.ours += found.len();
    for marked in row["timex"].as_array().into_iter().flatten() {
        tally.marked += 1;
        let byte = |name: &str| marked[name].as_u64().and_then(|it| offsets.get(it as usize));
        let (Some(start), Some(end)) = (byte("b"), byte("e")) else { continue };
        let span = |it: &Timex| annotated.evidence(&it.tokens);
        let touches = |it: &usize| span(&found[*it]).start < *end && *start < span(&found[*it]).end;
        let Some(at) = (0..found.len()).find(|it| !used[*it] && touches(it)) else {
            if misses {
                println!(
                    "missed\t{}\t{}\t{}",
                    &whole[*start..*end],
                    marked["type"],
                    marked["value"]
                );
            }
            continue;
        };
        used[at] = true;
        tally.touching += 1;
        let ours = span(&found[at]);
        tally.equal += usize::from(ours.start == *start && ours.end == *end);
        let right = marked["value"] == found[at].value.as_str();
        tally.valued += usize::from(right);
        if misses && !right {
            println!(
                "wrong\t{}\t{}\t{}\t{}",
                &whole[*start..*end],
                marked["value"],
                found[at].value,
                row["dct"]
            );
        }
    }
    for (at, it) in found.iter().enumerate().filter(|it| misses && !used[it.0]) {
        let _ = at;
        println!("spurious\t{}\t{}", annotated.text(&it.tokens), it.value);
    }
}
