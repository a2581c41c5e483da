//! How text for a terminal is drawn: its width, and emphasis where there is colour.
//!
//! In: a phrase. Out: the phrase, in ANSI colours if asked for, or lines no wider than the terminal.
//! Widths are columns of the terminal and not letters: 事 is two wide.

use unicode_width::UnicodeWidthChar;

use crate::model::Verdict;

/// How text for a terminal is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextStyle {
    /// Columns of the terminal.
    pub width: usize,
    /// Whether ANSI colours may be used.
    pub colour: bool,
}

impl Default for TextStyle {
    /// Returns the style for a pipe or a file: 100 columns, no colour.
    fn default() -> Self {
        Self { width: 100, colour: false }
    }
}

/// Narrowest width that text is laid out for; on a narrower terminal its lines are broken by it.
///
/// Below, a label and a figure no longer fit beside each other.
const NARROWEST: usize = 40;

impl TextStyle {
    /// Returns the columns to lay out for.
    pub(super) fn columns(self) -> usize {
        self.width.max(NARROWEST)
    }

    /// Returns `text` as a heading.
    pub(super) fn strong(self, text: &str) -> String {
        self.paint("1", text)
    }

    /// Returns `text` as something of less weight.
    pub(super) fn faint(self, text: &str) -> String {
        self.paint("2", text)
    }

    /// Returns `text` in the colour of a verdict.
    pub(super) fn verdict(self, verdict: Verdict, text: &str) -> String {
        let code = match verdict {
            Verdict::Agreed => "32",
            Verdict::SingleSource => "36",
            Verdict::Refined | Verdict::Complementary => "34",
            Verdict::Superseded => "35",
            Verdict::Disputed => "1;31",
        };
        self.paint(code, text)
    }

    /// Returns the words that carry a claim, told from those around them.
    pub(super) fn evidence(self, text: &str) -> String {
        if self.colour { self.paint("1;4", text) } else { format!("«{text}»") }
    }

    /// Returns `text` painted word by word, so that it can still be wrapped.
    pub(super) fn each(self, text: &str, paint: fn(Self, &str) -> String) -> String {
        text.split(' ').map(|word| paint(self, word)).collect::<Vec<_>>().join(" ")
    }

    fn paint(self, code: &str, text: &str) -> String {
        match INKS.iter().find(|(_, known)| *known == code) {
            Some((ink, _)) if self.colour && !text.is_empty() => format!("{ink}{text}{PLAIN}"),
            _ => text.to_owned(),
        }
    }
}

/// What stands for an escape sequence until a page is whole: noncharacters of Unicode, which no text
/// should hold. If a text does, [`finished`] makes a colour of it and nothing worse.
const INKS: [(char, &str); 8] = [
    ('\u{fdd0}', "1"),
    ('\u{fdd1}', "2"),
    ('\u{fdd2}', "32"),
    ('\u{fdd3}', "36"),
    ('\u{fdd4}', "34"),
    ('\u{fdd5}', "35"),
    ('\u{fdd6}', "1;31"),
    ('\u{fdd7}', "1;4"),
];

/// Ends a stretch of ink.
const PLAIN: char = '\u{fddf}';

/// Returns a page with its inks as escape sequences, and without what foreign text could steer the
/// terminal with.
pub(super) fn finished(page: &str, style: TextStyle) -> String {
    let mut shown = String::with_capacity(page.len());
    for letter in page.chars().filter(|it| *it == '\n' || !it.is_control()) {
        match INKS.iter().find(|(ink, _)| *ink == letter) {
            Some((_, code)) if style.colour => shown.push_str(&format!("\x1b[{code}m")),
            None if letter == PLAIN && style.colour => shown.push_str("\x1b[0m"),
            None if letter != PLAIN => shown.push(letter),
            _ => {}
        }
    }
    shown
}

fn is_ink(letter: char) -> bool {
    letter == PLAIN || INKS.iter().any(|(ink, _)| *ink == letter)
}

/// Returns the columns that `text` takes.
pub(super) fn columns(text: &str) -> usize {
    text.chars().filter(|it| !is_ink(*it)).map(|it| it.width().unwrap_or(0)).sum()
}

/// Returns `text` filled up with spaces to `width` columns.
pub(super) fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// Returns `text` as lines of at most `width` columns; a word that is wider is cut.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace().flat_map(|word| cut(word, width.max(1))) {
        let last = lines.len() - 1;
        let taken = columns(&lines[last]);
        if taken == 0 {
            lines[last] = word;
        } else if taken + 1 + columns(&word) <= width {
            lines[last] = format!("{} {word}", lines[last]);
        } else {
            lines.push(word);
        }
    }
    lines
}

fn cut(word: &str, width: usize) -> Vec<String> {
    if columns(word) <= width {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![String::new()];
    for letter in word.chars() {
        let last = pieces.len() - 1;
        if columns(&pieces[last]) + columns(&letter.to_string()) > width && !pieces[last].is_empty()
        {
            pieces.push(letter.to_string());
        } else {
            pieces[last].push(letter);
        }
    }
    pieces
}

/// Returns `text` wrapped, its first line after `lead` and the others under it.
pub(super) fn hanging(lead: &str, text: &str, width: usize) -> String {
    let indent = columns(lead);
    let lines = wrapped(text, width.saturating_sub(indent).max(1));
    let rest = " ".repeat(indent);
    let leads = std::iter::once(lead).chain(std::iter::repeat(rest.as_str()));
    leads
        .zip(lines)
        .map(|(lead, line)| format!("{}\n", format!("{lead}{line}").trim_end()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words() {
        check("the ferry went over", 10, "the ferry/went over");
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut() {
        check("a ferryferryferry", 5, "a/ferry/ferry/ferry");
    }

    #[test]
    fn width_is_columns_and_not_letters() {
        check("渡船 沉没", 4, "渡船/沉没");
        let style = TextStyle { width: 80, colour: true };
        assert_eq!(columns(&style.strong("ferry")), 5);
    }

    #[test]
    fn foreign_text_cannot_steer_the_terminal() {
        let style = TextStyle { width: 80, colour: true };
        assert_eq!(finished("\x1b[2Jgone\u{7}\n", style), "[2Jgone\n");
        assert_eq!(finished(&style.strong("ferry"), style), "\x1b[1mferry\x1b[0m");
    }

    #[track_caller]
    fn check(text: &str, width: usize, expected: &str) {
        assert_eq!(wrapped(text, width).join("/"), expected);
    }
}
