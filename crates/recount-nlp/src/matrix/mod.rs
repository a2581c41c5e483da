//! Layers of a network: weights that are packed once, and products with them.
//!
//! In: rows of numbers. Out: rows of numbers. A layer's outputs lie in vectors of sixteen, the
//! pieces of a maxout side by side, so that the largest piece is taken of whole vectors.

// Counted loops over arrays: see `kernel`.
#![allow(clippy::needless_range_loop)]

mod kernel;

pub(crate) use kernel::wide;
use kernel::{LANES, VECTORS};

/// Rows that are multiplied before what follows is done with them, while they are in the cache.
const BLOCK: usize = 64;

/// Added to a variance, so that nothing is divided by zero; the network was trained with it.
const EPSILON: f32 = 1e-8;

/// Weights in the order in which the kernel wants them.
#[derive(Debug)]
pub(crate) struct Weights {
    depth: usize,
    /// Vectors of [`LANES`] sums: for each sixteen outputs one for each piece.
    vectors: usize,
    panels: Vec<f32>,
}

/// What is added to the sums of a layer before the largest piece of each output is taken.
#[derive(Debug)]
pub(crate) struct Pieces {
    outputs: usize,
    pieces: usize,
    bias: Vec<f32>,
}

/// Weights and bias of a layer whose outputs are each the largest of some pieces.
#[derive(Debug)]
pub(crate) struct Layer {
    weights: Weights,
    pieces: Pieces,
}

/// Scale and shift after a row is brought to mean 0 and variance 1.
#[derive(Debug)]
pub(crate) struct Norm {
    scale: Vec<f32>,
    shift: Vec<f32>,
}

/// Where rows are: row `i` is `data[i * stride..]`, as long as the layer is deep.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rows<'a> {
    pub(crate) data: &'a [f32],
    pub(crate) stride: usize,
    pub(crate) count: usize,
}

impl Weights {
    /// Packs `weights`, which stand by block, then output, then piece, then input.
    ///
    /// # Panics
    /// If the number of weights is not that of the sizes.
    pub(crate) fn new(weights: &[f32], blocks: usize, (outputs, pieces): (usize, usize)) -> Self {
        let rows = blocks * outputs * pieces;
        assert_eq!(weights.len() % rows.max(1), 0, "weights for each piece");
        let depth = weights.len() / rows.max(1);
        let columns = columns(blocks, outputs, pieces);
        let mut panels = Vec::with_capacity(columns.len() * depth);
        for panel in columns.chunks(VECTORS * LANES) {
            for term in 0..depth {
                let weight = |column: &Option<usize>| column.map(|it| weights[it * depth + term]);
                panels.extend(panel.iter().map(|column| weight(column).unwrap_or_default()));
            }
        }
        Self { depth, vectors: columns.len() / LANES, panels }
    }

    /// Returns how many numbers [`Weights::sums`] writes for a row.
    pub(crate) fn width(&self) -> usize {
        self.vectors * LANES
    }

    /// Writes the sums of all pieces of `rows` to `sums`.
    pub(crate) fn sums(&self, rows: Rows<'_>, sums: &mut [f32]) {
        let weights = (self.panels.as_slice(), self.vectors);
        kernel::product(rows.count, (rows.data, rows.stride, self.depth), weights, sums);
    }
}

impl Pieces {
    /// Packs `bias`, which stands by output, then piece.
    ///
    /// # Panics
    /// If the number of biases is not that of the sizes.
    pub(crate) fn new(bias: &[f32], (outputs, pieces): (usize, usize)) -> Self {
        assert_eq!(bias.len(), outputs * pieces, "a bias for each piece");
        Self { outputs, pieces, bias: packed(bias, (outputs, pieces)) }
    }

    /// Returns how many outputs there are.
    pub(crate) fn outputs(&self) -> usize {
        self.outputs
    }

    /// Adds the bias to one row of sums and writes the largest piece of each output to `out`.
    #[inline]
    pub(crate) fn largest(&self, sums: &[f32], out: &mut [f32]) {
        let (sums, bias) = (sums.as_chunks::<LANES>().0, self.bias.as_chunks::<LANES>().0);
        for group in 0..sums.len() / self.pieces {
            let mut best = [f32::NEG_INFINITY; LANES];
            for piece in group * self.pieces..(group + 1) * self.pieces {
                for lane in 0..LANES {
                    let value = sums[piece][lane] + bias[piece][lane];
                    // Not `max`, which minds NaN and takes twice as long.
                    best[lane] = if value > best[lane] { value } else { best[lane] };
                }
            }
            let out = &mut out[group * LANES..];
            let count = out.len().min(LANES);
            out[..count].copy_from_slice(&best[..count]);
        }
    }
}

impl Layer {
    /// Packs `weights`, which stand by output, then piece, then input, with the bias of each piece.
    ///
    /// # Panics
    /// If the numbers of weights and biases are not those of the sizes.
    pub(crate) fn new(weights: &[f32], bias: &[f32], sizes: (usize, usize)) -> Self {
        Self { weights: Weights::new(weights, 1, sizes), pieces: Pieces::new(bias, sizes) }
    }

    /// Returns how many outputs there are.
    pub(crate) fn outputs(&self) -> usize {
        self.pieces.outputs
    }

    /// Calls `with` for each row with its number and outputs.
    pub(crate) fn apply(&self, rows: Rows<'_>, mut with: impl FnMut(usize, &mut [f32])) {
        let width = self.weights.width();
        let mut sums = vec![0.0; BLOCK.min(rows.count) * width];
        let mut out = vec![0.0; self.outputs()];
        for first in (0..rows.count).step_by(BLOCK) {
            let count = BLOCK.min(rows.count - first);
            let block = Rows { data: &rows.data[first * rows.stride..], count, ..rows };
            self.weights.sums(block, &mut sums);
            wide(|| {
                for (row, sums) in sums.chunks_exact(width).take(count).enumerate() {
                    self.pieces.largest(sums, &mut out);
                    with(first + row, &mut out);
                }
            });
        }
    }

    /// Writes the outputs of one row to `out`; `sums` is room that is used again and again.
    pub(crate) fn apply_one(&self, row: &[f32], sums: &mut Vec<f32>, out: &mut [f32]) {
        sums.resize(self.weights.width(), 0.0);
        self.weights.sums(Rows { data: row, stride: row.len(), count: 1 }, sums);
        self.pieces.largest(sums, out);
    }
}

/// Puts numbers that stand by output, then piece, in the order of a layer's sums.
pub(crate) fn packed(numbers: &[f32], (outputs, pieces): (usize, usize)) -> Vec<f32> {
    let columns = columns(numbers.len() / (outputs * pieces).max(1), outputs, pieces);
    columns.iter().map(|column| column.map_or(0.0, |it| numbers[it])).collect()
}

/// Returns which piece of which output stands in each column, block by block; the last vectors of a
/// block may have gaps.
fn columns(blocks: usize, outputs: usize, pieces: usize) -> Vec<Option<usize>> {
    let mut columns = Vec::new();
    for block in 0..blocks {
        for first in (0..outputs).step_by(LANES) {
            for piece in 0..pieces {
                let column = |output| ((block * outputs + output) * pieces) + piece;
                let real = |output: usize| (output < outputs).then(|| column(output));
                columns.extend((first..first + LANES).map(real));
            }
        }
    }
    columns
}

impl Norm {
    /// Returns a norm with `scale` and `shift` for each column.
    pub(crate) fn new(scale: &[f32], shift: &[f32]) -> Self {
        Self { scale: scale.to_vec(), shift: shift.to_vec() }
    }

    /// Brings `row` to mean 0 and variance 1, then scales and shifts it.
    #[inline]
    pub(crate) fn apply(&self, row: &mut [f32]) {
        let count = row.len() as f32;
        let mean = sum(row, |it| it) / count;
        for it in &mut *row {
            *it -= mean;
        }
        let variance = sum(row, |it| it * it) / count;
        let factor = 1.0 / (variance + EPSILON).sqrt();
        let (scale, shift) = (&self.scale[..row.len()], &self.shift[..row.len()]);
        for at in 0..row.len() {
            row[at] = row[at] * factor * scale[at] + shift[at];
        }
    }
}

/// Adds up what `term` makes of each number, in sixteen strands, so that the compiler may use vectors
/// and the order is fixed.
#[inline]
fn sum(row: &[f32], term: impl Fn(f32) -> f32) -> f32 {
    let mut strands = [0.0_f32; LANES];
    let (parts, rest) = row.as_chunks::<LANES>();
    for part in parts {
        for lane in 0..LANES {
            strands[lane] += term(part[lane]);
        }
    }
    for lane in 0..rest.len() {
        strands[lane] += term(rest[lane]);
    }
    strands.iter().sum()
}

#[cfg(test)]
mod tests;
