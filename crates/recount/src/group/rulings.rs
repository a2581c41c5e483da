//! Keeps what people ruled: which articles tell one event and which do not.
//!
//! In: decisions about pairs of articles, also of such as have not come yet. Out: what must be together
//! and what must not. No later article and no rule undoes a decision; only a later decision about the
//! same two articles does.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::ArticleId;

/// Whether two articles tell one event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ruling {
    /// They do.
    Together,
    /// They do not.
    Apart,
}

/// What a person ruled about two articles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What was ruled.
    pub ruling: Ruling,
    /// About which two articles.
    pub articles: (ArticleId, ArticleId),
    /// Who ruled so.
    #[serde(default)]
    pub by: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// Why a decision was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs)] // the message is the doc
pub enum DecisionError {
    #[error("cannot rule {} and {} {ruling}: earlier decisions say otherwise", one.0, other.0)]
    Contradicts { one: ArticleId, other: ArticleId, ruling: &'static str },
    #[error("cannot rule on {} alone: a decision is about two articles", one.0)]
    OneArticle { one: ArticleId },
}

/// The decisions taken.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Rulings {
    taken: BTreeMap<(ArticleId, ArticleId), Decision>,
}

impl Rulings {
    /// Takes a decision, in place of an earlier one about the same two articles.
    pub(super) fn take(&mut self, decision: Decision) -> Result<(), DecisionError> {
        let (one, other) = decision.articles.clone();
        if one == other {
            return Err(DecisionError::OneArticle { one });
        }
        let pair = if one < other { (one, other) } else { (other, one) };
        let before = self.taken.insert(pair.clone(), decision.clone());
        if self.hold() {
            return Ok(());
        }
        match before {
            Some(before) => self.taken.insert(pair, before),
            None => self.taken.remove(&pair),
        };
        let (one, other) = decision.articles;
        let ruling = if decision.ruling == Ruling::Apart { "apart" } else { "together" };
        Err(DecisionError::Contradicts { one, other, ruling })
    }

    /// Whether no two articles must be both together and apart.
    fn hold(&self) -> bool {
        self.pairs(Ruling::Apart).all(|(one, other)| !self.together_with(one).contains(other))
    }

    fn pairs(&self, ruling: Ruling) -> impl Iterator<Item = &(ArticleId, ArticleId)> {
        self.taken.iter().filter(move |(_, it)| it.ruling == ruling).map(|(pair, _)| pair)
    }

    /// Returns what must be with `article`, itself among them.
    pub(super) fn together_with<'a>(&'a self, article: &'a ArticleId) -> BTreeSet<&'a ArticleId> {
        let (mut found, mut open) = (BTreeSet::from([article]), vec![article]);
        while let Some(next) = open.pop() {
            let partners = self.partners(next, Ruling::Together);
            open.extend(partners.filter(|it| found.insert(it)));
        }
        found
    }

    /// Returns what must not be with `article`, by a decision about it or about what must be with it.
    pub(super) fn apart_from<'a>(&'a self, article: &'a ArticleId) -> BTreeSet<&'a ArticleId> {
        let group = self.together_with(article);
        let named = group.into_iter().flat_map(|it| self.partners(it, Ruling::Apart));
        named.flat_map(|it| self.together_with(it)).collect()
    }

    /// Whether nothing is ruled about `article`.
    pub(super) fn are_silent(&self, article: &ArticleId) -> bool {
        self.taken.is_empty()
            || !self.taken.keys().any(|(one, other)| one == article || other == article)
    }

    fn partners<'a>(
        &'a self,
        article: &'a ArticleId,
        ruling: Ruling,
    ) -> impl Iterator<Item = &'a ArticleId> {
        self.pairs(ruling).filter_map(move |(one, other)| match article {
            it if it == one => Some(other),
            it if it == other => Some(one),
            _ => None,
        })
    }
}
