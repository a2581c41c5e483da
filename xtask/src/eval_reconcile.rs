//! Measures how the time to reconcile a story grows: `cargo xtask eval reconcile`.
//!
//! In: made-up stories of ten to ten thousand articles, forty claims each, with figures that differ, three
//! articles to a text, and events beside the main one. Out: a table of the milliseconds for each size, as
//! the median of some runs, and per claim, and with `--svg` a curve of it in eval/. Nothing is read from disk.

mod plot;

use std::time::Instant;

use jiff::ToSpan as _;
use jiff::civil;
use recount::annotate::Annotated;
use recount::extract::{Extraction, ToldEvent};
use recount::model::{
    Article, ArticleId, Claim, ClaimId, Count, Date, EventId, Evidence, Field, Hop, HopKind,
    Independent, Modality, Outlet, Slot, Term, Value, Who,
};
use recount::reconcile::{Pack, reconcile};
use recount::trace::Traced;

use crate::command::{root, write};

/// The sizes; the second is that of the target, 50 articles with 2,000 claims.
const ARTICLES: [usize; 9] = [10, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/// Claims of an article.
const CLAIMS: usize = 40;

/// Articles that come from one text.
const REPRINTS: usize = 3;

/// Runs of each size: enough for a median where a run is short.
fn runs(articles: usize) -> usize {
    (2000 / articles).clamp(1, 15)
}

/// Prints the table, and draws it if asked.
pub(crate) fn run(words: &[&str]) -> Result<(), String> {
    let mut measured = Vec::new();
    println!("| articles | claims | time | per claim |\n|---|---|---|---|");
    for articles in ARTICLES {
        let mut times: Vec<f64> = (0..runs(articles)).map(|_| milliseconds(articles)).collect();
        times.sort_by(f64::total_cmp);
        let (time, claims) = (times[times.len() / 2], articles * CLAIMS);
        let each = time * 1000.0 / claims as f64;
        println!("| {articles} | {claims} | {time:.1} ms | {each:.2} µs |");
        measured.push((articles as f64, time));
    }
    match words.contains(&"--svg") {
        true => write(&root().join("eval/reconcile.svg"), &plot::svg(&measured)),
        false => Ok(()),
    }
}

/// Reconciles a story of so many articles once.
fn milliseconds(articles: usize) -> f64 {
    let story: Vec<Annotated> = (0..articles).map(annotated).collect();
    let members: Vec<&Annotated> = story.iter().collect();
    let told: Vec<Extraction> =
        story.iter().enumerate().map(|(at, it)| extraction(at, it)).collect();
    let ids: Vec<ArticleId> = story.iter().map(|it| it.article.id.clone()).collect();
    let families: Vec<_> = ids.chunks(REPRINTS).map(<[ArticleId]>::to_vec).collect();
    let independent = Independent {
        low: families.len(),
        best: families.len(),
        high: articles,
        reason: String::new(),
    };
    let traced = Traced { families, links: Vec::new(), independent };
    let start = Instant::now();
    let reconciled = reconcile(&members, told, &traced, &Pack::default());
    let time = start.elapsed().as_secs_f64() * 1000.0;
    assert_eq!(reconciled.claims.len() + reconciled.withheld.len(), articles * CLAIMS);
    assert!(reconciled.withheld.is_empty(), "{:?}", reconciled.withheld.first());
    time
}

/// What the claims of an article print, in turn.
const PHRASES: [(Slot, &str); 8] = [
    (Slot::KilledCount, "killing # people"),
    (Slot::InjuredCount, "# people were injured"),
    (Slot::EventDate, "on 4 May"),
    (Slot::Weapon, "pocket knife"),
    (Slot::Phase, "has ended"),
    (Slot::Weapon, "axe"),
    (Slot::HostageCount, "# hostages"),
    (Slot::Perpetrator, "gunmen"),
];

/// Returns the phrase of a claim with its slot; texts of one family print the same.
fn phrase(article: usize, claim: usize) -> (Slot, String, u64) {
    let (slot, words) = PHRASES[claim % PHRASES.len()];
    let n = 10 + (article / REPRINTS * 7 + claim / PHRASES.len()) as u64 % 12;
    (slot, words.replace('#', &n.to_string()), n)
}

fn annotated(at: usize) -> Annotated {
    let text: Vec<_> = (0..CLAIMS).map(|claim| phrase(at, claim).1).collect();
    let day = civil::date(2031, 5, 4).checked_add((at as i64 % 5).days()).unwrap_or_default();
    let (id, name) = (ArticleId(format!("{at:016}")), format!("{at}.txt"));
    let article = Article {
        outlet: Some(Outlet { name: format!("Outlet {at}"), basis: "input".into() }),
        language: "en".into(),
        published: Some(Date::day(day)),
        ..Article::bare(id, name, text.join(". "))
    };
    let (sentences, tokens, entities) = Default::default();
    let (quantities, times, places) = Default::default();
    Annotated { article, sentences, tokens, entities, quantities, times, places }
}

fn extraction(at: usize, annotated: &Annotated) -> Extraction {
    let mut start = 0;
    let claims = (0..CLAIMS).map(|number| {
        let (slot, text, n) = phrase(at, number);
        let end = start + text.len();
        let evidence = Evidence { field: Field::Text, start, end, text };
        start = end + 2;
        claim(annotated, number, slot, n, evidence)
    });
    let claims = claims.collect();
    let beside = |name: &str, year: i16| ToldEvent {
        names: [name.to_owned(), format!("place {}", at % 40)].into(),
        date: Some(Date::day(civil::date(year, 3, 1))),
        words: "attack".into(),
    };
    let events = vec![ToldEvent::default(), beside("orfield", 2029), beside("lomnitsa", 2030)];
    Extraction { events, claims, quotes: Vec::new() }
}

fn claim(annotated: &Annotated, number: usize, slot: Slot, n: u64, evidence: Evidence) -> Claim {
    let article = &annotated.article;
    let source = |name: &str, kind| Hop::new(name.into(), name.into(), kind, false);
    let chain = match number % 3 {
        0 => Vec::new(),
        1 => vec![source("police", HopKind::Official)],
        _ => vec![source(&format!("Outlet {}", number * 3), HopKind::Outlet)],
    };
    let text = evidence.text.clone();
    let term = |id: &str| Value::Term(Term { id: id.into(), text, broader: None });
    Claim {
        id: ClaimId(format!("c{}-{number}", article.id.0)),
        article: article.id.clone(),
        event: EventId::of(if number % 10 == 9 { 1 + number / 10 % 2 } else { 0 }),
        slot,
        who: slot.is_count().then_some(Who::Total),
        value: match slot {
            Slot::EventDate => Value::Date(Date::day(civil::date(2031, 5, 4))),
            Slot::Phase => term("ended"),
            Slot::Perpetrator => term("gunmen"),
            Slot::Weapon if evidence.text == "axe" => term("axe"),
            Slot::Weapon => term("pocket knife"),
            _ => Value::Count(Count::exact(n)),
        },
        evidence,
        chain,
        modality: Modality::Reported,
        hedges: Vec::new(),
        as_of: None,
        rule: "made up".into(),
    }
}
