//! Traces families: which articles of a story come from one text.
//!
//! In: the articles of a story. Out: a partition into families, the ties with their evidence, and how
//! many reports are independent. Direct quotations are left out: two reports that quote one
//! statement are not copies.

use crate::annotate::Annotated;
use crate::model::{ArticleId, Independent, Link};

/// Who shares a text with whom in one story.
#[derive(Debug, Clone)]
pub struct Traced {
    /// A partition of the story, each family sorted by id, families by their first id.
    pub families: Vec<Vec<ArticleId>>,
    /// Ties of kind `copy`.
    pub links: Vec<Link>,
    /// How many reports are independent.
    pub independent: Independent,
}

/// Traces the families of a story.
#[must_use]
pub fn trace(story: &[&Annotated]) -> Traced {
    let families: Vec<_> = story.iter().map(|it| vec![it.article.id.clone()]).collect();
    let count = families.len();
    let independent = Independent { low: count, best: count, high: count, reason: String::new() };
    Traced { families, links: Vec::new(), independent }
}
