//! Compares one article with what a case says of it.

use recount::model::{Article, Block, Record};

use super::{Outcome, holds};
use crate::language::Fact;
use crate::show;

/// Checks the facts of the article with this name.
pub(super) fn check(record: &Record, name: &str, facts: &[Fact]) -> Outcome {
    let Some(article) = record.articles.iter().find(|it| it.name == name) else {
        let names = record.articles.iter().map(|it| format!("article {}", it.name));
        return Err(names.collect());
    };
    let found: Vec<_> = facts.iter().filter_map(|it| failure(article, it)).flatten().collect();
    holds(found.is_empty(), || found)
}

fn failure(article: &Article, fact: &Fact) -> Option<Vec<String>> {
    match fact {
        Fact::Is(name, wanted) => {
            let found = field(article, name);
            let shown = found.as_deref().map_or("none".into(), |it| format!("\"{it}\""));
            (found != *wanted).then(|| vec![format!("{name} {shown}")])
        }
        Fact::Holds(role, words) => holders(article, role, words),
    }
}

/// Returns `None` if the words stand in blocks of the role and nowhere else, else where they stand.
fn holders(article: &Article, role: &str, words: &str) -> Option<Vec<String>> {
    let text = |block: &Block| article.text.get(block.start..block.end).unwrap_or_default();
    let holds_it = |block: &&Block| text(block).contains(words);
    let holders: Vec<_> = article.blocks.iter().filter(holds_it).collect();
    if !holders.is_empty() && holders.iter().all(|it| show::role(it) == role) {
        return None;
    }
    let told = holders.iter().map(|it| format!("{} \"{words}\"", show::role(it)));
    let mut told: Vec<_> = told.collect();
    if told.is_empty() {
        told.push(format!("no block with \"{words}\""));
    }
    Some(told)
}

fn field(article: &Article, name: &str) -> Option<String> {
    match name {
        "headline" => article.headline.clone(),
        "outlet" => article.outlet.as_ref().map(|it| it.name.clone()),
        "byline" => article.byline.clone(),
        "dateline" => article.dateline.clone(),
        "language" => Some(article.language.clone()),
        _ => article.published.as_ref().map(|it| format!("{it} {}", show::name(&it.precision))),
    }
}
