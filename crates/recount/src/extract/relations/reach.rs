//! Finds how far content reaches: whole quotations, without the cue, without marks at its ends.
//!
//! In: spans as the syntax has them. Out: spans as a reader would mark them.

use std::ops::Range;

use super::quotations::is_mark;
use super::{Reader, Relation};

impl Reader<'_> {
    /// The content without cue and source, widened to whole quotations.
    pub(super) fn reach(
        &self,
        spans: &[Range<usize>],
        cue: &Range<usize>,
        source: &Range<usize>,
    ) -> Vec<Range<usize>> {
        let mut parts: Vec<_> = spans.to_vec();
        for hole in [cue, source].into_iter().filter(|it| !it.is_empty()) {
            parts = parts.into_iter().flat_map(|it| without(&it, hole)).collect();
        }
        let held = |quotation: &Range<usize>| quotation.contains(&cue.start);
        let widened = |part: Range<usize>| {
            let start = self.quotations.around(part.start).filter(|it| !held(it));
            let end = self.quotations.around(part.end.saturating_sub(1)).filter(|it| !held(it));
            let (start, end) =
                (start.map_or(part.start, |it| it.start), end.map_or(part.end, |it| it.end));
            start..self.adjoining(end).filter(|it| !held(it)).map_or(end, |it| it.end)
        };
        let parts = parts.into_iter().map(|it| self.trimmed(it)).filter(|it| !it.is_empty());
        let parts = parts.map(|it| self.behind_dateline(it.clone())..it.end);
        let parts =
            parts.map(|it| self.behind_time(cue.end, it)).map(widened).map(|it| self.trimmed(it));
        let mut parts: Vec<_> = parts.filter(|it| self.has_word(it)).collect();
        parts.sort_by_key(|it| it.start);
        parts.dedup_by(|b, a| b.start < a.end);
        parts
    }

    /// `a statement on the siege: “…”`: the quotation that follows what is said, in the same sentence.
    fn adjoining(&self, end: usize) -> Option<&Range<usize>> {
        let next = self.quotations.from(end)?;
        let colon = next.start == end + 1 && self.lower(end) == ":";
        (next.start == end || colon)
            .then_some(next)
            .filter(|it| self.sentence(end - 1).contains(&it.start))
    }

    /// `said on Friday he …`: the time is that of the saying.
    fn behind_time(&self, cue: usize, part: Range<usize>) -> Range<usize> {
        let follows = |start: usize| {
            start == cue || start == cue + 1 && matches!(self.lower(cue), "on" | "in" | "at")
        };
        let time = self.annotated.times.iter().find(|it| {
            part.start >= cue && part.start <= it.tokens.start && follows(it.tokens.start)
        });
        match time {
            Some(time) if time.tokens.end < part.end => time.tokens.end..part.end,
            _ => part,
        }
    }

    fn has_word(&self, range: &Range<usize>) -> bool {
        range.clone().any(|at| self.annotated.tokens[at].is_word())
    }

    /// Leaves out marks at both ends, but no quotation mark whose partner is inside.
    pub(super) fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let tokens = &self.annotated.tokens;
        let loose = |at: usize, range: &Range<usize>| {
            if tokens[at].is_word() {
                return false;
            }
            match self.quotations.around(at) {
                Some(quotation) if is_mark(&tokens[at]) => {
                    quotation.start < range.start || quotation.end > range.end
                }
                Some(_) => false,
                None => !matches!(
                    &*tokens[at].lower,
                    "$" | "£" | "€" | "%" | "#" | "(" | ")" | "[" | "]" | "?" | "!"
                ),
            }
        };
        let Range { mut start, mut end } = range;
        while start < end && loose(start, &(start..end)) {
            start += 1;
        }
        while start < end && loose(end - 1, &(start..end)) {
            end -= 1;
        }
        start..end
    }

    /// `Police said two were hurt, the Courier reported`: what police said ends before the Courier, and
    /// the Courier tells that they said it.
    pub(super) fn end_before_postposed(&self, found: &mut [Relation]) {
        for late in 0..found.len() {
            let first = found[late].source.start.min(found[late].cue.start);
            let behind = |it: &Range<usize>| it.end <= first;
            let postposed = found[late].content.iter().all(behind)
                && matches!(self.lower(first.wrapping_sub(1)), "," | "\"")
                && !found[late].source.is_empty();
            let sentence = self.sentence(first);
            for early in (0..late).filter(|_| postposed) {
                let held = found[early]
                    .content
                    .iter_mut()
                    .find(|it| it.contains(&first) && it.start >= sentence.start);
                let Some(held) = held else { continue };
                *held = self.trimmed(held.start..first);
                let start = found[early].source.start.min(found[early].cue.start);
                let whole = self.trimmed(start.max(sentence.start)..first);
                found[late].content = vec![whole];
            }
        }
        found.iter_mut().for_each(|it| it.content.retain(|part| !part.is_empty()));
    }

    /// A quotation behind a whole sentence of somebody's words goes on with them:
    /// `“…,” she said. “…”`.
    pub(super) fn carry_on(&self, found: &mut [Relation]) {
        for at in 0..found.len() {
            let Some(next) = self.following(&found[at]) else { continue };
            let taken = |it: &Relation| {
                next.contains(&it.cue.start) && !self.is_quoted(it.cue.start)
                    || it.content.iter().any(|part| part.start < next.end && next.start < part.end)
            };
            if !found.iter().any(taken) {
                found[at].content.push(next);
            }
        }
    }

    /// The quotation that opens right behind the sentence of a cue whose content ends quoted.
    fn following(&self, relation: &Relation) -> Option<Range<usize>> {
        let quoted = relation.content.iter().any(|it| self.is_quoted(it.end - 1));
        let end = self.sentence(relation.verb).end;
        // A mark that opens the next quotation may stand in the sentence before it.
        let next = self.quotations.from(end - 1).filter(|it| it.start <= end)?;
        let tokens = &self.annotated.tokens;
        let ended = |at: usize| matches!(&*tokens[at].lower, "." | "?" | "!" | "\"");
        (quoted && ended(next.start - 1) && self.same_paragraph(relation.verb, next.start))
            .then(|| next.clone())
    }

    pub(super) fn same_paragraph(&self, a: usize, b: usize) -> bool {
        self.annotated.sentence_of(a).paragraph == self.annotated.sentence_of(b).paragraph
    }
}

/// Cuts `hole` out of `range`.
fn without(range: &Range<usize>, hole: &Range<usize>) -> Vec<Range<usize>> {
    if hole.end <= range.start || range.end <= hole.start {
        return vec![range.clone()];
    }
    let parts = [range.start..hole.start.max(range.start), hole.end.min(range.end)..range.end];
    parts.into_iter().filter(|it| !it.is_empty()).collect()
}
