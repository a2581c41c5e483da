//! What comes of adding an article, for those who keep the stories elsewhere.
//!
//! In: nothing. Out: the types that tell it.

use super::partition::{Operation, StoryId};

/// What came of adding an article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Added {
    /// Its story.
    pub story: StoryId,
    /// The log-odds that it belongs there; `None` if the story is new or was ruled.
    pub score: Option<f64>,
    /// Stories that a page of several events covers; it belongs to none of them.
    pub covers: Vec<StoryId>,
    /// What else changed, in order.
    pub changes: Vec<Change>,
    /// Stories that might be one, as far as this article tells.
    pub proposal: Option<Proposal>,
}

/// Something that changed beside the story of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Articles went from a story to another, since a person ruled so.
    Moved(Operation),
    /// A story left the working set.
    Closed(StoryId),
    /// A late report opened a story again.
    Reopened(StoryId),
}

/// Two stories that might be one; it is for a person to say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Proposal {
    /// The story that the article joined.
    pub joined: StoryId,
    /// The story that it might as well have joined.
    pub other: StoryId,
    /// The log-odds that it belongs to the other.
    pub score: f64,
}
