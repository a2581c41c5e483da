//! Labels what is left: paragraphs, sub-headings, captions, and the last crumbs of the page.
//!
//! In: lines with the labels they have so far. Out: a label for every line. A sentence without a
//! better label is a paragraph.

use super::super::dateline;
use super::super::lines::{Line, Shape, closes};
use super::{Label, Labels, Manner, furniture, has_kind, menu};
use crate::model::Role;

/// Share of long lines that must close with a stop before one that does not is a caption.
const CLOSED_PERCENT: usize = 70;

const PARAGRAPH: Label = Label { role: Role::Body, kind: "paragraph" };
pub(super) const SUBHEADING: Label = Label { role: Role::Body, kind: "subheading" };
const LIST_ITEM: Label = Label { role: Role::Body, kind: "list-item" };
const DATELINE: Label = Label { role: Role::Body, kind: "dateline" };
const CAPTION: Label = Label { role: Role::Caption, kind: "caption" };

/// Returns a label for every line.
pub(super) fn labels(lines: &[Line<'_>], labels: Labels, manner: Manner) -> Vec<Label> {
    let last = (0..lines.len()).rev().find(|it| labels[*it].is_none() && lines[*it].is_prose());
    let opened = last.is_some_and(|it| lines[it].text.ends_with(':'));
    let marked = manner == Manner::Page;
    let closed = !marked && mostly_closed(lines, &labels);
    let mut found = Vec::with_capacity(lines.len());
    for (place, line) in lines.iter().enumerate() {
        let trailing = manner == Manner::Dump && last.is_some_and(|it| it < place);
        let label =
            labels[place].or_else(|| trailing.then(|| trailing_line(line.text, opened)).flatten());
        found.push(label.unwrap_or_else(|| inner_line(lines, &labels, place, (closed, marked))));
    }
    found
}

fn mostly_closed(lines: &[Line<'_>], labels: &Labels) -> bool {
    let long =
        || (0..lines.len()).filter(|it| labels[*it].is_none() && lines[*it].shape != Shape::Short);
    long().filter(|it| lines[*it].is_prose()).count() * 100 >= long().count() * CLOSED_PERCENT
}

/// After the last paragraph: entries of a list that it opens, else links.
fn trailing_line(line: &str, opened: bool) -> Option<Label> {
    if opened || menu::is_item(line) { Some(LIST_ITEM) } else { furniture("link-list") }
}

/// `closed`: sentences close as a rule; `marked`: elements tell what is a caption.
fn inner_line(
    lines: &[Line<'_>],
    labels: &Labels,
    place: usize,
    (closed, marked): (bool, bool),
) -> Label {
    let line = &lines[place];
    let after_picture = place > 0 && has_kind(labels[place - 1], "repeated-title");
    let beside = |it: Option<usize>| {
        it.is_some_and(|it| {
            it < lines.len() && labels[it].is_none() && lines[it].shape == Shape::Short
        })
    };
    match line.shape {
        Shape::Prose => PARAGRAPH,
        _ if after_picture && !marked && !closes(line.text) => CAPTION,
        Shape::Unclosed if closed && lines.len() > 2 => CAPTION,
        Shape::Unclosed | Shape::Oversized => PARAGRAPH,
        Shape::Short if dateline::is_alone(line.text) => DATELINE,
        Shape::Short if closes(line.text) => PARAGRAPH,
        Shape::Short if beside(place.checked_sub(1)) || beside(Some(place + 1)) => LIST_ITEM,
        Shape::Short => SUBHEADING,
    }
}
