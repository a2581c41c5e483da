//! What a form looks like: the features that the embeddings are keyed by.
//!
//! In: a form. Out: its [`Lexeme`]: norm, prefix, suffix and shape, as strings and as the hashes
//! that spaCy takes of them. Nothing here depends on where the form stands.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use serde::{Deserialize, Serialize};

use crate::cache::Cache;
use crate::chars::{is_alpha, is_digit, is_space};
use crate::strings::hash;

/// Forms that are kept: a million tokens of the English texts of `eval/nlp.md` have 37,000.
const KEPT_FORMS: usize = 1 << 17;

/// From this length on (in characters) every word has the same shape.
const LONG: usize = 100;

/// Norms that spaCy has for every language.
static BASE_NORMS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let rows = include_str!("../data/base_norms.tsv").lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t')).collect()
});

/// A form and its features.
#[derive(Debug)]
pub(crate) struct Lexeme {
    /// The form.
    pub(crate) text: Arc<str>,
    /// The form in lower case.
    pub(crate) lower: Arc<str>,
    /// The form without what spelling varies in: lower case, or an entry of the table.
    pub(crate) norm: Arc<str>,
    /// Whether it is all white space.
    pub(crate) is_space: bool,
    /// The hashes of form, norm, prefix, suffix and shape.
    pub(crate) orth: u64,
    pub(crate) norm_hash: u64,
    pub(crate) prefix: u64,
    pub(crate) suffix: u64,
    pub(crate) shape: u64,
}

/// The lexemes of a language.
#[derive(Debug)]
pub(crate) struct Lexicon {
    norms: Norms,
    known: Cache<Arc<str>, Arc<Lexeme>>,
}

/// The norms of a package: form → norm.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Norms(pub(crate) BTreeMap<u64, String>);

impl Lexicon {
    /// Returns a lexicon that knows `norms`.
    pub(crate) fn new(norms: Norms) -> Self {
        Self { norms, known: Cache::new(KEPT_FORMS) }
    }

    /// Returns the lexeme of `form`.
    pub(crate) fn lexeme(&self, form: &str) -> Arc<Lexeme> {
        self.known.get(form, || self.looked_at(form))
    }

    fn looked_at(&self, form: &str) -> (Arc<str>, Arc<Lexeme>) {
        let text: Arc<str> = Arc::from(form);
        let lower: Arc<str> = Arc::from(form.to_lowercase());
        let norm = self.norm(form).map_or_else(|| Arc::clone(&lower), Arc::from);
        let lexeme = Lexeme {
            is_space: !form.is_empty() && form.chars().all(is_space),
            orth: hash(form),
            norm_hash: hash(&norm),
            prefix: hash(prefix(form)),
            suffix: hash(suffix(form)),
            shape: hash(&shape(form)),
            text: Arc::clone(&text),
            lower,
            norm,
        };
        (text, Arc::new(lexeme))
    }

    fn norm<'a>(&'a self, form: &str) -> Option<&'a str> {
        // The package's table is asked first, since spaCy wraps it around the norms of all languages.
        if let Some(norm) = self.norms.0.get(&hash(form)) {
            return Some(norm);
        }
        BASE_NORMS.get(form).copied()
    }
}

fn prefix(form: &str) -> &str {
    let end = form.chars().next().map_or(0, char::len_utf8);
    &form[..end]
}

fn suffix(form: &str) -> &str {
    let start = form.char_indices().rev().nth(2).map_or(0, |(at, _)| at);
    &form[start..]
}

/// `Xxxxx`, `dd`, `dddd,ddd`: letters and digits by kind, runs of one kind cut after four.
fn shape(form: &str) -> String {
    if form.chars().nth(LONG - 1).is_some() {
        return "LONG".to_owned();
    }
    let mut shape = String::with_capacity(form.len());
    let (mut last, mut run) = (None, 0);
    for it in form.chars() {
        let kind = kind(it);
        run = if last == Some(kind) { run + 1 } else { 0 };
        last = Some(kind);
        if run < 4 {
            shape.push(kind);
        }
    }
    shape
}

fn kind(it: char) -> char {
    if is_alpha(it) {
        if it.is_uppercase() { 'X' } else { 'x' }
    } else if is_digit(it) {
        'd'
    } else {
        it
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_tell_capitals_and_digits_and_cut_runs() {
        check("Rostov", "Xxxxx", "R", "tov", "rostov");
        check("1,234,567", "d,ddd,ddd", "1", "567", "1,234,567");
        check("U.S.", "X.X.", "U", ".S.", "u.s.");
        check("²", "d", "²", "²", "²");
    }

    #[test]
    fn marks_have_the_norm_of_their_plain_form() {
        check("’S", "’X", "’", "’S", "'s");
    }

    #[test]
    fn very_long_forms_share_a_shape() {
        let form = "x".repeat(LONG);
        check(&form, "LONG", "x", "xxx", &form);
        check(&form[1..], "xxxx", "x", "xxx", &form[1..]);
    }

    #[track_caller]
    fn check(form: &str, shape: &str, prefix: &str, suffix: &str, norm: &str) {
        let lexeme = Lexicon::new(Norms::default()).lexeme(form);
        assert_eq!(super::shape(form), shape);
        let hashes = (lexeme.prefix, lexeme.suffix, lexeme.norm_hash, lexeme.shape);
        assert_eq!(hashes, (hash(prefix), hash(suffix), hash(norm), hash(shape)));
    }
}
