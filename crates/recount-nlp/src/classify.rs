//! Gives each token the class that a linear layer scores highest.
//!
//! In: the vectors of a text. Out: the number of a class for each token, or all its scores. Of equal
//! scores the first stands.

use crate::matrix::{Layer, Rows};

/// Returns the best class of each row.
pub(crate) fn best(layer: &Layer, rows: Rows<'_>) -> Vec<usize> {
    let mut found = Vec::with_capacity(rows.count);
    layer.apply(rows, |_, scores| found.push(largest(scores)));
    found
}

fn largest(scores: &[f32]) -> usize {
    let mut best = 0;
    for (class, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = class;
        }
    }
    best
}
