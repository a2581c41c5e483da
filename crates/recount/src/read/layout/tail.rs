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

/// The same above a menu that closes the page.
const PAGE_SHARE: usize = 3;

/// Lines, furniture among them, within which such a list must show.
const REACH: usize = 64;

/// Labels the stretches that hold no text of the report.
pub(super) fn mark(lines: &[Line<'_>], labels: &mut Labels) {
    let paragraphs = paragraphs_above(lines, labels);
    let mut place = paragraphs.iter().position(|it| *it > 0).unwrap_or(lines.len());
    while place < lines.len() {
        let end = stretch_at(lines, labels, &paragraphs, place).map_or(place + 1, |(kind, end)| {
            let open = labels[place..end].iter_mut().filter(|it| !is_furniture(**it));
            open.for_each(|label| *label = furniture(kind));
            end
        });
        place = end;
    }
}

/// Returns for each line how many paragraphs stand above it, and at last how many there are.
fn paragraphs_above(lines: &[Line<'_>], labels: &Labels) -> Vec<usize> {
    let mut above = vec![0];
    for place in 0..lines.len() {
        above.push(above[place] + usize::from(is_paragraph(lines, labels, place)));
    }
    above
}

/// Returns the kind and the end of the stretch that begins at `place`.
fn stretch_at(
    lines: &[Line<'_>],
    labels: &Labels,
    paragraphs: &[usize],
    place: usize,
) -> Option<(&'static str, usize)> {
    let kind = labels[place]?.kind;
    let rest = lines.len();
    let aged = || ages(labels, place) >= AGED_ENTRIES;
    match kind {
        "letter-opening" if closes_the_report(paragraphs, place) => Some(("donation-appeal", rest)),
        "comments" if closes_the_report(paragraphs, place) => Some(("comments", rest)),
        "menu" if ends_the_page(paragraphs, place) => Some(("page-end", rest)),
        "relative-time" | "related-heading" if aged() => Some(("link-list", rest)),
        "related-heading" if begins_a_list(lines, labels, place) => {
            Some(("link-list", report_resumes(lines, labels, place).unwrap_or(rest)))
        }
        _ => None,
    }
}

fn is_paragraph(lines: &[Line<'_>], labels: &Labels, place: usize) -> bool {
    labels[place].is_none() && lines[place].is_prose()
}

/// Entries with an age close below; those of a list further down the page do not count.
fn ages(labels: &Labels, place: usize) -> usize {
    let near = labels[place..].iter().take(LINES_OF_A_LIST);
    near.filter(|it| has_kind(**it, "relative-time")).count()
}

/// Most paragraphs stand above, or few below and no more than above.
fn closes_the_report(paragraphs: &[usize], place: usize) -> bool {
    let above = paragraphs[place];
    let below = paragraphs.last().map_or(0, |all| all - above);
    above >= REPORT_SHARE * below || below <= LINES_OF_A_LIST && above >= below
}

/// Nearly all paragraphs stand above a menu that closes the page.
fn ends_the_page(paragraphs: &[usize], place: usize) -> bool {
    let above = paragraphs[place];
    paragraphs.last().is_some_and(|all| above >= PAGE_SHARE * (all - above))
}

/// Under the heading stand titles rather than paragraphs.
fn begins_a_list(lines: &[Line<'_>], labels: &Labels, heading: usize) -> bool {
    let near = heading + 1..lines.len().min(heading + REACH);
    let below = || near.clone().filter(|it| !is_furniture(labels[*it])).take(LINES_OF_A_LIST);
    let titles = below().take_while(|it| !lines[*it].is_prose()).count();
    let paragraphs = below().filter(|it| lines[*it].is_prose()).count();
    titles >= 2 || titles == 1 && paragraphs <= 1
}

/// Two paragraphs in a row are the report again; a list tells a story in one sentence at most.
fn report_resumes(lines: &[Line<'_>], labels: &Labels, heading: usize) -> Option<usize> {
    let mut open = (heading + 1..lines.len()).filter(|it| !is_furniture(labels[*it]));
    let mut last = open.next()?;
    for place in open {
        if [last, place].iter().all(|it| is_paragraph(lines, labels, *it)) {
            return Some(last);
        }
        last = place;
    }
    None
}
