//! Multiplies rows of numbers with packed weights, as fast as the processor can.
//!
//! In: rows, and weights in panels of up to three vectors of sixteen columns. Out: the products. Each
//! sum is taken in the order of its terms, with fused multiply-add, whatever the vector width: the
//! same bits come out on every machine. That is why this is not one of the well-kept crates, which
//! split sums by the processor they meet; and the epilogues that follow want this layout.
//!
//! This is the only module with `unsafe`: the widest instructions of the processor, chosen at run
//! time, are worth 8.6 times the portable loop (`docs/decisions/0010`). Slices are checked once for
//! a whole tile, in [`Tile::new`]; the loads behind it are not.
#![allow(unsafe_code)]
// Counted loops over arrays stay in registers whatever the build's settings are; chains of iterators
// did so only with link-time optimisation.
#![allow(clippy::needless_range_loop)]

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
    let width = vectors * LANES;
    assert!(panels.len() >= depth * width, "the weights are complete");
    assert!(out.len() >= rows * width, "there is room for the sums");
    assert!(rows == 0 || a.len() >= (rows - 1) * stride + depth, "the rows are complete");
    let level = Level::of_this_machine();
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

/// What the processor can do.
#[derive(Clone, Copy)]
enum Level {
    #[cfg(target_arch = "x86_64")]
    Avx512,
    #[cfg(target_arch = "x86_64")]
    Avx2,
    Portable,
}

impl Level {
    fn of_this_machine() -> Self {
        #[cfg(target_arch = "x86_64")]
        {
            if is_x86_feature_detected!("avx512f")
                && is_x86_feature_detected!("avx512vl")
                && is_x86_feature_detected!("avx512dq")
                && is_x86_feature_detected!("avx512bw")
            {
                return Self::Avx512;
            }
            if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma") {
                return Self::Avx2;
            }
        }
        Self::Portable
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

/// Runs `work` compiled for the widest vectors of this machine.
///
/// Nothing in it is contracted or reordered by that, so that its results are the same everywhere.
#[inline]
pub(crate) fn wide<R>(work: impl FnOnce() -> R) -> R {
    match Level::of_this_machine() {
        // SAFETY: the level says that the processor has the instructions.
        #[cfg(target_arch = "x86_64")]
        Level::Avx512 => unsafe { x86::wide_512(work) },
        // SAFETY: as above.
        #[cfg(target_arch = "x86_64")]
        Level::Avx2 => unsafe { x86::wide_256(work) },
        Level::Portable => work(),
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

#[cfg(target_arch = "x86_64")]
mod x86 {
    use std::arch::x86_64::{
        _mm256_fmadd_ps, _mm256_loadu_ps, _mm256_set1_ps, _mm256_setzero_ps, _mm256_storeu_ps,
        _mm512_fmadd_ps, _mm512_loadu_ps, _mm512_set1_ps, _mm512_setzero_ps, _mm512_storeu_ps,
    };

    use super::{LANES, Tile, VECTORS};

    #[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw")]
    pub(super) fn wide_512<R>(work: impl FnOnce() -> R) -> R {
        work()
    }

    #[target_feature(enable = "avx2,fma")]
    pub(super) fn wide_256<R>(work: impl FnOnce() -> R) -> R {
        work()
    }

    /// Calls the tile of a fixed size, so that its sums stay in registers.
    macro_rules! by_size {
        ($tile:ident, $rows:ident, $vectors:ident, $multiply:ident, [$($size:literal)*]) => {
            match ($rows, $vectors) {
                $(($size, 3) => $multiply::<$size, 3>($tile),
                ($size, 2) => $multiply::<$size, 2>($tile),
                ($size, _) => $multiply::<$size, 1>($tile),)*
                _ => unreachable!("a tile has one to eight rows"),
            }
        };
    }

    /// # Safety
    /// The slices of the tile hold `rows` rows and `vectors` vectors.
    #[target_feature(enable = "avx512f")]
    pub(super) unsafe fn by_rows_512(tile: Tile<'_>, rows: usize, vectors: usize) {
        // SAFETY: the sizes are those of the caller's contract.
        unsafe { by_size!(tile, rows, vectors, multiply_512, [1 2 3 4 5 6 7 8]) }
    }

    /// # Safety
    /// The slices of the tile hold `R` rows and `V` vectors.
    #[target_feature(enable = "avx512f")]
    unsafe fn multiply_512<const R: usize, const V: usize>(tile: Tile<'_>) {
        let mut sums = [[_mm512_setzero_ps(); V]; R];
        let (a, panel) = (tile.a.as_ptr(), tile.panel.as_ptr());
        for term in 0..tile.depth {
            let mut weights = [_mm512_setzero_ps(); V];
            for vector in 0..V {
                // SAFETY: `term` is below the depth and `vector` below `V`.
                weights[vector] =
                    unsafe { _mm512_loadu_ps(panel.add((term * V + vector) * LANES)) };
            }
            for row in 0..R {
                // SAFETY: `row` is below `R` and `term` below the depth.
                let scale = _mm512_set1_ps(unsafe { *a.add(row * tile.stride + term) });
                for vector in 0..V {
                    sums[row][vector] = _mm512_fmadd_ps(scale, weights[vector], sums[row][vector]);
                }
            }
        }
        for (row, sums) in sums.iter().enumerate() {
            for (vector, sum) in sums.iter().enumerate() {
                // SAFETY: the caller has room for `R` rows of `V` vectors.
                unsafe {
                    let to = tile.out.as_mut_ptr().add(row * tile.width + vector * LANES);
                    _mm512_storeu_ps(to, *sum);
                }
            }
        }
    }

    /// Vectors whose sums are taken side by side: as many as hide the wait for each.
    const ABREAST: usize = 3 * VECTORS;

    /// # Safety
    /// `panels` holds `vectors` vectors for each number of `a`, and `out` has room for them.
    #[target_feature(enable = "avx512f")]
    pub(super) unsafe fn one_row_512(a: &[f32], panels: &[f32], vectors: usize, out: &mut [f32]) {
        for first in (0..vectors).step_by(ABREAST) {
            let panels = &panels[first * LANES * a.len()..];
            let out = &mut out[first * LANES..];
            macro_rules! by_count {
                ($($count:literal)*) => {
                    match vectors - first {
                        // SAFETY: so many vectors are left.
                        $($count => unsafe { abreast_512::<$count>(a, panels, out) },)*
                        // SAFETY: more are left.
                        _ => unsafe { abreast_512::<ABREAST>(a, panels, out) },
                    }
                };
            }
            by_count!(1 2 3 4 5 6 7 8);
        }
    }

    /// # Safety
    /// `panels` holds `V` vectors for each number of `a`, and `out` has room for them.
    #[target_feature(enable = "avx512f")]
    unsafe fn abreast_512<const V: usize>(a: &[f32], panels: &[f32], out: &mut [f32]) {
        let mut sums = [_mm512_setzero_ps(); V];
        for term in 0..a.len() {
            let scale = _mm512_set1_ps(a[term]);
            for vector in 0..V {
                let panel = vector / VECTORS * VECTORS;
                let width = VECTORS.min(V - panel);
                let at = (panel * a.len() + term * width + vector - panel) * LANES;
                // SAFETY: `vector` is below `V`, `term` below the length of `a`.
                let weight = unsafe { _mm512_loadu_ps(panels.as_ptr().add(at)) };
                sums[vector] = _mm512_fmadd_ps(scale, weight, sums[vector]);
            }
        }
        for (vector, sum) in sums.iter().enumerate() {
            // SAFETY: there is room for `V` vectors.
            unsafe { _mm512_storeu_ps(out.as_mut_ptr().add(vector * LANES), *sum) };
        }
    }

    /// # Safety
    /// The slices of the tile hold `rows` rows and `vectors` vectors.
    #[target_feature(enable = "avx2,fma")]
    pub(super) unsafe fn by_rows_256(tile: Tile<'_>, rows: usize, vectors: usize) {
        let mut tile = tile;
        for row in (0..rows).step_by(4) {
            for vector in 0..vectors {
                let place = (row, vector, vectors);
                // SAFETY: the sizes are those of the caller's contract.
                unsafe {
                    match rows - row {
                        1 => multiply_256::<1>(&mut tile, place),
                        2 => multiply_256::<2>(&mut tile, place),
                        3 => multiply_256::<3>(&mut tile, place),
                        _ => multiply_256::<4>(&mut tile, place),
                    }
                }
            }
        }
    }

    /// # Safety
    /// The slices of the tile hold `row + R` rows and `vectors` vectors.
    #[target_feature(enable = "avx2,fma")]
    unsafe fn multiply_256<const R: usize>(
        tile: &mut Tile<'_>,
        (first, vector, vectors): (usize, usize, usize),
    ) {
        let mut sums = [[_mm256_setzero_ps(); 2]; R];
        let (a, panel) = (tile.a.as_ptr(), tile.panel.as_ptr());
        for term in 0..tile.depth {
            // SAFETY: `term` is below the depth and `vector` below `vectors`.
            let weights = unsafe {
                let at = panel.add((term * vectors + vector) * LANES);
                [_mm256_loadu_ps(at), _mm256_loadu_ps(at.add(LANES / 2))]
            };
            for row in 0..R {
                // SAFETY: `first + row` is a row of the tile.
                let scale = _mm256_set1_ps(unsafe { *a.add((first + row) * tile.stride + term) });
                for half in 0..2 {
                    sums[row][half] = _mm256_fmadd_ps(scale, weights[half], sums[row][half]);
                }
            }
        }
        for (row, sums) in sums.iter().enumerate() {
            for (half, sum) in sums.iter().enumerate() {
                let at = (first + row) * tile.width + vector * LANES + half * LANES / 2;
                // SAFETY: the caller has room for the rows and vectors of the tile.
                unsafe {
                    let to = tile.out.as_mut_ptr().add(at);
                    _mm256_storeu_ps(to, *sum);
                }
            }
        }
    }
}
