//! Finds the title of a page.
//!
//! In: lines, labelled by their own words. Out: which line is the title. A text that starts with a
//! paragraph has none; a title is never made up.

use super::super::lines::{Line, Shape, TITLE_WORDS};
use super::super::outlet_by_name;
use super::repeats::fold;
use super::{Label, Labels, furniture, has_kind, is_furniture, page_title};
use crate::model::Role;

/// Words from which a line is taken for a title though others stand before it: names of pages,
/// sections and buttons are shorter.
pub(super) const USUAL_WORDS: usize = 4;

/// Lines of a banner that may stand before a title.
const BANNER_LINES: usize = 12;

/// Lines between a title and the byline or date that gives it away.
const LINES_TO_BYLINE: usize = 2;

/// Bytes between the mark of a heading and its first word.
const HEADING_SPACE: usize = 2;

/// Finds the title and labels it, and what stands before it.
pub(super) fn find(lines: &[Line<'_>], labels: &mut Labels, headings: &[usize]) -> Option<usize> {
    mark_outlet_names(lines, labels);
    let head_end = report_start(lines, labels);
    let title = dated_title(lines, labels, head_end)
        .or_else(|| page_title::find(lines, labels, headings))
        .or_else(|| heading_before(lines, labels, head_end, headings))
        .or_else(|| title_before(lines, labels, head_end))
        .or_else(|| title_after_banner(lines, labels, head_end))?;
    for place in open_lines(lines, labels).take_while(|it| *it < title).collect::<Vec<_>>() {
        labels[place] = furniture("banner");
    }
    labels[title] = Some(Label { role: Role::Headline, kind: "title" });
    Some(title)
}

/// Returns the first paragraph.
fn report_start(lines: &[Line<'_>], labels: &Labels) -> usize {
    let mut first_line = true;
    let is_paragraph = |it: &usize| {
        let title = std::mem::take(&mut first_line) && may_be_title(&lines[*it]);
        lines[*it].is_prose() && !title
    };
    open_lines(lines, labels).find(is_paragraph).unwrap_or(lines.len())
}

fn mark_outlet_names(lines: &[Line<'_>], labels: &mut Labels) {
    for (line, label) in lines.iter().zip(labels).take_while(|(line, _)| !line.is_prose()) {
        if label.is_none() && outlet_by_name(line.text).is_some() {
            *label = furniture("outlet-name");
        }
    }
}

fn open_lines<'l>(lines: &'l [Line<'_>], labels: &'l Labels) -> impl Iterator<Item = usize> + 'l {
    (0..lines.len()).filter(|it| labels[*it].is_none())
}

/// A title may close with a question or exclamation mark, dots, or a quotation, but not with a stop.
pub(super) fn may_be_title(line: &Line<'_>) -> bool {
    let bare = line.text.trim_end_matches(['"', '\'', '”', '’', ')']);
    let asks = bare.ends_with(['?', '!', '…']) || bare.ends_with("...");
    let short = asks && line.words <= TITLE_WORDS / 2;
    let first = line.text.split_whitespace().next().unwrap_or_default();
    let capital = !first.starts_with(char::is_lowercase) || first.contains(char::is_uppercase);
    let open = matches!(line.shape, Shape::Short | Shape::Unclosed);
    capital && line.words <= TITLE_WORDS && (short || open)
}

/// A title that the page prints in one line with its dates.
fn dated_title(lines: &[Line<'_>], labels: &Labels, head_end: usize) -> Option<usize> {
    (0..head_end.min(lines.len()).min(BANNER_LINES)).find(|it| has_kind(labels[*it], "dated-title"))
}

fn heading_before(
    lines: &[Line<'_>],
    labels: &Labels,
    head_end: usize,
    headings: &[usize],
) -> Option<usize> {
    let above = open_lines(lines, labels).take_while(|it| *it < head_end);
    above
        .into_iter()
        .find(|it| lines[*it].words >= USUAL_WORDS && is_heading(&lines[*it], headings))
}

/// Returns whether one of the marks of headings stands before the line.
pub(super) fn is_heading(line: &Line<'_>, headings: &[usize]) -> bool {
    let before = headings.partition_point(|it| *it <= line.start);
    before.checked_sub(1).is_some_and(|it| line.start - headings[it] <= HEADING_SPACE)
}

fn title_before(lines: &[Line<'_>], labels: &Labels, head_end: usize) -> Option<usize> {
    let open: Vec<_> = open_lines(lines, labels)
        .take_while(|it| *it < head_end)
        .filter(|it| may_be_title(&lines[*it]))
        .collect();
    let usual = || open.iter().copied().filter(|it| lines[*it].words >= USUAL_WORDS);
    usual()
        .take(BANNER_LINES)
        .find(|it| is_said_again(lines, *it))
        .or_else(|| usual().next())
        .or_else(|| open.iter().copied().find(|it| lines[*it].words >= 2))
}

fn is_said_again(lines: &[Line<'_>], place: usize) -> bool {
    let folded = fold(lines[place].text);
    lines[place + 1..].iter().any(|it| it.words == lines[place].words && fold(it.text) == folded)
}

/// A line with a byline or a date under it is a title even if a banner of sentences stands above.
fn title_after_banner(lines: &[Line<'_>], labels: &Labels, from: usize) -> Option<usize> {
    let candidates =
        open_lines(lines, labels).filter(|it| (from..from + BANNER_LINES).contains(it));
    let mut titles =
        candidates.filter(|it| lines[*it].words >= USUAL_WORDS && may_be_title(&lines[*it]));
    let follows = |place: usize| {
        (place + 1..lines.len()).any(|it| lines[it].is_prose() && !is_furniture(labels[it]))
    };
    titles.find(|it| is_signed(labels, *it, LINES_TO_BYLINE) && follows(*it))
}

pub(super) fn is_signed(labels: &Labels, place: usize, reach: usize) -> bool {
    let mut below = labels[place + 1..].iter().take(reach);
    below.any(|it| has_kind(*it, "byline") || has_kind(*it, "date-line"))
}
