//! Finds the places where a page says its title again: names of pictures, heads of print views.
//!
//! In: lines and a title. Out: the lines that say it again labelled as furniture, whatever their case.

use super::super::lines::{Line, TITLE_WORDS};
use super::super::published;
use super::{Labels, furniture};

/// Labels the lines that say the title again: the names of pictures, mostly in small letters.
pub(super) fn mark(
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

/// Returns letters and digits in lower case, with single spaces between the words.
pub(super) fn fold(text: &str) -> String {
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
