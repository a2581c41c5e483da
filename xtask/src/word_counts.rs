//! Counts in how many stretches of openly licensed text each English word stands.
//!
//! In: the folder of the data sets. Out, on standard output: `crates/recount/data/common_words.tsv`.
//! Only words in lower case are counted, so that no name is among them, and never a text.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use recount::annotate::Annotated;

use crate::rows::{dump, rows, text};

/// Words in a stretch: about what a short report has.
const STRETCH: usize = 200;

/// Fewest stretches for a row: below that, a count says little.
const LEAST: usize = 3;

/// Genres of GUM whose texts are under CC BY or in the public domain.
const GENRES: [&str; 6] = ["news", "interview", "academic", "court", "textbook", "speech"];

/// Prints the table made from the data under `data`.
pub(crate) fn run(data: &Path) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut stretches = 0;
    for text in open_texts(data) {
        let Some(annotated) = dump("", &text) else { continue };
        for words in lower_words(&annotated).chunks(STRETCH) {
            stretches += 1;
            let distinct: BTreeSet<&String> = words.iter().collect();
            distinct.into_iter().for_each(|it| *counts.entry(it.clone()).or_default() += 1);
        }
    }
    print_table(counts, stretches);
}

/// Returns texts that anybody may learn from: of GUM what is under CC BY or free, and Wikinews.
pub(crate) fn open_texts(data: &Path) -> Vec<String> {
    let mut texts = gum(&data.join("extract/gum/train_open.conllu.gz"));
    let wikinews = rows(&data.join("extract/geo/geovirus.jsonl.gz"));
    texts.extend(wikinews.iter().map(|it| text(it, "text").to_owned()));
    texts
}

fn print_table(counts: BTreeMap<String, usize>, stretches: usize) {
    let mut counts: Vec<_> = counts.into_iter().filter(|(_, count)| *count >= LEAST).collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    println!("# In how many stretches of {STRETCH} words of running English a word stands.");
    println!("#");
    println!(
        "# A row: dictionary form in lower case, stretches that have it. The first row, `*`, is the number"
    );
    println!("# of stretches counted. Only words printed in lower case are counted: no names.");
    println!(
        "# Where from: counts, not texts, of Wikinews reports (CC BY 2.5; in GeoVirus and GUM) and of"
    );
    println!(
        "# GUM's interviews, speeches, court records, textbooks and papers (CC BY or public domain)."
    );
    println!("# To make again: `cargo xtask words --data DIR`.");
    println!("*\t{stretches}");
    counts.iter().for_each(|(word, count)| println!("{word}\t{count}"));
}

fn lower_words(annotated: &Annotated) -> Vec<String> {
    let words = annotated.tokens.iter().filter(|it| it.is_word() && !it.capital);
    words.map(|it| it.lemma.clone()).collect()
}

/// Returns the texts of the chosen genres.
fn gum(path: &Path) -> Vec<String> {
    let Ok(file) = File::open(path) else { return Vec::new() };
    let lines = BufReader::new(MultiGzDecoder::new(file)).lines().map_while(Result::ok);
    let mut texts: Vec<String> = Vec::new();
    let mut wanted = false;
    for line in lines {
        if let Some(name) = line.strip_prefix("# newdoc id = GUM_") {
            wanted = GENRES.iter().any(|it| name.starts_with(it));
            texts.push(String::new());
        }
        let sentence = line.strip_prefix("# text = ").filter(|_| wanted);
        if let (Some(sentence), Some(text)) = (sentence, texts.last_mut()) {
            text.push_str(sentence);
            text.push('\n');
        }
    }
    texts
}
