//! Lists where spaCy and we differ, for somebody to find out why.
//!
//! In: differences. Out: a file below `target/`, which is no part of the project: the texts of the
//! data sets must not come into it.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::PathBuf;

use super::parsed::Text;
use crate::command::{root, write as write_file};

/// Differences listed a layer: more than anybody reads, and the file stays small.
const MOST: usize = 500;

/// Letters shown on either side.
const CONTEXT: usize = 50;

/// A token on which one layer differs.
#[derive(Debug)]
pub(crate) struct Difference {
    /// The layer.
    pub(crate) layer: &'static str,
    /// What spaCy says.
    pub(crate) wanted: String,
    /// What we say; nothing if we have no such token.
    pub(crate) got: String,
    /// The text and the place in it.
    place: String,
    /// The words around it, the token between `[[` and `]]`.
    context: String,
}

impl Difference {
    /// Makes one of the token at `span` of `text`.
    pub(crate) fn new(
        layer: &'static str,
        text: &Text,
        span: &Range<usize>,
        wanted: String,
        got: String,
    ) -> Self {
        let place = format!("{}@{}", text.id, span.start);
        Difference { layer, wanted, got, place, context: context(&text.text, span) }
    }
}

fn context(text: &str, span: &Range<usize>) -> String {
    let before: String = text[..span.start].chars().rev().take(CONTEXT).collect();
    let before: String = before.chars().rev().collect();
    let after: String = text[span.end..].chars().take(CONTEXT).collect();
    format!("{before}[[{}]]{after}", &text[span.clone()]).escape_debug().to_string()
}

/// Writes the first differences of each layer to the file `name`.
pub(crate) fn write(name: &str, differences: &[Difference]) -> Result<(), String> {
    let folder = folder();
    fs::create_dir_all(&folder)
        .map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let mut layers: Vec<_> = differences.iter().map(|it| it.layer).collect();
    layers.sort_unstable();
    layers.dedup();
    let mut told = String::from("layer\tspaCy\tours\tplace\tcontext\n");
    for layer in layers {
        for it in differences.iter().filter(|it| it.layer == layer).take(MOST) {
            let (wanted, got) = (it.wanted.escape_debug(), it.got.escape_debug());
            let _ = writeln!(told, "{layer}\t{wanted}\t{got}\t{}\t{}", it.place, it.context);
        }
    }
    write_file(&folder.join(format!("{}.tsv", name.replace(' ', "-"))), &told)
}

fn folder() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    target.unwrap_or_else(|| root().join("target")).join("eval-nlp")
}
