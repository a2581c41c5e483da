//! Finds menus: runs of short lines below the beginning of a report.
//!
//! In: lines of a whole page. Out: the lines of each run labelled as furniture. A list that a sentence
//! opens with a colon, and one of persons with their ages, belongs to the report.

use super::super::lines::{Line, Shape};
use super::{Labels, furniture, is_furniture};

/// Short lines in a row from which they are a menu; a report has two or three in a row at most where
/// they are not a list of its own.
const MENU_LINES: usize = 5;

/// Labels the menus.
pub(super) fn mark(lines: &[Line<'_>], labels: &mut Labels) {
    let first = (0..lines.len()).find(|it| labels[*it].is_none() && lines[*it].is_prose());
    let mut place = first.unwrap_or(lines.len());
    while place < lines.len() {
        let short = |it: &usize| lines[*it].shape == Shape::Short || is_furniture(labels[*it]);
        let end = (place..lines.len()).take_while(short).last().map_or(place, |it| it + 1);
        let open: Vec<_> = (place..end).filter(|it| labels[*it].is_none()).collect();
        let listed = place > 0 && lines[place - 1].text.ends_with(':');
        if open.len() >= MENU_LINES && !listed && !open.iter().any(|it| is_item(lines[*it].text)) {
            open.into_iter().for_each(|it| labels[it] = furniture("menu"));
        }
        place = end.max(place + 1);
    }
}

/// Returns whether a short line is an entry of a report's own list: `• Two buses`, `Anna Lind, 34`.
pub(super) fn is_item(line: &str) -> bool {
    let aged = |it: &str| it.starts_with(|first: char| first.is_ascii_digit());
    line.starts_with(['•', '-', '–', '*', '·']) || line.split(", ").skip(1).any(aged)
}
