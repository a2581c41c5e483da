//! Keeps what has been printed, across all stories, and finds the earlier texts that a new one takes up.
//!
//! In: articles, one at a time. Out: for each its family, and the earlier articles that share its text:
//! an agency's text in another story, or last week's text reprinted. No two articles are compared that
//! share no rare run of words. What stands in many families is a stock phrase or a site's furniture and
//! tells nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::runs::{Told, told};
use crate::annotate::Annotated;
use crate::model::ArticleId;

/// One of so many three-word runs is kept, by its hash: enough to measure a share of a text of a hundred
/// words to a few hundredths, in a fourth of the memory.
const SAMPLE: u64 = 4;

/// Families from which on a run tells nothing. With more, what one site prints on every page ties its
/// events to each other. Chosen by hand.
const STOCK: usize = 5;

/// Share of the shorter text's rare runs from which on two texts are one family.
///
/// Higher than inside a story, where the event itself speaks for a tie. Chosen by hand.
const COPY: f64 = 0.2;

/// Share of both texts from which on two articles of one outlet are versions of one.
const VERSION: f64 = 0.5;

/// Fewest sampled runs that two texts share: some twenty words in a row.
const SHARED: usize = 5;

/// Members of a family that a new article is compared with: its first and its last ones.
const ASKED: usize = 8;

/// How an earlier article is kin to a new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kinship {
    /// Its text was taken up by another outlet.
    Copy,
    /// The same outlet's earlier text of the same article.
    Version,
}

/// An earlier article that shares the text of a new one.
#[derive(Debug, Clone, PartialEq)]
pub struct Kin {
    /// The earlier article.
    pub article: ArticleId,
    /// How it is kin.
    pub kinship: Kinship,
    /// Share of the shorter text's rare runs that both have.
    pub share: f64,
}

/// A printed text: the runs that are kept of it.
#[derive(Debug, Clone)]
struct Text {
    id: ArticleId,
    outlet: Option<String>,
    runs: Vec<u32>,
}

/// The first families that have a run; the rest is [`NOBODY`].
type Holders = [u32; STOCK];

/// No family.
const NOBODY: u32 = u32::MAX;

/// What has been printed.
#[derive(Debug, Clone, Default)]
pub struct Library {
    texts: Vec<Text>,
    /// The family of each text, by its first text.
    family: Vec<u32>,
    members: BTreeMap<u32, Vec<u32>>,
    holders: BTreeMap<u32, Holders>,
}

impl Library {
    /// Adds an article; returns the earlier articles that share its text, the nearest first.
    pub fn add(&mut self, annotated: &Annotated) -> Vec<Kin> {
        let text = text(annotated);
        let kin = self.kin(&text);
        let number = u32::try_from(self.texts.len()).expect("fewer than four billion texts");
        let family = kin.first().map_or(number, |it| self.family[it.0 as usize]);
        for run in &text.runs {
            let holders = self.holders.entry(*run).or_insert([NOBODY; STOCK]);
            if !holders.contains(&family)
                && let Some(free) = holders.iter_mut().find(|it| **it == NOBODY)
            {
                *free = family;
            }
        }
        self.texts.push(text);
        self.family.push(family);
        self.members.entry(family).or_default().push(number);
        kin.into_iter().map(|(at, kinship, share)| self.named(at, kinship, share)).collect()
    }

    /// Returns the id of the family of an article by its place: that of its first text, which no later
    /// text changes.
    #[must_use]
    pub fn family(&self, place: usize) -> &ArticleId {
        &self.texts[self.family[place] as usize].id
    }

    /// Returns the texts that share enough with `text`, the nearest first.
    fn kin(&self, text: &Text) -> Vec<(u32, Kinship, f64)> {
        let families = self.families(text);
        let asked: BTreeSet<u32> = families.iter().flat_map(|it| self.asked(*it)).collect();
        let mut kin: Vec<_> = asked.into_iter().filter_map(|it| self.tie(text, it)).collect();
        kin.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
        kin
    }

    /// Returns the families that hold enough rare runs of `text`.
    fn families(&self, text: &Text) -> Vec<u32> {
        let mut shared: BTreeMap<u32, usize> = BTreeMap::new();
        for run in &text.runs {
            let holders = self.holders.get(run).filter(|it| !is_stock(it));
            let holders = holders.into_iter().flatten().filter(|it| **it != NOBODY);
            holders.for_each(|it| *shared.entry(*it).or_default() += 1);
        }
        shared.into_iter().filter(|it| it.1 >= SHARED).map(|it| it.0).collect()
    }

    fn asked(&self, family: u32) -> impl Iterator<Item = u32> {
        let members = &self.members[&family];
        members.iter().take(1).chain(members.iter().rev().take(ASKED - 1)).copied()
    }

    fn tie(&self, text: &Text, other: u32) -> Option<(u32, Kinship, f64)> {
        let earlier = &self.texts[other as usize];
        let (one, two) = (self.rare(text), self.rare(earlier));
        let shared = one.iter().filter(|it| two.binary_search(it).is_ok()).count();
        let share = |of: usize| shared as f64 / of.max(1) as f64;
        let (short, long) = (share(one.len().min(two.len())), share(one.len().max(two.len())));
        let same_outlet = text.outlet.is_some() && text.outlet == earlier.outlet;
        let kinship = if same_outlet { Kinship::Version } else { Kinship::Copy };
        // What one outlet's articles share in a part is its furniture or its background, no copy.
        let near = if same_outlet { long >= VERSION } else { short >= COPY };
        (shared >= SHARED && near).then_some((other, kinship, short))
    }

    /// Returns the runs of a text that are no stock phrases.
    fn rare(&self, text: &Text) -> Vec<u32> {
        let stock = |it: &u32| self.holders.get(it).is_some_and(is_stock);
        text.runs.iter().copied().filter(|it| !stock(it)).collect()
    }

    fn named(&self, at: u32, kinship: Kinship, share: f64) -> Kin {
        Kin { article: self.texts[at as usize].id.clone(), kinship, share }
    }
}

fn is_stock(holders: &Holders) -> bool {
    holders[STOCK - 1] != NOBODY
}

fn text(annotated: &Annotated) -> Text {
    let Told { runs, .. } = told(annotated);
    let kept = runs.into_iter().filter(|it| it % SAMPLE == 0);
    let mut runs: Vec<_> = kept.map(|it| (it >> 32) as u32).collect();
    runs.sort_unstable();
    runs.dedup();
    let outlet = annotated.article.outlet.as_ref().map(|it| it.name.clone());
    Text { id: annotated.article.id.clone(), outlet, runs }
}
