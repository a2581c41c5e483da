//! Which English words are lemmas already.

use crate::morph::values;

/// Tells by its part of speech and features whether a word needs no rule.
pub(super) fn is_base_form(pos: &str, morph: &str) -> bool {
    let is = |name: &str, value: &str| values(morph, name) == Some(value);
    let present =
        || is("VerbForm", "Fin") && is("Tense", "Pres") && values(morph, "Number").is_none();
    match pos {
        "noun" if is("Number", "Sing") => true,
        "verb" if present() => true,
        _ => is("VerbForm", "Inf") || is("VerbForm", "None") || is("Degree", "Pos"),
    }
}
