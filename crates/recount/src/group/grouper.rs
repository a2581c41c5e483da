//! Keeps the open stories and finds the one a new article belongs to.
//!
//! In: articles, one at a time or in batches, and decisions of people. Out: the story of each, and what
//! else changed by its coming. Nothing is compared with all that came before: an index gives the few
//! articles that share rare terms with a new one.

use std::collections::BTreeMap;

use super::added::{Added, Change, Proposal};
use super::calendar::Calendar;
use super::decision::Weights;
use super::likeness::{Compared, Likeness};
use super::limits::Limits;
use super::partition::{Partition, StoryId};
use super::rarity::Rarity;
use super::rulings::Rulings;
use super::shape::Shape;
use super::sketch::Sketch;
use super::working_set::WorkingSet;
use crate::annotate::Annotated;
use crate::model::ArticleId;

/// The stories and what is remembered of them.
#[derive(Debug, Clone, Default)]
pub struct Grouper {
    pub(super) weights: Weights,
    pub(super) limits: Limits,
    pub(super) ids: Vec<ArticleId>,
    pub(super) numbers: BTreeMap<ArticleId, u32>,
    pub(super) partition: Partition,
    pub(super) rarity: Rarity,
    pub(super) set: WorkingSet,
    pub(super) calendar: Calendar,
    pub(super) rulings: Rulings,
}

/// Days that lie between an event and a report that looks back at it.
const LOOK_BACK: f64 = 30.0;

/// The last members of a story that are asked whether a term is new to it.
const ASKED: usize = 8;

impl Grouper {
    /// Makes a grouper that decides by `weights` and keeps within `limits`.
    #[must_use]
    pub fn new(weights: Weights, limits: Limits) -> Self {
        Self { weights, limits, ..Self::default() }
    }

    /// Adds a batch, and returns what came of each article, in the order of the batch.
    ///
    /// The order of the batch makes no difference: its articles are added by date and id.
    pub fn add_batch(&mut self, batch: &[(&Annotated, Sketch)]) -> Vec<Added> {
        let key = |it: &usize| {
            let article = &batch[*it].0.article;
            let published = article.published.as_ref().map(|it| it.start);
            (published.is_none(), published, &article.id)
        };
        let mut order: Vec<_> = (0..batch.len()).collect();
        order.sort_by(|a, b| key(a).cmp(&key(b)));
        let mut added = vec![Added::default(); batch.len()];
        for at in order {
            added[at] = self.add(batch[at].1.clone());
        }
        added
    }

    /// Adds an article. One that was added before keeps its story, and nothing changes.
    pub fn add(&mut self, sketch: Sketch) -> Added {
        if let Some(number) = self.numbers.get(&sketch.id) {
            return Added { story: self.partition.story_of(*number), ..Added::default() };
        }
        let compared = self.compared(&sketch);
        let scores = self.scores(&compared, sketch.shape);
        let mut added = self.placed(&sketch, &scores);
        self.learn(&sketch, added.score.map(|_| added.story));
        let round_up = sketch.shape == Shape::RoundUp;
        let number = self.ids.len() as u32;
        self.ids.push(sketch.id.clone());
        self.numbers.insert(sketch.id.clone(), number);
        if added.score.is_some() && !self.calendar.is_open(added.story) {
            added.changes.push(Change::Reopened(added.story));
        }
        self.partition.add(added.score.map(|_| added.story));
        if !round_up {
            self.calendar.note(added.story, sketch.facts.published);
            self.set.add(number, compared);
        }
        let moved = self.enforce(number);
        added.changes.extend(moved.into_iter().map(Change::Moved));
        added.story = self.partition.story_of(number);
        self.shed(added.story);
        added.changes.extend(self.close().into_iter().map(Change::Closed));
        added
    }

    /// Returns the earlier articles that `sketch` might belong with, by number, and how like they are.
    pub fn alike(&mut self, sketch: &Sketch) -> Vec<(Likeness, u32)> {
        let compared = self.compared(sketch);
        self.set.likes(&compared)
    }

    /// Returns the name of a story: that of its first article, which no later article changes.
    #[must_use]
    pub fn name(&self, story: StoryId) -> String {
        format!("s-{}", self.ids[story.0 as usize].0)
    }

    /// Returns the id of the article of this number.
    #[must_use]
    pub fn article(&self, number: u32) -> &ArticleId {
        &self.ids[number as usize]
    }

    /// Returns every story with its articles, by its first article.
    pub fn stories(&self) -> impl Iterator<Item = (StoryId, Vec<&ArticleId>)> {
        let ids = |members: &[u32]| members.iter().map(|it| &self.ids[*it as usize]).collect();
        self.partition.stories().map(move |(story, members)| (story, ids(members)))
    }

    /// Returns the story of an article that was added.
    #[must_use]
    pub fn story_of(&self, article: &ArticleId) -> Option<StoryId> {
        self.numbers.get(article).map(|it| self.partition.story_of(*it))
    }

    /// Returns how many articles are kept whole.
    #[must_use]
    pub fn open_articles(&self) -> usize {
        self.set.whole()
    }

    fn compared(&self, sketch: &Sketch) -> Compared {
        Compared {
            vector: self.rarity.vector(sketch, &self.weights.settings),
            facts: sketch.facts.clone(),
        }
    }

    /// Counts the terms of an article that its story did not have yet.
    fn learn(&mut self, sketch: &Sketch, story: Option<StoryId>) {
        let members = story.map_or(&[][..], |it| self.partition.members(it));
        let known: Vec<_> =
            members.iter().rev().take(ASKED).filter_map(|it| self.set.get(*it)).collect();
        let new = |hash: u32| !known.iter().any(|it| it.vector.has(hash));
        self.rarity.learn(sketch, new, self.weights.settings.known);
    }

    /// Returns the scores of the stories that share rare terms with an article, best first.
    fn scores(&mut self, compared: &Compared, shape: Shape) -> Vec<(f64, StoryId)> {
        let mut scores: BTreeMap<StoryId, Vec<f64>> = BTreeMap::new();
        let old = |like: &Likeness| like.gap.is_some_and(|it| it >= LOOK_BACK);
        for (like, at) in self.set.likes(compared) {
            if shape != Shape::LookBack || !old(&like) {
                let story = self.partition.story_of(at);
                scores.entry(story).or_default().push(self.weights.score(&like));
            }
        }
        let scored = scores.into_iter().map(|(story, scores)| {
            (self.weights.story_score(scores, self.partition.members(story).len()), story)
        });
        let mut scored: Vec<_> = scored.collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        scored
    }

    /// Finds the place of an article among the stories that it may join.
    fn placed(&self, sketch: &Sketch, scores: &[(f64, StoryId)]) -> Added {
        let barred = self.barred(&sketch.id);
        let joins = |it: &&(f64, StoryId)| it.0 > self.weights.join && !barred.contains(&it.1);
        let mut joined = scores.iter().filter(joins);
        let alone = Added { story: StoryId(self.ids.len() as u32), ..Added::default() };
        if sketch.shape == Shape::RoundUp {
            return Added { covers: joined.map(|it| it.1).collect(), ..alone };
        }
        let Some((score, story)) = joined.next().copied() else { return alone };
        let proposal = |(score, other): &(f64, StoryId)| Proposal {
            joined: story,
            other: *other,
            score: *score,
        };
        let proposal = joined.next().filter(|it| !self.ruled_apart(story, it.1)).map(proposal);
        Added { story, score: Some(score), proposal, ..alone }
    }

    /// Drops the oldest article kept of a story that has more than it needs.
    fn shed(&mut self, story: StoryId) {
        let members = self.partition.members(story);
        // The first stays, as what later reports of court or funeral are most like.
        if members.len() > self.limits.of_a_story {
            let oldest = members[members.len() - self.limits.of_a_story];
            self.set.drop(oldest);
        }
    }

    /// Closes the stories that were silent for long, or that there is no more room for.
    fn close(&mut self) -> Vec<StoryId> {
        let mut closed = Vec::new();
        while let Some((day, story)) = self.calendar.stalest() {
            let silent = self.calendar.today().map_or(0, |it| it - day);
            let full = self.set.whole() > self.limits.articles && self.calendar.open() > 1;
            if silent <= self.limits.days && !full {
                break;
            }
            self.calendar.close(story);
            self.set.close(self.partition.members(story), self.limits.of_a_closed_article);
            closed.push(story);
        }
        closed
    }
}
