//! Small words around acts of violence.
//!
//! In: a word. Out: whether `act_words.tsv` has it for a purpose.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lexicon;

static WORDS: LazyLock<BTreeMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../../data/act_words.tsv"));
    rows.map(|row| (row[0], row[1].split(' ').collect())).collect()
});

/// Returns whether `word` serves as `kind`.
pub(super) fn is(word: &str, kind: &str) -> bool {
    WORDS.get(word).is_some_and(|it| it.contains(&kind))
}
