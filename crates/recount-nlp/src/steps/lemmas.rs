//! The step that gives lemmas by tables.
//!
//! In: words with part of speech and morphology. Out: their lemmas. A lemma is worked out once for each
//! form as a part of speech.

use std::sync::Arc;

use crate::cache::Cache;
use crate::doc::Word;
use crate::lemma::{Lemmatizer, Tables};
use crate::strings::hash;

/// Lemmas that are kept, by form, part of speech and morphology.
const KEPT_LEMMAS: usize = 1 << 17;

type Key = (u64, u64, u64, bool);

/// A lemmatiser and what it has worked out.
#[derive(Debug)]
pub(super) struct Lemmas {
    lemmatizer: Lemmatizer,
    known: Cache<Key, Arc<str>>,
}

impl Lemmas {
    /// Returns the step that uses `tables`.
    pub(super) fn new(tables: Tables) -> Self {
        Self { lemmatizer: Lemmatizer::new(tables), known: Cache::new(KEPT_LEMMAS) }
    }

    /// Returns the dictionary form of `word` as a word of the class `pos`, if there is one.
    pub(super) fn known(&self, word: &str, pos: &str) -> Option<String> {
        self.lemmatizer.known(word, pos)
    }

    /// Gives each word its lemma, if it has none.
    pub(super) fn apply(&self, words: &mut [Word]) {
        for word in words.iter_mut().filter(|it| it.lemma.is_none()) {
            let starts = word.starts == Some(true);
            let key = (word.lexeme.orth, hash(&word.pos), hash(&word.morph), starts);
            let lemma = || self.lemmatizer.lemma(&word.lexeme.text, &word.pos, &word.morph, starts);
            word.lemma = Some(self.known.get(&key, || (key, lemma())));
        }
    }
}
