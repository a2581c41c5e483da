//! Remembers what was worked out before, within bounds, for all threads.
//!
//! In: a key and a way to work out its value. Out: the value. Only the time depends on what is
//! remembered: the values are functions of their keys. A shard that is full forgets all it has,
//! which is cheaper than to keep count of what was used when, and rare at the sizes chosen.
//! Keys are hashed so that no text can be written to make them collide. Twice, for the shard and for the
//! map: a token with its form looked up takes 0.17 µs of the 12 that its parse takes
//! (`cargo bench -p recount-nlp`), so that a faster hash could not be noticed.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash};
use std::sync::{PoisonError, RwLock};

/// Parts with a lock of their own, so that threads seldom wait for one another.
const SHARDS: usize = 16;

/// A bounded map from keys to values worked out from them.
#[derive(Debug)]
pub(crate) struct Cache<K, V> {
    shards: Vec<RwLock<HashMap<K, V>>>,
    hasher: std::hash::RandomState,
    bound: usize,
}

impl<K: Eq + Hash, V: Clone> Cache<K, V> {
    /// Returns an empty cache for about `bound` values.
    pub(crate) fn new(bound: usize) -> Self {
        let shards = (0..SHARDS).map(|_| RwLock::default()).collect();
        Self { shards, hasher: std::hash::RandomState::new(), bound: bound / SHARDS }
    }

    /// Returns the value of `key`; `work_out` gives it, with the key to keep, if it is not known.
    pub(crate) fn get<Q>(&self, key: &Q, work_out: impl FnOnce() -> (K, V)) -> V
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        if let Some(value) = self.find(key) {
            return value;
        }
        let (key, value) = work_out();
        self.keep(key, value.clone());
        value
    }

    /// Returns the value of `key` if it is known.
    pub(crate) fn find<Q>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        let shard = self.shard(key).read().unwrap_or_else(PoisonError::into_inner);
        shard.get(key).cloned()
    }

    /// Remembers that `key` has `value`.
    pub(crate) fn keep(&self, key: K, value: V) {
        let mut shard = self.shard(&key).write().unwrap_or_else(PoisonError::into_inner);
        if shard.len() >= self.bound {
            shard.clear();
        }
        shard.insert(key, value);
    }

    fn shard<Q: Hash + ?Sized>(&self, key: &Q) -> &RwLock<HashMap<K, V>> {
        // The upper bits choose the shard; the map inside it uses the lower ones.
        let hash = self.hasher.hash_one(key);
        &self.shards[(hash >> 60) as usize % SHARDS]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_worked_out_once_and_the_number_kept_is_bounded() {
        let cache = Cache::new(SHARDS * 4);
        for key in 0..1000 {
            assert_eq!(cache.get(&key, || (key, key * 2)), key * 2);
            assert_eq!(cache.get(&key, || unreachable!("it is known")), key * 2);
        }
        let kept: usize = cache.shards.iter().map(|it| it.read().expect("no panic").len()).sum();
        assert!(kept <= SHARDS * 4);
    }
}
