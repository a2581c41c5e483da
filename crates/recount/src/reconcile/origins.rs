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

/// An article of a story, as far as its claims come from it.
#[derive(Debug)]
pub(super) struct Report {
    /// Its number in the story.
    pub(super) number: usize,
    pub(super) family: usize,
    /// A name for its outlet; the article itself where the outlet is unknown.
    pub(super) outlet: String,
    /// When it was published, if it says.
    pub(super) printed: Option<DateTime>,
}

/// Families and outlets of a story.
#[derive(Debug)]
pub(super) struct Origins<'a> {
    reports: BTreeMap<&'a ArticleId, Report>,
    /// The first two articles of each outlet: a report cites another, not itself.
    reports_of: BTreeMap<String, Vec<&'a ArticleId>>,
}

impl<'a> Origins<'a> {
    /// Reads them from the articles and what was traced.
    pub(super) fn of(articles: &[&'a Article], traced: &'a Traced) -> Self {
        let families = traced.families.iter().enumerate();
        let family_of: BTreeMap<_, _> =
            families.flat_map(|(at, ids)| ids.iter().map(move |id| (id, at))).collect();
        let report = |(number, article): (usize, &&'a Article)| {
            let printed = article.published.as_ref().map(|it| it.start);
            let family = family_of[&article.id];
            (&article.id, Report { number, family, outlet: outlet(article), printed })
        };
        let reports: BTreeMap<_, _> = articles.iter().enumerate().map(report).collect();
        let mut reports_of: BTreeMap<String, Vec<&ArticleId>> = BTreeMap::new();
        for (id, report) in &reports {
            let of_outlet = reports_of.entry(report.outlet.clone()).or_default();
            of_outlet.extend((of_outlet.len() < 2).then_some(*id));
        }
        Self { reports, reports_of }
    }

    /// Returns an article of the story.
    pub(super) fn report(&self, article: &ArticleId) -> &Report {
        &self.reports[article]
    }

    /// Returns the report of the story that a voice named in another article stands for.
    pub(super) fn report_of(&self, by: &ArticleId, hop: &Hop) -> Option<&'a ArticleId> {
        let name = plain(&hop.name);
        self.reports_of.get(&name)?.iter().find(|id| **id != by).copied()
    }

    /// Returns the family that a claim comes from, of its article or of the report it cites, and its origin.
    ///
    /// A source without a name is one with another of the same words only if both are behind the same
    /// outer voice or in the same family: "a police source" of two reports may be two men.
    pub(super) fn of_claim(&self, claim: &Claim) -> (usize, Origin) {
        let report_of = |hop| self.report_of(&claim.article, hop);
        let mut outwards = claim.chain.iter().rev();
        let inner = outwards.next();
        let cited = inner.and_then(report_of);
        let family = cited.or_else(|| outwards.clone().find_map(report_of));
        let family = self.report(family.unwrap_or(&claim.article)).family;
        let Some(inner) = inner.filter(|_| cited.is_none()) else {
            return (family, Origin::Family(family));
        };
        let source = match outwards.next() {
            _ if !inner.anonymous => inner.id.clone(),
            Some(outer) => format!("{} via {}", inner.id, outer.id),
            None => format!("{} in family {family}", inner.id),
        };
        (family, Origin::Source(source))
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
