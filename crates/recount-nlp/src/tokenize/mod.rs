//! Cuts a text into tokens exactly as spaCy's tokenizer does.
//!
//! In: the [`Tables`] of a package, and then texts. Out: the [`Piece`]s of a text, in order. All
//! text is covered, save the single spaces between tokens. Nothing fails, and the time taken is
//! bounded by the length of the text, whatever is in it.

mod affixes;
mod edges;
mod pattern;
mod rejoin;
mod specials;
mod tables;

use std::sync::Arc;

use affixes::Affixes;
use pattern::Machine;
use rejoin::Rejoin;
use specials::Specials;
pub(crate) use tables::Tables;

use crate::Error;
use crate::chars::is_space;

/// A token's place in a text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Piece {
    /// Byte at which it starts.
    pub(crate) start: usize,
    /// Byte after its end.
    pub(crate) end: usize,
    /// Whether a single space follows that is no token.
    pub(crate) space: bool,
    /// Norm that an exception gives it.
    pub(crate) norm: Option<Arc<str>>,
}

/// Cuts texts into tokens. It is never changed, so threads can share it.
#[derive(Debug)]
pub(crate) struct Tokenizer {
    affixes: Affixes,
    specials: Specials,
    rejoin: Rejoin,
}

impl Piece {
    fn new(start: usize, end: usize) -> Self {
        Self { start, end, space: false, norm: None }
    }
}

impl Tokenizer {
    /// Makes a tokenizer from `tables`, or tells what in their patterns is not supported.
    pub(crate) fn new(tables: Tables) -> Result<Self, Error> {
        let affixes = Affixes::new(&tables)?;
        let specials = Specials::new(&tables.exceptions)?;
        let mut tokenizer = Self { affixes, specials, rejoin: Rejoin::default() };
        let mut machine = Machine::default();
        for text in tables.exceptions.keys() {
            if !tables.faster_heuristics
                || text.contains(' ')
                || tokenizer.affixes.cut(text, &mut machine)
            {
                let pieces = tokenizer.pieces(text, None);
                tokenizer.rejoin.add(text, &pieces);
            }
        }
        Ok(tokenizer)
    }

    /// Returns the tokens of `text`.
    pub(crate) fn tokenize(&self, text: &str) -> Vec<Piece> {
        let pieces = self.pieces(text, Some(&self.specials));
        self.rejoin.apply(text, pieces, &self.specials)
    }

    fn pieces(&self, text: &str, specials: Option<&Specials>) -> Vec<Piece> {
        let mut machine = Machine::default();
        // News has a token for each five or six bytes.
        let mut pieces = Vec::with_capacity(text.len() / 5 + 1);
        for (start, end) in chunks(text) {
            let chunk = &text[start..end];
            if !specials.is_some_and(|it| it.add(chunk, start, &mut pieces)) {
                self.affixes.split(chunk, start, specials, &mut machine, &mut pieces);
            }
            let follows_space = text.as_bytes().get(end) == Some(&b' ');
            if follows_space
                && !chunk.starts_with(is_space)
                && let Some(piece) = pieces.last_mut()
            {
                piece.space = true;
            }
        }
        pieces
    }
}

/// Returns the runs of white space and of other text. A space that follows other text is in none.
fn chunks(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let in_space = is_space(rest.chars().next()?);
        let start = at;
        let end = rest.find(|c| is_space(c) != in_space).map_or(text.len(), |length| at + length);
        at = end + usize::from(!in_space && text.as_bytes().get(end) == Some(&b' '));
        Some((start, end))
    })
}

#[cfg(test)]
mod tests;
