//! Keeps what has been printed, across all stories, and finds the earlier texts that a new one takes up.
//!
//! In: articles, one at a time. Out: for each its family, and the earlier articles that share its text:
//! an agency's text in another story, or last week's text reprinted. No two articles are compared that
//! share no rare run of words.

mod holders;
mod print;
mod state;
mod thresholds;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::{Deserialize, Serialize};

use crate::model::ArticleId;
use holders::Holders;
pub use print::Print;
pub use thresholds::Thresholds;

/// Members of a family that a new article is compared with: its first and its last ones.
const ASKED: usize = 8;

/// The most earlier articles that are told of one: as many as it has links inside a story.
const TOLD: usize = super::LINKS_OF_ARTICLE;

/// How an earlier article is kin to a new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kinship {
    /// Its text was taken up by another outlet.
    Copy,
    /// The same outlet's earlier text of the same article.
    Version,
}

/// An earlier article that shares the text of a new one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Kin {
    /// The earlier article.
    pub article: ArticleId,
    /// How it is kin.
    pub kinship: Kinship,
    /// Share of the shorter text's rare runs that both have.
    pub share: f64,
}

/// What came of adding an article.
#[derive(Debug, Clone, PartialEq)]
pub struct Added {
    /// Its family, by the id of its first text, which no later text changes.
    pub family: ArticleId,
    /// The earlier articles that share its text, the nearest first; of many the nearest eight.
    pub kin: Vec<Kin>,
}

/// A print and its family, by the number of the family's first text.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Text {
    print: Print,
    family: u32,
}

/// A family: the id of its first text, and the numbers of those that are kept.
#[derive(Debug, Clone)]
struct Family {
    name: ArticleId,
    members: Vec<u32>,
}

/// What has been printed: the last texts, so many that memory is bounded.
#[derive(Debug, Clone)]
pub struct Library {
    thresholds: Thresholds,
    kept: usize,
    /// Oldest first.
    texts: VecDeque<Text>,
    /// The number of the oldest text that is kept; numbers are given in order and never again.
    oldest: u32,
    numbers: BTreeMap<ArticleId, u32>,
    families: BTreeMap<u32, Family>,
    holders: Holders,
}

impl Default for Library {
    fn default() -> Self {
        Self::new(Thresholds::default(), Self::KEPT)
    }
}

impl Library {
    /// Articles that are kept unless somebody says otherwise: see `eval/copies.md` for their memory.
    pub const KEPT: usize = 200_000;

    /// Makes a library that keeps at most `kept` texts; when there is one more, the older half goes.
    #[must_use]
    pub fn new(thresholds: Thresholds, kept: usize) -> Self {
        Self {
            thresholds,
            kept,
            texts: VecDeque::new(),
            oldest: 0,
            numbers: BTreeMap::new(),
            families: BTreeMap::new(),
            holders: Holders::default(),
        }
    }

    /// Adds an article. One that is kept already has its family, no kin, and changes nothing.
    pub fn add(&mut self, print: Print) -> Added {
        if let Some(number) = self.numbers.get(&print.id) {
            let family = self.text(*number).family;
            return Added { family: self.families[&family].name.clone(), kin: Vec::new() };
        }
        let kin = self.kin(&print);
        let family = kin.first().map_or(self.next(), |it| self.text(it.0).family);
        let name = self.families.get(&family).map_or(&print.id, |it| &it.name).clone();
        let named = |it: (u32, Kinship, f64)| self.named(it);
        let kin = kin.into_iter().take(TOLD).map(named).collect();
        self.shelve(Text { print, family }, name.clone());
        if self.texts.len() > self.kept {
            self.forget();
        }
        Added { family: name, kin }
    }

    /// Returns how many texts are kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether no text is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Puts a text behind the others. What is known besides the texts is made here and nowhere else, so
    /// that it can be made again from them.
    fn shelve(&mut self, text: Text, name: ArticleId) {
        let number = self.next();
        for run in &text.print.runs {
            self.holders.note(*run, text.family, self.thresholds.stock);
        }
        let family = || Family { name, members: Vec::new() };
        self.families.entry(text.family).or_insert_with(family).members.push(number);
        self.numbers.insert(text.print.id.clone(), number);
        self.texts.push_back(text);
    }

    /// Forgets the older half, so that it is seldom done, and with it the families that have no other text.
    fn forget(&mut self) {
        let gone = self.texts.len() / 2;
        let names = std::mem::take(&mut self.families);
        let rest = self.texts.split_off(gone);
        let mut kept = Self::new(self.thresholds, self.kept);
        kept.oldest = self.oldest + gone as u32;
        rest.into_iter().for_each(|it| {
            let name = names[&it.family].name.clone();
            kept.shelve(it, name);
        });
        *self = kept;
    }

    /// Returns the number that the next text gets.
    fn next(&self) -> u32 {
        self.oldest + u32::try_from(self.texts.len()).expect("fewer than four billion texts")
    }

    fn text(&self, number: u32) -> &Text {
        &self.texts[(number - self.oldest) as usize]
    }

    /// Returns the texts that share enough with `print`, the nearest first.
    fn kin(&self, print: &Print) -> Vec<(u32, Kinship, f64)> {
        let shared = self.holders.shared(&print.runs, self.thresholds.stock);
        let families = shared.into_iter().filter(|it| it.1 >= self.thresholds.shared);
        let asked: BTreeSet<u32> = families.flat_map(|it| self.asked(it.0)).collect();
        let mut kin: Vec<_> = asked.into_iter().filter_map(|it| self.tie(print, it)).collect();
        kin.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
        kin
    }

    fn asked(&self, family: u32) -> impl Iterator<Item = u32> {
        let members = &self.families[&family].members;
        members.iter().take(1).chain(members.iter().rev().take(ASKED - 1)).copied()
    }

    fn tie(&self, print: &Print, other: u32) -> Option<(u32, Kinship, f64)> {
        let earlier = &self.text(other).print;
        let (one, two) = (self.rare(print), self.rare(earlier));
        let shared = one.iter().filter(|it| two.binary_search(it).is_ok()).count();
        let share = |of: usize| shared as f64 / of.max(1) as f64;
        let (short, long) = (share(one.len().min(two.len())), share(one.len().max(two.len())));
        let same_outlet = print.same_outlet(earlier);
        let kinship = if same_outlet { Kinship::Version } else { Kinship::Copy };
        // What one outlet's articles share in a part is its furniture or its background, no copy.
        let Thresholds { version, copy, .. } = self.thresholds;
        let near = if same_outlet { long >= version } else { short >= copy };
        (shared >= self.thresholds.shared && near).then_some((other, kinship, short))
    }

    /// Returns the runs of a text that are no stock phrases.
    fn rare(&self, print: &Print) -> Vec<u32> {
        let stock = |it: &u32| self.holders.is_stock(*it, self.thresholds.stock);
        print.runs.iter().copied().filter(|it| !stock(it)).collect()
    }

    fn named(&self, (number, kinship, share): (u32, Kinship, f64)) -> Kin {
        Kin { article: self.text(number).print.id.clone(), kinship, share }
    }
}
