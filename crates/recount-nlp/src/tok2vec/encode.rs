//! Lets each token's vector take in its neighbours.
//!
//! In: a vector for each token. Out: the same after some layers, each of which looks at a window of
//! tokens and adds what it makes of them. Before the first token and after the last stand rows of
//! zeros, which the layers change like any other: models are trained so.

use crate::matrix::{Layer, Norm, Rows};
use crate::model;

/// Layers that mix neighbouring vectors.
#[derive(Debug)]
pub(crate) struct Encode {
    window: usize,
    width: usize,
    layers: Vec<(Layer, Norm)>,
}

impl Encode {
    /// Returns the layers that `weights` describe.
    pub(crate) fn new(weights: &model::Encode, width: usize) -> Self {
        let layers = weights.layers.iter().map(|it| (it.layer(), it.norm())).collect();
        Self { window: weights.window, width, layers }
    }

    /// Returns how many rows the caller leaves free before the first token and after the last.
    pub(crate) fn padding(&self) -> usize {
        self.window * self.layers.len()
    }

    /// Encodes `rows`, which have the padding at both ends; what then stands in it means nothing.
    pub(crate) fn encode(&self, rows: &mut Vec<f32>) {
        let mut next = rows.clone();
        for (depth, layer) in self.layers.iter().enumerate() {
            // A row of padding matters only as far as the layers after this one look.
            self.step(layer, (depth + 1) * self.window, rows, &mut next);
            std::mem::swap(rows, &mut next);
        }
    }

    fn step(&self, (layer, norm): &(Layer, Norm), edge: usize, from: &[f32], to: &mut [f32]) {
        let count = (from.len() / self.width).saturating_sub(2 * edge);
        // A window is the rows of the neighbours in a row, so that the rows overlap.
        let data = &from[(edge - self.window) * self.width..];
        layer.apply(Rows { data, stride: self.width, count }, |row, out| {
            norm.apply(out);
            let place = (edge + row) * self.width..(edge + row + 1) * self.width;
            let (from, to) = (&from[place.clone()], &mut to[place]);
            for at in 0..out.len() {
                to[at] = from[at] + out[at];
            }
        });
    }
}
