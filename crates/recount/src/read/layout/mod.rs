//! Gives every line of a text its role.
//!
//! In: a text, the title if the input gave one apart, and how much page furniture to expect. Out: the
//! lines and a [`Label`] for each. First a line is judged by its own words, then by its neighbours;
//! what is not surely furniture stays body, for a lost paragraph costs more than a kept button.

mod alone;
mod body;
mod head;
mod menu;
mod page_title;
mod place;
mod repeats;
mod starts;
mod stretch;
mod tail;
mod title;

pub(super) use starts::starts;

use super::lines::{Line, lines};
use crate::model::{Block, Role};

/// How much page furniture a text may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// All that stood on the page.
    Dump,
    /// Somebody extracted the text before us; only what is surely furniture is.
    Extracted,
    /// The report of a page whose elements say what is a caption, a heading, an entry of a list.
    Page,
}

/// What a line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) role: Role,
    pub(super) kind: &'static str,
}

/// The lines of a text with their labels.
#[derive(Debug)]
pub(super) struct Layout<'t> {
    pub(super) lines: Vec<Line<'t>>,
    pub(super) labels: Vec<Label>,
    /// Which line is the title.
    pub(super) title: Option<usize>,
}

/// What is known so far: a label for each line, or none yet.
type Labels = Vec<Option<Label>>;

/// What the input says of its title.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Hints<'h> {
    /// A title that stands apart from the text.
    pub(super) title: Option<&'h str>,
    /// Where in the text a heading of the first level begins, spaces before it aside.
    pub(super) headings: &'h [usize],
    /// The byte after lines in which somebody wrote down where the text is from.
    pub(super) preface: usize,
}

/// Labels the lines of `text`.
pub(super) fn layout<'t>(text: &'t str, hints: Hints<'_>, manner: Manner) -> Layout<'t> {
    let lines = lines(text);
    let own_label = |line: &Line<'_>| match line.start < hints.preface {
        true => furniture("preface"),
        false => alone::label(line, manner),
    };
    let mut labels: Labels = lines.iter().map(own_label).collect();
    let find = |labels: &mut Labels| title::find(&lines, labels, hints.headings);
    let title = if hints.title.is_some() { None } else { find(&mut labels) };
    let words = hints.title.or_else(|| title.map(|it| lines[it].text));
    repeats::mark(&lines, &mut labels, words, title);
    place::free(&lines, &mut labels);
    if manner == Manner::Dump {
        menu::mark(&lines, &mut labels);
    }
    tail::mark(&lines, &mut labels);
    head::mark(&lines, &mut labels, title, words.is_some());
    let mut labels = body::labels(&lines, labels, manner);
    if manner == Manner::Dump {
        stretch::part(&lines, &mut labels, title);
    }
    Layout { lines, labels, title }
}

impl<'t> Layout<'t> {
    /// Returns the lines with their labels, in order.
    pub(super) fn labelled(&self) -> impl DoubleEndedIterator<Item = (&Line<'t>, Label)> {
        self.lines.iter().zip(self.labels.iter().copied())
    }

    /// Returns the lines of one role.
    pub(super) fn of(&self, role: Role) -> impl DoubleEndedIterator<Item = &'t str> {
        self.labelled().filter(move |(_, label)| label.role == role).map(|(line, _)| line.text)
    }

    /// Returns one block for each line.
    pub(super) fn blocks(&self) -> Vec<Block> {
        let block = |(line, label): (&Line<'_>, Label)| Block {
            role: label.role,
            kind: label.kind.to_owned(),
            start: line.start,
            end: line.end(),
        };
        self.labelled().map(block).collect()
    }
}

fn furniture(kind: &'static str) -> Option<Label> {
    Some(Label { role: Role::Furniture, kind })
}

fn is_furniture(label: Option<Label>) -> bool {
    label.is_some_and(|it| it.role == Role::Furniture)
}

fn has_kind(label: Option<Label>, kind: &str) -> bool {
    label.is_some_and(|it| it.kind == kind)
}

#[cfg(test)]
mod tests;
