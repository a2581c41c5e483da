//! Finds the articles that name another article's outlet.
//!
//! In: the articles of a story. Out: pairs of citing and cited article. To name is not to copy: such a
//! pair makes the count of independent reports doubtful, and nothing else.

use std::collections::BTreeMap;

use crate::annotate::{Annotated, Token};

/// Returns (citing, cited), as indexes into the story.
pub(super) fn citations(story: &[&Annotated]) -> Vec<(usize, usize)> {
    let outlets = by_first_word(story);
    let cited = |article: &Annotated| -> Vec<usize> {
        let places = article.tokens.iter().enumerate().filter(|(_, it)| it.capital);
        let named = places.flat_map(|(at, token)| {
            let names = outlets.get(token.lower.as_str()).into_iter().flatten();
            names.filter(move |it| stands_at(&article.tokens[at..], &it.words)).map(|it| it.article)
        });
        named.collect()
    };
    let found = story.iter().enumerate().flat_map(|(citing, it)| {
        cited(it).into_iter().filter(move |it| *it != citing).map(move |it| (citing, it))
    });
    let mut found: Vec<_> = found.filter(|(a, b)| outlet(story[*a]) != outlet(story[*b])).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The outlet of an article, as the words of its name.
struct Named {
    words: Vec<String>,
    article: usize,
}

fn by_first_word(story: &[&Annotated]) -> BTreeMap<String, Vec<Named>> {
    let mut index: BTreeMap<String, Vec<Named>> = BTreeMap::new();
    for (article, it) in story.iter().enumerate() {
        let Some(words) = outlet(it).and_then(words) else { continue };
        index.entry(words[0].clone()).or_default().push(Named { words, article });
    }
    index
}

fn outlet(annotated: &Annotated) -> Option<&str> {
    annotated.article.outlet.as_ref().map(|it| it.name.as_str())
}

/// Returns the words of a name; none for a host name, which no report prints.
fn words(name: &str) -> Option<Vec<String>> {
    let words: Vec<_> = name.split_whitespace().map(str::to_lowercase).collect();
    (!words.is_empty() && !name.contains('.')).then_some(words)
}

fn stands_at(tokens: &[Token], words: &[String]) -> bool {
    tokens.len() >= words.len()
        && tokens.iter().zip(words).all(|(token, word)| token.lower == *word)
}
