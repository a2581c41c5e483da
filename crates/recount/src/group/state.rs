//! Saves what a grouper knows as bytes, and loads it again.
//!
//! In: a grouper, or bytes. Out: bytes, or a grouper that goes on as if it had never been saved. The
//! bytes begin with a line that names format and version; a checksum tells whether they are whole.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::calendar::Calendar;
use super::decision::Weights;
use super::grouper::{Grouper, Limits};
use super::likeness::Compared;
use super::partition::Partition;
use super::rarity::Rarity;
use super::rulings::Rulings;
use super::working_set::WorkingSet;
use crate::model::ArticleId;

/// What the bytes begin with. The number goes up when what follows changes.
const HEAD: &[u8] = b"recount stories 1\n";

/// Bytes of the checksum.
const SUM: usize = 32;

/// Why no state could be loaded.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)] // the message is the doc
pub enum StateError {
    #[error("it is not a state of stories, or one of another version")]
    Head,
    #[error("its checksum does not fit: it was cut or changed")]
    Checksum,
    #[error("its content does not fit its version")]
    Content(#[source] rmp_serde::decode::Error),
}

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
        let content = rmp_serde::to_vec(&(saved, self.set.kept()));
        let content = content.expect("our types have no maps but those of plain keys");
        [HEAD, Sha256::digest(&content).as_slice(), &content].concat()
    }

    /// Returns the grouper that `bytes` were saved from, to decide by `weights` within `limits`.
    ///
    /// # Errors
    /// If the bytes are of no state, of another version, or not whole.
    pub fn load(bytes: &[u8], weights: Weights, limits: Limits) -> Result<Self, StateError> {
        let rest = bytes.strip_prefix(HEAD).ok_or(StateError::Head)?;
        let (sum, content) = rest.split_at_checked(SUM).ok_or(StateError::Checksum)?;
        if Sha256::digest(content).as_slice() != sum {
            return Err(StateError::Checksum);
        }
        let (saved, (kept, cut)): Loaded =
            rmp_serde::from_slice(content).map_err(StateError::Content)?;
        let Saved { ids, partition, rarity, calendar, rulings } = saved;
        let numbers = ids.iter().cloned().zip(0..).collect();
        let set = WorkingSet::of(kept, cut);
        Ok(Self { weights, limits, ids, numbers, partition, rarity, set, calendar, rulings })
    }
}
