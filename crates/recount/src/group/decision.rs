//! Decides whether an article belongs to a story.
//!
//! In: how like it is to members of the story. Out: a score, the log-odds that it belongs there. The
//! weights are data (`data/grouping.tsv`) and are learnt; every feature can be told to a person and no
//! single one decides.

use super::likeness::{FEATURES, Likeness, NAMES};
use super::settings::Settings;

/// What each feature counts for, and from which score on an article joins.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// The weight of each feature, in the order of [`NAMES`].
    pub features: [f64; FEATURES],
    /// Log-odds from which on an article joins a story.
    pub join: f64,
    /// How much of a story's score its nearest members have together; the rest has the nearest alone.
    ///
    /// With the nearest alone (0), stories of one town run into each other over a chain of reports.
    pub together: f64,
    /// What is not learnt.
    pub settings: Settings,
}

/// Rare pairs of words of a name below which no name is the same: half a pair that nobody else has.
const NO_NAME: f64 = 0.1;

/// Members of a story that are asked.
const ASKED: usize = 3;

/// Score of a member that was not even a candidate.
const UNLIKE: f64 = -3.0;

impl Weights {
    /// Reads the rows `name<tab>weight` of `text`; a name that stands in no row weighs nothing.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let rows =
            text.lines().filter(|it| !it.starts_with('#')).filter_map(|it| it.split_once('\t'));
        let rows: Vec<_> = rows.collect();
        let weight = |name: &str| {
            let row = rows.iter().find(|it| it.0 == name);
            row.and_then(|it| it.1.trim().parse().ok()).unwrap_or(0.0)
        };
        let (join, together) = (weight("join"), weight("together"));
        Self { features: NAMES.map(weight), join, together, settings: Settings::default() }
    }

    /// Returns the log-odds that two articles tell one event, going by these two alone.
    #[must_use]
    pub fn score(&self, like: &Likeness) -> f64 {
        let features = like.features(self.settings.other_lead);
        let learnt: f64 = features.iter().zip(&self.features).map(|(it, weight)| it * weight).sum();
        learnt + self.vetoes(like)
    }

    /// Returns what the vetoes take from the score of two articles.
    fn vetoes(&self, like: &Likeness) -> f64 {
        let Settings { other_country, other_people, .. } = self.settings;
        let of_others = like.ages == Some(0) && like.pairs < NO_NAME;
        let vetoes = [(like.other_country, other_country), (of_others, other_people)];
        vetoes.iter().filter(|it| it.0).map(|it| it.1).sum()
    }

    /// Returns the score of a story of `size` members, of which those with `scores` were candidates.
    pub(super) fn story_score(&self, mut scores: Vec<f64>, size: usize) -> f64 {
        scores.sort_by(|a, b| b.total_cmp(a));
        let Some((best, last)) = scores.first().zip(scores.last()) else { return UNLIKE };
        let (best, rest) = (*best, last.min(UNLIKE));
        let asked = size.clamp(1, ASKED);
        let sum: f64 = scores.into_iter().chain(std::iter::repeat(rest)).take(asked).sum();
        best * (1.0 - self.together) + self.together * sum / asked as f64
    }
}

impl Default for Weights {
    fn default() -> Self {
        Self::read(include_str!("../../data/grouping.tsv"))
    }
}
