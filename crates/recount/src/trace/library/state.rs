//! Saves what a library keeps as bytes, and loads it again.
//!
//! In: a library, or bytes. Out: bytes, or a library that goes on as if it had never been saved. The texts
//! and the names of their families are saved; the rest is made again from them.

use std::collections::BTreeMap;

use super::{Library, Text, Thresholds};
use crate::model::{ArticleId, State, StateError};

const TEXTS: State = State { kind: "texts", version: 1 };

/// The number of the oldest text, the texts, and the names of their families.
type Loaded = (u32, Vec<Text>, BTreeMap<u32, ArticleId>);

impl Library {
    /// Returns all that is kept, as bytes. Thresholds are not among it.
    #[must_use]
    pub fn save(&self) -> Vec<u8> {
        let names = self.families.iter().map(|(number, it)| (number, &it.name));
        TEXTS.save(&(self.oldest, &self.texts, names.collect::<BTreeMap<_, _>>()))
    }

    /// Returns the library that `bytes` were saved from, to go on by `thresholds` with `kept` texts.
    ///
    /// # Errors
    /// If the bytes are of no library, of another version, or not whole.
    pub fn load(bytes: &[u8], thresholds: Thresholds, kept: usize) -> Result<Self, StateError> {
        let (oldest, texts, names): Loaded = TEXTS.load(bytes)?;
        let mut library = Self { oldest, ..Self::new(thresholds, kept) };
        for text in texts {
            let name = names.get(&text.family).unwrap_or(&text.print.id).clone();
            library.shelve(text, name);
        }
        Ok(library)
    }
}
