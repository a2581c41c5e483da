//! Groups articles into stories: which reports tell the same event.
//!
//! In: annotated articles, one at a time or in batches. Out: for each the story it belongs to. The only
//! stage with state: a story is open to what comes later, and the state can be saved and loaded. Within
//! a batch the order of arrival makes no difference, since a batch is added by date and id.

mod added;
mod ages;
mod calendar;
mod days;
mod decision;
mod enforce;
mod grouper;
mod index;
mod likeness;
mod limits;
mod partition;
mod published;
mod rarity;
mod rulings;
mod settings;
mod shape;
mod sketch;
mod state;
mod terms;
mod vector;
mod words;
mod working_set;

use std::collections::BTreeMap;

use rayon::prelude::*;

pub use added::{Added, Change, Proposal};
pub use decision::Weights;
pub use grouper::Grouper;
pub use likeness::{FEATURES, Likeness, NAMES};
pub use limits::Limits;
pub use partition::{Operation, StoryId};
pub use published::infer_dates;
pub use rulings::{Decision, DecisionError, Ruling};
pub use settings::Settings;
pub use shape::Shape;
pub use sketch::Sketch;

use crate::annotate::Annotated;

/// The articles of a story, as indexes into the batch, in its order.
pub type Story = Vec<usize>;

/// Groups a batch; stories in the order of their first article, by date and id.
#[must_use]
pub fn stories(batch: &[Annotated]) -> Vec<Story> {
    let sketched = |it| (it, Sketch::of(it));
    let sketched: Vec<_> = batch.par_iter().map(sketched).collect();
    let added = Grouper::default().add_batch(&sketched);
    let mut stories: BTreeMap<StoryId, Story> = BTreeMap::new();
    for (at, added) in added.into_iter().enumerate() {
        stories.entry(added.story).or_default().push(at);
    }
    stories.into_values().collect()
}

#[cfg(test)]
mod tests;
