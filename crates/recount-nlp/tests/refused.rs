//! What is said of models that cannot be used.
//!
//! In: the small package with one thing changed, or no package at all. Out: an error that names the
//! thing; never a pipeline that parses otherwise than spaCy.

mod package;

use std::error::Error as _;
use std::path::Path;

use recount_nlp::{Pipeline, Precision};

use package::{data, unpacked};

#[test]
fn a_path_without_a_model_is_named() {
    let error = Pipeline::load("/no/such/model").expect_err("there is none");
    assert_eq!(error.to_string(), "cannot read /no/such/model");
    assert!(error.source().is_some(), "the cause is the system's");
}

#[test]
fn a_folder_without_a_package_is_told() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    check(folder.path(), "is no spaCy package: no config.cfg in it");
}

#[test]
fn an_archive_without_a_package_is_told() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let path = folder.path().join("other.zip");
    let file = std::fs::File::create(&path).expect("there is room for a file");
    let mut archive = zip::ZipWriter::new(file);
    archive.start_file("notes.txt", zip::write::SimpleFileOptions::default()).expect("a file");
    archive.finish().expect("there is room for the file");
    check(&path, "is no spaCy package: no config.cfg in it");
}

#[test]
fn a_file_that_is_no_archive_is_told() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let path = folder.path().join("notes.txt");
    std::fs::write(&path, "Two guards were freed.").expect("there is room for a file");
    check(&path, "as a zip archive");
}

#[test]
fn a_compact_file_that_is_cut_short_or_changed_is_refused() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let path = folder.path().join("tiny.bin");
    let whole = recount_nlp::convert(data("tiny.zip"), Precision::Half).expect("it is supported");
    for length in [8, 16, 39, 40, 41, whole.len() / 2, whole.len() - 1] {
        std::fs::write(&path, &whole[..length]).expect("there is room for the file");
        check(&path, "cannot read the compact model");
    }
    for at in [8, 20, whole.len() / 2, whole.len() - 1] {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        std::fs::write(&path, changed).expect("there is room for the file");
        check(&path, "cannot read the compact model: its checksum is wrong");
    }
}

#[test]
fn a_transformer_is_not_supported() {
    check_edit(
        "config.cfg",
        ("\"spacy.Tok2Vec.v2\"", "\"spacy-transformers.TransformerModel.v3\""),
        "spacy-transformers.TransformerModel.v3 in [components.",
    );
}

#[test]
fn a_component_that_we_do_not_have_is_not_supported() {
    check_edit(
        "config.cfg",
        ("factory = \"lemmatizer\"", "factory = \"entity_linker\""),
        "component entity_linker is not supported",
    );
}

#[test]
fn beam_search_is_not_supported() {
    let edit = ("\"beam_width\":1", "\"beam_width\":2");
    check_edit("parser/cfg", edit, "beam search in parser is not supported");
}

#[test]
fn another_tokenizer_is_not_supported() {
    check_edit(
        "config.cfg",
        ("\"spacy.Tokenizer.v1\"", "\"spacy.ko.KoreanTokenizer\""),
        "tokenizer spacy.ko.KoreanTokenizer is not supported",
    );
}

#[test]
fn a_file_that_is_missing_is_named() {
    for file in ["meta.json", "tokenizer", "parser/model", "parser/moves", "ner/cfg"] {
        let (_folder, package) = unpacked();
        std::fs::remove_file(package.join(file)).expect("the file is there");
        check(&package, &format!("no {file} in it"));
    }
}

#[test]
fn fewer_labels_than_classes_are_told() {
    let edit = ("\"G\",\n", "");
    check_edit("tagger/cfg", edit, "cannot read the step tagger: 8 classes, 7 labels");
}

/// Replaces all of `old` in a file of the package, which is then refused with `message`.
#[track_caller]
fn check_edit(file: &str, (old, new): (&str, &str), message: &str) {
    let (_folder, package) = unpacked();
    let text = std::fs::read_to_string(package.join(file)).expect("the file is there");
    let changed = text.replace(old, new);
    assert_ne!(changed, text, "there is something to replace");
    std::fs::write(package.join(file), changed).expect("there is room for the file");
    check(&package, message);
}

#[track_caller]
fn check(path: &Path, message: &str) {
    let error = Pipeline::load(path).expect_err("the model is refused");
    let found = error.to_string();
    assert!(found.contains(message), "{found}");
}
