//! Tells how sure an article is of a claim.
//!
//! In: a draft, its chain and what the reporting verb says. Out: one modality and the hedges behind it;
//! a hedge beside the claim weighs more than the verb, and a planned or feared event is never an
//! asserted one.

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::LazyLock;

use super::Draft;
use crate::annotate::Annotated;
use crate::lexicon;
use crate::model::{Hop, Modality, Slot};

struct Hedge {
    words: Vec<&'static str>,
    modality: Modality,
}

static HEDGES: LazyLock<Vec<Hedge>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/hedge_words.tsv"));
    let hedge = |row: Vec<&'static str>| Hedge {
        words: row[0].split(' ').collect(),
        modality: serde_json::from_value(row[1].into()).expect("hedge_words.tsv: a modality"),
    };
    rows.map(hedge).collect()
});

/// How many tokens before a claim a hedge may stand: "might have been among those".
const BEFORE: usize = 4;

/// Returns how sure the article is of `draft`, and the tokens of the words that hedge it.
pub(super) fn of(
    annotated: &Annotated,
    draft: &Draft,
    chain: &[Hop],
    spoken: Modality,
) -> (Modality, Vec<Range<usize>>) {
    let hedges = hedges(annotated, draft);
    let voiced = if chain.is_empty() { Modality::Asserted } else { Modality::Reported };
    let modality = match hedges.iter().map(|it| it.0).max() {
        // A denial stays one, however softly it is told: "denied that it reportedly …".
        Some(_) if spoken == Modality::Denied => Modality::Denied,
        Some(hedge) => hedge.max(voiced),
        None => spoken.max(voiced),
    };
    (modality, hedges.into_iter().map(|it| it.1).collect())
}

/// The hedges just before or inside the draft, in the order of the text.
fn hedges(annotated: &Annotated, draft: &Draft) -> Vec<(Modality, Range<usize>)> {
    // A hedge before a day doubts what happened, not when.
    if matches!(draft.slot, Slot::EventDate | Slot::Place) {
        return Vec::new();
    }
    let sentence = annotated.sentence_of(draft.tokens.start).tokens.clone();
    let start = sentence.start.max(draft.tokens.start.saturating_sub(BEFORE));
    let end = sentence.end.min(draft.tokens.end + 1);
    let at = |at: usize| {
        HEDGES.iter().filter_map(move |it| {
            let words = at..at + it.words.len();
            let mut pairs = it.words.iter().zip(annotated.tokens.get(words.clone())?);
            let fits = words.end <= end && pairs.all(|(word, token)| token.lower == *word);
            fits.then_some((it.modality, words))
        })
    };
    (start..end).flat_map(at).collect()
}
