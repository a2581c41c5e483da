//! Undoes labels that the place of a line refutes.
//!
//! In: lines labelled by their own words. Out: the same, with dates that head the parts of a chronicle
//! and a last paragraph that names its agency given back to the report.

use super::super::lines::{Line, closes};
use super::super::{agency, published};
use super::body::SUBHEADING;
use super::{Labels, has_kind, is_furniture};

/// Words above which a plea for money does not stand alone in the midst of a report; those in boxes
/// of one line have at most some fifteen.
const PLEA_WORDS: usize = 18;

/// Frees the lines that are the report's.
pub(super) fn free(lines: &[Line<'_>], labels: &mut Labels) {
    let is_paragraph = |labels: &Labels, it: usize| labels[it].is_none() && lines[it].is_prose();
    let mut paragraphs = (0..lines.len()).filter(|it| is_paragraph(labels, *it));
    let Some(first) = paragraphs.next() else { return };
    let last = paragraphs.next_back().unwrap_or(first);
    free_dates(lines, labels, first, last);
    free_credit(lines, labels, last + 1);
    free_appeals(lines, labels, first, last);
}

/// A bare date between paragraphs heads what follows, unless it is the only one and stands right
/// under the first paragraph, as that of an article may under its standfirst.
fn free_dates(lines: &[Line<'_>], labels: &mut Labels, first: usize, last: usize) {
    let is_bare = |it: &usize| {
        let date = || published::date_line(lines[*it].text);
        has_kind(labels[*it], "date-line") && date().is_some_and(|date| !date.labelled)
    };
    let bare: Vec<_> = (first..last).filter(is_bare).collect();
    let under_standfirst =
        |it: usize| labels[first + 1..it].iter().all(|label| is_furniture(*label));
    if bare.len() > 1 || bare.first().is_some_and(|it| !under_standfirst(*it)) {
        bare.into_iter().for_each(|it| labels[it] = Some(SUBHEADING));
    }
}

/// `… was not hurt, she said. (AFP)`
fn free_credit(lines: &[Line<'_>], labels: &mut Labels, place: usize) {
    let Some(line) = lines.get(place).filter(|_| has_kind(labels[place], "caption")) else {
        return;
    };
    let Some((sentence, credit)) = line.text.rsplit_once(" (") else { return };
    if closes(sentence) && agency(credit.trim_end_matches(['.', ')'])).is_some() {
        labels[place] = None;
    }
}

/// A long sentence between two paragraphs that sounds like a plea for money is somebody's statement:
/// pleas come at either end of a page or in boxes of several lines.
fn free_appeals(lines: &[Line<'_>], labels: &mut Labels, first: usize, last: usize) {
    let is_paragraph = |labels: &Labels, it: usize| labels[it].is_none() && lines[it].is_prose();
    for place in first + 1..last {
        let within = is_paragraph(labels, place - 1) && is_paragraph(labels, place + 1);
        let long = lines[place].is_prose() && lines[place].words > PLEA_WORDS;
        if within && long && has_kind(labels[place], "donation-appeal") {
            labels[place] = None;
        }
    }
}
