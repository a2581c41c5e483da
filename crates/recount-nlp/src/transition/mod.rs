//! Parser and entity recogniser: systems that read a text in one go and choose their next move by a
//! network's scores.
//!
//! In: the vectors of a text. Out: arcs, sentences, entities. Time is linear in the number of tokens.

mod arc_eager;
mod children;
mod entities;
mod scorer;
mod state;
mod tree;

pub(crate) use arc_eager::Parser;
pub(crate) use entities::{Entity, Recogniser, Seen};
pub(crate) use tree::Tree;
