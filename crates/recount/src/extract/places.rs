//! Reads where events happened.
//!
//! In: the place names of an article and its events. Out: draft claims with resolved places. A
//! dateline is not the event's place, and a place in a sentence in which nothing happens is none.

use std::ops::Range;

use super::Draft;
use super::scenes::Scenes;
use crate::annotate::Annotated;

/// Finds the places of the events of an article.
pub(super) fn places(_: &Annotated, _: &[Range<usize>], _: &Scenes) -> Vec<Draft> {
    Vec::new()
}
