//! Measures the stage `group`: are reports of one event, and only those, in one story?
//!
//! In: the folder of the data sets. Out, on standard output in Markdown: B-cubed and pairwise measures
//! on each set, one pass in date order; the incidents of `gold` fed together; articles a second.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

use recount::annotate::Annotated;
use recount::group::{Grouper, Likeness, Story, stories};
use serde_json::Value;

use crate::eval_copies::gold_articles;
use crate::rows::{article, rows, text};

/// A set: its articles in the order in which they come, and the event of each.
struct Set {
    articles: Vec<Annotated>,
    events: Vec<String>,
}

/// Prints the measures of grouping on the data under `data`.
pub(crate) fn run(data: &Path) {
    println!("| set | articles | events / stories | B3 P | B3 R | B3 F1 | pair F1 | articles/s |");
    println!("|---|---|---|---|---|---|---|---|");
    for name in ["gva/train", "gva/dev", "gva/test", "outlets/dev", "outlets/test"] {
        let path = data.join(format!("stories/{name}.articles.jsonl.gz"));
        if path.exists() {
            println!("{}", measured(name, &set(&rows(&path))));
        }
    }
    println!("{}", measured("ECB+", &ecb_plus(data)));
    println!("{}", measured("gold, all together", &gold(data)));
    speed(&set(&rows(&data.join("stories/gva/train.articles.jsonl.gz"))).articles);
}

/// Articles that are open at the end of the measure of speed.
const OPEN: usize = 100_000;

/// Prints how many articles a second one core groups while ever more are open.
///
/// The set is told again and again, each time with other names, so that every telling is news.
fn speed(articles: &[Annotated]) {
    println!("\n| articles open | articles/s, one core |\n|---|---|");
    let mut grouper = Grouper::default();
    let (mut open, mut seconds) = (0, 0.0);
    let tellings = (0..).flat_map(|round| articles.iter().map(move |it| renamed(it, round)));
    for article in tellings.take(if articles.is_empty() { 0 } else { OPEN }) {
        let start = Instant::now();
        grouper.add(&article);
        seconds += start.elapsed().as_secs_f64();
        open += 1;
        if open % (OPEN / 10) == 0 {
            println!("| {open} | {:.0} |", (OPEN / 10) as f64 / seconds);
            seconds = 0.0;
        }
    }
}

/// Tells an article with other names and a later date.
fn renamed(annotated: &Annotated, round: usize) -> Annotated {
    let mut told = annotated.clone();
    for token in told.tokens.iter_mut().filter(|it| it.capital) {
        token.lower.push_str(&round.to_string());
        token.lemma.push_str(&round.to_string());
    }
    told
}

/// Articles of a small batch: what a desk feeds in one go.
const BATCH: usize = 20;

/// Prints the likeness of every article to its candidates in a set, one pair a line, with whether they
/// tell one event: what the weights of the decision are learnt from.
///
/// Once for all articles in one stream, and once for small batches of incidents of one town, each with
/// a fresh grouper that has seen nothing yet.
pub(crate) fn likeness(data: &Path, name: &str) {
    let rows_of = |kind: &str| rows(&data.join(format!("stories/{name}.{kind}.jsonl.gz")));
    let set = match name {
        "ecbplus" => ecb_plus(data),
        _ => set(&rows_of("articles")),
    };
    let towns: BTreeMap<String, String> = rows_of("incidents")
        .iter()
        .map(|it| (text(it, "incident").to_owned(), text(it, "city_or_county").to_owned()))
        .collect();
    let all: Vec<_> = (0..set.articles.len()).collect();
    pairs("stream", &set, &all);
    let mut by_town: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, event) in set.events.iter().enumerate() {
        by_town.entry(towns.get(event).map_or("", |it| it)).or_default().push(at);
    }
    for (town, articles) in by_town.iter().filter(|it| it.1.len() > 1) {
        articles.chunks(BATCH).for_each(|it| pairs(town, &set, it));
    }
}

fn pairs(label: &str, set: &Set, articles: &[usize]) {
    let mut grouper = Grouper::default();
    for (place, at) in articles.iter().enumerate() {
        println!("={place}\t{}\t{label}", set.events[*at]);
        let article = &set.articles[*at];
        for (like, other) in grouper.alike(article) {
            let same = u8::from(set.events[*at] == set.events[articles[other]]);
            println!("{place}\t{other}\t{same}\t{}", features(&like));
        }
        grouper.add(article);
    }
}

fn features(like: &Likeness) -> String {
    let days = |it: Option<f64>| it.map_or(-1.0, |it| it);
    let outlet = f64::from(u8::from(like.same_outlet));
    let city = like.same_city.map_or(0.0, |it| if it { 1.0 } else { -1.0 });
    let numbers = [
        like.all,
        like.headlines,
        like.leads,
        like.contained,
        like.rare,
        like.pairs,
        days(like.gap),
        days(like.event_gap),
        outlet,
        city,
    ];
    numbers.map(|it| it.to_string()).join("\t")
}

/// Takes the rows that tell their event, in order of date; of `gva`, those that are certain and dated.
fn set(rows: &[Value]) -> Set {
    let usable = |it: &&Value| {
        it["grounded"].is_null() && it.get("grounded").is_none()
            || it["grounded"] == true && !text(it, "date").is_empty()
    };
    let usable: Vec<_> = rows.iter().filter(usable).collect();
    let event = |it: &Value| format!("{}{}", text(it, "incident"), text(it, "event"));
    in_order(usable.into_iter().filter_map(|it| Some((article(it)?, event(it)))).collect())
}

/// Takes the documents of ECB+: two events of a kind to each topic, most of them undated.
fn ecb_plus(data: &Path) -> Set {
    let rows = rows(&data.join("stories/ecbplus/docs.jsonl.gz"));
    let row = |it: &Value| {
        let mut row = it.clone();
        row["id"] = it["doc"].clone();
        Some((article(&row)?, text(it, "subtopic").to_owned()))
    };
    in_order(rows.iter().filter_map(row).collect())
}

fn gold(data: &Path) -> Set {
    let folders = fs::read_dir(data.join("gold")).into_iter().flatten().flatten();
    let folders = folders.map(|it| it.path()).filter(|it| it.is_dir());
    let named = |it: &Path| it.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let articles = folders
        .flat_map(|folder| gold_articles(&folder).into_iter().map(move |it| (it, named(&folder))));
    in_order(articles.collect())
}

fn in_order(mut articles: Vec<(Annotated, String)>) -> Set {
    let key = |it: &Annotated| {
        let published = it.article.published.as_ref().map(|it| it.start);
        (published.is_none(), published, it.article.id.clone())
    };
    articles.sort_by_key(|(it, _)| key(it));
    let (articles, events) = articles.into_iter().unzip();
    Set { articles, events }
}

fn measured(name: &str, set: &Set) -> String {
    let start = Instant::now();
    let found = stories(&set.articles);
    let rate = set.articles.len() as f64 / start.elapsed().as_secs_f64();
    let (precision, recall) = b_cubed(&found, &set.events);
    let (events, stories) = (by_event(&set.events).len(), found.len());
    format!(
        "| {name} | {} | {events} / {stories} | {precision:.3} | {recall:.3} | {:.3} | {:.3} | {rate:.0} |",
        set.articles.len(),
        f1(precision, recall),
        pair_f1(&found, &set.events),
    )
}

fn by_event(events: &[String]) -> BTreeMap<&str, usize> {
    let mut sizes = BTreeMap::new();
    events.iter().for_each(|it| *sizes.entry(it.as_str()).or_default() += 1);
    sizes
}

/// Returns B-cubed precision and recall: for each article the share of its story that tells its event,
/// and the share of its event that is in its story.
fn b_cubed(stories: &[Story], events: &[String]) -> (f64, f64) {
    let sizes = by_event(events);
    let (mut precision, mut recall) = (0.0, 0.0);
    for story in stories {
        for (event, right) in counts(story, events) {
            let square = (right * right) as f64;
            precision += square / story.len() as f64;
            recall += square / sizes[event] as f64;
        }
    }
    (precision / events.len() as f64, recall / events.len() as f64)
}

fn counts<'a>(story: &Story, events: &'a [String]) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    story.iter().for_each(|it| *counts.entry(events[*it].as_str()).or_default() += 1);
    counts
}

fn pair_f1(stories: &[Story], events: &[String]) -> f64 {
    let pairs = |count: usize| count * count.saturating_sub(1) / 2;
    let right: usize =
        stories.iter().flat_map(|it| counts(it, events).into_values()).map(pairs).sum();
    let ours: usize = stories.iter().map(|it| pairs(it.len())).sum();
    let gold: usize = by_event(events).into_values().map(pairs).sum();
    f1(right as f64 / ours.max(1) as f64, right as f64 / gold.max(1) as f64)
}

fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}
