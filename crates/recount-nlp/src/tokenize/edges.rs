//! Says cheaply that a text is none of a given set.
//!
//! In: the texts of the set. Out: [`Edges`], which know their first and last bytes and the longest
//! length. Nine words in ten need no hashing after that, and no long text is ever hashed.

/// First and last bytes of the texts of a set.
#[derive(Debug)]
pub(super) struct Edges {
    /// Bit for each pair of a first and a last byte.
    bits: Vec<u64>,
    longest: usize,
}

impl Default for Edges {
    fn default() -> Self {
        Self { bits: vec![0; 1 << 10], longest: 0 }
    }
}

impl Edges {
    /// Adds `text` to the set.
    pub(super) fn add(&mut self, text: &str) {
        if let Some((word, bit)) = place(text) {
            self.bits[word] |= bit;
            self.longest = self.longest.max(text.len());
        }
    }

    /// Tells whether `text` may be one of the set. The empty text never is.
    pub(super) fn may_have(&self, text: &str) -> bool {
        text.len() <= self.longest
            && place(text).is_some_and(|(word, bit)| self.bits[word] & bit != 0)
    }
}

fn place(text: &str) -> Option<(usize, u64)> {
    let (first, last) = (text.as_bytes().first()?, text.as_bytes().last()?);
    let pair = usize::from(*first) << 8 | usize::from(*last);
    Some((pair / 64, 1 << (pair % 64)))
}
