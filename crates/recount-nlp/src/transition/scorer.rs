//! Scores the moves of a transition system from a few tokens that describe its state.
//!
//! In: the vectors of a text, then again and again the tokens that a state looks at. Out: a score for
//! each move. What a token adds in each of the places where a state may look is worked out for whole
//! blocks of tokens beforehand: a step is then a sum of a few rows.

use std::cell::RefCell;
use std::collections::VecDeque;

use crate::matrix::{Layer, Pieces, Rows, Weights, packed, wide};
use crate::model;

/// Tokens of a block; 64 rows keep the matrix products busy.
const BLOCK: usize = 64;

/// Blocks that are kept, so that a very long text needs no more memory: 8,192 tokens, 32 MB for the
/// English parser. A state seldom looks further back; if it does, the block is made again.
const KEPT_BLOCKS: usize = 128;

/// The network that scores moves.
#[derive(Debug)]
pub(crate) struct Scorer {
    reduce: Layer,
    lower: Weights,
    hidden: Pieces,
    /// What a missing token adds, place by place.
    padding: Vec<f32>,
    places: usize,
    upper: Option<Layer>,
}

thread_local! {
    /// Blocks of texts that were parsed before on this thread: fresh memory costs as much as what is
    /// written into it.
    static SPARE: RefCell<Vec<Vec<f32>>> = const { RefCell::new(Vec::new()) };
}

/// Blocks that a thread keeps for the next text: 8 MB for the English parser.
const SPARE_BLOCKS: usize = 32;

/// The network with one text before it.
pub(crate) struct Scoring<'a> {
    scorer: &'a Scorer,
    vectors: Vec<f32>,
    blocks: Vec<Option<Vec<f32>>>,
    made: VecDeque<usize>,
    sums: Vec<f32>,
    hidden: Vec<f32>,
    room: Vec<f32>,
}

impl Scorer {
    /// Packs the weights.
    pub(crate) fn new(weights: &model::Transitions) -> Self {
        let outputs = weights.lower_bias.len() / weights.pieces;
        let sizes = (outputs, weights.pieces);
        Self {
            reduce: weights.reduce.layer(),
            lower: Weights::new(&weights.lower.data, weights.features, sizes),
            hidden: Pieces::new(&weights.lower_bias, sizes),
            padding: packed(&weights.padding, sizes),
            places: weights.features,
            upper: weights.upper.as_ref().map(model::Linear::layer),
        }
    }

    /// Returns how many tokens describe a state.
    pub(crate) fn places(&self) -> usize {
        self.places
    }

    /// Puts a text before the network.
    pub(crate) fn scoring(&self, rows: Rows<'_>) -> Scoring<'_> {
        let mut vectors = Vec::with_capacity(rows.count * self.reduce.outputs());
        self.reduce.apply(rows, |_, out| vectors.extend_from_slice(out));
        Scoring {
            scorer: self,
            vectors,
            blocks: vec![None; rows.count.div_ceil(BLOCK)],
            made: VecDeque::new(),
            sums: vec![0.0; self.lower.width() / self.places],
            hidden: vec![0.0; self.hidden.outputs()],
            room: Vec::new(),
        }
    }
}

impl Scoring<'_> {
    /// Writes the score of each move to `scores`; `None` is a token that the state does not have.
    pub(crate) fn score(&mut self, state: &[Option<usize>], scores: &mut Vec<f32>) {
        for token in state.iter().flatten() {
            self.make(token / BLOCK, state);
        }
        wide(|| self.add_up(state));
        match &self.scorer.upper {
            Some(upper) => {
                scores.resize(upper.outputs(), 0.0);
                upper.apply_one(&self.hidden, &mut self.room, scores);
            }
            None => scores.clone_from(&self.hidden),
        }
    }

    #[inline]
    fn add_up(&mut self, state: &[Option<usize>]) {
        self.sums.fill(0.0);
        let width = self.sums.len();
        for (place, token) in state.iter().enumerate() {
            let row = match token {
                Some(token) => row(&self.blocks, *token, self.scorer.lower.width()),
                None => &self.scorer.padding,
            };
            let row = &row[place * width..][..width];
            // A counted loop: see `matrix::kernel`.
            #[allow(clippy::needless_range_loop)]
            for at in 0..width {
                self.sums[at] += row[at];
            }
        }
        self.scorer.hidden.largest(&self.sums, &mut self.hidden);
    }

    /// Works out what the tokens of a block add in each place; the blocks of `state` are kept.
    fn make(&mut self, block: usize, state: &[Option<usize>]) {
        if self.blocks[block].is_some() {
            return;
        }
        let room = if self.made.len() < KEPT_BLOCKS { None } else { self.oldest_but(state) };
        let mut sums = room.or_else(|| SPARE.with_borrow_mut(Vec::pop)).unwrap_or_default();
        let stride = self.scorer.reduce.outputs();
        let data = &self.vectors[block * BLOCK * stride..];
        let count = BLOCK.min(data.len() / stride);
        sums.resize(count * self.scorer.lower.width(), 0.0);
        self.scorer.lower.sums(Rows { data, stride, count }, &mut sums);
        self.blocks[block] = Some(sums);
        self.made.push_back(block);
    }

    /// Takes away the oldest block of those at which `state` does not look.
    fn oldest_but(&mut self, state: &[Option<usize>]) -> Option<Vec<f32>> {
        let is_seen = |block: &usize| state.iter().flatten().any(|token| token / BLOCK == *block);
        let at = self.made.iter().position(|block| !is_seen(block))?;
        self.made.remove(at).and_then(|block| self.blocks[block].take())
    }
}

impl Drop for Scoring<'_> {
    fn drop(&mut self) {
        let blocks = self.made.drain(..).filter_map(|it| self.blocks[it].take());
        SPARE.with_borrow_mut(|spare| {
            spare.extend(blocks);
            spare.truncate(SPARE_BLOCKS);
        });
    }
}

/// Returns what a token adds in all places.
fn row(blocks: &[Option<Vec<f32>>], token: usize, width: usize) -> &[f32] {
    let block = blocks[token / BLOCK].as_deref().unwrap_or_default();
    &block[token % BLOCK * width..][..width]
}
