//! Tells in what two articles are like.
//!
//! In: two articles as vectors with their facts. Out: features that can be told to a person. What they
//! count for is not decided here.

use serde::{Deserialize, Serialize};

use super::days::Day;
use super::sketch::Facts;
use super::vector::Vector;

/// What is compared of an article.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Compared {
    pub(super) vector: Vector,
    pub(super) facts: Facts,
}

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
    /// Whether both name one city; `None` if one of them names none.
    pub same_city: Option<bool>,
    /// Whether their leads are set in different countries.
    pub other_country: bool,
    /// How many ages both give; `None` if one of them gives none.
    pub ages: Option<usize>,
}

/// Compares two articles.
pub(super) fn likeness(one: &Compared, other: &Compared) -> Likeness {
    let common = one.vector.common(&other.vector);
    let (one, other) = (&one.facts, &other.facts);
    let gap = |a: Option<Day>, b: Option<Day>| Some(f64::from((a? - b?).abs()));
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
        same_city: shared(&one.cities, &other.cities).map(|it| it > 0),
        other_country: shared(&one.countries, &other.countries) == Some(0),
        ages: shared(&one.ages, &other.ages),
    }
}

/// How many items two sorted lists share; `None` if one of them is empty.
fn shared<T: Ord>(one: &[T], other: &[T]) -> Option<usize> {
    let known = !one.is_empty() && !other.is_empty();
    known.then(|| one.iter().filter(|it| other.binary_search(it).is_ok()).count())
}

/// Days between two publications where one is unknown: a story is told for about so long.
const USUAL_GAP: f64 = 3.0;

/// Days from which on two events named are not one: a day more or less is the night between.
const OTHER_DAY: f64 = 2.0;

/// How many features there are.
pub const FEATURES: usize = 19;

/// The names of the features, in their order; `data/grouping.tsv` has a weight for each.
pub const NAMES: [&str; FEATURES] = [
    "base",
    "all",
    "headlines",
    "leads",
    "contained",
    "rare",
    "pairs",
    "gap",
    "gap_all",
    "gap_pairs",
    "same_outlet",
    "same_day",
    "other_day",
    "other_city",
    "same_city",
    "same_ages",
    "other_ages",
    "rare_all",
    "other_lead",
];

impl Likeness {
    /// Returns the features as numbers, in the order of [`NAMES`].
    ///
    /// Reports open with different things when headlines and leads are less alike than `other_lead`.
    #[must_use]
    pub fn features(&self, other_lead: f64) -> [f64; FEATURES] {
        let flag = |it: bool| f64::from(u8::from(it));
        let gap = self.gap.unwrap_or(USUAL_GAP).ln_1p();
        let (all, pairs) = (self.all.max(0.0).sqrt(), self.pairs.ln_1p());
        let rare = self.rare.ln_1p();
        let other_lead = self.leads < other_lead && self.headlines < other_lead;
        [
            1.0,
            all,
            self.headlines,
            self.leads,
            self.contained,
            rare,
            pairs,
            gap,
            gap * all,
            gap * pairs,
            flag(self.same_outlet) * self.all,
            flag(self.event_gap == Some(0.0)) * all,
            flag(self.event_gap.is_some_and(|it| it >= OTHER_DAY)),
            flag(self.same_city == Some(false)),
            flag(self.same_city == Some(true)),
            self.ages.map_or(0.0, |it| it.min(3) as f64),
            flag(self.ages == Some(0)),
            rare * all,
            flag(other_lead),
        ]
    }
}
