//! Gives the form by which the lexicons know a word.
//!
//! In: a word and what was parsed of it. Out: its dictionary form in lower case, as the language layer
//! has it, but for participles and the capitalised words of headlines: they have that of their verb or
//! noun whatever their tag, so that `the wounded`, `wounded men` and `Wounded` are one row.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use recount_nlp::{Pipeline, Token as Parsed};

use super::super::tokens::plain;
use crate::lexicon;

static LEMMAS: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../../data/lemmas.tsv"));
    rows.map(|row| (row[0], row[1])).collect()
});

/// Returns the lemma of the word `lower`; `parsed` is `None` if it is only a part of a token.
pub(super) fn lemma(lower: &str, parsed: Option<Parsed<'_>>, pipeline: &Pipeline) -> String {
    if let Some(lemma) = LEMMAS.get(lower) {
        return (*lemma).to_owned();
    }
    let reading = |pos| pipeline.dictionary_form(lower, pos).filter(|it| it != lower);
    let participle = lower.ends_with("ing") || lower.ends_with("ed");
    let other = match parsed.map(|it| it.pos()) {
        Some("ADJ" | "ADV") => reading("VERB"),
        Some("NOUN") if participle => reading("VERB"),
        None | Some("PROPN" | "X") => reading("NOUN").or_else(|| reading("VERB")),
        _ => None,
    };
    let own = || parsed.map_or_else(|| lower.to_owned(), |it| plain(&it.lemma().to_lowercase()));
    other.unwrap_or_else(own)
}
