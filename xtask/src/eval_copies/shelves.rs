//! Measures how time and memory of the library grow with the number of articles seen.
//!
//! In: a set, told again and again in other words. Out, in Markdown: articles a second and bytes. Timed is
//! the work of the library alone, given annotated articles, on one core. It keeps its usual number of articles, so that
//! past it the memory stays where it is.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use rayon::prelude::*;
use recount::annotate::Annotated;
use recount::trace::{Library, Print};

use crate::rows::{article, rows};
use crate::spent::{resident, worked};

/// Numbers of articles at which a row is printed.
const MARKS: [usize; 5] = [10_000, 30_000, 100_000, 300_000, 600_000];

/// Articles before a mark of which the speed is told.
const LAST: usize = 5_000;

/// Bytes of the words that every telling has.
const SHORT: usize = 3;

/// Prints the table.
pub(super) fn run(data: &Path) {
    let found = rows(&data.join("stories/gva/train.articles.jsonl.gz"));
    let articles: Vec<Annotated> = found.par_iter().filter_map(article).collect();
    println!("\n| seen | kept | seconds | articles/s, last {LAST} | MB |");
    println!("|---|---|---|---|---|");
    let mut library = Library::default();
    let (mut spent, mut before, start) = (Duration::ZERO, Duration::ZERO, resident());
    let tellings = (0..).flat_map(|round| articles.iter().map(move |it| reworded(it, round)));
    let most = if articles.is_empty() { 0 } else { MARKS[MARKS.len() - 1] };
    for (seen, article) in (1..=most).zip(tellings) {
        let clock = worked();
        library.add(Print::of(&article));
        spent += worked() - clock;
        if MARKS.iter().any(|it| it - LAST == seen) {
            before = spent;
        }
        if MARKS.contains(&seen) {
            let rate = LAST as f64 / (spent - before).as_secs_f64();
            let (kept, held) = (library.len(), resident().saturating_sub(start) as f64 / 1e6);
            println!("| {seen} | {kept} | {:.1} | {rate:.0} | {held:.0} |", spent.as_secs_f64());
        }
    }
    println!("\nThe state saved has {:.0} MB.", library.save().len() as f64 / 1e6);
}

/// Tells an article under another id, with other words for all but the short ones, so that most of its runs
/// are news.
fn reworded(annotated: &Annotated, round: usize) -> Annotated {
    let mut told = annotated.clone();
    let _ = write!(told.article.id.0, "-{round}");
    for token in told.tokens.iter_mut().filter(|it| it.lower.len() > SHORT) {
        let _ = write!(token.lower, "{round}");
    }
    told
}
