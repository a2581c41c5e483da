//! Keeps the open stories and finds the one a new article belongs to.
//!
//! In: articles, one at a time. Out: the id of each one's story. A story's id is the number of its
//! first article, and never changes.

use std::collections::BTreeMap;

use super::decision::{Compared, JOIN, Likeness, likeness, story_score};
use super::index::Index;
use super::sketch::{self, Sketch};
use super::terms::Term;
use super::vector::{Vector, Weighted};
use crate::annotate::Annotated;

/// A story, by the number of its first article, counted from 0 as they came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct StoryId(pub u32);

/// The open stories.
#[derive(Debug, Clone, Default)]
pub struct Grouper {
    articles: Vec<(Compared, StoryId)>,
    /// Members of each story.
    sizes: BTreeMap<StoryId, usize>,
    /// Articles that have a term.
    seen: BTreeMap<u64, u32>,
    index: Index,
}

/// What the table of common words counts for, in articles: until so many have been seen it weighs
/// more than they do.
///
/// With a thousand, the name of the town and the words of the trade ("robbed", "inspector") pass for
/// rare in a small batch from one town, and its incidents run into each other; from 100 to 400 the
/// scores differ by 0.005. Measured with the weights of the decision.
const TABLE: f32 = 100.0;

/// What a name weighs more than another word.
const NAME: f32 = 1.5;

impl Grouper {
    /// Adds an article and returns its story.
    pub fn add(&mut self, annotated: &Annotated) -> StoryId {
        self.add_sketch(sketch::sketch(annotated))
    }

    /// Returns the earlier articles that `annotated` might belong with, by number, and how like they are.
    pub fn alike(&mut self, annotated: &Annotated) -> Vec<(Likeness, usize)> {
        let compared = self.compared(sketch::sketch(annotated));
        self.likes(&compared)
    }

    pub(super) fn add_sketch(&mut self, sketch: Sketch) -> StoryId {
        let compared = self.compared(sketch);
        for term in &compared.vector.terms {
            *self.seen.entry(term.hash).or_default() += 1;
        }
        let number = u32::try_from(self.articles.len()).expect("fewer than four billion articles");
        let story = self.story_of(&compared).unwrap_or(StoryId(number));
        self.index.add(&compared.vector);
        self.articles.push((compared, story));
        *self.sizes.entry(story).or_default() += 1;
        story
    }

    /// Returns the open story that `compared` belongs to.
    fn story_of(&mut self, compared: &Compared) -> Option<StoryId> {
        let mut scores: BTreeMap<StoryId, Vec<f64>> = BTreeMap::new();
        for (like, at) in self.likes(compared) {
            scores.entry(self.articles[at].1).or_default().push(like.score());
        }
        let sizes = &self.sizes;
        let scored = scores.into_iter().map(|(id, scores)| (story_score(scores, sizes[&id]), id));
        let best = scored.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        best.filter(|(score, _)| *score > JOIN).map(|(_, id)| id)
    }

    fn likes(&mut self, compared: &Compared) -> Vec<(Likeness, usize)> {
        let candidates = self.index.candidates(&compared.vector);
        let likes = candidates.into_iter().map(|it| it as usize);
        likes.map(|at| (likeness(compared, &self.articles[at].0), at)).collect()
    }

    fn compared(&self, sketch: Sketch) -> Compared {
        let seen = self.articles.len() as f32 + 1.0;
        let terms = sketch.terms.iter().map(|it| self.weighted(it, seen)).collect();
        let Sketch { published, event, outlet, cities, countries, .. } = sketch;
        Compared { vector: Vector::new(terms), published, event, outlet, cities, countries }
    }

    /// Weighs a term by how few have it, of the articles seen and of ordinary English.
    fn weighted(&self, term: &Term, seen: f32) -> Weighted {
        let holders =
            (self.seen.get(&term.hash).copied().unwrap_or(0) + 1) as f32 + term.common * TABLE;
        let rarity = ((seen + TABLE) / (holders + 1.0)).ln();
        let weight = (1.0 + term.count.ln()) * rarity * if term.marks.name { NAME } else { 1.0 };
        Weighted {
            hash: term.hash,
            weight,
            rarity: rarity / (seen + TABLE).ln(),
            marks: term.marks,
        }
    }
}
