//! Counts which of the mined pairs of near-duplicates are called copies, by class.
//!
//! In: the pairs and the articles of all sets of stories. Out, in Markdown: the share of each class that
//! is called one family inside a story, and by the library, which meets all articles in order of date;
//! the same of the peers, with their time and memory.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;
use recount::annotate::Annotated;
use recount::trace::{Library, Print, trace};
use serde_json::Value;

use super::peer::{self, Peer};
use crate::rows::{article, rows, text};

/// Who may call a pair copies: we inside a story, our library, and the peers.
const JUDGES: usize = 2 + peer::THRESHOLDS.len();

/// Pairs of a class: all, and how many each judge calls copies.
#[derive(Default, Clone, Copy)]
struct Class {
    all: usize,
    copies: [usize; JUDGES],
}

/// Prints the tables; with a Python that has the peer, its columns too.
pub(super) fn run(data: &Path, python: Option<&Path>) -> Result<(), String> {
    let articles = articles(data);
    let family = families(&articles);
    let asked = |threshold| python.map(|it| peer::ask(it, data, threshold)).transpose();
    let peers = [asked(peer::THRESHOLDS[0])?, asked(peer::THRESHOLDS[1])?];
    let mut classes: BTreeMap<(&str, &str), Class> = BTreeMap::new();
    let mut absent = 0;
    for pair in rows(&data.join("stories/near_duplicates/dev.pairs.jsonl.gz")) {
        let ids = (text(&pair, "id_a").to_owned(), text(&pair, "id_b").to_owned());
        let (Some(one), Some(other)) = (articles.get(&ids.0), articles.get(&ids.1)) else {
            absent += 1;
            continue;
        };
        let same = one.article.id == other.article.id;
        let in_a_story = same || trace(&[one, other]).families.len() == 1;
        let in_library = family[ids.0.as_str()] == family[ids.1.as_str()];
        let found = |it: &Option<Peer>| it.as_ref().is_some_and(|it| it.pairs.contains(&ids));
        let judged = [in_a_story, in_library, found(&peers[0]), found(&peers[1])];
        let class = classes.entry(class(&pair)).or_default();
        class.all += 1;
        class.copies.iter_mut().zip(judged).for_each(|(it, copy)| *it += usize::from(copy));
    }
    println!("\n## Silver pairs (stories/near_duplicates), {absent} without both texts\n");
    print(&classes);
    for (threshold, peer) in peer::THRESHOLDS.iter().zip(&peers) {
        let told = peer.as_ref().map_or("not asked".to_owned(), Peer::speed);
        println!("\nMinHash at {threshold}: {told}.");
    }
    Ok(())
}

fn print(classes: &BTreeMap<(&str, &str), Class>) {
    println!(
        "| pair | five-word containment | pairs | in one story | library | MinHash .5 | MinHash .8 |"
    );
    println!("|---|---|---|---|---|---|---|");
    let shares = |copies: [usize; JUDGES], of: [usize; JUDGES]| {
        let share = |(it, of): (usize, usize)| format!("{:.2}", it as f64 / of.max(1) as f64);
        copies.into_iter().zip(of).map(share).collect::<Vec<_>>().join(" | ")
    };
    for ((kind, share), class) in classes {
        let Class { all, copies } = *class;
        println!("| {kind} | {share} | {all} | {} |", shares(copies, [all; JUDGES]));
    }
    let sum = |wanted: &dyn Fn(&str) -> bool| {
        let chosen = classes.iter().filter(|it| wanted(it.0.0)).map(|it| it.1);
        chosen.fold(Class::default(), |sum, it| Class {
            all: sum.all + it.all,
            copies: std::array::from_fn(|at| sum.copies[at] + it.copies[at]),
        })
    };
    let (all, of_one) = (sum(&|_| true), sum(&|kind| kind.starts_with("one event")));
    let precision = shares(of_one.copies, all.copies);
    let recall = shares(of_one.copies, [of_one.all; JUDGES]);
    println!("| precision, if only pairs of one event were copies | | {} | {precision} |", all.all);
    println!("| recall, if all of them were | | {} | {recall} |", of_one.all);
}

/// Reads the articles of all sets, by their ids there.
fn articles(data: &Path) -> BTreeMap<String, Annotated> {
    let sets = ["gva/train", "gva/dev", "gva/test", "outlets/dev", "outlets/test"];
    let paths = sets.iter().map(|it| data.join(format!("stories/{it}.articles.jsonl.gz")));
    let found: Vec<Value> = paths.filter(|it| it.exists()).flat_map(|it| rows(&it)).collect();
    let named = |it: &Value| Some((text(it, "id").to_owned(), article(it)?));
    found.par_iter().filter_map(named).collect()
}

/// Returns the family of each article by its id, when the library meets them in order of date.
fn families<'a>(articles: &'a BTreeMap<String, Annotated>) -> BTreeMap<&'a str, String> {
    let day = |it: &Annotated| it.article.published.as_ref().map(|it| it.start);
    let mut order: Vec<_> = articles.iter().collect();
    order.sort_by_key(|(id, it)| (day(it), *id));
    let mut library = Library::default();
    let family =
        |(id, it): &(&'a String, &Annotated)| (id.as_str(), library.add(Print::of(it)).family.0);
    order.iter().map(family).collect()
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
