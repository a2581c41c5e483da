//! Tells days of an event from those of what is said of it or came after it.
//!
//! In: a time and the words around it. Out: whether it belongs to a statement ("police said Wednesday"),
//! to a count ("rose to six on Friday"), or to an arrest, a trial or a burial ("was charged on Monday").

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::annotate::{Annotated, Sentence, TimeMention, heads};
use crate::lexicon;

static SAYING: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| words("says"));
static FOLLOWING: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| words("follows"));
static SPANNING: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| words("spans"));
static RISING: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| words("rises"));

fn words(kind: &str) -> BTreeSet<&'static str> {
    lexicon::of_kind(include_str!("../../data/statement_times.tsv"), kind)
}

/// How many words may stand between "rose" and the day: "rose to at least six on Friday".
const TOLL_GAP: usize = 6;

/// Whether a time is that of a statement or of a count: `police said Wednesday`, `authorities on
/// Sunday said`, `the toll rose to six on Friday`.
pub(super) fn of_statement(annotated: &Annotated, sentence: &Sentence, time: &TimeMention) -> bool {
    let says =
        |at: usize| sentence.tokens.contains(&at) && SAYING.contains(&*annotated.tokens[at].lemma);
    let before = time.tokens.start.checked_sub(1).is_some_and(says);
    let told = sentence.tokens.start..time.tokens.start;
    let toll = told.rev().take(TOLL_GAP).any(|at| RISING.contains(&*annotated.tokens[at].lemma));
    before || says(time.tokens.end) || toll
}

/// Returns whether a verb with this dictionary form tells what somebody said.
pub(super) fn is_saying(lemma: &str) -> bool {
    SAYING.contains(lemma)
}

/// Whether the verb that a time hangs on tells what came after the event: `was charged on Monday`.
pub(super) fn of_aftermath(annotated: &Annotated, time: &TimeMention) -> bool {
    let mut above = heads(&annotated.tokens, time.tokens.start).map(|at| &annotated.tokens[at]);
    above.find(|it| it.pos == "VERB").is_some_and(|it| is_aftermath(&it.lemma))
}

/// Returns whether a verb with this dictionary form tells what came after an event.
pub(super) fn is_aftermath(lemma: &str) -> bool {
    FOLLOWING.contains(lemma)
}

/// Returns whether a word before a time makes it a span: "since 2019".
pub(super) fn is_spanning(word: &str) -> bool {
    SPANNING.contains(word)
}
