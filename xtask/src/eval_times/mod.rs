//! Measures how well expressions of time are found and read: `cargo xtask eval times --data FOLDER`.
//!
//! In: the sets extract/time and extract/gum of FOLDER. Out: a table: F1 of spans that touch a marked one,
//! of spans that are equal, and of those that touch and have the value marked; with `--misses` what is
//! missed, wrong or too much. GUM marks days, months and years alone, so that of ours only those count.

mod gum;

use std::fs::File;
use std::io::{BufReader, Read};
use std::ops::Range;
use std::path::Path;

use flate2::read::MultiGzDecoder;
use recount::annotate::{Annotated, Language, Timex, annotate, timexes};
use recount::model::Date;
use serde_json::{Value, json};

use crate::bootstrap::interval;
use crate::eval_places;
use crate::rows::{rows, text};
use crate::shares::{f1, share};

/// A text with the expressions marked in it, by their bytes.
struct Marked {
    text: String,
    written: Date,
    times: Vec<(Range<usize>, String)>,
}

/// The counts of a text, or of several.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    marked: usize,
    ours: usize,
    touching: usize,
    equal: usize,
    valued: usize,
}

const HEAD: &str = "\
| set | marked | ours | relaxed P | R | F1 | 95 % | strict F1 | 95 % | value F1 | 95 % |
|---|---|---|---|---|---|---|---|---|---|---|";

impl Tally {
    fn sum<'a>(tallies: impl Iterator<Item = &'a Tally>) -> Tally {
        tallies.fold(Tally::default(), |sum, it| Tally {
            marked: sum.marked + it.marked,
            ours: sum.ours + it.ours,
            touching: sum.touching + it.touching,
            equal: sum.equal + it.equal,
            valued: sum.valued + it.valued,
        })
    }

    fn f1(self, right: fn(&Tally) -> usize) -> f64 {
        100.0 * f1(right(&self), self.ours, self.marked)
    }
}

/// Prints the measures.
pub(crate) fn run(data: &Path, misses: bool) {
    println!("{HEAD}");
    let timebank = rows(&data.join("extract/time/timebank.jsonl.gz"));
    report("TimeBank", timebank.iter().filter_map(timebank_text), as_is, misses);
    for set in ["train_open", "dev_open"] {
        let documents =
            gum::documents(&unzipped(&data.join(format!("extract/gum/{set}.conllu.gz"))));
        let texts = documents.into_iter().filter_map(|it| {
            Some(Marked { text: it.text, written: day(&it.created)?, times: it.dates })
        });
        report(&format!("GUM {set}"), texts, gum::first_day, misses);
    }
}

/// TimeBank has values of TIMEX3, as ours are.
fn as_is(timex: &Timex) -> Option<String> {
    Some(timex.value.clone())
}

fn unzipped(path: &Path) -> String {
    let mut text = String::new();
    match File::open(path) {
        Ok(file) => drop(MultiGzDecoder::new(BufReader::new(file)).read_to_string(&mut text)),
        Err(_) => eprintln!("absent: {}", path.display()),
    }
    text
}

fn day(text: &str) -> Option<Date> {
    Some(Date::day(text.get(..10)?.parse().ok()?))
}

fn timebank_text(row: &Value) -> Option<Marked> {
    let whole = text(row, "text").to_owned();
    let offsets: Vec<_> = whole.char_indices().map(|it| it.0).chain([whole.len()]).collect();
    let time = |it: &Value| {
        let byte = |name: &str| offsets.get(usize::try_from(it[name].as_u64()?).ok()?).copied();
        Some((byte("b")?..byte("e")?, text(it, "value").to_owned()))
    };
    let times = row["timex"].as_array().into_iter().flatten().filter_map(time).collect();
    Some(Marked { text: whole, written: day(text(row, "dct"))?, times })
}

fn report(
    name: &str,
    texts: impl Iterator<Item = Marked>,
    written: fn(&Timex) -> Option<String>,
    misses: bool,
) {
    let mut tallies = Vec::new();
    for marked in texts {
        let mut article = eval_places::article(&json!({ "text": marked.text }));
        article.published = Some(marked.written.clone());
        let annotated = annotate(article, &Language::default());
        let found = timexes(&annotated, &marked.written).into_iter();
        let found = found.filter_map(|it| Some(Timex { value: written(&it)?, ..it }));
        tallies.push(score(&marked, &annotated, &found.collect::<Vec<_>>(), misses));
    }
    println!("{}", table_row(name, &tallies));
}

fn table_row(name: &str, tallies: &[Tally]) -> String {
    let all = Tally::sum(tallies.iter());
    let f1 = |right: fn(&Tally) -> usize| {
        let sure = interval(tallies, |drawn| Tally::sum(drawn.iter().copied()).f1(right));
        format!("{:.1} | {sure}", all.f1(right))
    };
    let figures = [f1(|it| it.touching), f1(|it| it.equal), f1(|it| it.valued)].join(" | ");
    let (p, r) = (100.0 * share(all.touching, all.ours), 100.0 * share(all.touching, all.marked));
    format!("| {name} | {} | {} | {p:.1} | {r:.1} | {figures} |", all.marked, all.ours)
}

fn score(marked: &Marked, annotated: &Annotated, found: &[Timex], misses: bool) -> Tally {
    let mut tally = Tally { marked: marked.times.len(), ours: found.len(), ..Tally::default() };
    let spans: Vec<_> =
        found.iter().map(|it| annotated.evidence(&it.tokens)).map(|it| it.start..it.end).collect();
    let mut used = vec![false; found.len()];
    for (span, value) in &marked.times {
        let words = &marked.text[span.clone()];
        let touches = |it: &Range<usize>| it.start < span.end && span.start < it.end;
        let Some(at) = (0..found.len()).find(|it| !used[*it] && touches(&spans[*it])) else {
            if misses {
                println!("missed\t{words}\t{value}");
            }
            continue;
        };
        used[at] = true;
        tally.touching += 1;
        tally.equal += usize::from(spans[at] == *span);
        let right = *value == found[at].value;
        tally.valued += usize::from(right);
        if misses && !right {
            println!("wrong\t{words}\t{value}\t{}", found[at].value);
        }
    }
    for (timex, _) in found.iter().zip(&used).filter(|it| misses && !it.1) {
        println!("spurious\t{}\t{}", annotated.text(&timex.tokens), timex.value);
    }
    tally
}
