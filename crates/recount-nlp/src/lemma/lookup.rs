//! A table of words and their lemmas that has no words in it, only their hashes.
//!
//! In: a word. Out: its lemma, or `None`. Words that are their own lemma are left out of the table,
//! since a word that is not found has itself for lemma.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::strings;

/// Hashes of words, in order, and for each the number of its lemma.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Lookup {
    keys: Vec<u64>,
    numbers: Vec<u32>,
    lemmas: Vec<Box<str>>,
}

impl Lookup {
    /// Makes a table of pairs of spaCy's key of a word and the lemma of the word.
    pub(super) fn new(entries: &BTreeMap<u64, &str>) -> Self {
        let mut table = Self::default();
        let mut known = BTreeMap::new();
        for (key, lemma) in entries.iter().filter(|(key, lemma)| strings::hash(lemma) != **key) {
            let number = *known.entry(*lemma).or_insert_with(|| {
                table.lemmas.push((*lemma).into());
                table.lemmas.len() as u32 - 1
            });
            table.keys.push(*key);
            table.numbers.push(number);
        }
        table
    }

    /// Returns the lemma of `word`.
    pub(super) fn find(&self, word: &str) -> Option<&str> {
        let at = self.keys.binary_search(&strings::hash(word)).ok()?;
        let number = *self.numbers.get(at)?;
        self.lemmas.get(number as usize).map(|it| &**it)
    }
}
