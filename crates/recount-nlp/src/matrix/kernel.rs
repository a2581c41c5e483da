//! Multiplies rows of numbers with packed weights, as fast as the processor can.
//!
//! In: rows, and weights in panels of up to three vectors of sixteen columns. Out: the products. Each
//! sum is taken in the order of its terms, with fused multiply-add, whatever the vector width: the
//! same bits come out on every machine. That is why this is not one of the well-kept crates, which
//! split sums by the processor they meet; and the epilogues that follow want this layout.
//!
//! This is the only module with `unsafe`: the widest instructions of the processor, chosen at run
//! time, are worth ten times a plain safe loop (`eval/nlp.md`). Slices are checked once for all tiles,
//! in [`product`]; the loads behind it are not.
#![allow(unsafe_code)]
// Counted loops over arrays stay in registers whatever the build's settings are; chains of iterators
// did so only with link-time optimisation.
#![allow(clippy::needless_range_loop)]

mod level;
#[cfg(test)]
mod tests;
#[cfg(target_arch = "x86_64")]
mod x86;

use level::Level;
pub(crate) use level::wide;

/// Columns of a vector.
pub(crate) const LANES: usize = 16;

/// Vectors of a panel.
pub(crate) const VECTORS: usize = 3;

/// Rows that are multiplied in one go: eight rows of three vectors fill 24 of the 32 registers.
const ROWS: usize = 8;

/// Multiplies each row with the weights and writes the sums to `out`, row by row.
///
/// Row `i` is `a[i * stride..][..depth]`: rows may overlap, which makes a window of neighbours
/// free. `panels` holds for each panel, for each term, the weights of its vectors; `out` has
/// `vectors` × [`LANES`] columns.
///
/// # Panics
/// If a slice is too short for what is asked.
pub(crate) fn product(
    rows: usize,
    (a, stride, depth): (&[f32], usize, usize),
    (panels, vectors): (&[f32], usize),
    out: &mut [f32],
) {
    product_at(Level::of_this_machine(), rows, (a, stride, depth), (panels, vectors), out);
}

/// Multiplies with the instructions of `level`, which the processor has.
fn product_at(
    level: Level,
    rows: usize,
    (a, stride, depth): (&[f32], usize, usize),
    (panels, vectors): (&[f32], usize),
    out: &mut [f32],
) {
    let width = vectors * LANES;
    assert!(panels.len() >= depth * width, "the weights are complete");
    assert!(out.len() >= rows * width, "there is room for the sums");
    assert!(rows == 0 || a.len() >= (rows - 1) * stride + depth, "the rows are complete");
    if rows == 1 && level.multiplies_one(&a[..depth], (panels, vectors), out) {
        return;
    }
    for vector in (0..vectors).step_by(VECTORS) {
        let count = VECTORS.min(vectors - vector);
        let panel = &panels[vector * LANES * depth..][..count * LANES * depth];
        for row in (0..rows).step_by(ROWS) {
            let tile = Tile {
                a: &a[row * stride..],
                stride,
                depth,
                panel,
                out: &mut out[row * width + vector * LANES..],
                width,
            };
            tile.multiply(level, ROWS.min(rows - row), count);
        }
    }
}

impl Level {
    /// Multiplies a single row with all weights at once if there is a way; a tile of one row and
    /// three vectors waits for each of its sums.
    fn multiplies_one(
        self,
        a: &[f32],
        (panels, vectors): (&[f32], usize),
        out: &mut [f32],
    ) -> bool {
        match self {
            // SAFETY: `product` has checked the slices.
            #[cfg(target_arch = "x86_64")]
            Self::Avx512 => unsafe { x86::one_row_512(a, panels, vectors, out) },
            _ => return false,
        }
        true
    }
}

/// A few rows and one panel.
struct Tile<'a> {
    a: &'a [f32],
    stride: usize,
    depth: usize,
    panel: &'a [f32],
    out: &'a mut [f32],
    width: usize,
}

impl Tile<'_> {
    fn multiply(self, level: Level, rows: usize, vectors: usize) {
        match level {
            // SAFETY: the level says that the processor has the instructions; `product` has checked
            // that the slices hold `rows` rows and `vectors` vectors.
            #[cfg(target_arch = "x86_64")]
            Level::Avx512 => unsafe { x86::by_rows_512(self, rows, vectors) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Level::Avx2 => unsafe { x86::by_rows_256(self, rows, vectors) },
            Level::Portable => self.portable(rows, vectors),
        }
    }

    fn portable(self, rows: usize, vectors: usize) {
        for row in 0..rows {
            for vector in 0..vectors {
                let mut sums = [0.0_f32; LANES];
                for term in 0..self.depth {
                    let scale = self.a[row * self.stride + term];
                    let weights = &self.panel[(term * vectors + vector) * LANES..][..LANES];
                    for (sum, weight) in sums.iter_mut().zip(weights) {
                        *sum = scale.mul_add(*weight, *sum);
                    }
                }
                self.out[row * self.width + vector * LANES..][..LANES].copy_from_slice(&sums);
            }
        }
    }
}
