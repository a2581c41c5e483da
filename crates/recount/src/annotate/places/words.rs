//! Knows the small words around names of places: prepositions, directions, titles, kinds of place.
//!
//! In: words in lower case. Out: what they are. Nothing here looks at a text.

use std::sync::LazyLock;

use crate::annotate::Token;
use crate::lexicon;

/// Pairs of a word and its kind, in order.
type Kinds = Vec<(&'static str, &'static str)>;

static WORDS: LazyLock<Kinds> =
    LazyLock::new(|| kinds(include_str!("../../../data/place_words.tsv")));
static NOUNS: LazyLock<Kinds> =
    LazyLock::new(|| kinds(include_str!("../../../data/place_nouns.tsv")));

static HOMONYMS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../../data/place_homonyms.tsv"));
    let mut words: Vec<_> = rows.flat_map(|row| row[0].split(' ')).collect();
    words.sort_unstable();
    words
});

static STATES: LazyLock<Kinds> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../../data/us_states.tsv"));
    sorted(rows.flat_map(|row| lexicon::several(row[1]).map(move |it| (it, row[0]))))
});

fn kinds(text: &'static str) -> Kinds {
    sorted(lexicon::rows(text).flat_map(|row| lexicon::several(row[1]).map(move |it| (it, row[0]))))
}

fn sorted(pairs: impl Iterator<Item = (&'static str, &'static str)>) -> Kinds {
    let mut pairs: Vec<_> = pairs.collect();
    pairs.sort_unstable();
    pairs
}

/// Returns whether `word` is a small word of this kind.
pub(super) fn is(word: &str, kind: &str) -> bool {
    WORDS.binary_search_by(|it| it.0.cmp(word).then_with(|| it.1.cmp(kind))).is_ok()
}

/// Returns whether a noun of one of these kinds ends names of places or bodies.
pub(super) fn is_noun(token: &Token, kinds: &[&str]) -> bool {
    let known = |word: &str, kind: &str| {
        NOUNS.binary_search_by(|it| it.0.cmp(word).then_with(|| it.1.cmp(kind))).is_ok()
    };
    kinds.iter().any(|kind| known(&token.lemma, kind) || known(&token.lower, kind))
}

/// Returns whether some town is called by this word of everyday English.
pub(super) fn is_homonym(word: &str) -> bool {
    HOMONYMS.binary_search(&word).is_ok()
}

/// Returns the GeoNames code of the state that `word` shortens.
pub(super) fn state(word: &str) -> Option<&'static str> {
    let plain = word.replace('.', "");
    let at = STATES.binary_search_by(|it| it.0.cmp(&plain)).ok()?;
    Some(STATES[at].1)
}

/// Returns whether a word says that something happened, whatever it was.
pub(crate) fn happens(token: &Token) -> bool {
    is(&token.lemma, "happens")
}

/// Returns whether a word in lower case names something built or what it is used for.
pub(crate) fn is_built_thing(token: &Token) -> bool {
    !token.capital && token.pos == "NOUN" && is_noun(token, &["facility", "street", "compound"])
}

/// Returns whether the word at `at` is the object of what befell it: "a quake hit Kavaja".
pub(crate) fn is_hit(tokens: &[Token], at: usize) -> bool {
    let verb = &tokens[tokens[at].head];
    tokens[at].dep == "dobj" && verb.pos == "VERB" && is(&verb.lemma, "befalls")
}

/// Returns whether a word names people or services of a town: "Kavaja police", "a Kavaja man".
pub(crate) fn is_local(token: &Token) -> bool {
    is(&token.lemma, "local") || is(&token.lower, "local")
}
