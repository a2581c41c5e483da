//! dev
#![allow(clippy::all, clippy::print_stdout)]
use std::io::BufRead;
fn main() {
    let only = std::env::args().nth(1).unwrap_or_default();
    for line in std::io::stdin().lock().lines() {
        let article: recount::model::Article = serde_json::from_str(&line.unwrap()).unwrap();
        if !article.name.starts_with(&only) {
            continue;
        }

        let annotated = recount::annotate::annotate(article);
        let x = recount::extract::extract(&annotated);
        println!("=== {}", annotated.article.name);
        for (i, e) in x.events.iter().enumerate() {
            println!(
                "  E{i} {:?} {:?} {}",
                e.date.as_ref().map(|d| d.to_string()),
                e.names,
                e.words
            );
        }
        for c in x.claims {
            println!(
                "{:4} {:17} {:12} {:28} | {} | {} {:?} [{}]",
                c.event.0,
                c.slot.name(),
                c.who.map(|w| w.to_string()).unwrap_or_default(),
                c.value.to_string(),
                c.evidence.text.replace('\n', " "),
                c.chain.iter().map(|h| h.name.clone()).collect::<Vec<_>>().join(" > "),
                c.modality,
                c.rule
            );
        }
    }
}
