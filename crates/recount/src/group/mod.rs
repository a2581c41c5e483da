//! Groups articles into stories: which reports tell the same event.
//!
//! In: annotated articles, one at a time. Out: for each the story it belongs to. The only stage with
//! state: a story is open to what comes later. Within a batch the order of arrival makes no
//! difference, since a batch is sorted by date and id before it is grouped.

mod days;
mod decision;
mod grouper;
mod index;
mod published;
mod sketch;
mod terms;
mod vector;

use std::collections::BTreeMap;

use rayon::prelude::*;

pub use decision::Likeness;
pub use grouper::{Grouper, StoryId};
pub use published::infer_dates;

use crate::annotate::Annotated;

/// The articles of a story, as indexes into the batch, in its order.
pub type Story = Vec<usize>;

/// Groups a batch that is sorted by date and id; stories in the order of their first article.
#[must_use]
pub fn stories(batch: &[Annotated]) -> Vec<Story> {
    let sketches: Vec<_> = batch.par_iter().map(sketch::sketch).collect();
    let mut grouper = Grouper::default();
    let mut stories: BTreeMap<StoryId, Story> = BTreeMap::new();
    for (at, sketch) in sketches.into_iter().enumerate() {
        stories.entry(grouper.add_sketch(sketch)).or_default().push(at);
    }
    stories.into_values().collect()
}

#[cfg(test)]
mod tests;
