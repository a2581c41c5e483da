//! Proves names and terms: their words are printed, and give this name or term.
//!
//! In: a name or a term and its words. Out: the rule, or why there is none.

use super::Proof;
use crate::extract;
use crate::gazetteer;
use crate::model::{Article, Name, NameKind, Slot, Term};

pub(super) fn of_name(name: &Name, words: &str, article: &Article) -> Proof {
    let here = has(words, &name.text);
    // Who speaks in "the group said it was behind it" is named elsewhere in the report.
    if !here && !has(&article.text, &name.text) && !has(words, &name.id) {
        return Err("its words are not printed");
    }
    let printed = folded(&name.text);
    if printed.contains(&folded(&name.id)) {
        return Ok(if here { "printed name" } else { "named in the report" });
    }
    if extract::is_name_of_group(&name.text, &name.id) {
        return Ok("name of the group");
    }
    let country = gazetteer::country_of_demonym(&name.text);
    if name.kind == NameKind::Nationality && country.map(folded) == Some(folded(&name.id)) {
        return Ok("name of its people");
    }
    Err("the words name another")
}

pub(super) fn of_term(term: &Term, slot: Slot, words: &str) -> Proof {
    if !has(words, &term.text) {
        return Err("its words are not printed");
    }
    if extract::is_term_of(slot, &term.id) {
        return Ok("row of the lexicon");
    }
    let printed = folded(words);
    let in_words = folded(&term.id).split(' ').all(|it| printed.split(' ').any(|word| word == it));
    if in_words { Ok("printed words") } else { Err("no row gives this term") }
}

fn has(words: &str, part: &str) -> bool {
    let part = folded(part);
    !part.is_empty() && format!(" {} ", folded(words)).contains(&format!(" {part} "))
}

/// Words in lower case, with a space for every mark between them.
fn folded(words: &str) -> String {
    let key = gazetteer::lookup_key(words).replace(|it: char| !it.is_alphanumeric(), " ");
    key.split_whitespace().collect::<Vec<_>>().join(" ")
}
