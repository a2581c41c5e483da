//! Verbs and nouns that say what became of people: killed, injured, freed, held.
//!
//! In: tokens. Out: the predicate that begins or ends at a token, the count that it fills, and on
//! which side the people stand. A `*` in the lexicon stands for up to [`GAP`] words.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::annotate::{Annotated, Token};
use crate::lexicon::{self, Sieve};
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
    /// Makes the predicate of people who are said to be on board by being called passengers.
    pub(super) fn on_board(tokens: Range<usize>) -> Self {
        Self { tokens, slot: Slot::AboardCount, words: "on board", readings: "" }
    }

    /// Whether it may turn out that the people died of it: "stabbed three women to death".
    pub(super) fn may_kill(&self) -> bool {
        self.readings.contains("outcome") || self.takes_object() && self.slot == Slot::InjuredCount
    }

    /// Returns the same of people who died of it.
    pub(super) fn fatal(self) -> Self {
        Self { slot: Slot::KilledCount, words: "kill", ..self }
    }

    /// Whether the people may stand after it: "killed six people".
    pub(super) fn takes_object(&self) -> bool {
        self.readings.contains("object")
    }

    /// Whether the people may stand before it: "six people were killed", "six dead".
    pub(super) fn follows_people(&self) -> bool {
        self.readings.contains("subject") || self.readings.contains("active")
    }

    /// Whether it counts by itself: "six deaths".
    pub(super) fn is_counted(&self) -> bool {
        self.readings.contains("noun")
    }

    /// Whether it counts by itself where a verb of loss governs it: "claimed six lives".
    pub(super) fn is_lost(&self) -> bool {
        self.readings.contains("lost")
    }

    /// Whether it may stand between a figure and the people: "100 wounded people".
    pub(super) fn is_adjective(&self) -> bool {
        self.readings.contains("adjective")
    }

    /// Whether it says what became of a single person too: "a man was killed", not "a man was freed".
    pub(super) fn holds_for_one(&self) -> bool {
        matches!(
            self.slot,
            Slot::KilledCount | Slot::InjuredCount | Slot::MissingCount | Slot::ArrestedCount
        )
    }

    /// Whether it names a toll, which its verb may part from the figure: "the toll of the blast rose to six".
    pub(super) fn is_toll(&self) -> bool {
        self.readings.contains("toll")
    }

    /// Whether "of" or "to" ties the people to it: "the death of six", "the toll rose to six".
    pub(super) fn is_nominal(&self) -> bool {
        self.readings.contains("nominal")
    }
}

/// Returns whether the rule of a draft rests on words that leave open whether people lived: "shot".
pub(super) fn leaves_open(rule: &str) -> bool {
    let words = rule.split_once(' ').map_or("", |it| it.1);
    let first = words.split(' ').next().unwrap_or_default();
    let mut entries = PREDICATES.get(first).into_iter().flatten();
    entries.any(|it| it.row == words && it.readings.contains("open"))
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

static FIRST_WORDS: LazyLock<Sieve> = LazyLock::new(|| Sieve::of(PREDICATES.keys().copied()));

/// Returns the predicate that begins at token `at`, the longest that the lexicon has.
pub(super) fn predicate_at(annotated: &Annotated, at: usize, end: usize) -> Option<Predicate> {
    let token = annotated.tokens[..end].get(at)?;
    if !FIRST_WORDS.may_hold(&token.lower) && !FIRST_WORDS.may_hold(&token.lemma) {
        return None;
    }
    let by = |form: &str| PREDICATES.get(form).into_iter().flatten();
    // Of entries of one length the printed form, which comes last, is the closer one.
    let lemma = by(&token.lemma).filter(|_| token.lemma != token.lower);
    let entries = lemma.chain(by(&token.lower));
    let fits = |entry: &'static Entry| {
        reach(&entry.words, &annotated.tokens[at..end]).map(|length| (length, entry))
    };
    let (length, entry) = entries.filter_map(fits).max_by_key(|(_, it)| it.words.len())?;
    let tokens = at..at + length;
    Some(Predicate { tokens, slot: entry.slot, words: entry.row, readings: entry.readings })
}

/// How many words a `*` may stand for: "treated by paramedics for", "suffered only minor injuries".
const GAP: usize = 4;

/// Returns how many of `tokens` the words of an entry take, if they fit.
fn reach(words: &[&str], tokens: &[Token]) -> Option<usize> {
    let Some((word, rest)) = words.split_first() else { return Some(0) };
    if *word == "*" {
        let inside = |length: &usize| tokens[..*length].iter().all(Token::is_word);
        let lengths = (0..=GAP.min(tokens.len())).take_while(inside);
        return lengths.into_iter().find_map(|it| Some(it + reach(rest, &tokens[it..])?));
    }
    tokens.first().filter(|it| it.lower == *word || it.lemma == *word)?;
    Some(1 + reach(rest, &tokens[1..])?)
}
