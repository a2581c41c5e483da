//! Makes of an article what the library keeps of it.
//!
//! In: an annotated article. Out: its id, its outlet, and some of its three-word runs by their hashes. Its
//! words are not kept.

use serde::{Deserialize, Serialize};

use crate::annotate::Annotated;
use crate::model::ArticleId;
use crate::trace::runs::{Told, told};

/// One of so many three-word runs is kept, by its hash: enough to measure a share of a text of a hundred
/// words to a few hundredths, in a fourth of the memory.
const SAMPLE: u64 = 4;

/// What is kept of a printed article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Print {
    pub(super) id: ArticleId,
    pub(super) outlet: Option<String>,
    /// Sorted, each once.
    pub(super) runs: Vec<u32>,
}

impl Print {
    /// Makes the print of an article.
    #[must_use]
    pub fn of(annotated: &Annotated) -> Self {
        let Told { runs, .. } = told(annotated);
        let kept = runs.into_iter().filter(|it| it % SAMPLE == 0);
        let mut runs: Vec<_> = kept.map(|it| (it >> 32) as u32).collect();
        runs.sort_unstable();
        runs.dedup();
        let outlet = annotated.article.outlet.as_ref().map(|it| it.name.clone());
        Self { id: annotated.article.id.clone(), outlet, runs }
    }

    /// Returns the id of the article.
    #[must_use]
    pub fn id(&self) -> &ArticleId {
        &self.id
    }

    /// Whether one outlet, which is known, printed both.
    pub(super) fn same_outlet(&self, other: &Self) -> bool {
        self.outlet.is_some() && self.outlet == other.outlet
    }
}
