//! Splits blocks into sentences.
//!
//! In: the text of one paragraph. Out: the ranges of its sentences, which cover all but the white
//! space between them. A full stop ends a sentence unless it belongs to an abbreviation, a figure or
//! initials; a closing quotation mark after it belongs to the sentence before.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::lexicon;

static ABBREVIATIONS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../../data/abbreviations.tsv")).map(|row| row[0]).collect()
});

/// Returns the byte ranges of the sentences of `text`.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices() {
        let end = at + mark.len_utf8();
        if at < start {
            continue;
        }
        if mark == '\n' || (ends_sentence(mark) && breaks(&text[start..end], &text[end..])) {
            let end = end + closing_marks(&text[end..]);
            push_trimmed(text, start..end, &mut found);
            start = end;
        }
    }
    push_trimmed(text, start..text.len(), &mut found);
    found
}

fn ends_sentence(mark: char) -> bool {
    matches!(mark, '.' | '!' | '?' | '…')
}

/// Returns the bytes of quotation marks and brackets that close what the stop ended.
fn closing_marks(after: &str) -> usize {
    after.find(|it| !matches!(it, '"' | '”' | '’' | '\'' | ')' | ']' | '»')).unwrap_or(after.len())
}

fn breaks(before: &str, after: &str) -> bool {
    let after = &after[closing_marks(after)..];
    let Some(next) = after.chars().next() else { return true };
    if !next.is_whitespace() {
        return before.ends_with('.') && lacks_space(before, after);
    }
    let Some(opening) = after.trim_start().chars().next() else { return true };
    if opening.is_lowercase() {
        return false;
    }
    !before.ends_with('.') || !is_abbreviated(before)
}

/// "…was served.The sheriff said": a word in lower case, a stop, and a capitalised word.
fn lacks_space(before: &str, after: &str) -> bool {
    let word = before.trim_end_matches('.');
    let ends_low = word.chars().rev().take(2).all(char::is_lowercase) && word.len() > 2;
    let mut next = after.chars();
    let capitalised =
        next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(char::is_lowercase);
    ends_low && capitalised
}

fn is_abbreviated(before: &str) -> bool {
    let word = before.trim_end_matches('.');
    let word = word.rsplit(|it: char| it.is_whitespace() || matches!(it, '(' | '"' | '“' | '-'));
    let word = word.into_iter().next().unwrap_or_default();
    let initials = word.split('.').all(|it| it.chars().count() == 1) && !word.is_empty();
    let initial = initials && word.chars().all(|it| it == '.' || it.is_alphabetic());
    initial || ABBREVIATIONS.contains(word.to_lowercase().as_str())
}

fn push_trimmed(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let piece = &text[range.clone()];
    let trimmed = piece.trim();
    if !trimmed.is_empty() {
        let start = range.start + piece.len() - piece.trim_start().len();
        found.push(start..start + trimmed.len());
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn abbreviations_and_initials_do_not_end_a_sentence() {
        check(
            "Gen. Petrov of St. Anne met Mr. J. B. Smith at 6 p.m. on Jan. 5. He left.",
            "Gen. Petrov of St. Anne met Mr. J. B. Smith at 6 p.m. on Jan. 5. | He left.",
        );
    }

    #[test]
    fn a_closing_quotation_mark_stays_with_its_sentence() {
        check(
            "“They are safe.” She smiled. “Go on…the way is clear,” he said.",
            "“They are safe.” | She smiled. | “Go on…the way is clear,” he said.",
        );
    }

    #[test]
    fn a_missing_space_does_not_join_sentences() {
        check("He was served.The sheriff left.", "He was served. | The sheriff left.");
        check("See example.com and news.example.", "See example.com and news.example.");
    }

    #[test]
    fn lines_are_kept_apart() {
        check(
            "A headline without a stop\nThe text begins.",
            "A headline without a stop | The text begins.",
        );
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found: Vec<_> = super::sentences(text).into_iter().map(|it| &text[it]).collect();
        assert_eq!(found.join(" | "), expected);
    }
}
