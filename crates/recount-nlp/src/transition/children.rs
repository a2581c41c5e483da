//! The children that tokens have got so far on one side.
//!
//! In: arcs as they are made and unmade. Out: the child that was added last, or the one before.

/// The children of each token on one side, as lists that run from the last added to the first.
pub(super) struct Children {
    last: Vec<Option<usize>>,
    before: Vec<Option<usize>>,
}

impl Children {
    /// Returns empty lists for so many tokens.
    pub(super) fn new(length: usize) -> Self {
        Self { last: vec![None; length], before: vec![None; length] }
    }

    /// Returns the child that was added last, or the one so many before it.
    pub(super) fn nth_last(&self, head: usize, nth: usize) -> Option<usize> {
        (0..nth).fold(self.last[head], |child, _| child.and_then(|it| self.before[it]))
    }

    /// Adds a child.
    pub(super) fn add(&mut self, head: usize, child: usize) {
        self.before[child] = self.last[head].replace(child);
    }

    /// Takes a child out again.
    pub(super) fn remove(&mut self, head: usize, child: usize) {
        let after = self.before[child];
        let mut at = self.last[head];
        if at == Some(child) {
            self.last[head] = after;
            return;
        }
        while let Some(token) = at {
            if self.before[token] == Some(child) {
                self.before[token] = after;
                return;
            }
            at = self.before[token];
        }
    }
}
