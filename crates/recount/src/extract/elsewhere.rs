//! Tells where people were taken, treated or held from where it happened.
//!
//! In: an article and a place in it. Out: whether the place belongs to what came after the event, by
//! the verb that governs it: "flown to a hospital in Durres", "arrested in Berat".

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::statement_times;
use crate::annotate::{Annotated, PlaceMention, heads};
use crate::lexicon;

static MEDICAL: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| words("medical"));
static CARE: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| words("care"));
static CARRIES: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| words("carries"));

fn words(kind: &str) -> BTreeSet<&'static str> {
    lexicon::of_kind(include_str!("../../data/elsewhere.tsv"), kind)
}

/// Whether people came to the place only after the event.
pub(super) fn is_elsewhere(annotated: &Annotated, mention: &PlaceMention) -> bool {
    let tokens = &annotated.tokens;
    let is_medical = |at: usize| MEDICAL.contains(&*tokens[at].lower);
    let mut medical = mention.tokens.clone().any(is_medical);
    for at in heads(tokens, mention.name.end - 1) {
        let token = &tokens[at];
        medical |= is_medical(at);
        if matches!(token.pos.as_str(), "VERB" | "AUX") {
            let lemma = &*token.lemma;
            return CARRIES.contains(lemma)
                || statement_times::is_aftermath(lemma)
                || (medical && CARE.contains(lemma));
        }
    }
    false
}
