//! The measures that each set of pages comes with.
//!
//! In: a text we read and what it should be. Out: shares. Words are compared in lower case, without
//! punctuation.

use std::collections::BTreeMap;

/// Precision and recall of one page, or of several by their mean.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Score {
    pub(crate) precision: f64,
    pub(crate) recall: f64,
}

impl Score {
    pub(crate) fn f1(self) -> f64 {
        let sum = self.precision + self.recall;
        if sum > 0.0 { 2.0 * self.precision * self.recall / sum } else { 0.0 }
    }

    /// Returns the mean precision and the mean recall, as the benchmark of `aeb` takes them.
    pub(crate) fn mean(scores: &[Score]) -> Score {
        let mean =
            |of: fn(&Score) -> f64| scores.iter().map(of).sum::<f64>() / scores.len().max(1) as f64;
        Score { precision: mean(|it| it.precision), recall: mean(|it| it.recall) }
    }

    pub(crate) fn of(right: usize, ours: usize, gold: usize) -> Score {
        let share = |of: usize| if of == 0 { 1.0 } else { right as f64 / of as f64 };
        Score { precision: share(ours), recall: share(gold) }
    }
}

/// Compares runs of `length` words, each as often as it stands.
pub(crate) fn runs(ours: &str, gold: &str, length: usize) -> Score {
    let (ours, gold) = (counted(ours, length), counted(gold, length));
    let right = ours.iter().map(|(run, count)| *gold.get(run).unwrap_or(&0).min(count)).sum();
    Score::of(right, ours.values().sum(), gold.values().sum())
}

fn counted(text: &str, length: usize) -> BTreeMap<Vec<String>, usize> {
    let words = words(text);
    let mut counts = BTreeMap::new();
    for run in words.windows(length.min(words.len()).max(1)) {
        *counts.entry(run.to_vec()).or_default() += 1;
    }
    counts
}

/// Compares paragraphs by their words; optional ones count neither for nor against.
pub(crate) fn paragraphs(ours: &[&str], gold: &[&str], optional: &[&str]) -> Score {
    let key = |it: &&str| words(it).join(" ");
    let mut open: Vec<String> = gold.iter().map(key).collect();
    let optional: Vec<String> = optional.iter().map(key).collect();
    let ours: Vec<String> = ours.iter().map(key).filter(|it| !optional.contains(it)).collect();
    let mut right = 0;
    for paragraph in &ours {
        if let Some(place) = open.iter().position(|it| it == paragraph) {
            open.swap_remove(place);
            right += 1;
        }
    }
    Score::of(right, ours.len(), gold.len())
}

/// Returns the words of `text` in lower case.
pub(crate) fn words(text: &str) -> Vec<String> {
    let words =
        text.split(|it: char| !it.is_alphanumeric() && it != '_').filter(|it| !it.is_empty());
    words.map(str::to_lowercase).collect()
}
