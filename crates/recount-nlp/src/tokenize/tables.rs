//! The tables of a tokenizer, as a package holds them.
//!
//! In: the bytes of the file `tokenizer`. Out: [`Tables`]. Nothing is compiled here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::package::{Value, decode};

/// What a package says about how its texts are cut into tokens.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Tables {
    /// Python pattern for what is cut off the start of a chunk.
    pub(crate) prefix: Option<String>,
    /// Python pattern for what is cut off the end of a chunk.
    pub(crate) suffix: Option<String>,
    /// Python pattern for what divides a chunk.
    pub(crate) infix: Option<String>,
    /// Python pattern for the start of chunks that stay whole, affixes and all.
    pub(crate) token_match: Option<String>,
    /// Python pattern for the start of chunks that stay whole once their affixes are cut off.
    pub(crate) url_match: Option<String>,
    /// Chunks with tokens of their own.
    pub(crate) exceptions: BTreeMap<String, Vec<Part>>,
    /// Whether only exceptions that the patterns would cut are looked for among the tokens.
    pub(crate) faster_heuristics: bool,
}

/// A token of an exception.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Part {
    /// Text as it is written.
    pub(crate) orth: String,
    /// Norm, where it is not that of the text.
    pub(crate) norm: Option<String>,
}

impl Tables {
    /// Reads `bytes`, which are the content of `file`.
    pub(crate) fn read(bytes: &[u8], file: &str) -> Result<Self, Error> {
        let raw = decode(bytes, file)?;
        let root = Value::new(&raw, file);
        let pattern = |key: &str| root.find(key).and_then(|it| it.as_text()).map(str::to_owned);
        Ok(Self {
            prefix: pattern("prefix_search"),
            suffix: pattern("suffix_search"),
            infix: pattern("infix_finditer"),
            token_match: pattern("token_match"),
            url_match: pattern("url_match"),
            exceptions: root.find("exceptions").map(exceptions).transpose()?.unwrap_or_default(),
            faster_heuristics: root
                .find("faster_heuristics")
                .and_then(|it| it.as_bool())
                .unwrap_or(true),
        })
    }
}

fn exceptions(value: Value<'_>) -> Result<BTreeMap<String, Vec<Part>>, Error> {
    value.pairs()?.into_iter().map(|(chunk, parts)| exception(chunk.text()?, parts)).collect()
}

fn exception(chunk: &str, parts: Value<'_>) -> Result<(String, Vec<Part>), Error> {
    let parts: Vec<Part> = parts.items()?.into_iter().map(part).collect::<Result<_, _>>()?;
    Ok((chunk.to_owned(), parts))
}

fn part(value: Value<'_>) -> Result<Part, Error> {
    let mut part = Part::default();
    for (key, value) in value.pairs()? {
        match attribute(key) {
            Some(Attribute::Orth) => value.text()?.clone_into(&mut part.orth),
            Some(Attribute::Norm) => part.norm = Some(value.text()?.to_owned()),
            None => {
                return Err(Error::malformed(
                    value.file(),
                    "an exception sets more than ORTH and NORM",
                ));
            }
        }
    }
    Ok(part)
}

enum Attribute {
    Orth,
    Norm,
}

/// Reads the name of an attribute or its number in `spacy.attrs`.
fn attribute(key: Value<'_>) -> Option<Attribute> {
    match (key.as_text(), key.number().ok()) {
        (Some("ORTH"), _) | (_, Some(65)) => Some(Attribute::Orth),
        (Some("NORM"), _) | (_, Some(67)) => Some(Attribute::Norm),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rmpv::Value as Raw;

    #[test]
    fn exceptions_name_their_attributes_by_number_or_by_name() {
        check(
            vec![(65.into(), "gov".into()), (67.into(), "government".into())],
            Some("gov=government"),
        );
        check(vec![("ORTH".into(), "gov".into())], Some("gov"));
    }

    #[test]
    fn exceptions_that_set_a_tag_are_refused() {
        check(vec![(65.into(), "gov".into()), (74.into(), "NN".into())], None);
    }

    #[track_caller]
    fn check(part: Vec<(Raw, Raw)>, expected: Option<&str>) {
        let parts = Raw::Array(vec![Raw::Map(part)]);
        let root = Raw::Map(vec![("exceptions".into(), Raw::Map(vec![("gov".into(), parts)]))]);
        let mut bytes = Vec::new();
        rmpv::encode::write_value(&mut bytes, &root).expect("a Vec takes all bytes");
        let show = |part: &Part| {
            part.orth.clone() + &part.norm.iter().map(|it| format!("={it}")).collect::<String>()
        };
        let found =
            Tables::read(&bytes, "tokenizer").ok().map(|tables| show(&tables.exceptions["gov"][0]));
        assert_eq!(found.as_deref(), expected);
    }
}
