//! The bounds of what is remembered of the stories.
//!
//! In: nothing. Out: each bound, with how it was measured.

/// When a story leaves the working set; a late report opens it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Days without a report after which a story closes.
    pub days: i32,
    /// Articles that are kept whole, in all stories; when there are more, those silent longest close.
    pub articles: usize,
    /// Articles of one story that are kept whole; when it has more, older ones are no longer compared.
    pub of_a_story: usize,
    /// Terms that stay of each article kept of a closed story: its headline, names and rare words.
    pub of_a_closed_article: usize,
}

impl Default for Limits {
    /// Swept on `stories/gva` train (`cargo xtask sweep stories`, figures in `eval/stories.md`): most
    /// follow-ups come within 90 days, and with 180 or with twice the terms next to nothing is gained; 200,000
    /// articles fit into the memory of a small machine; later reports are like the last 200.
    fn default() -> Self {
        Self { days: 90, articles: 200_000, of_a_story: 200, of_a_closed_article: 64 }
    }
}
