use super::*;

#[test]
fn a_layer_gives_the_largest_piece_of_each_output() {
    for (outputs, pieces, depth, rows) in
        [(96, 3, 288, 70), (64, 2, 96, 9), (50, 1, 96, 1), (5, 2, 7, 3)]
    {
        check(outputs, pieces, depth, rows);
    }
}

#[test]
fn a_row_is_brought_to_mean_0_and_variance_1() {
    let mut row: Vec<f32> = (0..96_u8).map(f32::from).collect();
    Norm::new(&[1.0; 96], &[0.0; 96]).apply(&mut row);
    assert!(row.iter().sum::<f32>().abs() < 1e-4);
    assert!((row.iter().map(|it| it * it).sum::<f32>() - 96.0).abs() < 1e-2);
}

/// Numbers that look random and are the same each time.
pub(super) fn numbers(count: usize, seed: usize) -> Vec<f32> {
    (0..count).map(|it| ((it * 7919 + seed * 104_729) % 1000) as f32 / 500.0 - 1.0).collect()
}

#[track_caller]
fn check(outputs: usize, pieces: usize, depth: usize, rows: usize) {
    let weights = numbers(outputs * pieces * depth, 1);
    let bias = numbers(outputs * pieces, 2);
    let data = numbers(rows * depth, 3);
    let layer = Layer::new(&weights, &bias, (outputs, pieces));
    let mut found = 0;
    layer.apply(Rows { data: &data, stride: depth, count: rows }, |row, out| {
        let input = &data[row * depth..][..depth];
        for (output, value) in out.iter().enumerate() {
            let piece = |piece: usize| {
                let at = output * pieces + piece;
                let terms = weights[at * depth..][..depth].iter().zip(input);
                terms.fold(0.0_f32, |sum, (a, b)| b.mul_add(*a, sum)) + bias[at]
            };
            // Bit for bit: the sums are taken in the same order on every machine.
            let largest = (0..pieces).map(piece).fold(f32::NEG_INFINITY, f32::max);
            assert_eq!(value.to_bits(), largest.to_bits());
        }
        found += 1;
    });
    assert_eq!(found, rows);
}
