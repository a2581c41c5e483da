//! Finds who says what: voices, the words they are said to have said, and chains of voices.
//!
//! In: an annotated article. Out: attributions, each with the stretches of text that it covers and
//! the voices behind them, outermost first. The outlet's own voice is not in a chain.

mod content;
mod cue;
mod source;

use std::ops::Range;

use crate::annotate::Annotated;
use crate::model::{Hop, Modality};

pub(super) use source::known_voice;

/// Words and who is behind them.
#[derive(Debug, Clone)]
pub(super) struct Attribution {
    /// The words, in order.
    pub(super) content: Vec<Range<usize>>,
    /// Who said them, outermost first; empty for "reportedly", which names nobody.
    pub(super) hops: Vec<Hop>,
    /// How sure the verb makes them.
    pub(super) modality: Modality,
}

/// Who says what in one article.
#[derive(Debug, Default)]
pub(super) struct Voices {
    attributions: Vec<Attribution>,
}

impl Voices {
    /// Reads the attributions of an article.
    pub(super) fn of(annotated: &Annotated) -> Self {
        let mut attributions: Vec<Attribution> = Vec::new();
        let mut memory = source::Memory::default();
        for (index, sentence) in annotated.sentences.iter().enumerate() {
            let reader = cue::Reader { annotated, index, sentence };
            let mut found = reader.read(&mut memory);
            if found.is_empty() {
                found.extend(reader.carried_on(attributions.last()));
            }
            attributions.extend(found);
        }
        Self { attributions }
    }

    /// Returns the chain and the modality of what the tokens of `range` say.
    ///
    /// Attributions that hold one another are one chain: the wider is the outer voice.
    pub(super) fn of_words(&self, range: &Range<usize>) -> (Vec<Hop>, Modality) {
        let holds = |it: &&Attribution| it.content.iter().any(|it| covers(it, range));
        let mut holding: Vec<_> = self.attributions.iter().filter(holds).collect();
        holding.sort_by_key(|it| std::cmp::Reverse(length(it)));
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

fn covers(content: &Range<usize>, range: &Range<usize>) -> bool {
    content.start <= range.start && range.end <= content.end
}

fn length(attribution: &Attribution) -> usize {
    attribution.content.iter().map(ExactSizeIterator::len).sum()
}
