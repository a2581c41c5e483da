//! Reduces an article to what grouping needs.
//!
//! In: an annotated article. Out: its terms, its headline's terms, its day of publication and the
//! days it names. A sketch does not depend on any other article, so that sketches are made in parallel.

use jiff::civil::Date;

use super::days;
use super::terms::{self, Term};
use crate::annotate::Annotated;

/// What is kept of an article for grouping.
#[derive(Debug, Clone)]
pub(super) struct Sketch {
    /// What it tells of, by hash of the term.
    pub(super) terms: Vec<Term>,
    /// Day of publication, if known.
    pub(super) published: Option<Date>,
    /// The day of the event, as far as the lead names one.
    pub(super) event: Option<Date>,
}

/// Makes the sketch of `annotated`.
pub(super) fn sketch(annotated: &Annotated) -> Sketch {
    let published = annotated.article.published.as_ref();
    Sketch {
        terms: terms::terms(annotated),
        published: published.map(|it| it.start.date()),
        event: published.and_then(|it| days::event_day(annotated, it)),
    }
}
