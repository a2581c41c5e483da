//! Counts which of the mined pairs of near-duplicates are called copies, by class.
//!
//! In: the pairs and the articles of all sets of stories. Out, in Markdown: the share of each class that
//! is called one family inside a story, and by the library, which meets all articles in order of date;
//! the speed and memory of the library.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use rayon::prelude::*;
use recount::annotate::Annotated;
use recount::trace::{Library, trace};
use serde_json::Value;

use crate::rows::{article, rows, text};

/// Pairs of a class: all, called copies inside a story, called copies by the library.
type Class = (usize, usize, usize);

/// Prints the tables.
pub(super) fn run(data: &Path) {
    let sets = ["gva/train", "gva/dev", "gva/test", "outlets/dev", "outlets/test"];
    let paths = sets.iter().map(|it| data.join(format!("stories/{it}.articles.jsonl.gz")));
    let found: Vec<Value> = paths.filter(|it| it.exists()).flat_map(|it| rows(&it)).collect();
    let named = |it: &Value| Some((text(it, "id").to_owned(), article(it)?));
    let articles: BTreeMap<String, Annotated> = found.par_iter().filter_map(named).collect();
    let family = families(&articles);
    let mut classes: BTreeMap<(&str, &str), Class> = BTreeMap::new();
    let mut absent = 0;
    for pair in rows(&data.join("stories/near_duplicates/dev.pairs.jsonl.gz")) {
        let (id, other_id) = (text(&pair, "id_a"), text(&pair, "id_b"));
        let (Some(one), Some(other)) = (articles.get(id), articles.get(other_id)) else {
            absent += 1;
            continue;
        };
        let same = one.article.id == other.article.id;
        let copies = same || trace(&[one, other]).families.len() == 1;
        let class = classes.entry(class(&pair)).or_default();
        class.0 += 1;
        class.1 += usize::from(copies);
        class.2 += usize::from(family[id] == family[other_id]);
    }
    println!("\n## Silver pairs (stories/near_duplicates), {absent} without both texts\n");
    println!(
        "| pair | five-word containment | pairs | copies, if in one story | copies, by the library |"
    );
    println!("|---|---|---|---|---|");
    for ((kind, share), (all, copies, by_library)) in classes {
        let of = |it: usize| it as f64 / all as f64;
        println!("| {kind} | {share} | {all} | {:.2} | {:.2} |", of(copies), of(by_library));
    }
}

/// Returns the family of each article by its id, when the library meets them in order of date.
fn families(articles: &BTreeMap<String, Annotated>) -> BTreeMap<&str, String> {
    let day = |it: &Annotated| it.article.published.as_ref().map(|it| it.start);
    let mut order: Vec<_> = articles.iter().collect();
    order.sort_by_key(|(id, it)| (day(it), *id));
    let mut library = Library::default();
    let start = Instant::now();
    order.iter().for_each(|it| drop(library.add(it.1)));
    let rate = order.len() as f64 / start.elapsed().as_secs_f64();
    let families = order.iter().enumerate();
    let families: BTreeMap<_, _> =
        families.map(|(at, it)| (it.0.as_str(), library.family(at).0.clone())).collect();
    println!(
        "\nLibrary: {} articles, {rate:.0} articles/s on one core, given annotations.",
        order.len()
    );
    families
}

/// Names the class of a pair: whether of one event and of one host, and how much both share.
fn class(pair: &Value) -> (&'static str, &'static str) {
    let same = |one, other| text(pair, one) == text(pair, other);
    let kind = match (same("event_a", "event_b"), same("host_a", "host_b")) {
        (true, true) => "one event, one host",
        (true, false) => "one event, two hosts",
        (false, true) => "two events, one host",
        (false, false) => "two events, two hosts",
    };
    let share = |key: &str| pair[key].as_f64().unwrap_or_default();
    let most = share("contain_a_in_b").max(share("contain_b_in_a"));
    (
        kind,
        if most < 0.3 {
            "0.15–0.3"
        } else if most < 0.6 {
            "0.3–0.6"
        } else {
            "0.6–1"
        },
    )
}
