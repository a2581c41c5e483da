//! What makes two texts kin across all stories.
//!
//! In: nothing. Out: for each its value. Each was held against others on `stories/gva` train by F1, where precision
//! must not fall below .88, since a wrong family costs a reader more than a missed one. To measure again:
//! `cargo xtask sweep copies`, figures in `eval/copies.md`.

/// From what on two texts are of one family.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// Families from which on a run tells nothing. With more, what one site prints on every page ties its
    /// events to each other; with fewer, a text that was much reprinted is no longer found.
    pub stock: usize,
    /// Share of the shorter text's rare runs. Higher than inside a story, where the event itself speaks
    /// for a tie.
    pub copy: f64,
    /// Share of both texts' rare runs from which on two articles of one outlet are versions of one.
    ///
    /// The sweep would have 0.2, but what that gains may be other reports that tell the same background, and
    /// a site's box that was not known for furniture would tie its pages.
    pub version: f64,
    /// Fewest sampled runs that two texts share: five are some twenty words in a row.
    pub shared: usize,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { stock: 5, copy: 0.15, version: 0.5, shared: 5 }
    }
}
