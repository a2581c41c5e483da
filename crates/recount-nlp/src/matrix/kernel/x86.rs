//! The products with the vector instructions of x86-64: AVX-512, or AVX2 with FMA.
//!
//! In: tiles whose slices [`super::product`] has checked. Out: the sums, each taken term by term, so
//! that both give the same bits as [`Tile::portable`].

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
            weights[vector] = unsafe { _mm512_loadu_ps(panel.add((term * V + vector) * LANES)) };
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
