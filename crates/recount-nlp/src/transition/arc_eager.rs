//! Parses by moves of an arc-eager system, one text at a time.
//!
//! In: the vectors of a text. Out: the head and label of each token; a token without a head is the
//! root of a sentence. The system may take back an arc and may put a token without a head back into
//! the buffer (Honnibal and Johnson 2015), as spaCy's does, move by move.

use super::scorer::Scorer;
use super::state::{Arcs, Kind, State};
use crate::matrix::Rows;
use crate::model;

/// A parser.
#[derive(Debug)]
pub(crate) struct Parser {
    scorer: Scorer,
    moves: Vec<(Kind, u16)>,
    labels: Vec<std::sync::Arc<str>>,
}

impl Parser {
    /// Packs the weights; a move of a kind that is not known is never made.
    pub(crate) fn new(weights: &model::Transitions) -> Self {
        let mut labels: Vec<std::sync::Arc<str>> = Vec::new();
        let moves = weights.moves.iter().map(|(kind, label)| {
            let number = labels.iter().position(|it| **it == **label).unwrap_or_else(|| {
                labels.push(std::sync::Arc::from(label.as_str()));
                labels.len() - 1
            });
            let kinds = [Kind::Shift, Kind::Reduce, Kind::Left, Kind::Right, Kind::Break];
            (kinds[usize::from(*kind).min(kinds.len() - 1)], number as u16)
        });
        let moves = moves.collect();
        Self { scorer: Scorer::new(weights), moves, labels }
    }

    /// Returns the labels by their numbers.
    pub(crate) fn labels(&self) -> &[std::sync::Arc<str>] {
        &self.labels
    }

    /// Parses the text with these vectors. `starts` says of a token that it begins a sentence, or
    /// does not, if something before the parser has decided that.
    pub(crate) fn parse(&self, rows: Rows<'_>, starts: &[Option<bool>]) -> Arcs {
        let mut scoring = self.scorer.scoring(rows);
        let mut state = State::new(starts);
        let mut scores = Vec::new();
        while !state.is_final() {
            let places = self.scorer.places();
            scoring.score(&state.context(places)[..places], &mut scores);
            match self.best(&state, &scores) {
                Some((kind, label)) => state.make(kind, label),
                None => break,
            }
        }
        state.arcs
    }

    /// Returns the move with the highest score of those that the state allows.
    fn best(&self, state: &State<'_>, scores: &[f32]) -> Option<(Kind, u16)> {
        let allowed = state.allowed();
        let mut best: Option<(f32, (Kind, u16))> = None;
        for (score, it) in scores.iter().zip(&self.moves) {
            if allowed[it.0 as usize] && best.is_none_or(|(most, _)| *score > most) {
                best = Some((*score, *it));
            }
        }
        best.map(|(_, it)| it)
    }
}
