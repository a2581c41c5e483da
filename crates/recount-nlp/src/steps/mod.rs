//! The steps of a pipeline, packed for the processor.
//!
//! In: the words of a text and the vectors that steps share. Out: more known of each word, and the
//! entities. A step looks only at what the steps before it have found.

mod classifier;
mod lemmas;
mod rules;
mod syntax;
mod vectors;

use std::sync::Arc;

use crate::doc::Word;
use crate::error::Error;
use crate::lemma::Trees;
use crate::model::{self, Component, Part, Source};
use crate::ruler::Ruler;
use crate::tok2vec::{Tok2Vec, TokenVectors};
use crate::transition::{Entity, Parser, Recogniser};
use classifier::Classifier;
use lemmas::Lemmas;
use vectors::{own_or, vectors};

/// A step with its name in the package.
#[derive(Debug)]
pub(crate) struct Step {
    name: String,
    enabled: bool,
    work: Work,
}

/// What a step does.
#[derive(Debug)]
enum Work {
    Tok2Vec(Tok2Vec),
    Tag(Classifier),
    Morphology(Classifier),
    Sentences(Classifier),
    EditTrees(Classifier, Trees),
    Parse(Option<Tok2Vec>, Parser),
    Entities(Option<Tok2Vec>, Recogniser),
    Rules(Ruler),
    Lemmas(Lemmas),
}

impl Step {
    /// Packs a step; `vectors` are the static vectors of the package.
    pub(crate) fn new(
        component: Component,
        vectors: Option<&Arc<model::Vectors>>,
    ) -> Result<Self, Error> {
        let own = |source: &Source| match source {
            Source::Own(weights) => Some(Tok2Vec::new(weights, vectors)),
            Source::Shared => None,
        };
        let classifier = |it: &model::Classifier| Classifier::new(it, own(&it.source));
        let work = match component.part {
            Part::Tok2Vec(weights) => Work::Tok2Vec(Tok2Vec::new(&weights, vectors)),
            Part::Tagger(weights) => Work::Tag(classifier(&weights)),
            Part::Morphologizer(weights) => Work::Morphology(classifier(&weights)),
            Part::Senter(weights) => Work::Sentences(classifier(&weights)),
            Part::EditTrees { classifier: weights, trees } => {
                Work::EditTrees(classifier(&weights), trees)
            }
            Part::Parser(weights) => Work::Parse(own(&weights.source), Parser::new(&weights)),
            Part::Ner(weights) => Work::Entities(own(&weights.source), Recogniser::new(&weights)),
            Part::Ruler(rules) => Work::Rules(Ruler::new(&rules)?),
            Part::Lemmatizer(tables) => Work::Lemmas(Lemmas::new(tables)),
        };
        Ok(Self { name: component.name, enabled: component.enabled, work })
    }

    /// Returns its name in the package.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Returns whether the package runs it unless told otherwise.
    pub(crate) fn enabled(&self) -> bool {
        self.enabled
    }

    /// Returns the dictionary form of `word` as a word of the class `pos`, if this step knows it.
    pub(crate) fn dictionary_form(&self, word: &str, pos: &str) -> Option<String> {
        match &self.work {
            Work::Lemmas(it) => it.known(word, pos),
            _ => None,
        }
    }

    /// Leaves the step out: vectors that others count on are zeros.
    pub(crate) fn skip(&self, words: &[Word], shared: &mut TokenVectors) {
        if let Work::Tok2Vec(network) = &self.work {
            *shared = network.zeros(words.len());
        }
    }

    /// Lets the step say what it finds of `words`.
    pub(crate) fn run(
        &self,
        words: &mut [Word],
        shared: &mut TokenVectors,
        entities: &mut Vec<Entity>,
    ) {
        match &self.work {
            Work::Tok2Vec(network) => *shared = vectors(network, words),
            Work::Tag(it) => it.tag(words, shared),
            Work::Morphology(it) => it.morphology(words, shared),
            Work::Sentences(it) => it.begin_sentences(words, shared),
            Work::EditTrees(it, trees) => it.lemmatize(trees, words, shared),
            Work::Parse(own, parser) => {
                syntax::parse(parser, own_or(own.as_ref(), shared, words).get(), words);
            }
            Work::Entities(own, it) => {
                *entities = syntax::recognise(it, own_or(own.as_ref(), shared, words).get(), words);
            }
            Work::Rules(ruler) => rules::apply(ruler, words),
            Work::Lemmas(it) => it.apply(words),
        }
    }
}
