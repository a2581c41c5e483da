//! Keeps which article is in which story, and changes it by operations that can be undone.
//!
//! In: articles by number, and operations. Out: the story of each. A story is known by the lowest
//! number among its articles: the id stays when later articles come or leave, two stories that are
//! merged keep the older id, and a part that is split off takes the id it had before, if it had one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A story, by the number of its first article, counted from 0 as they came.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StoryId(pub u32);

/// A change of which articles are in which story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Operation {
    /// The articles of `gone` become articles of `kept`.
    Merge {
        /// The older story.
        kept: StoryId,
        /// The story that is no more.
        gone: StoryId,
        /// Its articles, by number, in order.
        articles: Vec<u32>,
    },
    /// Some articles of `kept` become the story `new`.
    Split {
        /// The story they were in.
        kept: StoryId,
        /// The story they are now.
        new: StoryId,
        /// The articles, by number, in order.
        articles: Vec<u32>,
    },
}

impl Operation {
    /// Returns the operation that undoes this one.
    #[must_use]
    pub fn inverse(self) -> Self {
        match self {
            Operation::Merge { kept, gone, articles } => {
                Operation::Split { kept, new: gone, articles }
            }
            Operation::Split { kept, new, articles } => {
                Operation::Merge { kept, gone: new, articles }
            }
        }
    }
}

/// Which article is in which story.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Partition {
    story_of: Vec<StoryId>,
    members: BTreeMap<StoryId, Vec<u32>>,
}

impl Partition {
    /// Adds the next article, to `story` or to one of its own.
    pub(super) fn add(&mut self, story: Option<StoryId>) -> StoryId {
        let number = u32::try_from(self.story_of.len()).expect("fewer than four billion articles");
        let story = story.unwrap_or(StoryId(number));
        self.story_of.push(story);
        self.members.entry(story).or_default().push(number);
        story
    }

    /// Returns the story of an article.
    pub(super) fn story_of(&self, article: u32) -> StoryId {
        self.story_of[article as usize]
    }

    /// Returns the articles of a story, in order; none if there is no such story.
    pub(super) fn members(&self, story: StoryId) -> &[u32] {
        self.members.get(&story).map_or(&[], Vec::as_slice)
    }

    /// Returns every story with its articles.
    pub(super) fn stories(&self) -> impl Iterator<Item = (StoryId, &[u32])> {
        self.members.iter().map(|(id, articles)| (*id, articles.as_slice()))
    }

    /// Returns the operation that makes one story of two.
    pub(super) fn merge(&self, one: StoryId, other: StoryId) -> Operation {
        let (kept, gone) = (one.min(other), one.max(other));
        Operation::Merge { kept, gone, articles: self.members(gone).to_vec() }
    }

    /// Returns the operation that parts `articles` from the rest of their story; `None` if there is no
    /// rest, or if they are in no story together.
    pub(super) fn split(&self, articles: &[u32]) -> Option<Operation> {
        let kept = self.story_of(*articles.first()?);
        let (taken, rest): (Vec<_>, Vec<_>) =
            self.members(kept).iter().partition(|it| articles.contains(it));
        let first = |it: &[u32]| it.first().copied();
        let articles = if first(&taken) > first(&rest) { taken } else { rest };
        let new = StoryId(*articles.first()?);
        (new != kept).then_some(Operation::Split { kept, new, articles })
    }

    /// Applies an operation that was made for this state.
    pub(super) fn apply(&mut self, operation: &Operation) {
        let (from, to, articles) = match operation {
            Operation::Merge { kept, gone, articles } => (*gone, *kept, articles),
            Operation::Split { kept, new, articles } => (*kept, *new, articles),
        };
        let left = self.members.remove(&from).unwrap_or_default();
        let left: Vec<_> =
            left.into_iter().filter(|it| articles.binary_search(it).is_err()).collect();
        if !left.is_empty() {
            self.members.insert(from, left);
        }
        articles.iter().for_each(|it| self.story_of[*it as usize] = to);
        let members = self.members.entry(to).or_default();
        members.extend_from_slice(articles);
        members.sort_unstable();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_thousand_operations_undone_leave_what_was() {
        let mut partition = Partition::default();
        (0..300).for_each(|it| {
            let alone = it % 3 == 0;
            let last = it.max(1) - 1;
            let story = (!alone).then(|| partition.story_of(last));
            partition.add(story);
        });
        let before = partition.clone();
        let mut random = 1_u32;
        let mut done = Vec::new();
        while done.len() < 10_000 {
            let Some(operation) = any(&partition, &mut random) else { continue };
            partition.apply(&operation);
            assert!(partition.stories().all(|(id, it)| id.0 == it[0]), "{operation:?}");
            done.push(operation);
        }
        assert_ne!(partition, before);
        done.into_iter().rev().for_each(|it| partition.apply(&it.inverse()));
        assert_eq!(partition, before);
    }

    /// Returns a merge or a split of stories drawn by a linear congruential generator.
    fn any(partition: &Partition, random: &mut u32) -> Option<Operation> {
        let mut draw = |below: usize| {
            *random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (*random >> 8) as usize % below
        };
        let (one, other) = (draw(300) as u32, draw(300) as u32);
        let (one_story, other_story) = (partition.story_of(one), partition.story_of(other));
        if one_story != other_story {
            return Some(partition.merge(one_story, other_story));
        }
        let part: Vec<_> =
            partition.members(one_story).iter().copied().filter(|_| draw(2) == 0).collect();
        partition.split(&part)
    }
}
