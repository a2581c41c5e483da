//! Orders the articles of a story by what they could know.
//!
//! In: the articles with their dates and what they say of the phase. Out: which is known to be later
//! than which. A report that tells of a later state of the event is later, whatever its stamp says;
//! else the stamps decide, as far as their precision goes. "Neither" is an answer.

use std::collections::BTreeMap;

use jiff::civil::DateTime;

use crate::extract;
use crate::model::{Article, ArticleId, AsOf, Claim, Date, Modality, Slot, Value};

/// What is known of the order of a story's articles.
#[derive(Debug)]
pub(super) struct Order {
    known: BTreeMap<ArticleId, Known>,
}

/// What one article could know.
#[derive(Debug)]
struct Known {
    rank: Rank,
    published: Option<Date>,
    /// How many articles are known to be earlier.
    state: u32,
}

/// What decides whether an article is later than another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    /// How far the event had got, where the article says so.
    pub(super) stage: Option<u32>,
    /// The first and the last moment at which it may have been published.
    published: Option<(DateTime, DateTime)>,
}

impl Rank {
    /// Returns whether an article of this rank is known to tell a later state than one of `other`.
    pub(super) fn is_later(self, other: Self) -> bool {
        match (self.stage, other.stage) {
            (Some(first), Some(second)) if first != second => first > second,
            _ => self.published.zip(other.published).is_some_and(|(a, b)| a.0 > b.1),
        }
    }
}

impl Order {
    /// Reads the order from the publication dates and the claims about the main event's phase.
    pub(super) fn of(articles: &[&Article], claims: &[Claim]) -> Self {
        let mut stages: BTreeMap<&ArticleId, u32> = BTreeMap::new();
        for (claim, stage) in claims.iter().filter_map(|it| Some((it, stage_told(it)?))) {
            let latest = stages.entry(&claim.article).or_default();
            *latest = stage.max(*latest);
        }
        let rank = |article: &Article| Rank {
            stage: stages.get(&article.id).copied(),
            published: article.published.as_ref().map(|it| (it.start, it.last_moment())),
        };
        let ranks: Vec<_> = articles.iter().map(|it| rank(it)).collect();
        let states = states(&ranks);
        let known = articles.iter().zip(&ranks).map(|(article, rank)| {
            let published = article.published.clone();
            (article.id.clone(), Known { rank: *rank, published, state: states[rank] })
        });
        Self { known: known.collect() }
    }

    /// Returns what decides whether an article is later than another.
    pub(super) fn rank(&self, article: &ArticleId) -> Rank {
        self.known[article].rank
    }

    /// Returns the last moment at which the first of the articles can have been printed.
    pub(super) fn first_print(&self) -> Option<DateTime> {
        self.known.values().filter_map(|it| it.rank.published).map(|it| it.1).min()
    }

    /// Writes into each claim what its article could know.
    pub(super) fn date(&self, claims: &mut [Claim]) {
        for claim in claims {
            let known = &self.known[&claim.article];
            let basis = match (known.rank.stage, &known.published) {
                (Some(_), _) => "the stage of the event that the article tells",
                (None, Some(_)) => "the publication of the article",
                (None, None) => "unknown",
            };
            let told = claim.as_of.take().and_then(|it| it.when);
            let when = known.published.clone().or(told);
            claim.as_of = Some(AsOf { when, state: known.state, basis: basis.into() });
        }
    }
}

/// Returns of each rank how many articles are known to be earlier.
///
/// Articles of one rank are counted once: a story has many articles and few days and stages.
fn states(ranks: &[Rank]) -> BTreeMap<Rank, u32> {
    let mut counts: BTreeMap<Rank, u32> = BTreeMap::new();
    ranks.iter().for_each(|it| *counts.entry(*it).or_default() += 1);
    let earlier = |rank: &Rank| {
        let before = counts.iter().filter(|(other, _)| rank.is_later(**other));
        before.map(|(_, count)| count).sum()
    };
    counts.keys().map(|it| (*it, earlier(it))).collect()
}

/// Returns how far the main event had got by a claim of its phase.
fn stage_told(claim: &Claim) -> Option<u32> {
    let told = matches!(claim.modality, Modality::Asserted | Modality::Reported);
    match &claim.value {
        Value::Term(term) if claim.slot == Slot::Phase && claim.event.is_main() && told => {
            extract::stage_of_phase(&term.id)
        }
        _ => None,
    }
}
