//! Tells who wrote an article from what a page prints of it.
//!
//! In: fields and lines that name authors. Out: the names of persons, each once, in order. An agency, an
//! office, an address and the name of the site are nobody.

use std::sync::LazyLock;

use super::super::{agency, byline};
use super::head::Head;
use crate::lexicon::rows;

/// Words above which a part is no name.
const NAME_WORDS: usize = 5;

static WORDS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    rows(include_str!("../../../data/html_author_words.tsv")).map(|row| (row[1], row[0])).collect()
});

/// Returns the authors that the page names, and the agencies it names among them.
pub(super) fn authors(head: &Head, outlet: Option<&str>) -> Vec<String> {
    let linked = head.linked.iter().map(|it| it.authors.join(", "));
    let fields = head.told("author").map(str::to_owned);
    let marked = head.authors.iter().filter(|(doubt, text)| {
        *doubt < 2 || byline::byline(text).is_some() || byline::is_bare_name(text)
    });
    let sources = linked.chain(fields).chain(marked.map(|(_, text)| text.clone()));
    sources.map(|it| names(&it, outlet)).find(|it| !it.is_empty()).unwrap_or_default()
}

/// Returns the names of persons in `text`.
pub(super) fn names(text: &str, outlet: Option<&str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for part in parts(text) {
        let name =
            without_lead(&part).trim_matches([' ', '.', ':', '-', '–', '—', '(', ')', '@', ',']);
        if is_person(name, outlet) && !found.iter().any(|it| it.eq_ignore_ascii_case(name)) {
            found.push(name.to_owned());
        }
    }
    found
}

fn parts(text: &str) -> Vec<String> {
    let address = |word: &&str| !(word.contains("://") || word.starts_with("www."));
    let text = text.split(' ').filter(address).collect::<Vec<_>>().join(" ");
    let bare = text.replace(" and ", ",").replace(" und ", ",").replace(" with ", ",");
    bare.split([',', ';', '|', '/', '&', '•', '·', '\n'])
        .map(|it| before_notes(it).to_owned())
        .collect()
}

/// `Anna Lind Reviewed by Jon Berg`
fn before_notes(part: &str) -> &str {
    let lower = part.to_lowercase();
    let ends = kind("after").filter_map(|it| {
        lower
            .find(&format!(" {it} "))
            .or_else(|| lower.strip_suffix(it).filter(|it| it.ends_with(' ')).map(str::len))
    });
    ends.min().and_then(|it| part.get(..it)).unwrap_or(part)
}

fn without_lead(part: &str) -> &str {
    let part = part.trim();
    byline::byline(part).unwrap_or(part)
}

fn is_person(name: &str, outlet: Option<&str>) -> bool {
    let lower = name.to_lowercase();
    let words: Vec<_> = lower.split_whitespace().collect();
    let office = || words.iter().any(|word| kind("role").any(|it| it == *word));
    let site = || outlet.is_some_and(|it| it.eq_ignore_ascii_case(name));
    let address = || ["http", "www.", "@", ".com", ".org"].iter().any(|it| lower.contains(it));
    (1..=NAME_WORDS).contains(&words.len())
        && name.chars().filter(|it| it.is_alphabetic()).count() >= 2
        && !name.chars().any(|it| it.is_ascii_digit() || it == '{' || it == '<')
        && !(office() || site() || address())
        && !kind("nobody").any(|it| it == lower)
        && agency(name).is_none()
        && super::super::outlet_by_name(name).is_none()
}

fn kind(kind: &'static str) -> impl Iterator<Item = &'static str> {
    WORDS.iter().filter(move |it| it.0 == kind).map(|it| it.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_named_without_what_leads_to_them() {
        check("By Anna Lind and Jon Berg", "Anna Lind|Jon Berg");
        check("Anna Lind; Jon Berg; Anna Lind", "Anna Lind|Jon Berg");
        check("Anna Lind, Senior Reporter", "Anna Lind");
        check("Anna Lind Reviewed by Jon Berg", "Anna Lind");
        check("Anna Lind Read more", "Anna Lind");
    }

    #[test]
    fn agencies_sites_and_addresses_are_nobody() {
        check("Associated Press", "");
        check("Anna Lind / dpa", "Anna Lind");
        check("https://www.facebook.com/norrvik", "");
        check("Norrvik Herald", "");
        check("admin", "");
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(names(text, Some("Norrvik Herald")).join("|"), expected);
    }
}
