//! Verbs and nouns that say what became of people: killed, injured, freed, held.
//!
//! In: tokens. Out: the predicate that begins or ends at a token, the count that it fills, and on
//! which side the people stand.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::annotate::Annotated;
use crate::lexicon;
use crate::model::Slot;

/// A predicate found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Predicate {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// The count that it fills.
    pub(super) slot: Slot,
    /// Its words in the lexicon, to name the rule.
    pub(super) words: &'static str,
    readings: &'static str,
}

impl Predicate {
    /// Whether the people may stand after it: "killed six people".
    pub(super) fn takes_object(&self) -> bool {
        self.readings.contains("object")
    }

    /// Whether the people may stand before it: "six people were killed", "six dead".
    pub(super) fn follows_people(&self) -> bool {
        self.readings.contains("subject")
    }

    /// Whether it counts by itself: "six deaths".
    pub(super) fn is_counted(&self) -> bool {
        self.readings.contains("noun")
    }

    /// Whether "of" or "to" ties the people to it: "the death of six", "the toll rose to six".
    pub(super) fn is_nominal(&self) -> bool {
        self.readings.contains("nominal")
    }
}

struct Entry {
    words: Vec<&'static str>,
    slot: Slot,
    row: &'static str,
    readings: &'static str,
}

static PREDICATES: LazyLock<BTreeMap<&'static str, Vec<Entry>>> = LazyLock::new(|| {
    let mut predicates: BTreeMap<_, Vec<Entry>> = BTreeMap::new();
    for row in lexicon::rows(include_str!("../../data/casualties.tsv")) {
        let words: Vec<_> = row[0].split(' ').collect();
        let slot = row[1].parse().expect("casualties.tsv: the second column is a slot");
        let first = words[0];
        let entry = Entry { words, slot, row: row[0], readings: row[2] };
        predicates.entry(first).or_default().push(entry);
    }
    predicates.values_mut().for_each(|it| it.sort_by_key(|it| std::cmp::Reverse(it.words.len())));
    predicates
});

/// Returns the predicate that begins at token `at`, the longest that the lexicon has.
pub(super) fn predicate_at(annotated: &Annotated, at: usize, end: usize) -> Option<Predicate> {
    let token = annotated.tokens[..end].get(at)?;
    let by = |form: &str| PREDICATES.get(form).into_iter().flatten();
    let fits = |entry: &&Entry| {
        let tokens = annotated.tokens[at..end].iter();
        entry.words.len() <= end - at
            && entry
                .words
                .iter()
                .zip(tokens)
                .all(|(word, it)| it.lower == *word || it.lemma == *word)
    };
    let entries = by(&token.lower).chain(by(&token.lemma).filter(|_| token.lemma != token.lower));
    let entry = entries.filter(fits).max_by_key(|it| it.words.len())?;
    let tokens = at..at + entry.words.len();
    Some(Predicate { tokens, slot: entry.slot, words: entry.row, readings: entry.readings })
}
