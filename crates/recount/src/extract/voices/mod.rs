//! Finds who says what: voices, the words they are said to have said, and chains of voices.
//!
//! In: an annotated article. Out: attributions, each with the stretches of text that it covers and
//! the voices behind them, outermost first. The outlet's own voice is not in a chain.

mod content;
mod cue;
mod fixed;
mod memory;
mod source;
#[cfg(test)]
mod tests;
mod verbs;

use std::ops::Range;

use crate::annotate::Annotated;
use crate::model::{Hop, Modality};

pub(super) use source::known_voice;

/// Words and who is behind them.
#[derive(Debug, Clone)]
pub(super) struct Attribution {
    /// The words, in order.
    pub(super) content: Vec<Range<usize>>,
    /// The words that name who said them.
    pub(super) source: Range<usize>,
    /// The verb, or what else says that somebody speaks.
    pub(super) cue: Range<usize>,
    /// Who said them, outermost first; empty for "reportedly", which names nobody.
    pub(super) hops: Vec<Hop>,
    /// How sure the verb makes them.
    pub(super) modality: Modality,
}

/// Who says what in one article.
#[derive(Debug, Default)]
pub(super) struct Voices {
    pub(super) attributions: Vec<Attribution>,
}

impl Voices {
    /// Reads the attributions of an article.
    pub(super) fn of(annotated: &Annotated) -> Self {
        let mut attributions: Vec<Attribution> = Vec::new();
        let mut memory = memory::Memory::default();
        for (index, sentence) in annotated.sentences.iter().enumerate() {
            let reader = cue::Reader { annotated, index, sentence };
            let mut found = reader.read(&mut memory);
            if found.is_empty() {
                found.extend(reader.carried_on(attributions.last()));
            }
            end_before_postposed(&mut found);
            attributions.extend(found);
        }
        Self { attributions }
    }

    /// Returns the chain and the modality of what the tokens of `range` say.
    ///
    /// Attributions that hold one another are one chain: who quotes the other voice is the outer one.
    pub(super) fn of_words(&self, range: &Range<usize>) -> (Vec<Hop>, Modality) {
        let holds = |it: &&Attribution| it.content.iter().any(|it| covers(it, range));
        let holding: Vec<_> = self.attributions.iter().filter(holds).collect();
        let quoted = |it: &Attribution| {
            holding.iter().filter(|by| by.content.iter().any(|by| covers(by, &it.source))).count()
        };
        let depth: Vec<_> = holding.iter().map(|it| quoted(it)).collect();
        let mut order: Vec<_> = (0..holding.len()).collect();
        order.sort_by_key(|at| (depth[*at], std::cmp::Reverse(length(holding[*at]))));
        let holding = order.into_iter().map(|at| holding[at]);
        let mut hops: Vec<Hop> = Vec::new();
        let mut modality = Modality::Asserted;
        for attribution in holding {
            modality = modality.max(attribution.modality);
            for hop in &attribution.hops {
                if hops.iter().all(|it| it.id != hop.id) {
                    hops.push(hop.clone());
                }
            }
        }
        (hops, modality)
    }
}

/// "Police said two were hurt, the Courier reported": what police said ends before ", the Courier".
fn end_before_postposed(found: &mut [Attribution]) {
    let late = |it: &Attribution| {
        let end = it.content.iter().map(|it| it.end).max()?;
        (end <= it.source.start && it.content.len() == 1).then_some((end, it.source.clone()))
    };
    let postposed: Vec<_> = found.iter().filter_map(late).collect();
    for (end, source) in postposed {
        let others = found.iter_mut().filter(|it| it.source != source);
        let contents = others.flat_map(|it| it.content.iter_mut());
        contents.filter(|it| it.start < end && covers(it, &source)).for_each(|it| it.end = end);
    }
}

fn covers(content: &Range<usize>, range: &Range<usize>) -> bool {
    content.start <= range.start && range.end <= content.end
}

fn length(attribution: &Attribution) -> usize {
    attribution.content.iter().map(ExactSizeIterator::len).sum()
}
