//! Brings the stories into line with what people ruled.
//!
//! In: a decision, or an article about which one was taken before it came. Out: the operations that it
//! took. Where a whole story cannot follow a decision without breaking another, only what must be
//! together moves.

use std::collections::BTreeSet;

use super::added::Proposal;
use super::grouper::Grouper;
use super::partition::{Operation, StoryId};
use super::rulings::{Decision, DecisionError};
use crate::model::ArticleId;

impl Grouper {
    /// Takes a decision of a person and returns the operations that it took.
    ///
    /// # Errors
    /// If it contradicts decisions taken before, or is about one article.
    pub fn decide(&mut self, decision: Decision) -> Result<Vec<Operation>, DecisionError> {
        let (one, other) = decision.articles.clone();
        self.rulings.take(decision)?;
        let known = [one, other].into_iter().filter_map(|it| self.numbers.get(&it).copied());
        let known: Vec<_> = known.collect();
        Ok(known.into_iter().flat_map(|it| self.enforce(it)).collect())
    }

    /// Merges the two stories of a proposal.
    pub fn accept(&mut self, proposal: &Proposal) -> Option<Operation> {
        let (one, other) = (proposal.joined, proposal.other);
        let live = |it| !self.partition.members(it).is_empty();
        let fits = one != other && live(one) && live(other) && !self.ruled_apart(one, other);
        fits.then(|| self.apply(self.partition.merge(one, other)))
    }

    /// Undoes an operation that was the last on its stories.
    pub fn undo(&mut self, operation: Operation) -> Operation {
        self.apply(operation.inverse())
    }

    /// Returns the stories that `article` must not join.
    pub(super) fn barred(&self, article: &ArticleId) -> BTreeSet<StoryId> {
        if self.rulings.are_silent(article) {
            return BTreeSet::new();
        }
        self.rulings.apart_from(article).into_iter().filter_map(|it| self.story_of(it)).collect()
    }

    /// Whether an article of `one` must not be with an article of `other`.
    pub(super) fn ruled_apart(&self, one: StoryId, other: StoryId) -> bool {
        let ids = self.partition.members(one).iter().map(|it| &self.ids[*it as usize]);
        ids.into_iter().any(|it| self.barred(it).contains(&other))
    }

    /// Brings the story of `article` into line with the decisions about it.
    pub(super) fn enforce(&mut self, article: u32) -> Vec<Operation> {
        let id = self.ids[article as usize].clone();
        if self.rulings.are_silent(&id) {
            return Vec::new();
        }
        let group = self.numbered(&self.rulings.together_with(&id));
        let mut done = Vec::new();
        for other in &group {
            done.extend(self.bring_together(article, *other, &group));
        }
        let apart = self.numbered(&self.rulings.apart_from(&id));
        let story = self.partition.story_of(article);
        if apart.iter().any(|it| self.partition.story_of(*it) == story) {
            let split = self.partition.split(&self.nearer_to(article, &group, &apart));
            done.extend(split.map(|it| self.apply(it)));
        }
        done
    }

    fn bring_together(&mut self, one: u32, other: u32, group: &[u32]) -> Vec<Operation> {
        let mut done = Vec::new();
        let stories = |it: &Self| (it.partition.story_of(one), it.partition.story_of(other));
        let (mut first, mut second) = stories(self);
        if first == second {
            return done;
        }
        if self.ruled_apart(first, second) {
            for story in [first, second] {
                let members = self.partition.members(story).iter();
                let part: Vec<_> = members.copied().filter(|it| group.contains(it)).collect();
                let split = self.partition.split(&part);
                done.extend(split.map(|it| self.apply(it)));
            }
            (first, second) = stories(self);
        }
        done.push(self.apply(self.partition.merge(first, second)));
        done
    }

    /// Returns the members of the story of `article` that go with it when those `apart` stay: what must
    /// be with it, and what is more like it than like any of them.
    fn nearer_to(&self, article: u32, group: &[u32], apart: &[u32]) -> Vec<u32> {
        let story = self.partition.members(self.partition.story_of(article));
        let likest = |it: u32, others: &[u32]| {
            let likes = others.iter().filter_map(|other| self.cosine(it, *other));
            likes.fold(0.0_f64, f64::max)
        };
        let ruled = |it: u32| !self.rulings.are_silent(&self.ids[it as usize]);
        let goes =
            |it: &u32| group.contains(it) || !ruled(*it) && likest(*it, group) > likest(*it, apart);
        story.iter().copied().filter(goes).collect()
    }

    fn cosine(&self, one: u32, other: u32) -> Option<f64> {
        let (one, other) = (self.set.get(one)?, self.set.get(other)?);
        Some(one.vector.common(&other.vector).all.into())
    }

    fn numbered(&self, ids: &BTreeSet<&ArticleId>) -> Vec<u32> {
        ids.iter().filter_map(|it| self.numbers.get(*it).copied()).collect()
    }

    fn apply(&mut self, operation: Operation) -> Operation {
        self.partition.apply(&operation);
        let (Operation::Merge { kept, gone, .. } | Operation::Split { kept, new: gone, .. }) =
            &operation;
        let of = |it: &Self, story: StoryId| {
            let members = it.partition.members(story).iter();
            members.filter_map(|it_| it.set.get(*it_)?.facts.published).max()
        };
        for story in [*kept, *gone] {
            let day = of(self, story);
            self.calendar.close(story);
            if !self.partition.members(story).is_empty() {
                self.calendar.reopen(story, day);
            }
        }
        operation
    }
}
