//! Settles relations that stand beside one another: quotations that go on, voices that tell of voices.
//!
//! In: the relations of an article in the order of their cues. Out: the same, with contents widened or
//! cut. Only neighbours are looked at, so that the time for a text of any length is linear.

use std::ops::Range;

use super::{Reader, Relation};

/// How many relations further on in the text one may be that has to do with another: as many cues as a long
/// sentence has.
const NEAR: usize = 16;

impl Reader<'_> {
    /// Settles all of them.
    pub(super) fn settle(&self, found: &mut Vec<Relation>) {
        let issues =
            |at: &usize| self.neighbours(found, *at).any(|it| self.issues(&found[*at], it));
        *found = (0..found.len()).filter(|at| !issues(at)).map(|at| found[at].clone()).collect();
        (0..found.len()).for_each(|late| self.end_before_postposed(found, late));
        found.iter_mut().for_each(|it| it.content.retain(|part| !part.is_empty()));
        (0..found.len()).for_each(|at| self.carry_on(found, at));
    }

    fn neighbours<'b>(
        &self,
        found: &'b [Relation],
        at: usize,
    ) -> impl Iterator<Item = &'b Relation> + use<'b> {
        found[at + 1..].iter().take(NEAR)
    }

    /// `issued a statement saying that`: what the statement says is what they say.
    fn issues(&self, outer: &Relation, inner: &Relation) -> bool {
        let same = !outer.source.is_empty() && outer.source == inner.source;
        let participle = self.dep(inner.verb) == "acl";
        participle && same && outer.content.iter().any(|it| it.contains(&inner.verb))
    }

    /// `Police said two were hurt, the Courier reported`: what police said ends before the Courier, and
    /// the Courier tells that they said it.
    fn end_before_postposed(&self, found: &mut [Relation], late: usize) {
        let Relation { source, cue, content, .. } = &found[late];
        let first = source.start.min(cue.start);
        let behind = |it: &Range<usize>| it.end <= first;
        let apart = matches!(self.lower(first.wrapping_sub(1)), "," | "\"");
        if source.is_empty() || !apart || !content.iter().all(behind) {
            return;
        }
        let sentence = self.sentence(first).start;
        for early in late.saturating_sub(NEAR)..late {
            let holds = |it: &&mut Range<usize>| it.contains(&first) && it.start >= sentence;
            let Some(held) = found[early].content.iter_mut().find(holds) else { continue };
            *held = self.trimmed(held.start..first);
            let start = found[early].source.start.min(found[early].cue.start);
            found[late].content = vec![self.trimmed(start.max(sentence)..first)];
        }
    }

    /// A quotation behind a whole sentence of somebody's words goes on with them, `“…,” she said. “…”`,
    /// and so do the paragraphs behind it that are quotations as a whole.
    fn carry_on(&self, found: &mut [Relation], at: usize) {
        while let Some(next) = self.following(&found[at]) {
            let shares = |it: &Range<usize>| it.start < next.end && next.start < it.end;
            let cued =
                |it: &Relation| next.contains(&it.cue.start) && !self.is_quoted(it.cue.start);
            let taken = |it: &Relation| cued(it) || it.content.iter().any(shares);
            if taken(&found[at]) || self.neighbours(found, at).any(taken) {
                break;
            }
            found[at].content.push(next);
        }
    }

    /// The quotation that opens right behind the words of a cue whose content ends quoted.
    fn following(&self, relation: &Relation) -> Option<Range<usize>> {
        let last = relation.content.iter().map(|it| it.end).max()?;
        let quoted = self.is_quoted(last - 1);
        let sentence = self.sentence(relation.verb);
        let end = if sentence.contains(&(last - 1)) || last < sentence.start {
            sentence.end
        } else {
            last
        };
        // A mark that opens the next quotation may stand in the sentence before it.
        let next = self.quotations.from(end - 1).filter(|it| it.start <= end && quoted)?;
        let ended = matches!(self.lower(next.start - 1), "." | "?" | "!" | "\"");
        let same = self.same_paragraph(relation.verb, next.start);
        (ended && (same || self.is_paragraph(next))).then(|| next.clone())
    }

    /// Whether the quotation is a whole paragraph.
    fn is_paragraph(&self, quotation: &Range<usize>) -> bool {
        let opens =
            quotation.start == 0 || !self.same_paragraph(quotation.start - 1, quotation.start);
        let tokens = self.annotated.tokens.len();
        opens && (quotation.end == tokens || !self.same_paragraph(quotation.end - 1, quotation.end))
    }

    pub(super) fn same_paragraph(&self, a: usize, b: usize) -> bool {
        self.annotated.sentence_of(a).paragraph == self.annotated.sentence_of(b).paragraph
    }
}
