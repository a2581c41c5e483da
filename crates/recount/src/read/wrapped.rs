//! Joins the lines of paragraphs that a program broke.
//!
//! In: a text. Out: the same text with a space for each line end within a paragraph, so that its bytes
//! stay where they are; `None` if its lines end where their writers ended them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::lexicon::of_kind;

/// Letters above which a line was not broken at a width; programs break at 64 to 80, none above 100.
const WIDEST: usize = 120;

/// Letters below which a line is no line of a paragraph.
const NARROWEST: usize = 30;

/// Line ends below which a text tells nothing about its width.
const FEWEST: usize = 3;

static OPEN_ENDS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| of_kind(include_str!("../../data/clause_words.tsv"), "unfinished"));

/// Share of the line ends within paragraphs that a width has to explain. A text that was broken at a
/// width has its last lines of paragraphs as the only others.
const EXPLAINED: f64 = 0.6;

/// Returns `text` with its broken lines joined.
pub(super) fn joined(text: &str) -> Option<String> {
    let lines: Vec<_> = text.split('\n').collect();
    let at_width = broken_at_a_width(&lines);
    let pairs = lines.windows(2).enumerate();
    let broken = pairs
        .map(|(at, it)| at_width.get(at).is_some_and(|broken| *broken) || goes_on(it[0], it[1]));
    let broken: Vec<_> = broken.collect();
    broken.contains(&true).then(|| join(&lines, &broken))
}

/// For each line but the last whether it was broken at the width of the text; empty if it has none.
fn broken_at_a_width(lines: &[&str]) -> Vec<bool> {
    let width = lines.iter().map(|it| letters(it.trim_end())).max().unwrap_or_default();
    if !(NARROWEST..=WIDEST).contains(&width) {
        return Vec::new();
    }
    let broken: Vec<_> = lines.windows(2).map(|it| is_broken(it[0], it[1], width)).collect();
    let within = lines.windows(2).filter(|it| !it[0].trim().is_empty() && !it[1].trim().is_empty());
    let (count, all) = (broken.iter().filter(|it| **it).count(), within.count());
    let explained = count >= FEWEST && count as f64 >= EXPLAINED * all as f64;
    if explained { broken } else { Vec::new() }
}

/// Whatever the width, a sentence goes on where a long line ends with a word that none ends with, or stands
/// without a mark at its end before small letters.
fn goes_on(line: &str, next: &str) -> bool {
    let line = line.trim_end();
    let last = line.rsplit(' ').next().unwrap_or_default();
    let unmarked = line.ends_with(|it: char| it.is_alphanumeric() || it == ',');
    let before = |fits: fn(char) -> bool| next.starts_with(fits);
    letters(line) >= NARROWEST
        && (OPEN_ENDS.contains(last) && before(char::is_alphanumeric)
            || unmarked && before(char::is_lowercase))
}

/// A line was broken if the first word of the next would not have fitted.
fn is_broken(line: &str, next: &str, width: usize) -> bool {
    let (line, next) = (line.trim_end(), next.trim_end());
    let word = next.split_whitespace().next().unwrap_or_default();
    // What is indented begins a paragraph, and so does an item of a list.
    let begins = next.starts_with([' ', '\t', '-', '*', '•']);
    !line.is_empty() && !word.is_empty() && !begins && letters(line) + 1 + letters(word) > width
}

fn letters(line: &str) -> usize {
    line.chars().take(WIDEST + 1).count()
}

fn join(lines: &[&str], broken: &[bool]) -> String {
    let mut joined = String::new();
    for (line, broken) in lines.iter().zip(broken.iter().map(Some).chain([None])) {
        match (broken, line.strip_suffix('\r')) {
            (Some(true), Some(line)) => [line, "  "].iter().for_each(|it| joined.push_str(it)),
            (Some(true), None) => [line, " "].iter().for_each(|it| joined.push_str(it)),
            (Some(false), _) => [line, "\n"].iter().for_each(|it| joined.push_str(it)),
            (None, _) => joined.push_str(line),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRAPPED: &str = "Four workers were killed and eleven injured when\na fire broke out in a paper mill in Varnok on\n\
        Monday, the fire service said.\nThe fire was put out after three hours, said a\nspokesman, and the mill will stay closed.\n\nIt is over.";

    #[test]
    fn lines_broken_at_a_width_are_joined_and_keep_their_bytes() {
        let expected = "Four workers were killed and eleven injured when a fire broke out in a paper mill in Varnok on \
            Monday, the fire service said.\nThe fire was put out after three hours, said a spokesman, and the mill will stay closed.\n\nIt is over.";
        assert_eq!(joined(WRAPPED).as_deref(), Some(expected));
        assert_eq!(expected.len(), WRAPPED.len());
        assert_eq!(
            joined(&WRAPPED.replace('\n', "\r\n")).map(|it| it.len()),
            Some(WRAPPED.len() + 6)
        );
    }

    #[test]
    fn a_line_that_ends_with_a_preposition_goes_on() {
        let text =
            "Four workers were killed on Monday in\nVarnok, police said.\nThe mill is closed.";
        let expected = text.replacen('\n', " ", 1);
        assert_eq!(joined(text), Some(expected));
    }

    #[test]
    fn lines_that_their_writers_ended_stay() {
        for text in [
            "Four workers were killed in a fire on Monday.\nEleven were injured.\nThe mill is closed.\nPolice look into it.\nNo more is known.",
            "Dead: Anna Lind\nHurt: Bo Ek, and four others whose names are unknown\nGone: two\nSafe: one\nHome: all",
            "Two hurt",
            "",
        ] {
            assert_eq!(joined(text), None, "{text}");
        }
    }
}
