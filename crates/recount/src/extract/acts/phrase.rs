//! Cuts the phrase of a noun out of a sentence: what stands before it and belongs to it.
//!
//! In: the token of a noun. Out: its phrase without articles, figures and possessives before it; what
//! stands behind it ("of the …", "who …") is left out.

use std::ops::Range;

use super::small;
use super::syntax::Tree;
use crate::annotate::Quantity;
use crate::gazetteer;
use crate::model::Count;

/// Arcs by which the words before a noun belong to its phrase.
const INSIDE: [&str; 12] = [
    "compound", "amod", "nmod", "det", "nummod", "poss", "case", "part", "quantmod", "punct",
    "advmod", "predet",
];

impl Tree<'_> {
    /// Returns the phrase that ends with the noun at `noun`, articles and figures included.
    pub(super) fn whole_phrase(self, noun: usize) -> Range<usize> {
        let floor = self.annotated.sentence_of(noun).tokens.start;
        let mut start = noun;
        while start > floor {
            let before = self.token(start - 1);
            let inside = INSIDE.contains(&before.dep.as_str()) || before.dep == "appos";
            let mark =
                !before.is_word() && !matches!(before.lower.as_str(), "-" | "\"" | "'" | ".");
            if mark || !inside || !self.is_under(start - 1, noun) {
                break;
            }
            start -= 1;
        }
        start..noun + 1
    }

    /// Returns the phrase of a noun without what says only how many, whose or which.
    pub(super) fn phrase(self, noun: usize) -> Range<usize> {
        let mut range = self.whole_phrase(noun);
        let inside = |it: &&Quantity| {
            it.tokens.start < noun && range.contains(&(it.tokens.end - 1)) && it.tokens.end <= noun
        };
        if let Some(figure) = self.annotated.quantities.iter().rev().find(inside) {
            range.start = figure.tokens.end;
        }
        while range.start < noun && self.is_idle(range.start) {
            range.start += 1;
        }
        range
    }

    /// Returns the proper nouns in a row that end with the one at `noun`.
    pub(super) fn proper(self, noun: usize) -> Range<usize> {
        let phrase = self.whole_phrase(noun);
        let names = phrase
            .clone()
            .rev()
            .take_while(|it| self.token(*it).pos == "PROPN" && self.occupation(*it).is_none());
        noun + 1 - names.count().max(1)..noun + 1
    }

    fn is_idle(self, at: usize) -> bool {
        let token = self.token(at);
        let text = self.annotated.text(&(at..at + 1));
        let demonym = || gazetteer::country_of_demonym(&title_case(text)).is_some();
        matches!(token.dep.as_str(), "det" | "nummod" | "poss" | "case" | "quantmod" | "predet")
            || matches!(token.tag.as_str(), "DT" | "CD" | "PRP$" | "POS" | "PDT")
            || !token.is_word()
            || small::is(&token.lower, "idle")
            || token.dep == "amod" && demonym()
    }

    /// Returns the figure before a noun, and whether the words are of several.
    pub(super) fn number(self, noun: usize) -> (Option<Count>, bool) {
        let phrase = self.whole_phrase(noun);
        let inside = |it: &&Quantity| phrase.contains(&(it.tokens.end - 1));
        let count = self.annotated.quantities.iter().find(inside).map(|it| it.value.clone());
        let plural = matches!(self.token(noun).tag.as_str(), "NNS" | "NNPS")
            || matches!(self.token(noun).lower.as_str(), "people" | "police" | "personnel");
        let one = count.as_ref().and_then(|it| it.n) == Some(1);
        (count, plural && !one)
    }
}

/// Returns a word as it is written in a sentence if it is a name.
fn title_case(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string()).unwrap_or_default();
    first + &letters.as_str().to_lowercase()
}
