//! Marks the evidence in a text.
//!
//! In: a text and the spans of claims. Out: [`Piece`]s that open and close marks around text, nested as
//! HTML wants it: where two spans cross, the later one is split at the end of the earlier. Every
//! letter of the text comes out once and in order.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

/// A span to mark and which claim it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// The number of the claim.
    pub claim: usize,
}

/// A step in writing a marked text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A mark begins; `first` unless it goes on with a claim that was split before.
    Open { claim: usize, first: bool },
    /// Letters.
    Text(&'a str),
    /// The innermost mark ends; `last` unless the claim goes on after it.
    Close { claim: usize, last: bool },
}

/// A mark that is open: where it ends, its claim, and whether the claim ends there.
struct Opened {
    end: usize,
    claim: usize,
    last: bool,
}

/// Returns the part `of` the text with its marks; spans are cut to it.
pub(super) fn marked<'a>(text: &'a str, of: Range<usize>, spans: &[Span]) -> Vec<Piece<'a>> {
    let mut waiting: BTreeSet<_> = spans.iter().filter_map(|it| clipped(text, &of, it)).collect();
    let mut writer = Writer { text, at: of.start, opened: Vec::new(), pieces: Vec::new() };
    while let Some((start, Reverse(end), claim, first)) = waiting.pop_first() {
        writer.close_until(start);
        let limit = writer.opened.last().map_or(end, |it| it.end);
        if limit < end {
            waiting.insert((limit, Reverse(end), claim, false));
        }
        writer.write(start);
        writer.pieces.push(Piece::Open { claim, first });
        writer.opened.push(Opened { end: end.min(limit), claim, last: end <= limit });
    }
    writer.close_until(of.end);
    writer.write(of.end);
    writer.pieces
}

type Waiting = (usize, Reverse<usize>, usize, bool);

/// Returns the part of a span within `of`; `None` if nothing is left or it cuts a letter in two.
fn clipped(text: &str, of: &Range<usize>, span: &Span) -> Option<Waiting> {
    let (start, end) = (span.range.start.max(of.start), span.range.end.min(of.end));
    let whole = text.is_char_boundary(start) && text.is_char_boundary(end);
    (start < end && whole).then_some((start, Reverse(end), span.claim, start == span.range.start))
}

struct Writer<'a> {
    text: &'a str,
    at: usize,
    opened: Vec<Opened>,
    pieces: Vec<Piece<'a>>,
}

impl Writer<'_> {
    /// Writes the text up to `end`.
    fn write(&mut self, end: usize) {
        if let Some(text) = self.text.get(self.at..end).filter(|it| !it.is_empty()) {
            self.pieces.push(Piece::Text(text));
            self.at = end;
        }
    }

    /// Closes the marks that end at or before `limit`.
    fn close_until(&mut self, limit: usize) {
        while let Some(mark) = self.opened.pop_if(|it| it.end <= limit) {
            self.write(mark.end);
            self.pieces.push(Piece::Close { claim: mark.claim, last: mark.last });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_marked() {
        check("six died here", &["six died"], "[0:six died] here");
    }

    #[test]
    fn a_span_within_another_is_nested() {
        check(
            "six inmates died",
            &["six inmates died", "six", "died"],
            "[0:[1:six] inmates [2:died]]",
        );
    }

    #[test]
    fn equal_spans_are_nested() {
        check("six died", &["six died", "six died"], "[0:[1:six died]]");
    }

    #[test]
    fn of_two_spans_that_cross_the_later_is_split() {
        check(
            "six died at noon",
            &["six died at", "died at noon"],
            "[0:six [1:died at]][+1: noon]",
        );
    }

    #[test]
    fn a_span_over_several_ends_is_split_at_each() {
        let text = "a b c d e";
        check(text, &["a b c", "b c d", "c d e"], "[0:a [1:b [2:c]]][+2:[+1: d] e]");
    }

    #[test]
    fn a_span_that_cuts_a_letter_is_left_out() {
        let span = Span { range: 1..3, claim: 0 };
        assert_eq!(marked("éé", 0..4, &[span]), [Piece::Text("éé")]);
    }

    #[test]
    fn a_span_is_cut_to_the_block() {
        let span = Span { range: 0..6, claim: 0 };
        assert_eq!(written(&marked("abc def", 2..7, &[span])), "[+0:c de]f");
    }

    #[track_caller]
    fn check(text: &str, spans: &[&str], expected: &str) {
        let span = |(claim, words): (usize, &&str)| {
            let start = text.find(words).expect("the words stand in the text");
            Span { range: start..start + words.len(), claim }
        };
        let spans: Vec<_> = spans.iter().enumerate().map(span).collect();
        assert_eq!(written(&marked(text, 0..text.len(), &spans)), expected);
    }

    fn written(pieces: &[Piece]) -> String {
        let piece = |it: &Piece| match it {
            Piece::Open { claim, first } => format!("[{}{claim}:", if *first { "" } else { "+" }),
            Piece::Text(text) => (*text).to_owned(),
            Piece::Close { .. } => "]".to_owned(),
        };
        pieces.iter().map(piece).collect()
    }
}
