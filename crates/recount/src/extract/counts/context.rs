//! The words around a figure: which help, which lead on, and which say that it counts no people.
//!
//! In: a place in the sentence. Out: what stands there. The word lists are in `count_context.tsv`.

use std::ops::Range;
use std::sync::LazyLock;

use super::Reader;
use crate::extract::people::{self, Counted};
use crate::lexicon;
use crate::model::Role;

pub(super) static HELPERS: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("helper"));
pub(super) static CLAUSE_STARTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("clause"));
pub(super) static BRIDGES: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("bridge"));
pub(super) static OBJECT_STARTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("object"));
pub(super) static SUB_COUNT_LEADS: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("part"));
pub(super) static TOLL_VERBS: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("toll"));
pub(super) static ON_BOARD_LEADS: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("board"));
pub(super) static ONE_LEADS: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("one"));
pub(super) static ANOTHER: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("another"));
pub(super) static TIES: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("tie"));
pub(super) static SEVERITIES: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("severity"));
pub(super) static LOSSES: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("loss"));
static PARTITIVES: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("partitive"));
static AGE_UNITS: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("age"));
static NO_COUNTS_AFTER: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("none-after"));
pub(super) static DEAD: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| phrases("dead"));
static NO_COUNTS_BEFORE: LazyLock<Vec<Vec<&'static str>>> =
    LazyLock::new(|| phrases("none-before"));

fn words(kind: &str) -> Vec<&'static str> {
    let rows = lexicon::rows(include_str!("../../../data/count_context.tsv"));
    rows.filter(|row| row[1] == kind).map(|row| row[0]).collect()
}

fn phrases(kind: &str) -> Vec<Vec<&'static str>> {
    words(kind).into_iter().map(|it| it.split(' ').collect()).collect()
}

impl Reader<'_> {
    /// The word at `at` in lower case; empty outside the sentence.
    pub(super) fn lower(&self, at: usize) -> &str {
        let inside = self.sentence.tokens.contains(&at);
        if inside { self.annotated.tokens[at].lower.as_str() } else { "" }
    }

    /// The word before `at`; empty at the start of the sentence.
    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.lower(at))
    }

    /// Ages, times of day, sums of money, shares and numbers of rooms are no counts of people.
    pub(super) fn is_no_count(&self, counted: &Counted) -> bool {
        let Range { start, end } = self.quantity.tokens;
        let (previous, next) = (self.before(start), self.lower(end));
        let times = &self.annotated.times;
        let time = times.get(times.partition_point(|it| it.tokens.end < end));
        let timed = time.is_some_and(|it| it.tokens.contains(&(end - 1)));
        timed
            || self.is_year(counted)
            || self.is_label(counted)
            || (counted.noun.is_none() && (self.is_age(start) || self.counts_things(counted)))
            || (previous == "not" && next == "but")
            || self.counts_nobody(start)
            || NO_COUNTS_AFTER.contains(&next)
    }

    /// `room 12`, `aged from 8`, `none of the 40 passengers`, `all but three`: not so many people.
    fn counts_nobody(&self, start: usize) -> bool {
        NO_COUNTS_BEFORE.iter().any(|phrase| {
            let from = start.checked_sub(phrase.len());
            from.is_some_and(|from| (from..start).zip(phrase).all(|(at, it)| self.lower(at) == *it))
        })
    }

    /// `2029 film of mother wounded`: four figures of a year, with no people right behind them.
    fn is_year(&self, counted: &Counted) -> bool {
        let Range { start, end } = self.quantity.tokens;
        let year = self.quantity.value.n.is_some_and(|n| (1900..2100).contains(&n));
        let bare = self.lower(start).len() == 4;
        let counts = people::noun_at(self.annotated, end, self.sentence.tokens.end).is_some();
        let thousands = self.quantity.value.n.is_some_and(|n| n > 1900) && counted.noun.is_none();
        thousands || (year && bare && !counts)
    }

    /// `Rask, 54, was hurt`, `Rask, 54, and Holm, 31, were`, `ages 30 and 19`.
    pub(super) fn is_age(&self, at: usize) -> bool {
        if !self.lower(at).starts_with(|it: char| it.is_ascii_digit()) {
            return false;
        }
        match self.before(at) {
            "," | "(" => self.closes_age(at + 1) || (at >= 2 && self.is_age_or_led(at - 2)),
            "and" | "or" => {
                let back = if self.before(at - 1) == "," { 3 } else { 2 };
                at >= back && self.is_age_or_led(at - back)
            }
            _ => false,
        }
    }

    /// `54,`, `54)`, `27 and 32,`
    fn closes_age(&self, at: usize) -> bool {
        let figure = self.lower(at + 1).starts_with(|it: char| it.is_ascii_digit());
        match self.lower(at) {
            "," | ")" | "." => true,
            "and" => figure && self.lower(at + 2) == ",",
            _ => false,
        }
    }

    fn is_age_or_led(&self, at: usize) -> bool {
        self.is_age(at) || self.counts_nobody(at)
    }

    /// `one of the shootings`: of things and not of people.
    fn counts_things(&self, counted: &Counted) -> bool {
        let at = counted.tokens.end;
        self.lower(at) == "of" && !PARTITIVES.contains(&self.lower(at + 1))
    }

    /// The token after `24 - year - old`, if one begins at `at`.
    pub(super) fn age_word_end(&self, at: usize) -> Option<usize> {
        let old = (self.lower(at + 1) == "-" && self.lower(at + 3) == "-").then_some(at + 4)?;
        let aged = AGE_UNITS.contains(&self.lower(at + 2)) && self.lower(old) == "old";
        aged.then_some(old + 1)
    }

    /// `Centre 1`, `Bus 42`, `the Harbour 24 channel`: a bare figure in a name, with nobody to count.
    fn is_label(&self, counted: &Counted) -> bool {
        let Range { start, end } = self.quantity.tokens;
        let named = start > self.sentence.tokens.start
            && self.annotated.tokens[start - 1].capital
            && !ANOTHER.contains(&self.before(start));
        let bare =
            end - start == 1 && self.lower(start).starts_with(|it: char| it.is_ascii_digit());
        let goes_on = self.sentence.tokens.contains(&end)
            && self.annotated.tokens[end].capital
            && people::noun_at(self.annotated, end, self.sentence.tokens.end).is_none()
            && counted.nationality.is_none();
        let headline = self.sentence.role == Role::Headline;
        named && bare && !headline && (counted.noun.is_none() || goes_on)
    }
}
