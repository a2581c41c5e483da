//! Measures who is found to say what: `cargo xtask eval attribution --data FOLDER [--set train]`.
//!
//! In: the set PolNeAR of FOLDER. Out, on standard output in Markdown: precision, recall and F1 of cues,
//! sources, contents and linked sources with contents; by manner of speech; with `--misses` every
//! relation that was missed or made up, for reading.

mod moved;
mod relation;
mod score;

use std::collections::BTreeMap;
use std::path::Path;

use recount::extract::attributions;

use crate::rows::{article, rows, text};
use relation::Manner;
use score::Tally;

/// Prints the measures on the part of PolNeAR that `words` name, `dev` if none.
pub(crate) fn run(data: &Path, words: &[&str]) {
    let set = words.windows(2).find(|it| it[0] == "--set").map_or("dev", |it| it[1]);
    let file = data.join(format!("extract/polnear/{set}.jsonl.gz"));
    let limit = words.windows(2).find(|it| it[0] == "--limit").and_then(|it| it[1].parse().ok());
    let mut tally = Tally::default();
    let mut manners: BTreeMap<Manner, Tally> = BTreeMap::new();
    let mut articles = 0;
    for row in rows(&file).iter().take(limit.unwrap_or(usize::MAX)) {
        let Some(annotated) = article(row) else { continue };
        articles += 1;
        let read = annotated.article.text.as_str();
        let gold = relation::gold(row, &moved::moved(text(row, "text"), read), read);
        let ours = relation::ours(&attributions(&annotated));
        tally.add(&gold, &ours);
        for manner in Manner::ALL {
            let of: Vec<_> = gold.iter().filter(|it| it.manner(read) == manner).cloned().collect();
            manners.entry(manner).or_default().add(&of, &ours);
        }
        if words.contains(&"--misses") {
            score::misses(&gold, &ours, read).iter().for_each(|it| println!("{it}"));
        }
    }
    println!("PolNeAR {set}: {articles} articles, {} relations\n", tally.gold());
    println!("{}", tally.table());
    println!("Recall by manner of speech\n\n| manner | relations |{}", Tally::head());
    println!("|---|---|{}", "---|".repeat(Tally::head().matches('|').count()));
    for (manner, tally) in &manners {
        println!("| {manner:?} | {} |{}", tally.gold(), tally.recall());
    }
}
