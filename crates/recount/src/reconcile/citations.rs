//! Finds who cites whom: an article that names the outlet of another as its source.
//!
//! In: the articles and claims of a story. Out: ties of kind `cites`, each once.

use std::collections::{BTreeMap, BTreeSet};

use super::origins::Origins;
use crate::model::{Article, ArticleId, Claim, Link};

/// Returns the ties between articles whose claims name the outlet of another article.
pub(super) fn citations(articles: &[&Article], claims: &[Claim], origins: &Origins) -> Vec<Link> {
    let pairs: BTreeSet<_> = claims
        .iter()
        .flat_map(|claim| claim.chain.iter().map(move |hop| (claim, hop)))
        .filter_map(|(claim, hop)| Some((&claim.article, origins.report_of(&claim.article, hop)?)))
        .collect();
    let named: BTreeMap<_, _> = articles.iter().map(|it| (&it.id, it.outlet.as_ref())).collect();
    let name = |id: &ArticleId| named.get(id).copied().flatten();
    let tie = |(from, to): (&ArticleId, &ArticleId)| Link {
        kind: "cites".into(),
        from: from.clone(),
        to: to.clone(),
        directed: true,
        containment: None,
        reason: name(to).map_or(String::new(), |it| format!("names {} as a source", it.name)),
        passages: Vec::new(),
    };
    pairs.into_iter().map(tie).collect()
}
