//! Steps that give each token the label of a class: tags, morphology, sentence starts, edit trees.
//!
//! In: words and their vectors. Out: words of which more is known. What a step before has said stands,
//! unless the package says that the step overwrites it.

use std::sync::Arc;

use super::vectors::own_or;
use crate::classify;
use crate::doc::Word;
use crate::lemma::Trees;
use crate::matrix::Layer;
use crate::model;
use crate::tok2vec::{Tok2Vec, TokenVectors};

/// A linear layer and what its classes stand for.
#[derive(Debug)]
pub(super) struct Classifier {
    own: Option<Tok2Vec>,
    layer: Layer,
    labels: Vec<[Arc<str>; 3]>,
    overwrite: bool,
}

impl Classifier {
    /// Packs `weights`; `own` is the network that only this step uses.
    pub(super) fn new(weights: &model::Classifier, own: Option<Tok2Vec>) -> Self {
        let texts =
            |it: &model::Label| [&it.tag, &it.pos, &it.morph].map(|text| Arc::from(text.as_str()));
        Self {
            own,
            layer: weights.layer.layer(),
            labels: weights.labels.iter().map(texts).collect(),
            overwrite: weights.overwrite,
        }
    }

    /// Gives each word its tag.
    pub(super) fn tag(&self, words: &mut [Word], shared: &TokenVectors) {
        self.each(words, shared, |word, [tag, _, _]| set(&mut word.tag, tag, self.overwrite));
    }

    /// Gives each word its part of speech and morphology.
    pub(super) fn morphology(&self, words: &mut [Word], shared: &TokenVectors) {
        self.each(words, shared, |word, [_, pos, morph]| {
            set(&mut word.pos, pos, self.overwrite);
            set(&mut word.morph, morph, self.overwrite);
        });
    }

    fn each(
        &self,
        words: &mut [Word],
        shared: &TokenVectors,
        say: impl Fn(&mut Word, &[Arc<str>; 3]),
    ) {
        let vectors = own_or(self.own.as_ref(), shared, words);
        let classes = classify::best(&self.layer, vectors.get().rows());
        for (word, class) in words.iter_mut().zip(classes) {
            say(word, &self.labels[class]);
        }
    }

    /// Says of each word whether a sentence begins with it.
    pub(super) fn begin_sentences(&self, words: &mut [Word], shared: &TokenVectors) {
        let vectors = own_or(self.own.as_ref(), shared, words);
        let classes = classify::best(&self.layer, vectors.get().rows());
        for (word, class) in words.iter_mut().zip(classes) {
            if self.overwrite || word.starts.is_none() {
                word.starts = Some(class == 1);
            }
        }
    }

    /// Gives each word the lemma that the best tree makes of it.
    pub(super) fn lemmatize(&self, trees: &Trees, words: &mut [Word], shared: &TokenVectors) {
        let vectors = own_or(self.own.as_ref(), shared, words);
        self.layer.apply(vectors.get().rows(), |at, scores| {
            let word = &mut words[at];
            if self.overwrite || word.lemma.is_none() {
                word.lemma = trees.choose(scores, &word.lexeme.text).map(Arc::from);
            }
        });
    }
}

fn set(place: &mut Arc<str>, value: &Arc<str>, overwrite: bool) {
    if overwrite || place.is_empty() {
        *place = Arc::clone(value);
    }
}
