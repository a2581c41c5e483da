//! Finds all weights of a model, in one fixed order, and writes and reads them.
//!
//! In: a model. Out: its arrays of weights, one after the other. The tables are stored without them.

use half::f16;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Precision;
use crate::model::{
    Classifier, Linear, Maxout, Model, Numbers, Part, Source, Tok2Vec, Transitions,
};

/// What is done with each array.
type With<'a> = &'a mut dyn FnMut(&mut Numbers);

/// Calls `with` for each array of weights in `model`.
pub(super) fn for_each(model: &mut Model, with: With<'_>) {
    if let Some(vectors) = &mut model.vectors {
        with(&mut vectors.table.data);
    }
    for component in &mut model.components {
        match &mut component.part {
            Part::Tok2Vec(it) => tok2vec(it, with),
            Part::Tagger(it) | Part::Morphologizer(it) | Part::Senter(it) => classifier(it, with),
            Part::EditTrees { classifier: it, .. } => classifier(it, with),
            Part::Parser(it) | Part::Ner(it) => transitions(it, with),
            Part::Ruler(_) | Part::Lemmatizer(_) => {}
        }
    }
}

fn source(source: &mut Source, with: With<'_>) {
    if let Source::Own(network) = source {
        tok2vec(network, with);
    }
}

fn tok2vec(network: &mut Tok2Vec, with: With<'_>) {
    network.embed.tables.iter_mut().for_each(|it| with(&mut it.rows.data));
    network.embed.vectors.iter_mut().for_each(|it| with(&mut it.data));
    maxout(&mut network.embed.mix, with);
    network.encode.layers.iter_mut().for_each(|it| maxout(it, with));
}

fn maxout(layer: &mut Maxout, with: With<'_>) {
    let Maxout { weights, bias, scale, shift, .. } = layer;
    [&mut weights.data, bias, scale, shift].into_iter().for_each(with);
}

fn linear(layer: &mut Linear, with: With<'_>) {
    with(&mut layer.weights.data);
    with(&mut layer.bias);
}

fn classifier(it: &mut Classifier, with: With<'_>) {
    source(&mut it.source, with);
    linear(&mut it.layer, with);
}

fn transitions(it: &mut Transitions, with: With<'_>) {
    source(&mut it.source, with);
    linear(&mut it.reduce, with);
    with(&mut it.lower.data);
    with(&mut it.lower_bias);
    with(&mut it.padding);
    it.upper.iter_mut().for_each(|it| linear(it, with));
}

/// Appends `value` to `bytes`.
pub(super) fn put(value: f32, precision: Precision, bytes: &mut Vec<u8>) {
    match precision {
        Precision::Half => bytes.extend(f16::from_f32(value).to_le_bytes()),
        Precision::Full => bytes.extend(value.to_le_bytes()),
    }
}

/// Reads a value of two or four bytes.
pub(super) fn number(bytes: &[u8], precision: Precision) -> f32 {
    match (precision, bytes) {
        (Precision::Half, [a, b]) => f16::from_le_bytes([*a, *b]).to_f32(),
        (Precision::Full, [a, b, c, d]) => f32::from_le_bytes([*a, *b, *c, *d]),
        _ => f32::NAN,
    }
}

impl Serialize for Numbers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        debug_assert!(self.0.is_empty(), "weights are taken out before the tables are written");
        serializer.serialize_unit()
    }
}

impl<'de> Deserialize<'de> for Numbers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <()>::deserialize(deserializer).map(|()| Self::default())
    }
}
