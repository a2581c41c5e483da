//! Learns what each feature counts for in grouping, and from which score on an article joins.
//!
//! In: `stories/gva` train, and nothing else. Out: `crates/recount/data/grouping.tsv`. Pairs are those
//! that the index proposes, in one stream and in small batches of one town each, which a fresh grouper
//! meets cold. The weights are a logistic regression; threshold and share are those with the best mean
//! of B-cubed F1 over stream and batches.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use recount::group::{FEATURES, Grouper, Limits, NAMES, Settings, StoryId, Weights};

use super::measures::fit;
use super::sets::Set;

/// A pair: its features and whether both tell one event.
type Pair = ([f64; FEATURES], f64);

const TABLE: &str = "crates/recount/data/grouping.tsv";

/// The set that is learnt from.
pub(super) const TRAIN: &str = "gva/train";

/// Differences of B-cubed F1 on train that mean nothing. Among choices as good as that the one that
/// joins least is taken: two events in one story harm a reader more than one event in two.
const NOISE: f64 = 0.002;

/// Learns the table and writes it.
pub(crate) fn learn(data: &Path) -> std::io::Result<String> {
    let set = Set::named(data, TRAIN);
    let towns = set.towns(data, TRAIN);
    let tried = learnt(&set, &towns, Settings::default(), choices());
    let best = tried.iter().map(|it| it.0).fold(0.0, f64::max);
    let good = tried.iter().filter(|it| it.0 > best - NOISE);
    let careful = good
        .map(|it| &it.1)
        .max_by(|a, b| (a.join, a.together).partial_cmp(&(b.join, b.together)).expect("no NaN"));
    fs::write(TABLE, table(careful.expect("the best is among them")))?;
    Ok(format!("mean B-cubed F1 of stream and small batches {best:.4}"))
}

/// Learns the weights that fit `settings`; returns them with each choice of threshold and share, and the mean
/// B-cubed F1 of that over the stream and the batches of `towns`.
pub(super) fn learnt(
    set: &Set,
    towns: &[Vec<usize>],
    settings: Settings,
    choices: impl Iterator<Item = (f64, f64)>,
) -> Vec<(f64, Weights)> {
    let all: Vec<_> = (0..set.sketches.len()).collect();
    let mut found = pairs(set, &all, settings);
    let stream = found.len();
    found.extend(towns.iter().flat_map(|it| pairs(set, it, settings)));
    println!("{stream} pairs of a stream and {} of small batches", found.len() - stream);
    let features = regression(&found);
    let tried = |(join, together)| {
        let tried = Weights { features, join, together, settings };
        let stream = score(set, std::slice::from_ref(&all), &tried, Limits::default());
        let mean = (stream + score(set, towns, &tried, Limits::default())) / 2.0;
        println!("join {join:.2}, together {together:.1}: {mean:.4}");
        (mean, tried)
    };
    choices.map(tried).collect()
}

fn choices() -> impl Iterator<Item = (f64, f64)> {
    let joins = (-6..=4).map(|it| f64::from(it) * 0.25);
    joins.flat_map(|join| [0.3, 0.5, 0.7].map(|together| (join, together)))
}

fn pairs(set: &Set, articles: &[usize], settings: Settings) -> Vec<Pair> {
    let weights = Weights { settings, ..Weights::default() };
    let mut grouper = Grouper::new(weights, Limits::default());
    let mut pairs = Vec::new();
    for at in articles {
        let sketch = &set.sketches[*at];
        for (like, other) in grouper.alike(sketch) {
            let same = set.events[*at] == set.events[articles[other as usize]];
            pairs.push((like.features(settings.other_lead), f64::from(u8::from(same))));
        }
        grouper.add(sketch.clone());
    }
    pairs
}

/// Returns the B-cubed F1 of batches, each met by a fresh grouper.
pub(super) fn score(set: &Set, batches: &[Vec<usize>], weights: &Weights, limits: Limits) -> f64 {
    let mut stories: Vec<(usize, StoryId)> = Vec::new();
    let mut events = Vec::new();
    for (batch, articles) in batches.iter().enumerate() {
        let mut grouper = Grouper::new(weights.clone(), limits);
        for at in articles {
            grouper.add(set.sketches[*at].clone());
        }
        // Stories may still change by the articles after; they are asked at the end.
        for at in articles {
            let story = grouper.story_of(set.sketches[*at].id()).unwrap_or_default();
            stories.push((batch, story));
            events.push((batch, &set.events[*at]));
        }
    }
    fit(&stories, &events).f1
}

/// What a weight costs, so that features that say the same share it.
const PENALTY: f64 = 1.0;

/// Fits a logistic regression by Newton's method.
fn regression(pairs: &[Pair]) -> [f64; FEATURES] {
    let mut weights = [0.0; FEATURES];
    for _ in 0..25 {
        let mut slope = weights.map(|it| -PENALTY * it);
        let mut curve = [[0.0; FEATURES]; FEATURES];
        for (row, same) in pairs {
            let score: f64 = row.iter().zip(&weights).map(|(a, b)| a * b).sum();
            let odds = 1.0 / (1.0 + (-score).exp());
            for at in 0..FEATURES {
                slope[at] += (same - odds) * row[at];
                for other in 0..FEATURES {
                    curve[at][other] += odds * (1.0 - odds) * row[at] * row[other];
                }
            }
        }
        for (at, row) in curve.iter_mut().enumerate() {
            row[at] += PENALTY;
        }
        let step = solved(curve, slope);
        weights.iter_mut().zip(step).for_each(|(weight, step)| *weight += step);
    }
    weights
}

/// Solves `matrix` x = `right` by elimination; the matrix is positive definite.
fn solved(mut matrix: [[f64; FEATURES]; FEATURES], mut right: [f64; FEATURES]) -> [f64; FEATURES] {
    for at in 0..FEATURES {
        for below in at + 1..FEATURES {
            let share = matrix[below][at] / matrix[at][at];
            let above = matrix[at];
            matrix[below].iter_mut().zip(above).for_each(|(it, above)| *it -= share * above);
            right[below] -= share * right[at];
        }
    }
    for at in (0..FEATURES).rev() {
        let known: f64 = (at + 1..FEATURES).map(|it| matrix[at][it] * right[it]).sum();
        right[at] = (right[at] - known) / matrix[at][at];
    }
    right
}

fn table(weights: &Weights) -> String {
    let mut table = "# What each feature of two articles counts for in the decision whether they tell one \
        event: name <tab> weight.\n# `join` is the log-odds from which on an article joins a story; `together` \
        how much of a story's score its\n# nearest members have together. The features are told in \
        `group/likeness.rs`.\n# Where from: learnt on `stories/gva` train by `cargo xtask learn stories`, which writes \
        this file; no text is in it.\n"
        .to_owned();
    let named = NAMES.iter().zip(weights.features);
    let rows = named.chain([(&"join", weights.join), (&"together", weights.together)]);
    rows.for_each(|(name, weight)| {
        let _ = writeln!(table, "{name}\t{weight:.3}");
    });
    table
}
