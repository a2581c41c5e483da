//! Makes sure that the parts of a model fit together, so that nothing can go wrong when it parses.
//!
//! In: a [`Model`], from a package or a compact file, which anybody may have written. Out: nothing, or
//! an error that names the step. Whatever is packed or parsed afterwards may rely on the sizes.

use crate::Error;
use crate::model::{
    Classifier, Component, Linear, Matrix, Maxout, Model, Part, Source, Tok2Vec, Transitions,
    Vectors,
};
use crate::tok2vec::FEATURES;

/// Tokens that a parser's state may have, and a recogniser's.
const PARSER_PLACES: [usize; 2] = [8, 13];
const RECOGNISER_PLACES: [usize; 2] = [3, 6];

/// Kinds of moves: those of a parser are 0 to 4, those of a recogniser 1 to 5.
const PARSER_KINDS: std::ops::RangeInclusive<u8> = 0..=4;
const RECOGNISER_KINDS: std::ops::RangeInclusive<u8> = 1..=5;

/// What is wrong with a step.
type Wrong = String;

/// Checks `model`.
pub(crate) fn check(model: &Model) -> Result<(), Error> {
    let vectors = model.vectors.as_ref();
    if let Some(vectors) = vectors {
        matrix(&vectors.table).map_err(|wrong| Error::malformed("the vectors", wrong))?;
    }
    let mut shared = None;
    for step in &model.components {
        let checked = component(step, vectors, &mut shared);
        checked.map_err(|wrong| Error::malformed(&format!("the step {}", step.name), wrong))?;
    }
    Ok(())
}

/// Checks a step; `shared` is the width of the vectors that steps before it have made.
fn component(
    step: &Component,
    vectors: Option<&Vectors>,
    shared: &mut Option<usize>,
) -> Result<(), Wrong> {
    let width = |source: &Source| match source {
        Source::Own(network) => tok2vec(network, vectors),
        Source::Shared => shared.ok_or_else(|| "no step before it makes vectors".to_owned()),
    };
    match &step.part {
        Part::Tok2Vec(network) => *shared = Some(tok2vec(network, vectors)?),
        Part::Tagger(it) | Part::Morphologizer(it) => classifier(it, width(&it.source)?)?,
        Part::Senter(it) => {
            classifier(it, width(&it.source)?)?;
            ensure(it.labels.len() == 2, || format!("{} classes, not two", it.labels.len()))?;
        }
        Part::EditTrees { classifier: it, trees } => {
            classifier(it, width(&it.source)?)?;
            trees.check(it.labels.len())?;
        }
        Part::Parser(it) => {
            transitions(it, width(&it.source)?, PARSER_PLACES, PARSER_KINDS)?;
        }
        Part::Ner(it) => {
            transitions(it, width(&it.source)?, RECOGNISER_PLACES, RECOGNISER_KINDS)?;
        }
        Part::Ruler(_) | Part::Lemmatizer(_) => {}
    }
    Ok(())
}

fn ensure(holds: bool, wrong: impl FnOnce() -> Wrong) -> Result<(), Wrong> {
    if holds { Ok(()) } else { Err(wrong()) }
}

fn matrix(it: &Matrix) -> Result<(), Wrong> {
    let fits = it.rows > 0 && it.rows.checked_mul(it.columns) == Some(it.data.len());
    ensure(fits && !it.data.is_empty(), || {
        format!("{} numbers in {} rows of {}", it.data.len(), it.rows, it.columns)
    })
}

/// Checks a network and returns the length of its vectors.
fn tok2vec(network: &Tok2Vec, vectors: Option<&Vectors>) -> Result<usize, Wrong> {
    let (embed, encode) = (&network.embed, &network.encode);
    let features = embed.tables.len() + usize::from(embed.vectors.is_some());
    ensure((1..=FEATURES).contains(&features), || format!("{features} features"))?;
    let mut depth = 0;
    for table in &embed.tables {
        matrix(&table.rows)?;
        depth += table.rows.columns;
    }
    if let Some(projection) = &embed.vectors {
        matrix(projection)?;
        let fits = vectors.is_none_or(|it| it.table.columns == projection.columns);
        ensure(fits, || format!("vectors that are not {} long", projection.columns))?;
        depth += projection.rows;
    }
    maxout(&embed.mix, Some(depth))?;
    let width = embed.mix.outputs;
    let window = encode.window.checked_mul(2).and_then(|it| it.checked_add(1)?.checked_mul(width));
    for layer in &encode.layers {
        maxout(layer, window)?;
        ensure(layer.outputs == width, || "layers of different widths".to_owned())?;
    }
    Ok(width)
}

/// Checks a layer over so many numbers.
fn maxout(layer: &Maxout, depth: Option<usize>) -> Result<(), Wrong> {
    matrix(&layer.weights)?;
    let rows = layer.outputs.checked_mul(layer.pieces);
    let fits = rows == Some(layer.weights.rows)
        && Some(layer.weights.columns) == depth
        && layer.bias.len() == layer.weights.rows
        && layer.scale.len() == layer.outputs
        && layer.shift.len() == layer.outputs;
    ensure(fits, || "a maxout layer has an odd size".to_owned())
}

/// Checks a layer over so many numbers.
fn linear(layer: &Linear, depth: usize) -> Result<(), Wrong> {
    matrix(&layer.weights)?;
    let fits = layer.weights.columns == depth && layer.bias.len() == layer.weights.rows;
    ensure(fits, || "a linear layer has an odd size".to_owned())
}

fn classifier(it: &Classifier, width: usize) -> Result<(), Wrong> {
    linear(&it.layer, width)?;
    let (classes, labels) = (it.layer.weights.rows, it.labels.len());
    ensure(classes == labels, || format!("{classes} classes, {labels} labels"))
}

fn transitions(
    it: &Transitions,
    width: usize,
    places: [usize; 2],
    kinds: std::ops::RangeInclusive<u8>,
) -> Result<(), Wrong> {
    ensure(places.contains(&it.features), || format!("a state of {} tokens", it.features))?;
    linear(&it.reduce, width)?;
    matrix(&it.lower)?;
    let pieces = it.lower_bias.len();
    let fits = it.pieces > 0
        && pieces.is_multiple_of(it.pieces)
        && pieces.checked_mul(it.features) == Some(it.lower.rows)
        && it.padding.len() == it.lower.rows
        && it.lower.columns == it.reduce.weights.rows;
    ensure(fits, || "layers do not fit together".to_owned())?;
    let mut classes = pieces / it.pieces;
    if let Some(upper) = &it.upper {
        linear(upper, classes)?;
        classes = upper.weights.rows;
    }
    let moves = it.moves.len();
    ensure(classes == moves, || format!("{classes} classes, {moves} moves"))?;
    ensure(u16::try_from(moves).is_ok(), || format!("{moves} moves"))?;
    let odd = it.moves.iter().find(|(kind, _)| !kinds.contains(kind));
    ensure(odd.is_none(), || format!("a move of an unknown kind: {odd:?}"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_model_of_a_package_is_whole() {
        assert!(check(&tiny()).is_ok());
    }

    #[test]
    fn labels_and_moves_stand_for_classes() {
        check_edit("tagger", "8 classes, 7 labels", |part| {
            classifier_of(part).labels.truncate(7);
        });
        check_edit("ner", "classes, 2 moves", |part| transitions_of(part).moves.truncate(2));
        check_edit("ner", "a move of an unknown kind", |part| transitions_of(part).moves[0].0 = 9);
    }

    #[test]
    fn sizes_are_those_of_the_numbers() {
        check_edit("tagger", "numbers in", |part| {
            classifier_of(part).layer.weights.rows = usize::MAX
        });
        check_edit("tagger", "a linear layer has an odd size", |part| {
            classifier_of(part).layer.bias.0.clear();
        });
        check_edit("parser", "layers do not fit together", |part| transitions_of(part).pieces = 0);
        check_edit("parser", "layers do not fit together", |part| {
            transitions_of(part).padding.0.push(0.0);
        });
    }

    #[test]
    fn a_state_has_places_that_are_known() {
        check_edit("parser", "a state of 6 tokens", |part| transitions_of(part).features = 6);
        check_edit("ner", "a state of 8 tokens", |part| transitions_of(part).features = 8);
    }

    #[test]
    fn networks_have_layers_of_one_width() {
        check_edit("tagger", "a maxout layer has an odd size", |part| {
            network_of(part).encode.window = usize::MAX;
        });
        check_edit("tagger", "a maxout layer has an odd size", |part| {
            network_of(part).embed.mix.pieces = 0;
        });
        check_edit("tagger", "9 features", |part| {
            let tables = &mut network_of(part).embed.tables;
            while tables.len() < 9 {
                tables.push(tables[0].clone());
            }
        });
    }

    #[test]
    fn shared_vectors_are_made_before_they_are_used() {
        check_edit("tagger", "no step before it makes vectors", |part| {
            classifier_of(part).source = Source::Shared;
        });
    }

    fn tiny() -> Model {
        let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tiny.zip");
        crate::package::read(&package).expect("the package is supported")
    }

    /// Changes a step of the small package, which is then refused with the step's name and `message`.
    #[track_caller]
    fn check_edit(step: &str, message: &str, edit: impl FnOnce(&mut Part)) {
        let mut model = tiny();
        let found = model.components.iter_mut().find(|it| it.name == step);
        edit(&mut found.expect("the step is there").part);
        let told = check(&model).expect_err("the model is refused").to_string();
        assert!(told.contains(&format!("the step {step}")) && told.contains(message), "{told}");
    }

    fn classifier_of(part: &mut Part) -> &mut Classifier {
        let Part::Tagger(it) = part else { panic!("not a tagger") };
        it
    }

    fn network_of(part: &mut Part) -> &mut Tok2Vec {
        let Source::Own(it) = &mut classifier_of(part).source else { panic!("a shared network") };
        it
    }

    fn transitions_of(part: &mut Part) -> &mut Transitions {
        let (Part::Parser(it) | Part::Ner(it)) = part else { panic!("no transitions") };
        it
    }
}
