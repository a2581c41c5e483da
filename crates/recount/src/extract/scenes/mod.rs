//! Tells which event each word of an article is about: the main event or one in the background.
//!
//! In: an annotated article and the day it was published. Out: for each token the event it belongs
//! to, and the background events with their names and dates. A toll of another event must never
//! reach the main one, so what is doubtful goes to the background.

mod clause;
mod day;
mod names;
mod stretches;
mod sums;
mod teller;
#[cfg(test)]
mod tests;
mod weekday;

use std::collections::BTreeSet;
use std::ops::Range;

pub(super) use day::SAME_EVENT_DAYS;

use crate::annotate::{Annotated, Sentence};
use crate::model::{Date, Role};
use teller::Teller;

/// An event as one article tells it.
#[derive(Debug, Clone, Default)]
pub(super) struct Scene {
    /// Names that stand in its words.
    pub(super) names: BTreeSet<String>,
    /// When it happened, as precisely as the article says.
    pub(super) date: Option<Date>,
    /// The words that first tell of it.
    pub(super) first: Range<usize>,
}

/// Which event each word is about.
#[derive(Debug)]
pub(super) struct Scenes {
    /// The main event first.
    pub(super) scenes: Vec<Scene>,
    /// Whether the text gives the day of the main event; else it is the day of publication.
    pub(super) dated: bool,
    of_token: Vec<Option<usize>>,
}

impl Scenes {
    /// Reads the events of an article published on `published`.
    pub(super) fn of(
        annotated: &Annotated,
        events: &[Range<usize>],
        published: Option<&Date>,
    ) -> Self {
        let mut teller = Teller::new(annotated, events, published);
        // A caption stands between two paragraphs without parting them.
        let captions = |it: &&Sentence| it.role == Role::Caption;
        annotated.sentences.iter().filter(|it| !captions(it)).for_each(|it| teller.tell(it));
        annotated.sentences.iter().filter(captions).for_each(|it| teller.tell(it));
        teller.finish()
    }

    /// Returns the event that token `at` is about; `None` where the text speaks of events in general.
    pub(super) fn at(&self, at: usize) -> Option<usize> {
        self.of_token[at]
    }
}
