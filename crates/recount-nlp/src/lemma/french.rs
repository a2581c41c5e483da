//! Lemmatises French words.
//!
//! In: a word and its part of speech. Out: its lemma. A word known as a lemma is its own; then come
//! exceptions, endings, and the table of all parts of speech together.

use super::suffix::replace_ending;
use super::tables::RuleTables;
use crate::chars::is_all_alpha;

/// Parts of speech that are not merely looked up.
const RULED: [&str; 11] =
    ["noun", "verb", "adj", "adp", "adv", "aux", "cconj", "det", "pron", "punct", "sconj"];

/// Returns the lemma of `text`.
pub(super) fn lemma(tables: &RuleTables, text: &str, pos: &str) -> String {
    if !RULED.contains(&pos) {
        return tables.lookup.find(text).unwrap_or(text).to_owned();
    }
    let word = text.to_lowercase();
    if tables.index(pos).contains(&word) {
        return word;
    }
    if let Some(lemma) = tables.exceptions(pos).find(&word).next() {
        return lemma.to_owned();
    }
    let by_ending = by_ending(tables, &word, pos);
    let looked_up = || tables.lookup.find(&word).map(str::to_owned);
    by_ending.or_else(looked_up).unwrap_or(word)
}

/// Returns the first form that is known or no plain word, or else the first unknown one.
fn by_ending(tables: &RuleTables, word: &str, pos: &str) -> Option<String> {
    let mut unknown = None;
    for form in tables.rules(pos).iter().filter_map(|rule| replace_ending(word, rule)) {
        if tables.index(pos).contains(&form) || !is_all_alpha(&form) {
            return Some(form);
        }
        unknown = unknown.or(Some(form));
    }
    unknown
}
