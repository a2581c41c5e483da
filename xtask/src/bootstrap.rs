//! Tells how far a figure may lie from what other documents of the same kind would give.
//!
//! In: documents and a figure made of them. Out: its 95 % interval, by the percentile bootstrap: as
//! many documents are drawn with replacement as there are, a thousand times, and the figure is made of
//! each draw. What lies in one document stays together, since its sentences are not independent. The
//! same documents always give the same interval, and figures of as many documents see the same draws.

use std::fmt;

/// How often documents are drawn. Of a thousand figures 25 lie beyond either bound.
const RESAMPLES: usize = 1_000;

/// Where the draws begin; any number would do, as long as it stays.
const SEED: u64 = 1992;

/// The bounds between which a figure lies in 95 of 100 draws; printed as `78.9–83.2`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Interval {
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = f.precision().unwrap_or(1);
        write!(f, "{:.digits$}–{:.digits$}", self.low, self.high)
    }
}

/// Returns the interval of `figure` over `documents`.
pub(crate) fn interval<T>(documents: &[T], figure: impl Fn(&[&T]) -> f64) -> Interval {
    let mut draws = Draws(SEED);
    let mut figures: Vec<_> = (0..RESAMPLES).map(|_| figure(&draws.draw(documents))).collect();
    figures.sort_by(f64::total_cmp);
    let beyond = RESAMPLES / 40;
    Interval { low: figures[beyond - 1], high: figures[RESAMPLES - beyond] }
}

/// Draws by `SplitMix64`, whose state is a counter.
struct Draws(u64);

impl Draws {
    fn draw<'a, T>(&mut self, documents: &'a [T]) -> Vec<&'a T> {
        (0..documents.len()).map(|_| &documents[self.below(documents.len())]).collect()
    }

    /// Returns a number below `bound`, each as likely as another to within one in 2⁶⁴.
    fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_those_of_splitmix64() {
        // The first numbers of the reference implementation (Vigna 2015) from the state 0.
        let mut draws = Draws(0);
        assert_eq!([draws.next(), draws.next()], [0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4]);
    }

    #[test]
    fn documents_that_agree_leave_no_doubt() {
        assert_eq!(interval(&[0.5; 20], mean), Interval { low: 0.5, high: 0.5 });
        assert_eq!(interval(&[], mean), Interval { low: 0.0, high: 0.0 });
    }

    #[test]
    fn a_share_is_as_uncertain_as_theory_says() {
        // Half of 400: a standard error of 2.5 %, so 1.96 of them are 4.9 % to either side.
        let documents: Vec<_> = (0..400).map(|it| f64::from(it % 2)).collect();
        let found = interval(&documents, mean);
        assert!((found.low - 0.451).abs() < 0.008, "{found:.3}");
        assert!((found.high - 0.549).abs() < 0.008, "{found:.3}");
        assert_eq!(found, interval(&documents, mean));
    }

    fn mean(drawn: &[&f64]) -> f64 {
        drawn.iter().copied().sum::<f64>() / drawn.len().max(1) as f64
    }
}
