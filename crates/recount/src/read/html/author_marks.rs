//! Tells by its marks whether an element or an address is that of an author.
//!
//! In: classes, addresses, labels. Out: whether, and how surely, they mark an author:
//! `data/html_author_words.tsv`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::class_words::class_words;
use crate::lexicon::of_kind;

static AUTHOR_CLASSES: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| author_words("class"));
static BESIDE_AUTHORS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| author_words("beside"));
static AUTHOR_LABELS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| author_words("label"));
static AUTHOR_FOLDERS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| author_words("folder"));

fn author_words(kind: &str) -> BTreeSet<&'static str> {
    of_kind(include_str!("../../../data/html_author_words.tsv"), kind)
}

/// `Written by`, as the label of a field.
pub(super) fn is_label(text: &str) -> bool {
    AUTHOR_LABELS.contains(&text.to_lowercase().as_str())
}

/// `/author/anna-lind`, `/autoren/jon-berg/`
pub(super) fn leads_to_author(address: &str) -> bool {
    let mut parts = address.split('/').skip_while(|it| !AUTHOR_FOLDERS.contains(*it));
    parts.next().is_some() && parts.next().is_some_and(|it| !it.is_empty())
}

/// How doubtful it is that an element of these classes names the author; `None` if it does not.
pub(super) fn author_class(classes: &str) -> Option<u8> {
    classes
        .split_whitespace()
        .filter_map(|class| {
            let words = class_words(class);
            let holds = |kind: &BTreeSet<&str>| words.iter().any(|it| kind.contains(it.as_str()));
            match (holds(&AUTHOR_CLASSES), holds(&BESIDE_AUTHORS)) {
                (true, false) if words.iter().any(|it| it == "name") => Some(1),
                (true, false) if words.len() <= 2 => Some(2),
                (true, false) => Some(3),
                _ if class == "fn" => Some(2),
                _ => None,
            }
        })
        .min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_may_be_that_of_the_author() {
        check("author-name", "1");
        check("_authorName_1r0t6_51", "1");
        check("article__author__name", "1");
        check("byline", "2");
        check("post-author-link", "3");
        check("author-bio", "-");
        check("authority", "-");
    }

    #[test]
    fn an_address_may_lead_to_the_author() {
        assert!(leads_to_author("https://herald.example/author/anna-lind"));
        assert!(!leads_to_author("https://herald.example/authors/"));
        assert!(!leads_to_author("/sea/anna-lind"));
    }

    #[track_caller]
    fn check(classes: &str, expected: &str) {
        assert_eq!(author_class(classes).map_or("-".to_owned(), |it| it.to_string()), expected);
    }
}
