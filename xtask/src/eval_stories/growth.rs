//! Measures how time and memory grow with the number of articles seen.
//!
//! In: a set, told again and again with other names, so that every telling is news. Out: a table and a
//! plot. Timed is the stage `group` alone, given annotated articles: the sketch of an article and its
//! adding, on one core. No story is closed, so that all articles stay open.

use std::fmt::Write as _;
use std::fs;
use std::time::{Duration, Instant};

use recount::annotate::Annotated;
use recount::group::{Grouper, Limits, Sketch, Weights};

use crate::spent::resident;

/// Numbers of articles at which a row is printed.
const MARKS: [usize; 4] = [10_000, 30_000, 100_000, 300_000];

/// Articles before a mark of which the speed is told.
const LAST: usize = 5_000;

const PLOT: &str = "eval/stories.svg";

/// Prints the table up to `most` articles and writes the plot.
pub(crate) fn run(articles: &[Annotated], most: usize) {
    println!(
        "\n| articles open | seconds in all | articles/s, last {LAST} | KB per open article |"
    );
    println!("|---|---|---|---|");
    let all = usize::MAX;
    let open = Limits { days: i32::MAX, articles: all, of_a_story: all, ..Limits::default() };
    let mut grouper = Grouper::new(Weights::default(), open);
    let (mut spent, mut before) = (Duration::ZERO, Duration::ZERO);
    let start = resident();
    let mut points = vec![(0, 0.0)];
    let tellings = (0..).flat_map(|round| articles.iter().map(move |it| renamed(it, round)));
    for (seen, article) in (1..=most).zip(tellings) {
        let clock = Instant::now();
        grouper.add(Sketch::of(&article));
        spent += clock.elapsed();
        if MARKS.iter().any(|it| it - LAST == seen) {
            before = spent;
        }
        if seen % LAST == 0 {
            points.push((seen, spent.as_secs_f64()));
        }
        if MARKS.contains(&seen) {
            let rate = LAST as f64 / (spent - before).as_secs_f64();
            let each = resident().saturating_sub(start) as f64 / 1024.0 / seen as f64;
            println!("| {seen} | {:.1} | {rate:.0} | {each:.1} |", spent.as_secs_f64());
        }
    }
    let written = fs::write(PLOT, plot(&points));
    println!(
        "\n{}",
        if written.is_ok() { "![time](stories.svg)" } else { "no plot could be written" }
    );
}

/// Tells an article under another id and with other names.
fn renamed(annotated: &Annotated, round: usize) -> Annotated {
    let mut told = annotated.clone();
    told.article.id.0.push_str(&format!("-{round}"));
    for token in told.tokens.iter_mut().filter(|it| it.capital) {
        let _ = write!(token.lower, "{round}");
        let _ = write!(token.lemma, "{round}");
    }
    told
}

/// Draws seconds over articles as an SVG.
fn plot(points: &[(usize, f64)]) -> String {
    let (width, height, edge) = (640.0, 360.0, 50.0);
    let most = points.iter().map(|it| it.0).max().unwrap_or(1).max(1) as f64;
    let longest = points.iter().map(|it| it.1).fold(0.1, f64::max);
    let place = |(seen, seconds): &(usize, f64)| {
        let x = edge + (width - 2.0 * edge) * *seen as f64 / most;
        let y = height - edge - (height - 2.0 * edge) * seconds / longest;
        format!("{x:.1},{y:.1}")
    };
    let line: Vec<_> = points.iter().map(place).collect();
    let (bottom, right) = (height - edge, width - edge);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" \
         font-size=\"13\"><title>Seconds in the stage group over articles seen</title>\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\
         <path d=\"M{edge},{edge} V{bottom} H{right}\" fill=\"none\" stroke=\"black\"/>\
         <polyline points=\"{}\" fill=\"none\" stroke=\"#1f5fa8\" stroke-width=\"2\"/>\
         <text x=\"{edge}\" y=\"{}\">{longest:.0} s</text>\
         <text x=\"{right}\" y=\"{}\" text-anchor=\"end\">{most:.0} articles</text></svg>\n",
        line.join(" "),
        edge - 10.0,
        bottom + 25.0,
    )
}
