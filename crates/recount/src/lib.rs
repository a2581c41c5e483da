//! Recount reads many reports of an event and tells what happened, who says so, and where the
//! accounts differ.

pub mod annotate;
mod lexicon;
pub mod model;
