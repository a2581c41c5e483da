//! Scores titles, authors and dates of saved pages.
//!
//! In: pages with gold. Out: rows of a table in Markdown. An answer where the gold has none is counted
//! as false only for authors, as the sets do.

use std::collections::BTreeSet;

use super::pages::Saved;
use super::score::words;

/// Prints how often an outlet is named, and how often its letters are those of its host: no set has outlets
/// coded by hand, and a newsroom mostly calls its site what it calls itself.
pub(crate) fn outlets(pages: &[Saved], misses: bool) {
    let (mut named, mut alike, mut read) = (0, 0, 0);
    for page in pages {
        let (Ok(article), Some(address)) = (&page.article, page.gold("url")) else { continue };
        let host = article.url.as_deref().unwrap_or(address).split('/').nth(2).unwrap_or_default();
        let outlet = article.outlet.as_ref().filter(|it| it.basis != "url");
        let agrees = outlet.is_some_and(|it| names_host(&it.name, host));
        read += 1;
        named += usize::from(outlet.is_some());
        alike += usize::from(agrees);
        let name = outlet.map_or("", |it| it.name.as_str());
        tell(misses && outlet.is_some() && !agrees, "outlet", page, name, host);
    }
    println!("\nOutlets named by the page: {}", share(named, read));
    println!("of these with the letters of their host: {}", share(alike, named));
}

/// `Norrvik Herald` of `norrvikherald.example`, `nherald.example` or `nh.example`.
fn names_host(outlet: &str, host: &str) -> bool {
    let host: String = host.chars().filter(|it| it.is_alphanumeric()).collect();
    let words = words(outlet);
    let whole = words.concat();
    let initials: String = words.iter().filter_map(|it| it.chars().next()).collect();
    let long = |it: &&String| it.len() > 3 && !["news", "daily", "online"].contains(&it.as_str());
    host.contains(&whole)
        || words.iter().filter(long).any(|it| host.contains(it.as_str()))
        || initials.len() > 1 && host.contains(&initials)
}

/// Returns what is counted of titles, authors and dates in one set.
pub(crate) fn row(set: &str, pages: &[&Saved], misses: bool) -> String {
    format!(
        "| {set} | {} | {} | {} |",
        titles(pages, misses),
        authors(pages, misses),
        dates(pages, misses)
    )
}

fn titles(pages: &[&Saved], misses: bool) -> String {
    let title = |it: &Saved| {
        it.article.as_ref().ok().and_then(|it| it.headline.clone()).unwrap_or_default()
    };
    let with_gold = pages.iter().filter_map(|it| Some((title(it), it.gold("title")?, *it)));
    let (mut right, mut all) = (0, 0);
    for (ours, gold, page) in with_gold {
        let same = words(&ours) == words(gold);
        (right, all) = (right + usize::from(same), all + 1);
        tell(misses && !same, "title", page, &ours, gold);
    }
    share(right, all)
}

fn authors(pages: &[&Saved], misses: bool) -> String {
    let has_field = pages.iter().any(|it| it.gold("author").is_some());
    let (mut right, mut all, mut wrong, mut without) = (0, 0, 0, 0);
    for page in pages.iter().filter(|_| has_field) {
        let ours = page.article.as_ref().ok().and_then(|it| it.byline.clone()).unwrap_or_default();
        let Some(gold) = page.gold("author") else {
            let counts = page.gold.get("author").is_some();
            without += usize::from(counts);
            wrong += usize::from(counts && !ours.is_empty());
            continue;
        };
        let same = names(&ours) == names(gold);
        (right, all) = (right + usize::from(same), all + 1);
        tell(misses && !same, "author", page, &ours, gold);
    }
    format!("{} | {}", share(right, all), share(wrong, without))
}

fn names(text: &str) -> BTreeSet<Vec<String>> {
    let text = text.replace(" and ", ",");
    text.split([',', ';', '/', '&']).map(words).filter(|it| !it.is_empty()).collect()
}

fn dates(pages: &[&Saved], misses: bool) -> String {
    let (mut right, mut wrong, mut all) = (0, 0, 0);
    for page in pages {
        let Some(gold) = page.gold("date") else { continue };
        let ours = page.published();
        let day = ours.map_or(String::new(), |it| it.start.date().to_string());
        let same = gold.starts_with(&day) && !day.is_empty();
        (right, all) = (right + usize::from(same), all + 1);
        wrong += usize::from(!same && !day.is_empty());
        let basis = ours.and_then(|it| it.basis.as_deref()).unwrap_or_default();
        tell(misses && !same, "date", page, &format!("{day} ({basis})"), gold);
    }
    format!("{} | {}", share(right, all), share(right, right + wrong))
}

fn tell(miss: bool, field: &str, page: &Saved, ours: &str, gold: &str) {
    if miss {
        eprintln!("{} {field}: {ours:?} for {gold:?}", page.gold("file").unwrap_or_default());
    }
}

pub(crate) fn share(part: usize, of: usize) -> String {
    if of == 0 { "–".to_owned() } else { format!("{:.3} ({part}/{of})", part as f64 / of as f64) }
}
