//! Cuts a text into lines and tells what shape each has.
//!
//! In: a text. Out: its lines that are not blank, trimmed, in order, with their place in the text.
//! Nothing is said here about what a line means.

/// Bytes above which a line is not read: no paragraph of a report is as long (the longest in 5,000
/// reports has 21,000), and what comes as one such line is a data file or a page without its breaks.
pub(super) const LONGEST_LINE: usize = 200_000;

/// Words from which a line without a closing stop is more than a heading.
pub(super) const HEADING_WORDS: usize = 9;

/// Words above which a line cannot be a title; the longest titles of tabloids have 35.
pub(super) const TITLE_WORDS: usize = 36;

/// Words above which a line that ends with initials (`in the U.S.`) is a sentence, not a title.
const USUAL_TITLE_WORDS: usize = 14;

/// A line of a text, without the space around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    pub(super) text: &'t str,
    /// First byte in the text.
    pub(super) start: usize,
    /// How many words, as far as [`TITLE_WORDS`] matters: long lines are not counted out.
    pub(super) words: usize,
    pub(super) shape: Shape,
}

/// What a line looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A sentence or several: it closes with a stop, or holds one and goes on.
    Prose,
    /// A few words without a closing stop.
    Short,
    /// Many words without a closing stop.
    Unclosed,
    /// More than [`LONGEST_LINE`].
    Oversized,
}

impl Line<'_> {
    /// Returns the byte after the last.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn is_prose(&self) -> bool {
        self.shape == Shape::Prose
    }
}

/// Returns the lines of `text` that are not blank.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let pieces = text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']);
    let placed = pieces.map(|piece| {
        start += piece.len();
        (start - piece.len(), piece)
    });
    placed.filter_map(|(start, piece)| line(start, piece)).collect()
}

fn line(start: usize, piece: &str) -> Option<Line<'_>> {
    let from_first = piece.trim_start_matches(is_space);
    let text = from_first.trim_end_matches(is_space);
    let start = start + piece.len() - from_first.len();
    let words = text.split_whitespace().take(TITLE_WORDS + 1).count();
    (!text.is_empty()).then(|| Line { text, start, words, shape: shape(text, words) })
}

fn is_space(it: char) -> bool {
    it.is_whitespace() || matches!(it, '\u{feff}' | '\u{200b}' | '\0')
}

fn shape(text: &str, words: usize) -> Shape {
    match () {
        () if text.len() > LONGEST_LINE => Shape::Oversized,
        () if words >= 4 && closes(text) || words > TITLE_WORDS => Shape::Prose,
        () if words > USUAL_TITLE_WORDS && text.ends_with('.') => Shape::Prose,
        () if words >= HEADING_WORDS && holds_a_stop(text) => Shape::Prose,
        () if words < HEADING_WORDS => Shape::Short,
        () => Shape::Unclosed,
    }
}

/// Returns the first `bytes` of `text`, or a little less so as not to part a character.
pub(super) fn head(text: &str, bytes: usize) -> &str {
    let ends = (0..=bytes.min(text.len())).rev();
    let end = ends.into_iter().find(|it| text.is_char_boundary(*it)).unwrap_or_default();
    &text[..end]
}

/// Returns whether the line ends as a sentence does, quotation marks and brackets aside.
pub(super) fn closes(text: &str) -> bool {
    let mut text = text;
    while let Some((sentence, _)) = text.strip_suffix(')').and_then(|it| it.rsplit_once(" (")) {
        if [".)", "!)", "?)"].iter().any(|it| text.ends_with(it)) {
            return true;
        }
        text = sentence;
    }
    let bare = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', ' ']);
    let quoted = bare.len() < text.len() && bare.ends_with(',');
    let last = bare.rsplit(char::is_whitespace).next().unwrap_or(bare);
    quoted || bare.ends_with(['.', '!', '?', '…', ':', ';', '。']) && !is_initials(last)
}

/// `U.S.`, `D.C.`: their stop closes nothing.
fn is_initials(word: &str) -> bool {
    let letter = |it: &str| it.len() == 1 && it.chars().all(char::is_uppercase);
    word.len() >= 4 && word.trim_end_matches('.').split('.').all(letter)
}

/// Returns whether a sentence ends within the line and another begins.
fn holds_a_stop(text: &str) -> bool {
    let begins =
        |rest: &str| rest.starts_with(|it: char| it.is_uppercase() || "“\"‘'".contains(it));
    let ends =
        |before: &str| before.rsplit(char::is_whitespace).next().unwrap_or_default().len() > 4;
    let gaps = text.match_indices(' ').map(|(gap, _)| text.split_at(gap));
    gaps.into_iter().any(|(before, after)| {
        let bare = before.trim_end_matches(['"', '”', '’']);
        bare.ends_with(['.', '?', '!']) && ends(bare) && begins(after.trim_start())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_at_the_end_close_no_sentence_however_many() {
        assert!(closes("Two were hurt. (Reporting by A. Writer)"));
        assert!(!closes(&format!("Two were hurt{}", " (a)".repeat(100_000))));
    }

    #[test]
    fn lines_know_where_they_stand() {
        check(
            " Two hurt \n\n\tThe mayor said so on Monday.\r\n",
            "1 Short Two hurt; 13 Prose The mayor said so on Monday.",
        );
    }

    #[test]
    fn a_stop_closes_and_initials_do_not() {
        check("Three bridges fall in the U.S.", "0 Short Three bridges fall in the U.S.");
        check("“Nobody was hurt,” she said.”", "0 Prose “Nobody was hurt,” she said.”");
    }

    #[test]
    fn a_line_cut_in_a_sentence_is_prose_all_the_same() {
        let cut = "The girl was found near the harbour. Police then asked for";
        check(cut, &format!("0 Prose {cut}"));
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown =
            lines(text).into_iter().map(|it| format!("{} {:?} {}", it.start, it.shape, it.text));
        assert_eq!(shown.collect::<Vec<_>>().join("; "), expected);
    }
}
