//! Whether documents are what spaCy makes of the same texts.
//!
//! In: spaCy's answers, stored beside the tests (`eval/nlp/sentences.py`, `eval/nlp/tiny.py`). No
//! Python and no other model is needed. `cargo xtask eval nlp` compares millions of tokens.

mod package;

use std::path::Path;

use recount_nlp::{Doc, Pipeline, Precision, Token};
use serde_json::{Value, json};

use package::{data, unpacked};

#[test]
fn english_is_what_spacy_makes_of_it() {
    // Its weights have half precision; in these sentences that makes no difference.
    let mut differ = Vec::new();
    for case in stored("en.json")["texts"].as_array().expect("a list") {
        let text = case["text"].as_str().expect("a text");
        let doc = Pipeline::english().parse(text);
        let expected = case["tokens"].as_object().expect("columns");
        assert_eq!(json!(starts(&doc)), expected["start"], "tokens of {text:?}");
        for (layer, values) in expected {
            for (token, value) in doc.tokens().zip(values.as_array().expect("a column")) {
                let found = column(token, layer);
                if found != *value {
                    differ.push(format!("{layer} of {token:?} in {text:?}: {found}, not {value}"));
                }
            }
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

#[test]
fn a_package_is_read_from_an_archive() {
    check(&data("tiny.zip"));
}

#[test]
fn a_package_is_read_from_a_folder() {
    let (_folder, package) = unpacked();
    check(&package);
}

#[test]
fn a_package_may_lie_below_the_folder() {
    let (folder, _) = unpacked();
    check(folder.path());
}

#[test]
fn a_compact_file_of_full_precision_parses_as_the_package_does() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let file = folder.path().join("tiny.bin");
    let bytes = recount_nlp::convert(data("tiny.zip"), Precision::Full).expect("it is supported");
    std::fs::write(&file, bytes).expect("there is room for the file");
    check(&file);
}

/// Parses the stored texts with the small package at `path`: nothing may differ.
#[track_caller]
fn check(path: &Path) {
    let pipeline = Pipeline::load(path).expect("the package is supported");
    assert_eq!((&*pipeline.origin().lang, &*pipeline.origin().name), ("xx", "pipeline"));
    for case in stored("tiny.json").as_array().expect("a list") {
        let doc = pipeline.parse(case["text"].as_str().expect("a text"));
        let found: Vec<Value> = doc.tokens().map(row).collect();
        assert_eq!(json!(found), case["tokens"], "{:?}", doc.text());
    }
}

fn row(token: Token<'_>) -> Value {
    json!([
        token.text(),
        token.whitespace(),
        token.is_sent_start(),
        token.tag(),
        token.pos(),
        token.morph(),
        token.lemma(),
        token.head().index(),
        token.dep(),
        format!("{}-{}", token.ent_iob(), token.ent_type()),
    ])
}

fn starts(doc: &Doc) -> Vec<usize> {
    doc.tokens().map(|token| token.start()).collect()
}

/// Returns what `oracle.py` calls `layer`.
fn column(token: Token<'_>, layer: &str) -> Value {
    match layer {
        "start" => json!(token.start()),
        "end" => json!(token.end()),
        "space" => json!(token.whitespace().len()),
        "sent_start" => json!(u8::from(token.is_sent_start())),
        "head" => json!(token.head().index()),
        "tag" => json!(token.tag()),
        "pos" => json!(token.pos()),
        "morph" => json!(token.morph()),
        "lemma" => json!(token.lemma()),
        "dep" => json!(token.dep()),
        "norm" => json!(token.norm()),
        "ent" if token.ent().is_none() => json!("O"),
        "ent" => json!(format!("{}-{}", token.ent_iob(), token.ent_type())),
        other => panic!("no column {other}"),
    }
}

fn stored(file: &str) -> Value {
    let bytes = std::fs::read(data(file)).expect("the answers are there");
    serde_json::from_slice(&bytes).expect("the answers are JSON")
}
