//! Vectors of a text's words, those that steps share or a step's own.
//!
//! In: words. Out: their vectors.

use crate::doc::Word;
use crate::tok2vec::{Shown, Tok2Vec, TokenVectors};

/// Vectors that a step shares with others or has to itself.
pub(super) enum Vectors<'a> {
    Shared(&'a TokenVectors),
    Own(TokenVectors),
}

impl Vectors<'_> {
    /// Returns the vectors.
    pub(super) fn get(&self) -> &TokenVectors {
        match self {
            Self::Shared(it) => it,
            Self::Own(it) => it,
        }
    }
}

/// Returns the vectors that the network `own` makes, or the shared ones if there is none.
pub(super) fn own_or<'a>(
    own: Option<&Tok2Vec>,
    shared: &'a TokenVectors,
    words: &[Word],
) -> Vectors<'a> {
    own.map_or(Vectors::Shared(shared), |network| Vectors::Own(vectors(network, words)))
}

/// Returns the vectors that `network` makes of `words`.
pub(super) fn vectors(network: &Tok2Vec, words: &[Word]) -> TokenVectors {
    let shown = |it| {
        let Word { lexeme, norm_hash, space, .. }: &Word = it;
        Shown { lexeme, norm: *norm_hash, space: *space }
    };
    network.vectors(&words.iter().map(shown).collect::<Vec<_>>())
}
