//! Reads a spaCy model package.
//!
//! In: the path of an unpacked folder or of a wheel. Out: the pipeline as plain data, complete, or
//! an error that says what is missing, malformed or not supported. Never a pipeline that differs
//! from spaCy's without a word.

mod components;
mod config;
mod files;
mod moves;
mod network;
mod node;
mod norms;
mod pairs;
mod transitions;
mod value;
mod vectors;

use std::path::Path;

pub(crate) use files::{MOST_PACKED, unpacked};
pub(crate) use value::{Value, decode};

use crate::Error;
use crate::model::{Model, Origin};
use crate::tokenize;
use config::Config;
use files::Files;

/// Languages for which spaCy computes norms in code, which we do not have.
const OWN_NORMS: [&str; 3] = ["hi", "ht", "ne"];

/// Reads the package at `path`.
pub(crate) fn read(path: &Path) -> Result<Model, Error> {
    let files = Files::read(path)?;
    let config = Config::read(files.text("config.cfg")?)?;
    let lang = config.text("nlp", "lang")?;
    if OWN_NORMS.contains(&lang.as_str()) {
        return Err(Error::unsupported(format!("language {lang}"), "its norms are made by code"));
    }
    check_tokenizer(&config)?;
    let names = config.texts("nlp", "pipeline")?;
    let components = names.iter().map(|name| components::component(&files, &config, name));
    Ok(Model {
        origin: origin(&files, lang)?,
        tokenizer: tokenize::Tables::read(files.get("tokenizer")?, "tokenizer")?,
        norms: norms::norms(&files)?,
        vectors: vectors::vectors(&files)?,
        components: components.collect::<Result<_, _>>()?,
    })
}

/// Other tokenizers (Chinese, Japanese, Thai …) are programs of their own.
fn check_tokenizer(config: &Config) -> Result<(), Error> {
    let nested = config.text("nlp.tokenizer", "@tokenizers");
    let name = match (nested, config.find("nlp", "tokenizer")?) {
        (Ok(name), _) => name,
        (_, Some(inline)) => inline["@tokenizers"].as_str().unwrap_or_default().to_owned(),
        (Err(error), None) => return Err(error),
    };
    if name == "spacy.Tokenizer.v1" {
        return Ok(());
    }
    Err(Error::unsupported(format!("tokenizer {name}"), "not driven by tables"))
}

fn origin(files: &Files, lang: String) -> Result<Origin, Error> {
    let meta = files.json("meta.json")?;
    let text = |key: &str| meta[key].as_str().unwrap_or_default().to_owned();
    Ok(Origin {
        lang,
        name: text("name"),
        version: text("version"),
        license: text("license"),
        author: text("author"),
        sha256: files.sha256(),
    })
}
