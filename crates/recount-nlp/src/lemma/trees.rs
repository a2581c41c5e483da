//! Lemmatises by edit trees, among which a network chooses.
//!
//! In: a word, and scores for the trees. Out: its lemma. A tree keeps the middle of a word and
//! rewrites what is before and behind it; one that demands letters which the word has not cannot be
//! applied, and the next best is tried, as often as the package says.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::package::{Value, decode};
use crate::{Error, strings};

/// Trees deeper than any word is long.
const DEEPEST: usize = 1000;

/// spaCy's number for no tree.
const NO_TREE: u64 = u32::MAX as u64;

/// Edit trees and the ones that the network knows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Trees {
    trees: Vec<Tree>,
    /// For each score of the network, its tree.
    labels: Vec<u32>,
    /// How many trees are tried on a word.
    top_k: usize,
    backoff: Backoff,
}

/// What is done with a word on which no tree can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Backoff {
    /// The word is its own lemma.
    Orth,
    /// It has no lemma.
    Nothing,
}

impl Backoff {
    /// Returns the way out that a package names.
    pub(crate) fn named(name: Option<&str>) -> Result<Self, Error> {
        match name {
            None => Ok(Self::Nothing),
            Some("orth") => Ok(Self::Orth),
            Some(other) => {
                Err(Error::unsupported(format!("backoff {other}"), "we know orth and null"))
            }
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum Tree {
    /// Keeps what lies between `prefix` and `suffix` letters. A part without a tree is dropped.
    Keep {
        prefix: u32,
        suffix: u32,
        before: Option<u32>,
        after: Option<u32>,
    },
    Replace {
        old: String,
        new: String,
    },
}

impl Trees {
    /// Reads the file `trees` and the labels in `cfg`, which is JSON.
    ///
    /// `string` gives the string that a hash stands for.
    pub(crate) fn read<'a>(
        trees: &[u8],
        cfg: &[u8],
        string: impl Fn(u64) -> Option<&'a str>,
        top_k: usize,
        backoff: Backoff,
        file: &str,
    ) -> Result<Self, Error> {
        let raw = decode(trees, file)?;
        let items = Value::new(&raw, file).get("trees")?.items()?;
        let trees = items.into_iter().map(|it| tree(it, &string)).collect::<Result<Vec<_>, _>>()?;
        let trees = Self { trees, labels: labels(cfg, file)?, top_k, backoff };
        trees.check(trees.labels()).map_err(|wrong| Error::malformed(file, wrong))?;
        Ok(trees)
    }

    /// Returns how many labels there are.
    pub(crate) fn labels(&self) -> usize {
        self.labels.len()
    }

    /// Makes sure that there is a tree for each of so many classes, and that all trees have an end, or
    /// says what is wrong.
    pub(crate) fn check(&self, classes: usize) -> Result<(), String> {
        check_depth(&self.trees)?;
        if self.labels.len() != classes {
            return Err(format!("{classes} classes, {} labels", self.labels.len()));
        }
        let missing = self.labels.iter().find(|label| **label as usize >= self.trees.len());
        missing.map_or(Ok(()), |label| Err(format!("no tree {label}")))
    }

    /// Returns the lemma of `text` by the best of the trees that can be applied to it, or `None` if
    /// it is to have none.
    ///
    /// `scores` has a score for each label. Of equal scores the first is the best.
    pub(crate) fn choose(&self, scores: &[f32], text: &str) -> Option<String> {
        let mut scores = Cow::Borrowed(scores);
        for _ in 0..self.top_k.min(self.labels.len()) {
            let best = highest(&scores);
            if let Some(lemma) = self.apply(best, text) {
                return Some(lemma);
            }
            if let Some(score) = scores.to_mut().get_mut(best) {
                *score = f32::NEG_INFINITY;
            }
        }
        match self.backoff {
            Backoff::Orth => Some(text.to_owned()),
            Backoff::Nothing => None,
        }
    }

    /// Applies the tree of a label to `text`, or returns `None` if it cannot be applied.
    pub(crate) fn apply(&self, label: usize, text: &str) -> Option<String> {
        let mut lemma = String::with_capacity(text.len());
        self.grow(*self.labels.get(label)?, text, &mut lemma)?;
        Some(lemma)
    }

    fn grow(&self, tree: u32, text: &str, lemma: &mut String) -> Option<()> {
        match self.trees.get(tree as usize)? {
            Tree::Replace { old, new } => (text == old).then(|| lemma.push_str(new)),
            Tree::Keep { prefix, suffix, before, after } => {
                let start = from_start(text, *prefix as usize)?;
                let end = from_end(text, *suffix as usize).filter(|end| *end >= start)?;
                before.map_or(Some(()), |it| self.grow(it, &text[..start], lemma))?;
                lemma.push_str(&text[start..end]);
                after.map_or(Some(()), |it| self.grow(it, &text[end..], lemma))
            }
        }
    }
}

/// Returns where the letter number `count` of `text` begins.
fn from_start(text: &str, count: usize) -> Option<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(count)
}

/// Returns where the last `count` letters of `text` begin.
fn from_end(text: &str, count: usize) -> Option<usize> {
    [text.len()].into_iter().chain(text.char_indices().rev().map(|(at, _)| at)).nth(count)
}

/// Returns the place of the first of the highest scores.
///
/// There are thousands, so the maximum is found in lanes before anybody asks where it stands.
fn highest(scores: &[f32]) -> usize {
    let higher = |most: f32, score: f32| if score > most { score } else { most };
    let (chunks, rest) = scores.as_chunks::<16>();
    let mut lanes = [f32::NEG_INFINITY; 16];
    for chunk in chunks {
        for (lane, score) in lanes.iter_mut().zip(chunk) {
            *lane = higher(*lane, *score);
        }
    }
    let most = lanes.iter().chain(rest).copied().fold(f32::NEG_INFINITY, higher);
    scores.iter().position(|score| *score == most).unwrap_or(0)
}

fn tree<'a>(value: Value<'_>, string: impl Fn(u64) -> Option<&'a str>) -> Result<Tree, Error> {
    let number = |name: &str| value.get(name)?.number();
    let text = |name: &str| {
        let part = value.get(name)?;
        if let Some(text) = part.as_text() {
            return Ok(text.to_owned());
        }
        let hash = part.number()?;
        let known = strings::name(hash).or_else(|| string(hash)).map(str::to_owned);
        known.ok_or_else(|| Error::malformed(value.file(), format!("no string for {hash}")))
    };
    if value.find("prefix_len").is_none() {
        return Ok(Tree::Replace { old: text("orig")?, new: text("subst")? });
    }
    let small = |number: u64| {
        u32::try_from(number)
            .map_err(|_| Error::malformed(value.file(), format!("no tree {number}")))
    };
    let child = |name: &str| match number(name)? {
        NO_TREE => Ok(None),
        it => small(it).map(Some),
    };
    Ok(Tree::Keep {
        prefix: small(number("prefix_len")?)?,
        suffix: small(number("suffix_len")?)?,
        before: child("prefix_tree")?,
        after: child("suffix_tree")?,
    })
}

/// Makes sure that no tree is its own branch, and none so deep that it cannot be climbed.
fn check_depth(trees: &[Tree]) -> Result<(), String> {
    let mut depths: Vec<usize> = Vec::with_capacity(trees.len());
    for tree in trees {
        let branches = match tree {
            Tree::Keep { before, after, .. } => [*before, *after],
            Tree::Replace { .. } => [None, None],
        };
        // spaCy numbers the branches of a tree before the tree.
        let depth = |branch: u32| depths.get(branch as usize).map(|depth| depth + 1);
        let deepest = branches
            .into_iter()
            .flatten()
            .map(depth)
            .try_fold(0, |most, it| it.map(|it| most.max(it)));
        match deepest {
            Some(depth) if depth < DEEPEST => depths.push(depth),
            _ => return Err(format!("tree {} has no end", depths.len())),
        }
    }
    Ok(())
}

fn labels(cfg: &[u8], file: &str) -> Result<Vec<u32>, Error> {
    #[derive(Deserialize)]
    struct Cfg {
        labels: Vec<u32>,
    }
    let cfg: Cfg = serde_json::from_slice(cfg).map_err(|cause| Error::malformed(file, cause))?;
    Ok(cfg.labels)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const STRINGS: [(u64, &str); 4] = [(1001, "ge"), (1002, "d"), (1003, "en"), (1004, "war")];

    #[test]
    fn the_best_tree_gives_the_lemma() {
        check("gegooid", &[0.9, 0.1], (1, Some("orth")), Some("gooien"));
        check("war", &[0.1, 0.9], (1, Some("orth")), Some("d"));
    }

    #[test]
    fn letters_are_counted_and_not_bytes() {
        check("gehörd", &[0.9, 0.1], (1, Some("orth")), Some("hören"));
    }

    #[test]
    fn the_next_tree_is_tried_if_the_best_does_not_fit() {
        check("war", &[0.9, 0.1], (2, Some("orth")), Some("d"));
        check("war", &[0.9, 0.1], (1, Some("orth")), Some("war"));
        check("ge", &[0.9, 0.1], (2, None), None);
    }

    #[test]
    fn of_equal_scores_the_first_is_the_best() {
        check("gegooid", &[0.5, 0.5], (1, None), Some("gooien"));
    }

    #[test]
    fn a_tree_cannot_be_its_own_branch() {
        let keep =
            json!({"prefix_len": 0, "suffix_len": 0, "prefix_tree": 0, "suffix_tree": NO_TREE});
        let error = read(json!([keep]), (1, None)).expect_err("the tree has no end");
        assert!(error.to_string().contains("tree 0 has no end"), "{error}");
    }

    #[test]
    fn another_backoff_is_named() {
        let error = Backoff::named(Some("norm")).expect_err("we have no norms");
        assert!(error.to_string().contains("backoff norm"), "{error}");
    }

    fn read(
        trees: serde_json::Value,
        (top_k, backoff): (usize, Option<&str>),
    ) -> Result<Trees, Error> {
        let bytes = rmp_serde::to_vec_named(&json!({"trees": trees})).expect("JSON can be packed");
        let string = |hash| STRINGS.iter().find(|(it, _)| *it == hash).map(|(_, text)| *text);
        let labels = format!("{{\"labels\": [{}, 1]}}", trees.as_array().map_or(0, Vec::len) - 1);
        Trees::read(&bytes, labels.as_bytes(), string, top_k, Backoff::named(backoff)?, "trees")
    }

    /// Chooses between a tree that makes *gegooid* into *gooien* and one that makes *war* into *d*.
    #[track_caller]
    fn check(text: &str, scores: &[f32], setting: (usize, Option<&str>), expected: Option<&str>) {
        let trees = json!([
            {"orig": 1001, "subst": 0}, {"orig": 1004, "subst": 1002}, {"orig": 1002, "subst": 1003},
            {"prefix_len": 2, "suffix_len": 1, "prefix_tree": 0, "suffix_tree": 2},
        ]);
        let trees = read(trees, setting).expect("the trees are sound");
        assert_eq!(trees.choose(scores, text).as_deref(), expected);
    }
}
