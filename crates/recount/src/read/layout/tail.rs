//! Finds the lists of other stories, the letters to readers and the comments on a page.
//!
//! In: lines with the labels they have so far. Out: every line of such a stretch labelled as
//! furniture. Once a list whose entries carry their age has begun, nothing of the report follows.

use super::super::lines::Line;
use super::{Labels, furniture, has_kind, is_furniture};

/// Lines looked at under a heading to see whether a list of stories follows.
const LINES_OF_A_LIST: usize = 8;

/// Entries with an age (`17 minutes ago`) from which a list needs no heading.
const AGED_ENTRIES: usize = 2;

/// Share of the paragraphs that must stand above a letter to readers or the comments.
const REPORT_SHARE: usize = 2;

/// Labels the stretches that hold no text of the report.
pub(super) fn mark(lines: &[Line<'_>], labels: &mut Labels) {
    let Some(first) = (0..lines.len()).find(|it| is_paragraph(lines, labels, *it)) else { return };
    let mut place = first + 1;
    while place < lines.len() {
        let stretch = stretch_at(lines, labels, place);
        let Some((kind, end)) = stretch else {
            place += 1;
            continue;
        };
        for label in &mut labels[place..end] {
            if !is_furniture(*label) {
                *label = furniture(kind);
            }
        }
        place = end;
    }
}

/// Returns the kind and the end of the stretch that begins at `place`.
fn stretch_at(lines: &[Line<'_>], labels: &Labels, place: usize) -> Option<(&'static str, usize)> {
    let label = labels[place]?;
    let rest = lines.len();
    match label.kind {
        "letter-opening" if closes_the_report(lines, labels, place) => {
            Some(("donation-appeal", rest))
        }
        "comments" if closes_the_report(lines, labels, place) => Some(("comments", rest)),
        "relative-time" if ages(labels, place) >= AGED_ENTRIES => Some(("link-list", rest)),
        "related-heading" if ages(labels, place) >= AGED_ENTRIES => Some(("link-list", rest)),
        "related-heading" if begins_a_list(lines, labels, place) => {
            Some(("link-list", report_resumes(lines, labels, place).unwrap_or(rest)))
        }
        _ => None,
    }
}

fn is_paragraph(lines: &[Line<'_>], labels: &Labels, place: usize) -> bool {
    labels[place].is_none() && lines[place].is_prose()
}

fn ages(labels: &Labels, place: usize) -> usize {
    labels[place..]
        .iter()
        .take(4 * LINES_OF_A_LIST)
        .filter(|it| has_kind(**it, "relative-time"))
        .count()
}

/// Most paragraphs stand above.
fn closes_the_report(lines: &[Line<'_>], labels: &Labels, place: usize) -> bool {
    let above = (0..place).filter(|it| is_paragraph(lines, labels, *it)).count();
    let below = (place..lines.len()).filter(|it| is_paragraph(lines, labels, *it)).count();
    above >= REPORT_SHARE * below || below <= LINES_OF_A_LIST && above >= below
}

/// Under the heading stand titles rather than paragraphs.
fn begins_a_list(lines: &[Line<'_>], labels: &Labels, heading: usize) -> bool {
    let below =
        || (heading + 1..lines.len()).filter(|it| !is_furniture(labels[*it])).take(LINES_OF_A_LIST);
    let titles = below().take_while(|it| !lines[*it].is_prose()).count();
    let paragraphs = below().filter(|it| lines[*it].is_prose()).count();
    titles >= 2 || titles == 1 && paragraphs <= 1
}

/// Two paragraphs in a row are the report again; a list tells a story in one sentence at most.
fn report_resumes(lines: &[Line<'_>], labels: &Labels, heading: usize) -> Option<usize> {
    let open: Vec<_> = (heading + 1..lines.len()).filter(|it| !is_furniture(labels[*it])).collect();
    let pair =
        open.windows(2).find(|it| it.iter().all(|place| is_paragraph(lines, labels, *place)))?;
    Some(pair[0])
}
