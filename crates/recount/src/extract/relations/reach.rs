//! Finds how far content reaches: whole quotations, without the cue, without marks at its ends.
//!
//! In: spans as the syntax has them. Out: spans as a reader would mark them.

use std::ops::Range;

use super::{Reader, Relation, covers};
use crate::annotate::is_mark;

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
        let times = &self.annotated.times;
        let next = times.get(times.partition_point(|it| it.tokens.start < part.start.max(cue)));
        match next.filter(|it| part.start >= cue && follows(it.tokens.start)) {
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

    /// The words between quotation marks in the content of a relation, without the marks.
    pub(in crate::extract) fn quoted_parts(&self, relation: &Relation) -> Vec<Range<usize>> {
        let inside = |part: &Range<usize>| {
            let part = part.clone();
            let first = part.clone().filter_map(|at| self.quotations.around(at).cloned());
            let mut all: Vec<_> = first.filter(|it| covers(&part, it)).collect();
            all.dedup();
            all
        };
        let plain = |it: Range<usize>| {
            let mark = |at: usize| usize::from(is_mark(&self.annotated.tokens[at]));
            it.start + mark(it.start)..it.end - mark(it.end - 1)
        };
        let parts = relation.content.iter().flat_map(inside);
        parts.map(plain).filter(|it| it.start < it.end).collect()
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
