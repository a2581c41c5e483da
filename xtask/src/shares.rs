//! Shares of counts, from 0 to 1.
//!
//! In: counts. Out: the share of one in another, and the F1 of what was found; 0 where there is nothing.

/// Returns `part` of `whole`.
pub(crate) fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// Returns F1 if `right` of what is `ours` and of what is in the `gold` agree.
pub(crate) fn f1(right: usize, ours: usize, gold: usize) -> f64 {
    share(2 * right, ours + gold)
}
