//! Lemmatises by endings: *stopped* gives *stop* since `ed` may be dropped and *stop* is known.
//!
//! In: a word and its part of speech. Out: its lemma. Exceptions come first, then forms that are
//! known, then forms that are no plain words, then the first unknown one, then the word itself.

use super::lines::Lines;
use super::tables::RuleTables;
use crate::chars::is_all_alpha;

/// Returns the lemma of `text`.
pub(super) fn lemma(tables: &RuleTables, text: &str, pos: &str) -> String {
    let (rules, exceptions, index) = (tables.rules(pos), tables.exceptions(pos), tables.index(pos));
    if rules.is_empty() && exceptions.is_empty() && index.is_empty() {
        return if pos == "propn" { text.to_owned() } else { text.to_lowercase() };
    }
    let word = text.to_lowercase();
    let Forms { likely, unknown } = forms(&word, rules, index);
    let first = exception(exceptions, &word, &likely);
    first.or_else(|| likely.first().cloned()).or(unknown).unwrap_or_else(|| text.to_owned())
}

/// Returns the lemma of `word`, in small letters, if the tables know it as `pos`.
pub(super) fn known(tables: &RuleTables, word: &str, pos: &str) -> Option<String> {
    let index = tables.index(pos);
    let Forms { likely, .. } = forms(word, tables.rules(pos), index);
    let likely: Vec<String> = likely.into_iter().filter(|form| index.contains(form)).collect();
    let first = exception(tables.exceptions(pos), word, &likely);
    let own = || index.contains(word).then(|| word.to_owned());
    first.or_else(|| likely.first().cloned()).or_else(own)
}

/// What rules make of a word.
#[derive(Default)]
struct Forms {
    /// Known forms, of which the last found comes first, then those that are no plain words.
    likely: Vec<String>,
    /// The first form that is a plain word and not known.
    unknown: Option<String>,
}

fn forms(word: &str, rules: &[(String, String)], index: &Lines) -> Forms {
    let mut forms = Forms::default();
    for form in rules.iter().filter_map(|rule| replace_ending(word, rule)) {
        if index.contains(&form) {
            forms.likely.insert(0, form);
        } else if !is_all_alpha(&form) {
            forms.likely.push(form);
        } else if forms.unknown.is_none() {
            forms.unknown = Some(form);
        }
    }
    forms
}

/// Returns the exception that comes first: the last one that the rules did not give.
fn exception(exceptions: &Lines, word: &str, forms: &[String]) -> Option<String> {
    let lemmas: Vec<&str> = exceptions.find(word).collect();
    let repeated = |at: usize| lemmas[..at].contains(&lemmas[at]);
    let new = |at: &usize| !repeated(*at) && forms.iter().all(|form| form != lemmas[*at]);
    (0..lemmas.len()).rev().find(new).map(|at| lemmas[at].to_owned())
}

/// Returns `word` with the ending of `rule` replaced, unless it has another or nothing is left.
pub(super) fn replace_ending(word: &str, (old, new): &(String, String)) -> Option<String> {
    let stem = word.strip_suffix(old.as_str())?;
    Some([stem, new].concat()).filter(|form| !form.is_empty())
}
