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
    ranks: BTreeMap<ArticleId, Rank>,
}

#[derive(Debug, Clone)]
struct Rank {
    /// How far the event had got, where the article says so.
    stage: Option<u32>,
    published: Option<Date>,
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
            published: article.published.clone(),
        };
        Self { ranks: articles.iter().map(|it| (it.id.clone(), rank(it))).collect() }
    }

    /// Returns whether article `a` is known to tell a later state than article `b`.
    pub(super) fn is_later(&self, a: &ArticleId, b: &ArticleId) -> bool {
        let (a, b) = (&self.ranks[a], &self.ranks[b]);
        match (a.stage, b.stage) {
            (Some(first), Some(second)) if first != second => first > second,
            _ => self.is_printed_later(a, b),
        }
    }

    fn is_printed_later(&self, a: &Rank, b: &Rank) -> bool {
        let dates = a.published.as_ref().zip(b.published.as_ref());
        dates.is_some_and(|(a, b)| a.start > b.last_moment())
    }

    /// Returns the last moment at which the first of the articles can have been printed.
    pub(super) fn first_print(&self) -> Option<DateTime> {
        let published = self.ranks.values().filter_map(|it| it.published.as_ref());
        published.map(Date::last_moment).min()
    }

    /// Returns how far the event had got when an article was written, where it says so.
    pub(super) fn stage(&self, article: &ArticleId) -> Option<u32> {
        self.ranks[article].stage
    }

    /// Returns what decides whether an article is later than another: alike for articles of one rank.
    pub(super) fn rank(&self, article: &ArticleId) -> (Option<u32>, Option<(DateTime, DateTime)>) {
        let rank = &self.ranks[article];
        (rank.stage, rank.published.as_ref().map(|it| (it.start, it.last_moment())))
    }

    /// Returns of each article how many are known to be earlier.
    ///
    /// Articles of one rank are counted once: a story has many articles and few days and stages.
    fn states(&self) -> BTreeMap<&ArticleId, u32> {
        let mut ranked: BTreeMap<_, Vec<&ArticleId>> = BTreeMap::new();
        for article in self.ranks.keys() {
            ranked.entry(self.rank(article)).or_default().push(article);
        }
        let mut states = BTreeMap::new();
        for articles in ranked.values() {
            let earlier = ranked.values().filter(|it| self.is_later(articles[0], it[0]));
            let earlier = u32::try_from(earlier.map(Vec::len).sum::<usize>()).unwrap_or(u32::MAX);
            states.extend(articles.iter().map(|it| (*it, earlier)));
        }
        states
    }

    /// Writes into each claim what its article could know.
    pub(super) fn date(&self, claims: &mut [Claim]) {
        let states = self.states();
        for claim in claims {
            let rank = &self.ranks[&claim.article];
            let basis = match (rank.stage, &rank.published) {
                (Some(_), _) => "the stage of the event that the article tells",
                (None, Some(_)) => "the publication of the article",
                (None, None) => "unknown",
            };
            let told = claim.as_of.as_ref().and_then(|it| it.when.clone());
            let when = rank.published.clone().or(told);
            claim.as_of = Some(AsOf { when, state: states[&claim.article], basis: basis.into() });
        }
    }
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
