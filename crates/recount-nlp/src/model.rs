//! A pipeline as plain data: what a package holds, and what a compact file stores.
//!
//! Nothing here computes. [`crate::package`] reads it from a spaCy package, [`crate::compact`] from
//! a file of ours, and [`crate::Pipeline`] packs its weights for the processor.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::lexeme::Norms;
use crate::matrix;
use crate::{lemma, ruler, tokenize};

/// A whole pipeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Model {
    pub(crate) origin: Origin,
    pub(crate) tokenizer: tokenize::Tables,
    pub(crate) norms: Norms,
    pub(crate) vectors: Option<Vectors>,
    pub(crate) components: Vec<Component>,
}

/// Where a model comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Origin {
    /// Language code, as `en`.
    pub lang: String,
    /// Name of the package without the language, as `core_web_sm`.
    pub name: String,
    /// Version of the package.
    pub version: String,
    /// Its licence, in its own words.
    pub license: String,
    /// Who made it.
    pub author: String,
    /// SHA-256 of the package's files: of each its path, a zero byte and its bytes, by path.
    pub sha256: String,
}

/// A step of the pipeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Component {
    pub(crate) name: String,
    /// Whether the package runs it unless told otherwise.
    pub(crate) enabled: bool,
    pub(crate) part: Part,
}

/// What a step does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(clippy::large_enum_variant)] // a handful for each model
pub(crate) enum Part {
    Tok2Vec(Tok2Vec),
    Tagger(Classifier),
    Morphologizer(Classifier),
    Senter(Classifier),
    EditTrees { classifier: Classifier, trees: lemma::Trees },
    Parser(Transitions),
    Ner(Transitions),
    Ruler(ruler::Rules),
    Lemmatizer(lemma::Tables),
}

/// Where a step takes its vectors from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(clippy::large_enum_variant)] // one for each step
pub(crate) enum Source {
    /// The first step that makes vectors for all.
    Shared,
    /// A network of its own.
    Own(Tok2Vec),
}

/// A linear layer over the vectors; the largest output is the label.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Classifier {
    pub(crate) source: Source,
    pub(crate) layer: Linear,
    pub(crate) labels: Vec<Label>,
    /// Whether a label replaces one that is there.
    pub(crate) overwrite: bool,
}

/// What a class stands for: a tag, or part of speech and morphology.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Label {
    pub(crate) tag: String,
    pub(crate) pos: String,
    pub(crate) morph: String,
}

/// A network that chooses the next move of a transition system.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Transitions {
    pub(crate) source: Source,
    pub(crate) reduce: Linear,
    /// Weights by feature, output, piece, input; bias by output and piece; padding by feature.
    pub(crate) lower: Matrix,
    pub(crate) lower_bias: Numbers,
    pub(crate) padding: Numbers,
    pub(crate) features: usize,
    pub(crate) pieces: usize,
    pub(crate) upper: Option<Linear>,
    /// Kind and label of each move.
    pub(crate) moves: Vec<(u8, String)>,
}

/// An embedding and what is over it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Tok2Vec {
    pub(crate) embed: Embed,
    pub(crate) encode: Encode,
}

/// Tables by feature, and the layer that mixes their rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Embed {
    pub(crate) tables: Vec<Table>,
    /// Projection of the package's static vectors, if it uses them.
    pub(crate) vectors: Option<Matrix>,
    pub(crate) mix: Maxout,
}

/// A table of hashed rows for one feature.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Table {
    pub(crate) feature: Feature,
    pub(crate) seed: u32,
    pub(crate) rows: Matrix,
}

/// What of a token is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Feature {
    Norm,
    Prefix,
    Suffix,
    Shape,
    Orth,
    Lower,
    Space,
    IsSpace,
}

/// Layers over windows of tokens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Encode {
    pub(crate) window: usize,
    pub(crate) layers: Vec<Maxout>,
}

/// A maxout layer with what brings its outputs to one scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Maxout {
    pub(crate) outputs: usize,
    pub(crate) pieces: usize,
    pub(crate) weights: Matrix,
    pub(crate) bias: Numbers,
    pub(crate) scale: Numbers,
    pub(crate) shift: Numbers,
}

/// A linear layer: a row of weights for each output.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Linear {
    pub(crate) weights: Matrix,
    pub(crate) bias: Numbers,
}

/// Static vectors: the row of each form that has one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Vectors {
    pub(crate) rows: BTreeMap<u64, u32>,
    pub(crate) table: Matrix,
}

/// Numbers in rows.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Matrix {
    pub(crate) rows: usize,
    pub(crate) columns: usize,
    pub(crate) data: Numbers,
}

/// Weights. A compact file keeps them apart from all else, in half precision.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Numbers(pub(crate) Vec<f32>);

impl std::ops::Deref for Numbers {
    type Target = Vec<f32>;

    fn deref(&self) -> &Vec<f32> {
        &self.0
    }
}

impl Maxout {
    /// Packs the layer.
    pub(crate) fn layer(&self) -> matrix::Layer {
        matrix::Layer::new(&self.weights.data, &self.bias, (self.outputs, self.pieces))
    }

    /// Packs what follows it.
    pub(crate) fn norm(&self) -> matrix::Norm {
        matrix::Norm::new(&self.scale, &self.shift)
    }
}

impl Linear {
    /// Packs the layer.
    pub(crate) fn layer(&self) -> matrix::Layer {
        matrix::Layer::new(&self.weights.data, &self.bias, (self.weights.rows, 1))
    }
}

impl Vectors {
    /// Returns the vector of the form with this hash.
    pub(crate) fn find(&self, orth: u64) -> Option<&[f32]> {
        let row = *self.rows.get(&orth)? as usize;
        self.table.data.get(row * self.table.columns..(row + 1) * self.table.columns)
    }
}
