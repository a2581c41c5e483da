//! Gives tokens their dictionary form.
//!
//! In: a token with its part of speech and features. Out: the one lemma that spaCy would print; of
//! several, the first. Some pipelines lemmatise by tables and rules ([`Lemmatizer`]), others by edit
//! trees that a network chooses among ([`Trees`]). Nothing is remembered from call to call: a caller
//! that meets a word often keeps its lemma.

mod english;
mod french;
mod lines;
mod lookup;
mod read;
mod spanish;
mod suffix;
mod tables;
mod trees;

use std::sync::Arc;

pub(crate) use tables::Tables;
use tables::{RuleTables, Style};
pub(crate) use trees::{Backoff, Trees};

/// Lemmatises by tables and rules.
#[derive(Debug)]
pub(crate) struct Lemmatizer {
    tables: Tables,
}

impl Lemmatizer {
    /// Prepares `tables` for use.
    pub(crate) fn new(tables: Tables) -> Self {
        Self { tables }
    }

    /// Returns the lemma of the token `text`.
    ///
    /// `pos` is its universal part of speech and `morph` its features in spaCy's order; either may
    /// be empty.
    pub(crate) fn lemma(
        &self,
        text: &str,
        pos: &str,
        morph: &str,
        sentence_start: bool,
    ) -> Arc<str> {
        match &self.tables {
            Tables::Lookup(lookup) => lookup.find(text).unwrap_or(text).into(),
            Tables::Rule(tables) => by_rule(tables, text, pos, morph, sentence_start),
        }
    }
}

impl Lemmatizer {
    /// Returns the lemma of `word` if the tables know it as a word of the class `pos`.
    pub(crate) fn known(&self, word: &str, pos: &str) -> Option<String> {
        match &self.tables {
            Tables::Rule(tables) => {
                suffix::known(tables, &word.to_lowercase(), &pos.to_lowercase())
            }
            Tables::Lookup(lookup) => lookup.find(word).map(str::to_owned),
        }
    }
}

fn by_rule(
    tables: &RuleTables,
    text: &str,
    pos: &str,
    morph: &str,
    sentence_start: bool,
) -> Arc<str> {
    let pos = pos.to_lowercase();
    if matches!(pos.as_str(), "" | "eol" | "space") {
        return text.to_lowercase().into();
    }
    match tables.style {
        Style::English if english::is_base_form(&pos, morph) => text.to_lowercase().into(),
        Style::Plain | Style::English => suffix::lemma(tables, text, &pos).into(),
        Style::French => french::lemma(tables, text, &pos).into(),
        Style::Spanish => spanish::lemma(tables, text, &pos, morph, sentence_start).into(),
    }
}

#[cfg(test)]
mod tests;
