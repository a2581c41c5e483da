//! Finds phrases written as patterns over the words of a sentence.
//!
//! In: the rows of a pattern lexicon and a sentence. Out: the stretches that fit, with the row that
//! fits. A pattern is a line of elements: a word (its form or dictionary form; `=a` for the form alone,
//! `a|b` for either, `a?` if it may be absent), `*` for up to four tokens that stay in the clause, or a
//! class in angle brackets such as `<person>`, which `?` makes optional too. At one place the longest
//! pattern that fits wins.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;

use super::people;
use crate::annotate::{Annotated, Sentence, Token};
use crate::lexicon::{self, Sieve};

/// How many tokens a `*` may stand for.
///
/// Four covers "took the two young prison guards hostage"; with six, patterns began to join words of
/// different clauses in our own cases. To measure again: change it and run the tests of `cases/`.
const GAP: usize = 4;

/// One row of a pattern lexicon.
pub(super) struct Row {
    elements: Vec<Element>,
    /// The columns after the pattern.
    pub(super) columns: Vec<&'static str>,
    /// The pattern as written, to name the rule.
    pub(super) pattern: &'static str,
}

enum Element {
    Word { forms: Vec<&'static str>, optional: bool },
    Gap,
    Class { class: Class, optional: bool },
}

#[derive(Clone, Copy)]
enum Class {
    Person,
    Perpetrator,
    Group,
    Number,
    Name,
}

impl Row {
    /// Whether the pattern leaps over words that may say something else.
    fn has_gap(&self) -> bool {
        self.elements.iter().any(|it| matches!(it, Element::Gap))
    }
}

/// A lexicon of patterns, by the first word they need.
pub(super) struct Patterns {
    rows: Vec<Row>,
    by_first: BTreeMap<&'static str, Vec<usize>>,
    anywhere: Vec<usize>,
    first_words: Sieve,
}

/// A stretch of tokens that fits a row.
pub(super) struct Match<'a> {
    /// The tokens.
    pub(super) tokens: Range<usize>,
    /// The row.
    pub(super) row: &'a Row,
}

impl Patterns {
    /// Reads a lexicon whose first column is a pattern.
    pub(super) fn read(text: &'static str) -> Self {
        let rows: Vec<Row> = lexicon::rows(text).map(row).collect();
        let mut by_first: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        let mut anywhere = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            match row.elements.first() {
                Some(Element::Word { forms, optional: false }) => {
                    let names = forms.iter().map(|form| form.trim_start_matches('='));
                    names.for_each(|form| by_first.entry(form).or_default().push(index));
                }
                _ => anywhere.push(index),
            }
        }
        let first_words = Sieve::of(by_first.keys().copied());
        Self { rows, by_first, anywhere, first_words }
    }

    /// Returns every row, in the order of the lexicon.
    pub(super) fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter()
    }

    /// Finds what fits in `sentence`, from left to right. Of matches that overlap and say the same
    /// the first stands; "demanding safe passage and a car" says two things.
    pub(super) fn find<'a>(&'a self, annotated: &Annotated, sentence: &Sentence) -> Vec<Match<'a>> {
        let mut found: Vec<Match<'a>> = Vec::new();
        for at in sentence.tokens.clone() {
            let Some(next) = self.longest_at(annotated, sentence, at) else { continue };
            let says = |it: &Match<'a>| it.row.columns.first() == next.row.columns.first();
            let covers = |it: &Match<'a>| it.tokens.end >= next.tokens.end && !it.row.has_gap();
            let again = found.iter().rev().take_while(|it| it.tokens.end > at);
            if again.into_iter().all(|it| !(says(it) || covers(it))) {
                found.push(next);
            }
        }
        found
    }

    fn longest_at<'a>(
        &'a self,
        annotated: &Annotated,
        sentence: &Sentence,
        at: usize,
    ) -> Option<Match<'a>> {
        let text = Text { annotated, end: sentence.tokens.end };
        let token = &annotated.tokens[at];
        let may_begin = |form: &str| self.first_words.may_hold(form);
        if self.anywhere.is_empty() && !may_begin(&token.lower) && !may_begin(&token.lemma) {
            return None;
        }
        let by = |form: &str| self.by_first.get(form).into_iter().flatten();
        let rows = by(&token.lower).chain(by(&token.lemma)).chain(&self.anywhere);
        let ends = rows.filter_map(|index| {
            let row = &self.rows[*index];
            text.fits(&row.elements, at).filter(|end| *end > at).map(|end| (end, row))
        });
        let longest = ends.max_by_key(|(end, row)| (*end, row.elements.len()));
        longest.map(|(end, row)| Match { tokens: at..end, row })
    }
}

fn row(columns: Vec<&'static str>) -> Row {
    let pattern = columns[0];
    let elements = pattern.split_whitespace().map(element).collect();
    Row { elements, columns: columns[1..].to_vec(), pattern }
}

fn element(text: &'static str) -> Element {
    let optional = text.len() > 1 && text.ends_with('?');
    let bare = if optional { &text[..text.len() - 1] } else { text };
    match class(bare) {
        Some(class) => Element::Class { class, optional },
        None if text == "*" => Element::Gap,
        None => Element::Word { forms: bare.split('|').collect(), optional },
    }
}

fn class(text: &str) -> Option<Class> {
    match text {
        "<person>" => Some(Class::Person),
        "<perpetrator>" => Some(Class::Perpetrator),
        "<group>" => Some(Class::Group),
        "<number>" => Some(Class::Number),
        "<name>" => Some(Class::Name),
        _ => None,
    }
}

struct Text<'a> {
    annotated: &'a Annotated,
    end: usize,
}

impl Text<'_> {
    /// Returns the end of the shortest stretch from `at` that fits `elements`.
    fn fits(&self, elements: &[Element], at: usize) -> Option<usize> {
        let Some((first, rest)) = elements.split_first() else { return Some(at) };
        match first {
            Element::Word { forms, optional } => {
                let here = self.token(at).is_some_and(|it| is_form(it, forms));
                let taken = if here { self.fits(rest, at + 1) } else { None };
                taken.or_else(|| if *optional { self.fits(rest, at) } else { None })
            }
            Element::Class { class, optional } => {
                let end = self.class_end(*class, at);
                let taken = end.and_then(|end| self.fits(rest, end));
                taken.or_else(|| if *optional { self.fits(rest, at) } else { None })
            }
            Element::Gap => self.fits_after_gap(rest, at),
        }
    }

    fn fits_after_gap(&self, rest: &[Element], at: usize) -> Option<usize> {
        for gap in 0..=GAP {
            if let Some(end) = self.fits(rest, at + gap) {
                return Some(end);
            }
            if self.token(at + gap).is_none_or(ends_clause) {
                return None;
            }
        }
        None
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.annotated.tokens.get(at).filter(|_| at < self.end)
    }

    fn class_end(&self, class: Class, at: usize) -> Option<usize> {
        let token = self.token(at)?;
        match class {
            Class::Person => people::noun_at(self.annotated, at, self.end).map(|it| it.end),
            Class::Perpetrator => people::noun_at(self.annotated, at, self.end)
                .filter(|it| it.class == people::Class::Perpetrator)
                .map(|it| it.end),
            Class::Group => super::groups::group_at(self.annotated, at, self.end).map(|it| it.end),
            Class::Number => {
                let starts = self.annotated.quantities.iter().find(|it| it.tokens.start == at);
                starts.map(|it| it.tokens.end)
            }
            Class::Name => {
                let run = self.annotated.tokens[at..self.end].iter().take_while(|it| it.capital);
                token.capital.then(|| at + run.count())
            }
        }
    }
}

fn is_form(token: &Token, forms: &[&str]) -> bool {
    forms.iter().any(|form| match form.strip_prefix('=') {
        Some(exact) => token.lower == exact,
        None => token.lower == *form || token.lemma == *form,
    })
}

fn ends_clause(token: &Token) -> bool {
    matches!(token.lower.as_str(), ";" | ":" | "." | "!" | "?" | "\"" | "(" | ")")
}
