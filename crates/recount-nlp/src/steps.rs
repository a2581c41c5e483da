//! The steps of a pipeline, packed for the processor.
//!
//! In: the words of a text and the vectors that steps share. Out: more known of each word, and the
//! entities. A step looks only at what the steps before it have found.

use std::sync::Arc;

use crate::cache::Cache;
use crate::classify;
use crate::doc::Word;
use crate::error::Error;
use crate::lemma::{Lemmatizer, Trees};
use crate::lexeme::Lexeme;
use crate::matrix::Layer;
use crate::model::{self, Component, Part, Source};
use crate::ruler::{Fields, Ruler};
use crate::strings::hash;
use crate::tok2vec::{Shown, Tok2Vec, TokenVectors};
use crate::transition::{Entity, Parser, Recogniser, Seen, Tree};

/// Lemmas that are kept, by form, part of speech and morphology.
const KEPT_LEMMAS: usize = 1 << 17;

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
    Lemmas(Lemmatizer, Cache<LemmaKey, Arc<str>>),
}

type LemmaKey = (u64, u64, u64, bool);

/// A linear layer and what its classes stand for.
#[derive(Debug)]
struct Classifier {
    own: Option<Tok2Vec>,
    layer: Layer,
    labels: Vec<[Arc<str>; 3]>,
    overwrite: bool,
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
        let classifier = |it: &model::Classifier| Classifier {
            own: own(&it.source),
            layer: it.layer.layer(),
            labels: it
                .labels
                .iter()
                .map(|it| [&it.tag, &it.pos, &it.morph].map(|it| Arc::from(it.as_str())))
                .collect(),
            overwrite: it.overwrite,
        };
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
            Part::Lemmatizer(tables) => {
                Work::Lemmas(Lemmatizer::new(tables), Cache::new(KEPT_LEMMAS))
            }
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
            Work::Lemmas(lemmatizer, _) => lemmatizer.known(word, pos),
            _ => None,
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
            Work::Tag(it) => it.each(words, shared, |word, [tag, _, _], overwrite| {
                set(&mut word.tag, tag, overwrite);
            }),
            Work::Morphology(it) => it.each(words, shared, |word, [_, pos, morph], overwrite| {
                set(&mut word.pos, pos, overwrite);
                set(&mut word.morph, morph, overwrite);
            }),
            Work::Sentences(it) => it.begin_sentences(words, shared),
            Work::EditTrees(it, trees) => it.lemmatize(trees, words, shared),
            Work::Parse(own, parser) => {
                parse(parser, own_or(own.as_ref(), shared, words).get(), words)
            }
            Work::Entities(own, recogniser) => {
                *entities = recognise(recogniser, own_or(own.as_ref(), shared, words).get(), words);
            }
            Work::Rules(ruler) => apply_rules(ruler, words),
            Work::Lemmas(lemmatizer, known) => lemmatize(lemmatizer, known, words),
        }
    }
}

/// Vectors that a step shares with others or has to itself.
enum Vectors<'a> {
    Shared(&'a TokenVectors),
    Own(TokenVectors),
}

impl Vectors<'_> {
    fn get(&self) -> &TokenVectors {
        match self {
            Self::Shared(it) => it,
            Self::Own(it) => it,
        }
    }
}

fn own_or<'a>(own: Option<&Tok2Vec>, shared: &'a TokenVectors, words: &[Word]) -> Vectors<'a> {
    own.map_or(Vectors::Shared(shared), |network| Vectors::Own(vectors(network, words)))
}

fn vectors(network: &Tok2Vec, words: &[Word]) -> TokenVectors {
    let shown = |it| {
        let Word { lexeme, norm_hash, space, .. }: &Word = it;
        Shown { lexeme, norm: *norm_hash, space: *space }
    };
    network.vectors(&words.iter().map(shown).collect::<Vec<_>>())
}

fn set(place: &mut Arc<str>, value: &Arc<str>, overwrite: bool) {
    if overwrite || place.is_empty() {
        *place = Arc::clone(value);
    }
}

impl Classifier {
    fn each(
        &self,
        words: &mut [Word],
        shared: &TokenVectors,
        say: impl Fn(&mut Word, &[Arc<str>; 3], bool),
    ) {
        let vectors = own_or(self.own.as_ref(), shared, words);
        let classes = classify::best(&self.layer, vectors.get().rows());
        for (word, class) in words.iter_mut().zip(classes) {
            say(word, &self.labels[class], self.overwrite);
        }
    }

    fn begin_sentences(&self, words: &mut [Word], shared: &TokenVectors) {
        let vectors = own_or(self.own.as_ref(), shared, words);
        let classes = classify::best(&self.layer, vectors.get().rows());
        for (word, class) in words.iter_mut().zip(classes) {
            if self.overwrite || word.starts.is_none() {
                word.starts = Some(class == 1);
            }
        }
    }

    fn lemmatize(&self, trees: &Trees, words: &mut [Word], shared: &TokenVectors) {
        let vectors = own_or(self.own.as_ref(), shared, words);
        self.layer.apply(vectors.get().rows(), |at, scores| {
            let word = &mut words[at];
            if self.overwrite || word.lemma.is_none() {
                word.lemma = trees.choose(scores, &word.lexeme.text).map(Arc::from);
            }
        });
    }
}

fn parse(parser: &Parser, vectors: &TokenVectors, words: &mut [Word]) {
    let starts: Vec<_> = words.iter().map(|it| it.starts).collect();
    let arcs = parser.parse(vectors.rows(), &starts);
    let root: Arc<str> = Arc::from("ROOT");
    let label = |(head, label): (&Option<usize>, &u16)| match head {
        Some(_) => Arc::clone(&parser.labels()[usize::from(*label)]),
        None => Arc::clone(&root),
    };
    let mut labels: Vec<_> = arcs.heads.iter().zip(&arcs.labels).map(label).collect();
    let mut tree = Tree::new(&arcs.heads);
    tree.restore_crossings(&mut labels, &|token| words[token].lexeme.is_space);
    let starts = tree.sentence_starts();
    for (at, (word, dep)) in words.iter_mut().zip(labels).enumerate() {
        (word.head, word.dep, word.starts) = (tree.heads()[at], dep, Some(starts[at]));
    }
}

fn recognise(recogniser: &Recogniser, vectors: &TokenVectors, words: &[Word]) -> Vec<Entity> {
    let seen =
        |it: &Word| Seen { is_space: it.lexeme.is_space, begins_sentence: it.starts == Some(true) };
    recogniser.entities(vectors.rows(), &words.iter().map(seen).collect::<Vec<_>>())
}

fn lemmatize(lemmatizer: &Lemmatizer, known: &Cache<LemmaKey, Arc<str>>, words: &mut [Word]) {
    for word in words.iter_mut().filter(|it| it.lemma.is_none()) {
        let starts = word.starts == Some(true);
        let key = (word.lexeme.orth, hash(&word.pos), hash(&word.morph), starts);
        word.lemma = Some(known.get(&key, || {
            (key, lemmatizer.lemma(&word.lexeme.text, &word.pos, &word.morph, starts))
        }));
    }
}

fn apply_rules(ruler: &Ruler, words: &mut [Word]) {
    let lexemes: Vec<_> = words.iter().map(|it| Arc::clone(&it.lexeme)).collect();
    let fields = |(word, lexeme): (&mut Word, _)| {
        let Word { tag, pos, morph, dep, lemma, .. } = word;
        let lexeme: &Lexeme = lexeme;
        Fields {
            text: &lexeme.text,
            lower: &lexeme.lower,
            is_space: lexeme.is_space,
            tag: std::mem::take(tag),
            pos: std::mem::take(pos),
            morph: std::mem::take(morph),
            dep: std::mem::take(dep),
            lemma: lemma.take(),
        }
    };
    let mut all: Vec<_> =
        words.iter_mut().zip(lexemes.iter().map(|it| &**it)).map(fields).collect();
    ruler.apply(&mut all);
    for (word, it) in words.iter_mut().zip(all) {
        (word.tag, word.pos, word.morph) = (it.tag, it.pos, it.morph);
        (word.dep, word.lemma) = (it.dep, it.lemma);
    }
}
