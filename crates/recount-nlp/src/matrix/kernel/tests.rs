use super::*;
use crate::matrix::tests::numbers;

#[test]
fn all_levels_give_the_same_bits() {
    for rows in 1..=9 {
        for vectors in 1..=10 {
            for (depth, stride) in [(1, 1), (7, 7), (96, 32), (33, 40)] {
                check(rows, vectors, depth, stride);
            }
        }
    }
}

/// Levels that this machine has, from the plainest.
fn levels() -> Vec<Level> {
    #[cfg(target_arch = "x86_64")]
    match Level::of_this_machine() {
        Level::Avx512 => return vec![Level::Portable, Level::Avx2, Level::Avx512],
        Level::Avx2 => return vec![Level::Portable, Level::Avx2],
        Level::Portable => {}
    }
    vec![Level::Portable]
}

/// Multiplies at all levels. Slices are as short as they may be, so that a sanitizer sees each step
/// too far.
#[track_caller]
fn check(rows: usize, vectors: usize, depth: usize, stride: usize) {
    let a = numbers((rows - 1) * stride + depth, 1).into_boxed_slice();
    let panels = numbers(depth * vectors * LANES, 2).into_boxed_slice();
    let sums = |level: Level| {
        let mut out = vec![f32::NAN; rows * vectors * LANES].into_boxed_slice();
        product_at(level, rows, (&a, stride, depth), (&panels, vectors), &mut out);
        out.iter().map(|it| it.to_bits()).collect::<Vec<_>>()
    };
    let levels = levels();
    let expected = sums(levels[0]);
    assert_eq!(expected, plain(rows, (&a, stride, depth), (&panels, vectors)));
    for level in &levels[1..] {
        assert_eq!(sums(*level), expected, "{level:?}, {rows} rows, {vectors} vectors");
    }
}

/// The product as one would write it down.
fn plain(
    rows: usize,
    (a, stride, depth): (&[f32], usize, usize),
    (panels, vectors): (&[f32], usize),
) -> Vec<u32> {
    let mut found = Vec::new();
    for row in 0..rows {
        for vector in 0..vectors {
            let panel = vector / VECTORS * VECTORS;
            let width = VECTORS.min(vectors - panel);
            let weights = &panels[panel * LANES * depth..];
            for lane in 0..LANES {
                let sum = (0..depth).fold(0.0_f32, |sum, term| {
                    let weight = weights[(term * width + vector - panel) * LANES + lane];
                    a[row * stride + term].mul_add(weight, sum)
                });
                found.push(sum.to_bits());
            }
        }
    }
    found
}
