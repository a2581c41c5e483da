//! Gives the attributions of an article as a product of their own: who said which words.
//!
//! In: an annotated article. Out: for each attribution the bytes of its source, its cue and its content.
//! What an outlet says in its own voice is none.

use std::ops::Range;

use serde::Serialize;

use super::relations::{Reader, Relation};
use crate::annotate::{Annotated, Syntax};
use crate::model::{ArticleId, Field};

/// Words that somebody is said to have said. Offsets are bytes of `field`, half-open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attributed {
    /// The article it stands in.
    pub article: ArticleId,
    /// The name of the page.
    pub name: String,
    /// Which string of the article the offsets point into.
    pub field: Field,
    /// The words that name who spoke.
    pub source: Vec<(usize, usize)>,
    /// The verb, or what else says that somebody speaks.
    pub cue: Vec<(usize, usize)>,
    /// What was said, in order.
    pub content: Vec<(usize, usize)>,
    /// Whether the words are given as they were spoken.
    #[serde(rename = "type")]
    pub speech: Speech,
}

/// How words are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Speech {
    /// Between quotation marks.
    Direct,
    /// In the words of the newsroom.
    Indirect,
    /// Some of each.
    Mixed,
}

/// Returns the attributions of an article, in the order of the text.
#[must_use]
pub fn attributions(annotated: &Annotated) -> Vec<Attributed> {
    let syntax = Syntax::of(&annotated.tokens);
    let reader = Reader::of(annotated, &syntax);
    let bytes = |it: &Range<usize>| {
        (!it.is_empty()).then(|| {
            let evidence = annotated.evidence(it);
            (evidence.start, evidence.end)
        })
    };
    let relations = reader.relations();
    let told = Told::of(&relations);
    // What is told inside somebody's words is theirs to tell: chains of claims have it, this list has not.
    let outer = relations.iter().filter(|it| !reader.is_quoted(it.verb) && !told.holds(it.verb));
    let attributed = outer.map(|it| Attributed {
        article: annotated.article.id.clone(),
        name: annotated.article.name.clone(),
        field: annotated.sentence_of(it.cue.start).field,
        source: bytes(&it.source).into_iter().collect(),
        cue: bytes(&it.cue).into_iter().collect(),
        content: it.content.iter().filter_map(bytes).collect(),
        speech: speech(annotated, &it.content),
    });
    attributed.collect()
}

/// The tokens that are somebody's words.
struct Told {
    /// Where contents begin, in order, and how far those that begin so far reach.
    reach: Vec<(usize, usize)>,
}

impl Told {
    fn of(relations: &[Relation]) -> Self {
        let contents = relations.iter().flat_map(|it| &it.content);
        let mut reach: Vec<_> = contents.map(|it| (it.start, it.end)).collect();
        reach.sort_unstable();
        let mut furthest = 0;
        for (_, end) in &mut reach {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self { reach }
    }

    fn holds(&self, at: usize) -> bool {
        let before = self.reach.partition_point(|(start, _)| *start <= at);
        before.checked_sub(1).is_some_and(|last| at < self.reach[last].1)
    }
}

fn speech(annotated: &Annotated, content: &[Range<usize>]) -> Speech {
    let mut quoted = false;
    let (mut inside, mut outside) = (0, 0);
    for token in content.iter().flat_map(|it| &annotated.tokens[it.clone()]) {
        match token.lower.as_str() {
            "\"" => quoted = !quoted,
            _ if !token.is_word() => {}
            _ if quoted => inside += 1,
            _ => outside += 1,
        }
    }
    match (inside, outside) {
        (0, _) => Speech::Indirect,
        (_, 0) => Speech::Direct,
        _ => Speech::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::annotated;

    #[test]
    fn source_cue_and_content_are_bytes_of_the_text() {
        check(
            "Police said six people were killed.",
            "Police | said | six people were killed | Indirect",
        );
        check(
            "\"They are safe,\" the mayor said.",
            "the mayor | said | \"They are safe,\" | Direct",
        );
        check(
            "According to the ministry, the gunmen were \"liquidated\" at dawn.",
            "the ministry | According to | the gunmen were \"liquidated\" at dawn | Mixed",
        );
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = super::attributions(&annotated(text));
        let words = |spans: &[(usize, usize)]| {
            spans.iter().map(|it| &text[it.0..it.1]).collect::<Vec<_>>().join(" … ")
        };
        let told = |it: &super::Attributed| {
            let (source, cue) = (words(&it.source), words(&it.cue));
            format!("{source} | {cue} | {} | {:?}", words(&it.content), it.speech)
        };
        assert_eq!(found.iter().map(told).collect::<Vec<_>>().join("; "), expected);
    }
}
