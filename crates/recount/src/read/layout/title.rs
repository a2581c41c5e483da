//! Finds the title of a page, and the places where the page says it again.
//!
//! In: lines, labelled by their own words. Out: which line is the title. A text that starts with a
//! paragraph has none; a title is never made up.

use super::super::lines::{Line, Shape, TITLE_WORDS};
use super::super::{outlet_by_name, published};
use super::{Label, Labels, furniture, has_kind, is_furniture};
use crate::model::Role;

/// Words from which a line is taken for a title though others stand before it: names of pages,
/// sections and buttons are shorter.
const USUAL_WORDS: usize = 4;

/// Lines of a banner that may stand before a title.
const BANNER_LINES: usize = 12;

/// Lines between a title and the byline or date that gives it away.
const LINES_TO_BYLINE: usize = 2;

/// Finds the title and labels it, and what stands before it.
pub(super) fn find(lines: &[Line<'_>], labels: &mut Labels) -> Option<usize> {
    mark_outlet_names(lines, labels);
    let mut first_line = true;
    let first_prose = open_lines(lines, labels).find(|it| {
        let title = std::mem::take(&mut first_line) && may_be_title(&lines[*it]);
        lines[*it].is_prose() && !title
    });
    let head_end = first_prose.unwrap_or(lines.len());
    let title = title_before(lines, labels, head_end)
        .or_else(|| title_after_banner(lines, labels, head_end))?;
    for place in open_lines(lines, labels).take_while(|it| *it < title).collect::<Vec<_>>() {
        labels[place] = furniture("banner");
    }
    labels[title] = Some(Label { role: Role::Headline, kind: "title" });
    Some(title)
}

/// Labels the lines that say the title again: the names of pictures, mostly in small letters.
pub(super) fn mark_repeats(
    lines: &[Line<'_>],
    labels: &mut Labels,
    words: Option<&str>,
    title: Option<usize>,
) {
    let Some(words) = words else { return };
    let folded = fold(words);
    for (place, line) in lines.iter().enumerate() {
        if Some(place) != title && line.words <= 2 * TITLE_WORDS && says(line.text, &folded) {
            labels[place] = furniture("repeated-title");
        }
    }
}

/// Returns whether `line` says the folded `title`, perhaps with dates or without the outlet's name.
fn says(line: &str, title: &str) -> bool {
    let folded = if line.len() > 3 * title.len() + 200 || title.is_empty() {
        return false;
    } else {
        fold(line)
    };
    let without_outlet = || {
        title.starts_with(&folded) && folded.len() * 10 > title.len() * 6 && folded.contains(' ')
    };
    let with_dates =
        || folded.starts_with(title) && published::date_line(line).is_some_and(|it| it.labelled);
    folded == title || without_outlet() || with_dates()
}

/// Letters and digits in lower case, with single spaces between the words.
fn fold(text: &str) -> String {
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
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
fn may_be_title(line: &Line<'_>) -> bool {
    let bare = line.text.trim_end_matches(['"', '\'', '”', '’', ')']);
    let asks = bare.ends_with(['?', '!', '…']) || bare.ends_with("...");
    let short = asks && line.words <= TITLE_WORDS / 2;
    let first = line.text.split_whitespace().next().unwrap_or_default();
    let capital = !first.starts_with(char::is_lowercase) || first.contains(char::is_uppercase);
    let open = matches!(line.shape, Shape::Short | Shape::Unclosed);
    capital && line.words <= TITLE_WORDS && (short || open)
}

fn title_before(lines: &[Line<'_>], labels: &Labels, head_end: usize) -> Option<usize> {
    let open: Vec<_> = open_lines(lines, labels)
        .take_while(|it| *it < head_end)
        .filter(|it| may_be_title(&lines[*it]))
        .collect();
    let usual = || open.iter().copied().filter(|it| lines[*it].words >= USUAL_WORDS);
    usual()
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
    let is_signed = |place: usize| {
        let below = labels[place + 1..].iter().take(LINES_TO_BYLINE);
        below.into_iter().any(|it| has_kind(*it, "byline") || has_kind(*it, "date-line"))
    };
    let candidates =
        open_lines(lines, labels).filter(|it| (from..from + BANNER_LINES).contains(it));
    let mut titles =
        candidates.filter(|it| lines[*it].words >= USUAL_WORDS && may_be_title(&lines[*it]));
    let follows = |place: usize| {
        (place + 1..lines.len()).any(|it| lines[it].is_prose() && !is_furniture(labels[it]))
    };
    titles.find(|it| is_signed(*it) && follows(*it))
}
