//! Decides whether an article tells the event of an earlier one.
//!
//! In: two articles as vectors with their days. Out: a likeness with its features, and a score that
//! says join or not. Every feature can be told to a person; no single one decides.

use jiff::civil::Date;

use super::days::between;
use super::vector::Vector;

/// In what two articles are like.
#[derive(Debug, Clone, Copy, Default)]
pub struct Likeness {
    /// Cosine over all terms.
    pub all: f64,
    /// Cosine over names.
    pub names: f64,
    /// Cosine over the terms of the headlines.
    pub headlines: f64,
    /// Days between the publications, if both are known.
    pub gap: Option<f64>,
    /// Days between the days of the event that the leads name, if both name one.
    pub event_gap: Option<f64>,
}

/// What is compared of an article.
#[derive(Debug, Clone)]
pub(super) struct Compared {
    pub(super) vector: Vector,
    pub(super) published: Option<Date>,
    pub(super) event: Option<Date>,
}

/// Compares two articles.
pub(super) fn likeness(one: &Compared, other: &Compared) -> Likeness {
    let cosines = one.vector.cosines(&other.vector);
    let gap = |a: Option<Date>, b: Option<Date>| Some(between(a?, b?).abs());
    Likeness {
        all: cosines.all.into(),
        names: cosines.names.into(),
        headlines: cosines.headlines.into(),
        gap: gap(one.published, other.published),
        event_gap: gap(one.event, other.event),
    }
}

impl Likeness {
    /// Returns how likely both tell one event: above 0 means that they do.
    pub(super) fn score(&self) -> f64 {
        let gap = self.gap.map_or(1.0, |it| (1.0 + it).ln());
        self.all + 0.3 * self.names - 0.03 * gap - 0.25
    }
}
