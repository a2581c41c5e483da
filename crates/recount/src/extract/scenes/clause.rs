//! Finds how far the words about another event reach in a sentence.
//!
//! In: a sentence and a place in it. Out: a range of its tokens. Without a parse the ends are marks
//! and words that open a clause.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::names;
use crate::annotate::{Annotated, Sentence};
use crate::extract::casualties::predicate_at;
use crate::extract::clause_words;
use crate::model::{Role, Slot};

static OPENERS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| clause_words("opens"));
static BRINGERS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| clause_words("brings"));

/// How many words may stand between an event and the name of its place: "attack on the old".
const NEAR: usize = 4;

/// How many words may stand between an event and the clause that tells its toll, and how far the toll
/// may stand in it: "air strikes in the northern province earlier this month that left 32 dead".
const FAR: usize = 14;

/// The clauses of an article, as far as its marks and its words for events show them.
pub(super) struct Clauses<'a> {
    pub(super) annotated: &'a Annotated,
    /// The words that name or tell an event, in order.
    pub(super) events: &'a [Range<usize>],
}

impl Clauses<'_> {
    /// Returns the stretch that a time at `time` dates: from the opening of its clause, or from the
    /// event named before it, to the end of the sentence or of a relative clause. `main` has the words
    /// for the main event, whose toll stays with it.
    pub(super) fn around(
        &self,
        sentence: &Sentence,
        time: &Range<usize>,
        main: &BTreeSet<String>,
    ) -> Range<usize> {
        let whole = sentence.tokens.clone();
        if time.start <= whole.start + 1 {
            return whole;
        }
        let opener = (whole.start..time.start).rev().find(|at| self.opens(*at));
        let start = self.start_at_event(sentence, opener.unwrap_or(whole.start), time, main);
        let relative = opener.is_some_and(|at| self.is_relative(at));
        let closed = (time.end..whole.end).find(|at| relative && self.lower(*at) == ",");
        start..closed.unwrap_or(whole.end)
    }

    /// Whether a word for an event begins at token `at`.
    pub(super) fn is_event(&self, at: usize) -> bool {
        self.events.iter().any(|it| it.start == at)
    }

    fn lower(&self, at: usize) -> &str {
        &self.annotated.tokens[at].lower
    }

    fn opens(&self, at: usize) -> bool {
        OPENERS.contains(self.lower(at))
    }

    fn is_relative(&self, at: usize) -> bool {
        matches!(self.lower(at), "which" | "who" | "whom" | "where")
    }

    /// Where a sentence tells the main event and dates another one at its end, the stretch begins
    /// at the noun of that other event.
    fn start_at_event(
        &self,
        sentence: &Sentence,
        opener: usize,
        time: &Range<usize>,
        main: &BTreeSet<String>,
    ) -> usize {
        let before = self.events.iter().rfind(|it| it.start >= opener && it.end <= time.start);
        let Some(event) = before.filter(|_| opener == sentence.tokens.start) else { return opener };
        let told = self.event_lemmas(&(opener..event.start));
        let counts = (opener..event.start)
            .any(|at| predicate_at(self.annotated, at, sentence.tokens.end).is_some());
        let of_main = told.iter().any(|it| main.contains(it));
        if counts && !of_main { opener } else { self.with_modifiers(event.start, opener) }
    }

    /// Takes in the article and the modifiers before a noun: "a deadly attack", "US air strikes".
    fn with_modifiers(&self, at: usize, floor: usize) -> usize {
        let mut start = at;
        while start > floor {
            let token = &self.annotated.tokens[start - 1];
            let article = matches!(token.lower.as_str(), "a" | "an" | "the");
            if !(token.capital || article || token.lower.ends_with("ly")) {
                break;
            }
            start -= 1;
            if article {
                break;
            }
        }
        start
    }

    /// Returns whether an event or a casualty is told between two tokens.
    pub(super) fn has_event_after(&self, start: usize, end: usize) -> bool {
        self.events.iter().any(|it| (start..end).contains(&it.start))
            || (start..end).any(|at| predicate_at(self.annotated, at, end).is_some())
    }

    /// Finds a name that `foreign` takes for another event's, and the stretch about that event;
    /// `led` tells it whether words such as "following" or "including" bring the event in.
    pub(super) fn with_foreign_name(
        &self,
        sentence: &Sentence,
        foreign: impl Fn(&str, bool) -> bool,
    ) -> Option<Range<usize>> {
        if sentence.role == Role::Headline {
            return None;
        }
        let names = names::runs(self.annotated, &sentence.tokens);
        let found = names.into_iter().find_map(|name| {
            let event = self.event_beside(&name);
            let start = event.map_or(name.start, |it| it.start.min(name.start));
            let start = self.with_modifiers(start, sentence.tokens.start);
            let before = start.checked_sub(1).filter(|at| *at >= sentence.tokens.start);
            let led = event.is_some() && before.is_some_and(|at| BRINGERS.contains(self.lower(at)));
            foreign(&names::key(self.annotated, &name), led).then_some((start, event.is_some()))
        });
        let (start, beside_event) = found?;
        Some(self.reach(sentence, start, beside_event)..sentence.tokens.end)
    }

    fn event_beside(&self, name: &Range<usize>) -> Option<&Range<usize>> {
        self.events.iter().find(|it| {
            let named_after = name.end <= it.start && it.start - name.end <= 1;
            let named_before = it.end <= name.start && name.start - it.end <= NEAR;
            named_after || named_before
        })
    }

    /// Where a stretch about another event begins, given where its name begins.
    fn reach(&self, sentence: &Sentence, start: usize, beside_event: bool) -> usize {
        let first = sentence.tokens.start;
        if start <= first + 1 {
            return first;
        }
        if beside_event {
            return if self.tells_arrests(first, start) { first } else { start };
        }
        (first..start).rev().find(|at| self.opens(*at)).unwrap_or(first)
    }

    /// Finds an event of another kind than the main one whose toll a clause tells: "air strikes that
    /// left six dead". Returns the stretch from its noun to the end of the sentence.
    pub(super) fn other_with_toll(
        &self,
        sentence: &Sentence,
        main: &BTreeSet<String>,
    ) -> Option<Range<usize>> {
        let whole = &sentence.tokens;
        let inside = self.events.iter().filter(|it| whole.contains(&it.start));
        let other = |it: &&Range<usize>| !main.contains(&self.annotated.tokens[it.end - 1].lemma);
        let event =
            inside.into_iter().filter(other).find(|it| self.tells_toll(it.end, whole.end))?;
        Some(self.with_modifiers(event.start, whole.start)..whole.end)
    }

    /// Whether "that" or "which" after an event leads to what became of people.
    fn tells_toll(&self, from: usize, end: usize) -> bool {
        let reach = end.min(from + FAR);
        let mut until_mark = (from..reach).take_while(|at| !matches!(self.lower(*at), ";" | ":"));
        let relative = until_mark.find(|at| matches!(self.lower(*at), "that" | "which"));
        let toll = |at: usize| predicate_at(self.annotated, at, end).is_some();
        relative.is_some_and(|at| (at + 1..end.min(at + FAR)).any(toll))
    }

    /// "Forty people were arrested after the attack at the port": arrests belong to what they follow.
    fn tells_arrests(&self, from: usize, to: usize) -> bool {
        let arrests = |at: usize| {
            let predicate = predicate_at(self.annotated, at, to);
            predicate.is_some_and(|it| it.slot == Slot::ArrestedCount)
        };
        self.event_lemmas(&(from..to)).is_empty() && (from..to).any(arrests)
    }

    /// Returns the dictionary forms of the event nouns in `range`.
    pub(super) fn event_lemmas(&self, range: &Range<usize>) -> BTreeSet<String> {
        self.event_lemmas_where(range, |_| true)
    }

    /// Returns the dictionary forms of those event nouns in `range` that begin where `own` says so.
    pub(super) fn event_lemmas_where(
        &self,
        range: &Range<usize>,
        own: impl Fn(&usize) -> bool,
    ) -> BTreeSet<String> {
        let inside = self.events.iter().filter(|it| range.contains(&it.start) && own(&it.start));
        inside.map(|it| self.annotated.tokens[it.end - 1].lemma.clone()).collect()
    }
}
