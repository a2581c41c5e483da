//! Tells where a claim comes from before anybody repeated it.
//!
//! In: the articles of a story and their families. Out: for a claim its family and its origin: the
//! innermost source of its chain, else the family. What an article has from another outlet of the
//! story comes from that outlet's report.

use std::collections::BTreeMap;

use jiff::civil::DateTime;

use crate::model::{Article, ArticleId, Claim, Hop};
use crate::trace::Traced;

/// Where a claim comes from before anybody repeated it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Origin {
    /// A source that the article names or describes.
    Source(String),
    /// The newsroom that wrote the text of a family.
    Family(usize),
}

/// Families and outlets of a story.
#[derive(Debug)]
pub(super) struct Origins<'a> {
    family_of: BTreeMap<&'a ArticleId, usize>,
    outlet_of: BTreeMap<&'a ArticleId, String>,
    /// The first two articles of each outlet: a report cites another, not itself.
    reports_of: BTreeMap<String, Vec<&'a ArticleId>>,
    printed: BTreeMap<&'a ArticleId, DateTime>,
}

impl<'a> Origins<'a> {
    /// Reads them from the articles and what was traced.
    pub(super) fn of(articles: &[&'a Article], traced: &'a Traced) -> Self {
        let families = traced.families.iter().enumerate();
        let family_of: BTreeMap<_, _> =
            families.flat_map(|(at, ids)| ids.iter().map(move |id| (id, at))).collect();
        let outlet_of: BTreeMap<_, _> = articles.iter().map(|it| (&it.id, outlet(it))).collect();
        let mut reports_of: BTreeMap<String, Vec<&ArticleId>> = BTreeMap::new();
        for (id, outlet) in &outlet_of {
            let reports = reports_of.entry(outlet.clone()).or_default();
            reports.extend((reports.len() < 2).then_some(*id));
        }
        let dated = articles.iter().filter_map(|it| Some((&it.id, it.published.as_ref()?.start)));
        let printed = dated.collect();
        Self { family_of, outlet_of, reports_of, printed }
    }

    /// Returns when the article of a claim was published, if it says.
    pub(super) fn printed(&self, claim: &Claim) -> Option<DateTime> {
        self.printed.get(&claim.article).copied()
    }

    /// Returns the family that a claim comes from: of its article, or of the report it cites.
    pub(super) fn family(&self, claim: &Claim) -> usize {
        let cited = claim.chain.iter().rev().find_map(|hop| self.report_of(&claim.article, hop));
        self.family_of[cited.unwrap_or(&claim.article)]
    }

    /// Returns the report of the story that a voice named in another article stands for.
    pub(super) fn report_of(&self, by: &ArticleId, hop: &Hop) -> Option<&'a ArticleId> {
        let name = plain(&hop.name);
        self.reports_of.get(&name)?.iter().find(|id| **id != by).copied()
    }

    /// Returns a name for the outlet of an article; the article itself where the outlet is unknown.
    pub(super) fn outlet(&self, claim: &Claim) -> &str {
        &self.outlet_of[&claim.article]
    }

    /// Returns where a claim comes from.
    ///
    /// A source without a name is one with another of the same words only if both are behind the same
    /// outer voice or in the same family: "a police source" of two reports may be two men.
    pub(super) fn origin(&self, claim: &Claim) -> Origin {
        let family = self.family(claim);
        let Some(inner) = claim.chain.last() else { return Origin::Family(family) };
        if self.report_of(&claim.article, inner).is_some() {
            return Origin::Family(family);
        }
        Origin::Source(match claim.chain.iter().rev().nth(1) {
            _ if !inner.anonymous => inner.id.clone(),
            Some(outer) => format!("{} via {}", inner.id, outer.id),
            None => format!("{} in family {family}", inner.id),
        })
    }
}

fn outlet(article: &Article) -> String {
    let named = article.outlet.as_ref().map(|it| plain(&it.name));
    named.unwrap_or_else(|| format!("article {}", article.id.0))
}

/// A name as it is compared: in lower case, without "the".
fn plain(name: &str) -> String {
    let name = name.to_lowercase();
    name.strip_prefix("the ").unwrap_or(&name).to_owned()
}
