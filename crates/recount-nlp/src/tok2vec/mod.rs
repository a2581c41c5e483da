//! Turns tokens into vectors that tell what they are where they stand.
//!
//! In: the features of a text's tokens. Out: one vector each, of the width that the package has.
//! This is nearly all of the time that a text takes.

mod embed;
mod encode;

use std::sync::Arc;

pub(crate) use embed::{FEATURES, Shown};

use crate::matrix::Rows;
use crate::model;
use embed::Embed;
use encode::Encode;

/// Tokens that are encoded in one go, so that a long text needs no more memory for it.
const STRETCH: usize = 4096;

/// An embedding and the layers over it.
#[derive(Debug)]
pub(crate) struct Tok2Vec {
    embed: Embed,
    encode: Encode,
}

/// The vectors of a text's tokens.
#[derive(Debug, Default)]
pub(crate) struct TokenVectors {
    data: Vec<f32>,
    width: usize,
}

impl TokenVectors {
    /// Returns the vectors as rows.
    pub(crate) fn rows(&self) -> Rows<'_> {
        let count = self.data.len().checked_div(self.width).unwrap_or_default();
        Rows { data: &self.data, stride: self.width, count }
    }
}

impl Tok2Vec {
    /// Returns the network that `weights` describe.
    pub(crate) fn new(weights: &model::Tok2Vec, vectors: Option<&Arc<model::Vectors>>) -> Self {
        let embed = Embed::new(&weights.embed, vectors);
        let encode = Encode::new(&weights.encode, embed.width());
        Self { embed, encode }
    }

    /// Returns the vectors of so many tokens of which nothing is known, as spaCy's steps see them if the
    /// network does not run.
    pub(crate) fn zeros(&self, tokens: usize) -> TokenVectors {
        let width = self.embed.width();
        TokenVectors { data: vec![0.0; tokens * width], width }
    }

    /// Returns the vectors of `tokens`.
    pub(crate) fn vectors(&self, tokens: &[Shown<'_>]) -> TokenVectors {
        let width = self.embed.width();
        let mut data = Vec::with_capacity(tokens.len() * width);
        for first in (0..tokens.len()).step_by(STRETCH) {
            let last = (first + STRETCH).min(tokens.len());
            self.stretch(tokens, first..last, &mut data);
        }
        TokenVectors { data, width }
    }

    /// Encodes the tokens of `range` with as many neighbours as the layers look at.
    fn stretch(&self, tokens: &[Shown<'_>], range: std::ops::Range<usize>, out: &mut Vec<f32>) {
        let (width, padding) = (self.embed.width(), self.encode.padding());
        let seen = range.start.saturating_sub(padding)..(range.end + padding).min(tokens.len());
        // Rows that are no tokens stand only where the text ends; they are zeros.
        let before = padding - (range.start - seen.start);
        let rows = range.len() + 2 * padding;
        let mut data = vec![0.0; rows * width];
        self.embed.embed(tokens[seen].iter().copied(), &mut data[before * width..]);
        self.encode.encode(&mut data);
        out.extend_from_slice(&data[padding * width..][..range.len() * width]);
    }
}
