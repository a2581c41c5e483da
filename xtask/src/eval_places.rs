//! Measures how often a name of a place is resolved rightly: `cargo xtask eval places --data FOLDER`.
//!
//! In: the sets lgl and geovirus of FOLDER. Out: a table with the share of given names that come
//! within 161 km of their point, and how many of them the gazetteer knows. The names are given; how
//! well they are found is measured apart, by their spans.

use std::io::Result;
use std::ops::Range;
use std::path::Path;

use recount::annotate::places::resolve_spans;
use recount::annotate::{Annotated, Language, annotate};
use recount::model::{Article, ArticleId, Block, Role};
use serde_json::Value;

use crate::bootstrap::interval;
use crate::shares::{f1, share};
use crate::source::lines;

/// A hundred miles, the usual bound of the literature.
const NEAR_KM: f64 = 161.0;

/// The counts of an article, or of several.
#[derive(Default, Clone, Copy)]
struct Tally {
    names: usize,
    known: usize,
    near: usize,
    found: usize,
    ours: usize,
}

impl Tally {
    fn sum<'a>(tallies: impl Iterator<Item = &'a Tally>) -> Tally {
        tallies.fold(Tally::default(), |sum, it| Tally {
            names: sum.names + it.names,
            known: sum.known + it.known,
            near: sum.near + it.near,
            found: sum.found + it.found,
            ours: sum.ours + it.ours,
        })
    }

    fn accuracy(self) -> f64 {
        share(self.near, self.names)
    }

    fn f1(self) -> f64 {
        f1(self.found, self.ours, self.names)
    }
}

const HEAD: &str = "\
| set | names | known | accuracy@161km | 95 % | found P | found R | found F1 | 95 % |
|---|---|---|---|---|---|---|---|---|
";

/// Scores both sets; with `misses` every wrong name is listed as well.
pub(crate) fn eval(data: &Path, misses: bool) -> Result<String> {
    let mut told = HEAD.to_owned();
    for set in ["lgl", "geovirus"] {
        let rows = lines(&data.join(format!("extract/geo/{set}.jsonl.gz")))?;
        let mut tallies = Vec::new();
        for row in &rows {
            let mut tally = Tally::default();
            score(row, &mut tally, &mut |miss| {
                if misses {
                    told.push_str(&format!("{set}\t{miss}\n"));
                }
            });
            tallies.push(tally);
        }
        told.push_str(&table_row(set, &tallies));
    }
    Ok(told)
}

fn table_row(set: &str, tallies: &[Tally]) -> String {
    let sure = |figure: fn(Tally) -> f64| {
        interval(tallies, |drawn| figure(Tally::sum(drawn.iter().copied())))
    };
    let (near, found) = (sure(Tally::accuracy), sure(Tally::f1));
    let all = Tally::sum(tallies.iter());
    let (known, accuracy, f1) = (share(all.known, all.names), all.accuracy(), all.f1());
    let (p, r) = (share(all.found, all.ours), share(all.found, all.names));
    let names = all.names;
    format!(
        "| {set} | {names} | {known:.3} | {accuracy:.3} | {near:.3} | {p:.3} | {r:.3} | {f1:.3} | {found:.3} |\n"
    )
}

struct Toponym {
    span: Range<usize>,
    point: (f64, f64),
}

fn score(row: &Value, tally: &mut Tally, miss: &mut dyn FnMut(String)) {
    let article = article(row);
    let annotated = annotate(article, &Language::default());
    let toponyms = toponyms(row, &annotated.article.text);
    let spans: Vec<_> = toponyms.iter().map(|it| it.span.clone()).collect();
    let places = resolve_spans(&annotated, &spans);
    for (toponym, place) in toponyms.iter().zip(&places) {
        tally.names += 1;
        tally.known += usize::from(place.is_some());
        let point = place.as_ref().and_then(|it| it.lat.zip(it.lon));
        let km = point.map_or(f64::INFINITY, |it| km(it, toponym.point));
        tally.near += usize::from(km <= NEAR_KM);
        if km > NEAR_KM {
            let name = &annotated.article.text[toponym.span.clone()];
            let ours = place.as_ref().map(|it| {
                let reason = it.reason.as_deref().unwrap_or_default();
                format!("{:?} {} {:?} {:?} {reason}", it.level, it.name, it.country, it.admin1)
            });
            miss(format!("{name}\t{:?}\t{km:.0}\t{ours:?}\t{}", toponym.point, row["domain"]));
        }
    }
    count_found(&annotated, &toponyms, tally);
}

/// Counts our own mentions and those that touch a given name and come near its point.
fn count_found(annotated: &Annotated, toponyms: &[Toponym], tally: &mut Tally) {
    let mut used = vec![false; toponyms.len()];
    let facility = recount::model::Level::Facility;
    for mention in annotated.places.iter().filter(|it| it.place.level != facility) {
        tally.ours += 1;
        let evidence = annotated.evidence(&mention.name);
        let touches = |it: &Toponym| it.span.start < evidence.end && evidence.start < it.span.end;
        let Some(at) = toponyms.iter().position(touches).filter(|it| !used[*it]) else { continue };
        let point = mention.place.lat.zip(mention.place.lon);
        used[at] = true;
        tally.found += usize::from(point.is_some_and(|it| km(it, toponyms[at].point) <= NEAR_KM));
    }
}

fn toponyms(row: &Value, text: &str) -> Vec<Toponym> {
    let offsets: Vec<_> = text.char_indices().map(|it| it.0).chain([text.len()]).collect();
    let number = |it: &Value| it.as_f64().or_else(|| it.as_str()?.parse().ok());
    let rows = row["toponyms"].as_array().map(Vec::as_slice).unwrap_or_default();
    let toponym = |it: &Value| {
        let (start, end) = (it["b"].as_u64()? as usize, it["e"].as_u64()? as usize);
        Some(Toponym {
            span: *offsets.get(start)?..*offsets.get(end)?,
            point: (number(&it["lat"])?, number(&it["lon"])?),
        })
    };
    rows.iter().filter_map(toponym).collect()
}

/// Returns a row with a text as an article of one block.
pub(crate) fn article(row: &Value) -> Article {
    let text = row["text"].as_str().unwrap_or_default().to_owned();
    let url = row["url"].as_str().or(row["source"].as_str()).map(str::to_owned);
    let block = Block { role: Role::Body, kind: "paragraph".into(), start: 0, end: text.len() };
    Article {
        url,
        language: "en".into(),
        blocks: vec![block],
        ..Article::bare(ArticleId(String::new()), String::new(), text)
    }
}

fn km(a: (f64, f64), b: (f64, f64)) -> f64 {
    let rad = f64::to_radians;
    let half = |it: f64| (1.0 - it.cos()) / 2.0;
    let lon = half(rad(b.1 - a.1)) * rad(a.0).cos() * rad(b.0).cos();
    12742.0 * (half(rad(b.0 - a.0)) + lon).clamp(0.0, 1.0).sqrt().asin()
}
