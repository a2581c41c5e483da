//! Finds how far reported words reach: over quotation marks, sentences and the rest of a sentence.
//!
//! In: a sentence and the place of its cue. Out: ranges of tokens.

use std::ops::Range;

use crate::annotate::{Annotated, Sentence};

/// Widens `range`, which ends with its sentence inside an open quotation, to where the quotation
/// closes in the same paragraph.
pub(super) fn to_closing_quote(
    annotated: &Annotated,
    index: usize,
    range: Range<usize>,
) -> Range<usize> {
    if quotes(annotated, &range).is_multiple_of(2) {
        return range;
    }
    let mut end = range.end;
    for sentence in following(annotated, index) {
        let count = quotes(annotated, &sentence.tokens);
        end = sentence.tokens.end;
        if count % 2 == 1 {
            return range.start..end;
        }
    }
    if end == range.end { range } else { range.start..end.min(range.end + MAX_QUOTE) }
}

/// Widens `range`, which closes a quotation that another sentence opened, back to its opening.
pub(super) fn from_opening_quote(
    annotated: &Annotated,
    index: usize,
    range: Range<usize>,
) -> Range<usize> {
    if quotes(annotated, &range).is_multiple_of(2) {
        return range;
    }
    let paragraph = annotated.sentences[index].paragraph;
    let before =
        annotated.sentences[..index].iter().rev().take_while(|it| it.paragraph == paragraph);
    for sentence in before {
        if quotes(annotated, &sentence.tokens) % 2 == 1 {
            let opens = sentence.tokens.clone().find(|at| is_quote(annotated, *at));
            return opens.unwrap_or(sentence.tokens.start)..range.end;
        }
    }
    range
}

/// How many tokens a quotation may run that is never closed.
const MAX_QUOTE: usize = 200;

fn following(annotated: &Annotated, index: usize) -> impl Iterator<Item = &Sentence> {
    let paragraph = annotated.sentences[index].paragraph;
    annotated.sentences[index + 1..].iter().take_while(move |it| it.paragraph == paragraph)
}

fn quotes(annotated: &Annotated, range: &Range<usize>) -> usize {
    range.clone().filter(|at| is_quote(annotated, *at)).count()
}

pub(super) fn is_quote(annotated: &Annotated, at: usize) -> bool {
    annotated.tokens.get(at).is_some_and(|it| it.lower == "\"")
}
