//! Keeps what day it is in the news, and since when each open story has been silent.
//!
//! In: the days of articles as they come. Out: stories that have been silent for long, the longest
//! first. No clock is asked: the day is the middle of those of the last articles, so that one false
//! date, or a late report, moves nothing.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::{Deserialize, Serialize};

use super::days::Day;
use super::partition::StoryId;

/// Articles whose days tell which day it is; one false date in so many never is in the middle.
const LAST: usize = 33;

/// The days of the open stories.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Calendar {
    last: VecDeque<Day>,
    silent_since: BTreeSet<(Day, StoryId)>,
    days: BTreeMap<StoryId, Day>,
}

impl Calendar {
    /// Returns the day it is in the news, if any article had one.
    pub(super) fn today(&self) -> Option<Day> {
        let mut days: Vec<_> = self.last.iter().copied().collect();
        days.sort_unstable();
        days.get(days.len() / 2).copied()
    }

    /// Notes an article of `story`, and opens the story.
    pub(super) fn note(&mut self, story: StoryId, published: Option<Day>) {
        if let Some(day) = published {
            self.last.push_back(day);
            if self.last.len() > LAST {
                self.last.pop_front();
            }
        }
        self.reopen(story, published);
    }

    /// Opens a story that had a report on `published`, today if that is unknown, or goes on with it.
    pub(super) fn reopen(&mut self, story: StoryId, published: Option<Day>) {
        let day = published.or_else(|| self.today()).unwrap_or_default();
        let day = self.days.get(&story).map_or(day, |it| day.max(*it));
        self.close(story);
        self.days.insert(story, day);
        self.silent_since.insert((day, story));
    }

    /// Takes a story from the open ones; returns whether it was one.
    pub(super) fn close(&mut self, story: StoryId) -> bool {
        let day = self.days.remove(&story);
        day.is_some_and(|day| self.silent_since.remove(&(day, story)))
    }

    /// Whether a story is open.
    pub(super) fn is_open(&self, story: StoryId) -> bool {
        self.days.contains_key(&story)
    }

    /// Returns the story that has been silent the longest, with its last day.
    pub(super) fn stalest(&self) -> Option<(Day, StoryId)> {
        self.silent_since.first().copied()
    }

    /// Returns how many stories are open.
    pub(super) fn open(&self) -> usize {
        self.days.len()
    }
}
