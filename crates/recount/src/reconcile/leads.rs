//! Finds the claims of headlines and leads, which say what a report is about.
//!
//! In: the articles and claims of a story. Out: the ids of those claims.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Article, Claim, ClaimId, Field, Role};

/// How many blocks of text make the lead.
const LEAD: usize = 2;

/// Returns the claims whose evidence stands in a headline, a standfirst or the first paragraphs.
pub(super) fn leads(articles: &[&Article], claims: &[Claim]) -> BTreeSet<ClaimId> {
    let ends: BTreeMap<_, _> = articles.iter().map(|it| (&it.id, lead_end(it))).collect();
    let leads = |it: &&Claim| {
        let end = ends.get(&it.article).copied().unwrap_or_default();
        it.evidence.field == Field::Headline || it.evidence.end <= end
    };
    claims.iter().filter(leads).map(|it| it.id.clone()).collect()
}

fn lead_end(article: &Article) -> usize {
    let body = article.blocks.iter().filter(|it| it.role == Role::Body);
    body.take(LEAD).last().map_or(0, |it| it.end)
}
