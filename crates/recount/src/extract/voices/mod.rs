//! Finds who says what: voices, the words they are said to have said, and chains of voices.
//!
//! In: an annotated article. Out: attributions, each with the stretches of text that it covers and
//! the voices behind them, outermost first. The outlet's own voice is not in a chain.

mod chain;
mod memory;
mod parties;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::ops::Range;

use super::quotes::quoted;
use super::relations::{self, Manner, Relation};
use super::speakers;
use crate::annotate::{Annotated, Sentence, Syntax};
use crate::model::{Hop, Modality, Quoted};

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
    attributions: Vec<Attribution>,
    /// The words that are given as they were spoken.
    pub(super) quotes: Vec<Quoted>,
}

impl Voices {
    /// Reads the attributions of an article.
    pub(super) fn of(annotated: &Annotated, syntax: &Syntax<'_>) -> Self {
        let relations = relations::Reader::of(annotated, syntax);
        let found = relations.relations();
        let parties = parties::Parties::of(annotated, &relations);
        let reader = chain::Reader { annotated, relations: &relations };
        let mut memory = memory::Memory::default();
        let own = annotated.article.outlet.as_ref().map(|it| speakers::id_of_name(&it.name));
        let mut voices = Self::default();
        for relation in found {
            let mut hops = reader.chain(&relation, &mut memory);
            if let Some(hops) = &mut hops {
                // An outlet that quotes itself is no other voice.
                hops.retain(|hop| Some(&hop.id) != own.as_ref());
                parties.mark(hops);
            }
            if !relations.is_quoted(relation.verb) {
                voices.quotes.extend(quoted(annotated, &relations, &relation, hops.as_deref()));
            }
            voices.attributions.extend(hops.and_then(|it| attribution(relation, it, annotated)));
        }
        // Of cues within one another the first is the speaker's: "a statement confirming: “…”".
        let mut seen = BTreeSet::new();
        voices.quotes.retain(|it| seen.insert((it.parts[0].field, it.parts[0].start)));
        let carried = annotated.sentences.iter().enumerate();
        let carried: Vec<_> = carried.filter_map(|it| voices.carried_on(annotated, it)).collect();
        voices.attributions.extend(carried);
        voices
    }

    /// "They reportedly broke …" after an attributed sentence goes on with the same voice.
    fn carried_on(
        &self,
        annotated: &Annotated,
        (index, sentence): (usize, &Sentence),
    ) -> Option<Attribution> {
        let mut tokens = sentence.tokens.clone();
        let hedge = tokens.find(|at| annotated.tokens[*at].lower == "reportedly")?;
        if self.attributions.iter().any(|it| sentence.tokens.contains(&it.cue.start)) {
            return None;
        }
        let previous = annotated.sentences.get(index.checked_sub(1)?)?;
        let adjoins = |it: &&Attribution| previous.tokens.contains(&it.cue.start);
        let before = self.attributions.iter().rfind(adjoins)?;
        let anonymous = before.hops.last().is_some_and(|it| it.anonymous);
        (anonymous && previous.paragraph == sentence.paragraph).then(|| Attribution {
            content: vec![sentence.tokens.clone()],
            cue: hedge..hedge + 1,
            modality: Modality::Reported,
            ..before.clone()
        })
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

/// Reads a relation as words with voices behind them; nothing if no fact is told in it.
fn attribution(relation: Relation, hops: Vec<Hop>, annotated: &Annotated) -> Option<Attribution> {
    let modality = match relation.manner {
        Manner::Report => Modality::Reported,
        Manner::Speculate | Manner::Ask => Modality::Speculated,
        Manner::Deny => Modality::Denied,
        Manner::Allege => Modality::Alleged,
        Manner::Attitude => return None,
    };
    let content = from_cue(&relation, annotated);
    let Relation { source, cue, .. } = relation;
    Some(Attribution { content, source, cue, hops, modality })
}

/// The content with what stands between it and the cue: of `said on Sunday that the siege had ended` the
/// Sunday is as much the speaker's as the rest.
fn from_cue(relation: &Relation, annotated: &Annotated) -> Vec<Range<usize>> {
    let end = relation.cue.end.max(relation.source.end);
    let sentence = &annotated.sentence_of(relation.verb).tokens;
    let mut content = relation.content.clone();
    if let Some(first) =
        content.iter_mut().find(|it| it.start > end && sentence.contains(&it.start))
    {
        first.start = end;
    }
    content
}

fn covers(content: &Range<usize>, range: &Range<usize>) -> bool {
    content.start <= range.start && range.end <= content.end
}

fn length(attribution: &Attribution) -> usize {
    attribution.content.iter().map(ExactSizeIterator::len).sum()
}
