//! Tries other values for the numbers of grouping that no regression learns.
//!
//! In: `stories/gva` train, and nothing else. Out, on standard output in Markdown: for each number the values
//! tried, one at a time while the others stay, with B-cubed F1. For a setting the weights are learnt anew,
//! with the best of a few thresholds and shares.

use std::path::Path;

use recount::group::{Limits, Settings, Weights};

use super::learn::{TRAIN, learnt, score};
use super::sets::Set;

/// A setting by its name, the values tried, and how one is set.
type Setting = (&'static str, &'static [f64], fn(&mut Settings, f64));

const SETTINGS: [Setting; 5] = [
    ("table", &[30.0, 100.0, 300.0, 1000.0], |it, value| it.table = value as f32),
    ("name", &[1.0, 1.25, 1.5, 2.0], |it, value| it.name = value as f32),
    ("known", &[0.0, 0.2, 0.4, 0.7, 1.0], |it, value| it.known = value as f32),
    ("other_lead", &[0.0, 0.02, 0.05, 0.1], |it, value| it.other_lead = value),
    ("other_people", &[0.0, -1.0, -2.0, -4.0], |it, value| it.other_people = value),
];

/// A limit by its name, the values tried, and how one is set.
type Limit = (&'static str, &'static [usize], fn(&mut Limits, usize));

const LIMITS: [Limit; 3] = [
    ("days", &[14, 30, 60, 90, 180], |it, value| it.days = value as i32),
    ("of_a_closed_article", &[8, 16, 32, 64, 128], |it, value| it.of_a_closed_article = value),
    ("of_a_story", &[10, 50, 200], |it, value| it.of_a_story = value),
];

/// Prints the table.
pub(crate) fn run(data: &Path) {
    let set = Set::named(data, TRAIN);
    let towns = set.towns(data, TRAIN);
    let all: Vec<_> = (0..set.sketches.len()).collect();
    let mut rows = Vec::new();
    for (name, values, put) in SETTINGS {
        let fits = values.iter().map(|value| {
            let mut settings = Settings::default();
            put(&mut settings, *value);
            let tried = learnt(&set, &towns, settings, choices());
            (*value, tried.iter().map(|it| it.0).fold(0.0, f64::max))
        });
        rows.push(row(name, fits));
    }
    for (name, values, put) in LIMITS {
        let fits = values.iter().map(|value| {
            let mut limits = Limits::default();
            put(&mut limits, *value);
            let stream = score(&set, std::slice::from_ref(&all), &Weights::default(), limits);
            (*value as f64, stream)
        });
        rows.push(row(name, fits));
    }
    println!("\n| number | values tried: B-cubed F1 |\n|---|---|\n{}", rows.join("\n"));
}

/// Thresholds and shares of which the best counts: those around the ones that were learnt.
fn choices() -> impl Iterator<Item = (f64, f64)> {
    let Weights { join, together, .. } = Weights::default();
    [join - 0.5, join, join + 0.5].into_iter().map(move |join| (join, together))
}

fn row(name: &str, fits: impl Iterator<Item = (f64, f64)>) -> String {
    let fits: Vec<_> = fits.map(|(value, f1)| format!("{value}: {f1:.4}")).collect();
    format!("| `{name}` | {} |", fits.join(", "))
}
