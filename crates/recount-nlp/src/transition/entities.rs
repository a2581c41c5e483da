//! Finds entities by moves of a BILUO system, one text at a time.
//!
//! In: the vectors of a text. Out: the entities, which do not overlap. Each token begins one, goes on
//! with it, ends it, is one alone, or is outside; the network scores what the rules leave open.

use std::sync::Arc;

use super::scorer::Scorer;
use crate::matrix::Rows;
use crate::model;

/// What a move does; the numbers are those of the package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Begin,
    In,
    Last,
    Unit,
    Out,
}

/// An entity recogniser.
#[derive(Debug)]
pub(crate) struct Recogniser {
    scorer: Scorer,
    moves: Vec<(Kind, Arc<str>)>,
}

/// An entity: its first token, the one after its last, and its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entity {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) label: Arc<str>,
}

/// What the rules need to know of a token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    pub(crate) is_space: bool,
    pub(crate) begins_sentence: bool,
}

impl Recogniser {
    /// Packs the weights.
    pub(crate) fn new(weights: &model::Transitions) -> Self {
        let kinds = [Kind::Begin, Kind::In, Kind::Last, Kind::Unit, Kind::Out];
        let moves = weights.moves.iter().map(|(kind, label)| {
            let kind = kinds[usize::from(kind.saturating_sub(1)).min(kinds.len() - 1)];
            (kind, Arc::from(label.as_str()))
        });
        Self { scorer: Scorer::new(weights), moves: moves.collect() }
    }

    /// Finds the entities of the text with these vectors.
    pub(crate) fn entities(&self, rows: Rows<'_>, tokens: &[Seen]) -> Vec<Entity> {
        let mut scoring = self.scorer.scoring(rows);
        let (mut found, mut open) = (Vec::new(), None);
        let mut scores = Vec::new();
        for token in 0..tokens.len() {
            let start = open.as_ref().map(|it: &Entity| it.start);
            let places = self.scorer.places();
            scoring.score(&context(token, start, places)[..places], &mut scores);
            let Some((kind, label)) = self.best(tokens, token, open.as_ref(), &scores) else {
                break;
            };
            let entity = || Entity { start: token, end: token + 1, label: Arc::clone(label) };
            match kind {
                Kind::Begin => open = Some(entity()),
                Kind::Unit => found.push(entity()),
                Kind::Last => found.extend(open.take().map(|it| Entity { end: token + 1, ..it })),
                Kind::In | Kind::Out => {}
            }
        }
        found
    }

    /// Returns the move with the highest score of those that the rules allow.
    fn best(
        &self,
        tokens: &[Seen],
        token: usize,
        open: Option<&Entity>,
        scores: &[f32],
    ) -> Option<(Kind, &Arc<str>)> {
        let goes_on = tokens.get(token + 1).is_some_and(|it| !it.begins_sentence);
        let may_start = open.is_none() && !tokens[token].is_space;
        let allowed = |kind: Kind, label: &str| match kind {
            Kind::Out => open.is_none(),
            _ if label.is_empty() => false,
            Kind::Begin => may_start && goes_on,
            Kind::Unit => may_start,
            Kind::In => goes_on && open.is_some_and(|it| *it.label == *label),
            Kind::Last => open.is_some_and(|it| *it.label == *label),
        };
        let mut best: Option<(f32, (Kind, &Arc<str>))> = None;
        for (score, (kind, label)) in scores.iter().zip(&self.moves) {
            if best.is_none_or(|(most, _)| *score > most) && allowed(*kind, label) {
                best = Some((*score, (*kind, label)));
            }
        }
        best.map(|(_, it)| it)
    }
}

/// Returns the tokens that describe the state to a network of three places: this one, the first of
/// the open entity and the one before this in it; or of six: this one and the first five of the
/// entity.
fn context(token: usize, start: Option<usize>, places: usize) -> [Option<usize>; 6] {
    let mut found = [Some(token), None, None, None, None, None];
    let Some(start) = start else { return found };
    if places <= 3 {
        found[1..3].copy_from_slice(&[Some(start), Some(token - 1)]);
        return found;
    }
    found[1..].iter_mut().zip(start..token).for_each(|(place, it)| *place = Some(it));
    found
}

impl Entity {
    /// Returns the same entity so many tokens later.
    pub(crate) fn moved(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by, ..self }
    }
}
