//! Finds how far reported words reach: over quotation marks, sentences and the rest of a sentence.
//!
//! In: a sentence and the place of its cue. Out: ranges of tokens.

use std::ops::Range;

use super::cue::Reader;
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

/// How many words may follow "said" at the end of a sentence without being what was said:
/// "…, police said in a statement".
const TRAILING: usize = 3;

impl Reader<'_> {
    /// What the voice said: after the verb, or before the voice where nothing follows, or both.
    pub(super) fn content(&self, verb: usize, named: &Range<usize>) -> Vec<Range<usize>> {
        let Range { start, end } = self.sentence.tokens;
        let from = (verb + 1).max(if named.start >= verb { named.end } else { verb + 1 });
        let after = from..end;
        let first = named.start.min(verb);
        let breaks = self.lower(from) == "," || is_quote(self.annotated, from);
        // Where a quotation closes right before the voice, what follows says where it was said.
        let quoted = first > start && is_quote(self.annotated, first - 1);
        let before = start..first;
        // Few words behind the verb are what was said only where nothing stands before the voice.
        let least = if self.words(&before) > 1 && self.opens_late(first) { TRAILING } else { 0 };
        let said_after = self.words(&after) > least && (breaks || !quoted);
        let late = self.opens_late(first) && (!said_after || breaks);
        let postposed = self.words(&before) > 1 && late;
        let mut content = Vec::new();
        if postposed {
            content.push(from_opening_quote(self.annotated, self.index, before));
        }
        if said_after {
            content.push(to_closing_quote(self.annotated, self.index, after));
        }
        content
    }

    /// Whether the voice stands after what it said: `…, police said`, `…” the source said`.
    fn opens_late(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|it| *it >= self.sentence.tokens.start);
        before.is_some_and(|it| self.lower(it) == "," || is_quote(self.annotated, it))
    }

    fn words(&self, range: &Range<usize>) -> usize {
        let timed = |at: usize| self.annotated.times.iter().any(|it| it.tokens.contains(&at));
        range.clone().filter(|at| self.annotated.tokens[*at].is_word() && !timed(*at)).count()
    }
}
