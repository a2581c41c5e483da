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
    /// Cosine over the terms of the headlines.
    pub headlines: f64,
    /// Cosine over the terms of the leads.
    pub leads: f64,
    /// What both have, by the length of the lesser.
    pub contained: f64,
    /// Rare terms that both have, each counted by how rare it is.
    pub rare: f64,
    /// Rare pairs of words of a name that both have, each counted by how rare it is.
    pub pairs: f64,
    /// Days between the publications, if both are known.
    pub gap: Option<f64>,
    /// Days between the days of the event that the leads name, if both name one.
    pub event_gap: Option<f64>,
    /// Whether both come from one outlet, whose pages share much besides the news.
    pub same_outlet: bool,
}

/// What is compared of an article.
#[derive(Debug, Clone)]
pub(super) struct Compared {
    pub(super) vector: Vector,
    pub(super) published: Option<Date>,
    pub(super) event: Option<Date>,
    pub(super) outlet: Option<u64>,
}

/// Compares two articles.
pub(super) fn likeness(one: &Compared, other: &Compared) -> Likeness {
    let common = one.vector.common(&other.vector);
    let gap = |a: Option<Date>, b: Option<Date>| Some(between(a?, b?).abs());
    Likeness {
        all: common.all.into(),
        headlines: common.headlines.into(),
        leads: common.leads.into(),
        contained: common.contained.into(),
        rare: common.rare.into(),
        pairs: common.pairs.into(),
        gap: gap(one.published, other.published),
        event_gap: gap(one.event, other.event),
        same_outlet: one.outlet.is_some() && one.outlet == other.outlet,
    }
}

impl Likeness {
    /// Returns how likely both tell one event: above 0 means that they do.
    pub(super) fn score(&self) -> f64 {
        let gap = self.gap.map_or(1.0, |it| (1.0 + it).ln());
        self.all - 0.03 * gap - 0.25
    }
}
