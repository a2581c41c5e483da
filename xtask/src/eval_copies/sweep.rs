//! Tries other values for the thresholds of the library.
//!
//! In: `stories/gva` train with the events coded by hand, and the mined pairs of near-duplicates among it. Out,
//! on standard output in Markdown: for each threshold the values tried, one at a time while the others
//! stay. Precision: of all pairs that the library puts into one family, the share that tells one event. Recall:
//! of the mined pairs that tell one event, the share that it puts into one family.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;
use recount::trace::{Library, Print, Thresholds};

use crate::rows::{article, rows, text};

/// A threshold by its name, the values tried, and how one is set.
type Threshold = (&'static str, &'static [f64], fn(&mut Thresholds, f64));

const THRESHOLDS: [Threshold; 4] = [
    ("stock", &[2.0, 3.0, 4.0, 5.0, 8.0, 12.0], |it, value| it.stock = value as usize),
    ("copy", &[0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4], |it, value| it.copy = value),
    ("version", &[0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7], |it, value| it.version = value),
    ("shared", &[3.0, 5.0, 8.0, 12.0, 16.0], |it, value| it.shared = value as usize),
];

/// The articles of the set, in order of date, each with its id in the set and its event.
struct Set {
    articles: Vec<(String, String, Print)>,
    /// Mined pairs of one event, by the ids of the set.
    pairs: Vec<(String, String)>,
}

/// Prints the table.
pub(crate) fn run(data: &Path) {
    let set = set(data);
    println!("{} articles, {} mined pairs of one event\n", set.articles.len(), set.pairs.len());
    println!("| threshold | value | pairs in one family | P | R | F1 |\n|---|---|---|---|---|---|");
    for (name, values, put) in THRESHOLDS {
        for value in values {
            let mut thresholds = Thresholds::default();
            put(&mut thresholds, *value);
            println!("| `{name}` | {value} {}", scores(&set, thresholds));
        }
    }
}

fn set(data: &Path) -> Set {
    let found = rows(&data.join("stories/gva/train.articles.jsonl.gz"));
    let event = |it| format!("{}{}", text(it, "incident"), text(it, "event"));
    let kept = found.par_iter().filter_map(|it| {
        let annotated = article(it)?;
        let day = annotated.article.published.as_ref().map(|it| it.start);
        Some((day, text(it, "id").to_owned(), event(it), Print::of(&annotated)))
    });
    let mut kept: Vec<_> = kept.collect();
    kept.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    let articles: Vec<_> = kept.into_iter().map(|(_, id, event, it)| (id, event, it)).collect();
    let known = |id: &str| articles.iter().any(|it| it.0 == id);
    let mined = rows(&data.join("stories/near_duplicates/dev.pairs.jsonl.gz"));
    let mined = mined.iter().filter(|it| text(it, "event_a") == text(it, "event_b"));
    let pairs = mined.map(|it| (text(it, "id_a").to_owned(), text(it, "id_b").to_owned()));
    let pairs = pairs.filter(|(one, other)| known(one) && known(other)).collect();
    Set { articles, pairs }
}

/// Returns how the families fit that the library makes by `thresholds`.
fn scores(set: &Set, thresholds: Thresholds) -> String {
    let mut library = Library::new(thresholds, Library::KEPT);
    let mut family_of = BTreeMap::new();
    let mut families: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for (id, event, print) in &set.articles {
        let family = library.add(print.clone()).family;
        families.entry(family.clone()).or_default().push(event);
        family_of.insert(id.as_str(), family);
    }
    let (mut pairs, mut right) = (0, 0);
    for events in families.values() {
        let before = |at: usize| events[..at].iter().filter(move |it| **it == events[at]).count();
        pairs += events.len() * (events.len() - 1) / 2;
        right += (0..events.len()).map(before).sum::<usize>();
    }
    let together =
        |(one, other): &&(String, String)| family_of[one.as_str()] == family_of[other.as_str()];
    let found = set.pairs.iter().filter(together).count();
    let (precision, recall) =
        (right as f64 / pairs.max(1) as f64, found as f64 / set.pairs.len().max(1) as f64);
    let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
    format!("| {pairs} | {precision:.3} | {recall:.3} | {f1:.3} |")
}
