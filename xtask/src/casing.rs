//! Learns from openly licensed text how English words are written inside a sentence.
//!
//! In: the folder of the data sets. Out, on standard output: `crates/recount-nlp/data/casing_en.tsv`.
//! Only what the dictionary of the language layer does not tell is listed: small words that it has
//! not, and words of it that are mostly names or abbreviations. Names that are nothing else need no row,
//! so that the table names hardly anybody.

use std::collections::BTreeMap;
use std::path::Path;

use recount_nlp::{Pipeline, Token};

use crate::word_counts::open_texts;

/// Fewest times that a form is met for a row.
const LEAST: usize = 3;

/// Prints the table made from the data under `data`.
pub(crate) fn run(data: &Path) {
    let mut counts: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for text in open_texts(data) {
        for line in text.lines() {
            let doc = Pipeline::english().parse(line);
            for form in doc.tokens().filter(is_inside).map(|it| it.text()) {
                *counts
                    .entry(form.to_lowercase())
                    .or_default()
                    .entry(form.to_owned())
                    .or_default() += 1;
            }
        }
    }
    println!(
        "# How English words are written inside a sentence, where a dictionary does not tell."
    );
    println!("#");
    println!(
        "# A row: a form. Words that no row has are small if the dictionary knows them, else names."
    );
    println!(
        "# Where from: counts, not texts, of Wikinews reports (CC BY 2.5; in GeoVirus and GUM) and of"
    );
    println!(
        "# GUM's interviews, speeches, court records, textbooks and papers (CC BY or public domain)."
    );
    println!("# To make again: `cargo xtask casing --data DIR`.");
    counts.iter().filter_map(|(small, forms)| row(small, forms)).for_each(|row| println!("{row}"));
}

/// Returns whether a token is a word that would be small if it were no name.
fn is_inside(token: &Token<'_>) -> bool {
    let letters = token.text().chars().all(char::is_alphabetic) && token.text().chars().count() > 1;
    letters && !token.is_sent_start()
}

fn row<'a>(small: &str, forms: &'a BTreeMap<String, usize>) -> Option<&'a str> {
    let (form, count) = forms.iter().max_by_key(|(_, count)| **count)?;
    let title = form.chars().skip(1).all(char::is_lowercase) && form != small;
    let is_known = ["NOUN", "VERB", "ADJ", "ADV"]
        .iter()
        .any(|pos| Pipeline::english().dictionary_form(small, pos).is_some());
    let told = if title { !is_known } else { form == small && is_known };
    (*count >= LEAST && !told).then_some(form)
}
