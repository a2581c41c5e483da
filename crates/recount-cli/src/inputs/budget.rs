//! Keeps the pages in memory within bounds.
//!
//! In: the bytes of each page that is read, and of each that is done with. A reader that is ahead waits.

use std::sync::{Arc, Condvar, Mutex, PoisonError};

/// Bytes of pages in memory at a time: four of the longest that are read, thousands of usual ones.
const MOST_BYTES: usize = 64 << 20;

/// How many bytes of pages are in memory.
#[derive(Debug, Clone, Default)]
pub(crate) struct Budget(Arc<(Mutex<usize>, Condvar)>);

impl Budget {
    /// Waits until there is room, and takes it. A page longer than all the room has to be alone.
    pub(crate) fn take(&self, bytes: usize) {
        let (held, freed) = &*self.0;
        let held = held.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |held: &mut usize| *held > 0 && *held + bytes > MOST_BYTES;
        let mut held = freed.wait_while(held, full).unwrap_or_else(PoisonError::into_inner);
        *held += bytes;
    }

    /// Gives room back.
    pub(crate) fn free(&self, bytes: usize) {
        let (held, freed) = &*self.0;
        let mut held = held.lock().unwrap_or_else(PoisonError::into_inner);
        *held = held.saturating_sub(bytes);
        freed.notify_one();
    }
}
