//! Saves what a grouper knows as bytes, and loads it again.
//!
//! In: a grouper, or bytes. Out: bytes, or a grouper that goes on as if it had never been saved.

use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::decision::Weights;
use super::grouper::Grouper;
use super::likeness::Compared;
use super::limits::Limits;
use super::partition::Partition;
use super::rarity::Rarity;
use super::rulings::Rulings;
use super::working_set::WorkingSet;
use crate::model::{ArticleId, State, StateError};

const STORIES: State = State { kind: "stories", version: 1 };

/// What is saved; the index is made again from it.
#[derive(Serialize, Deserialize)]
struct Saved<A, P, R, C, U> {
    ids: A,
    partition: P,
    rarity: R,
    calendar: C,
    rulings: U,
}

/// What is loaded: the rest, and the working set as [`WorkingSet::kept`] gives it.
type Loaded =
    (Saved<Vec<ArticleId>, Partition, Rarity, Calendar, Rulings>, (Vec<(u32, Compared)>, Vec<u32>));

impl Grouper {
    /// Returns all that is known, as bytes. Weights and limits are not among it.
    #[must_use]
    pub fn save(&self) -> Vec<u8> {
        let saved = Saved {
            ids: &self.ids,
            partition: &self.partition,
            rarity: &self.rarity,
            calendar: &self.calendar,
            rulings: &self.rulings,
        };
        STORIES.save(&(saved, self.set.kept()))
    }

    /// Returns the grouper that `bytes` were saved from, to decide by `weights` within `limits`.
    ///
    /// # Errors
    /// If the bytes are of no state, of another version, or not whole.
    pub fn load(bytes: &[u8], weights: Weights, limits: Limits) -> Result<Self, StateError> {
        let (saved, (kept, cut)): Loaded = STORIES.load(bytes)?;
        let Saved { ids, partition, rarity, calendar, rulings } = saved;
        let numbers = ids.iter().cloned().zip(0..).collect();
        let set = WorkingSet::of(kept, cut);
        Ok(Self { weights, limits, ids, numbers, partition, rarity, set, calendar, rulings })
    }
}
