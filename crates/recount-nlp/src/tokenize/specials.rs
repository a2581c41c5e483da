//! Exceptions: chunks with tokens of their own.
//!
//! In: the exceptions of the tables. Out: [`Specials`], which give the tokens of a chunk.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::edges::Edges;
use super::tables::Part;
use super::{Error, Piece};

/// The exceptions, by their text.
#[derive(Debug)]
pub(super) struct Specials {
    parts: HashMap<Box<str>, Vec<Special>>,
    edges: Edges,
}

#[derive(Debug)]
struct Special {
    length: usize,
    norm: Option<Arc<str>>,
}

impl Specials {
    /// Takes over `exceptions`, or tells of one whose tokens are not its text.
    pub(super) fn new(exceptions: &BTreeMap<String, Vec<Part>>) -> Result<Self, Error> {
        let (mut parts, mut edges) = (HashMap::new(), Edges::default());
        for (chunk, tokens) in exceptions {
            let text: String = tokens.iter().map(|part| part.orth.as_str()).collect();
            if *chunk != text || tokens.iter().any(|part| part.orth.is_empty()) {
                return Err(Error::malformed(
                    "tokenizer",
                    format!("the tokens of the exception {chunk:?} are not its text"),
                ));
            }
            edges.add(chunk);
            parts.insert(chunk.as_str().into(), tokens.iter().map(special).collect());
        }
        Ok(Self { parts, edges })
    }

    /// Tells whether `text` is an exception.
    pub(super) fn has(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    fn find(&self, text: &str) -> Option<&[Special]> {
        if self.edges.may_have(text) { self.parts.get(text).map(Vec::as_slice) } else { None }
    }

    /// Adds the tokens of `text`, which begins at the byte `start`, if it is an exception.
    pub(super) fn add(&self, text: &str, start: usize, pieces: &mut Vec<Piece>) -> bool {
        let Some(specials) = self.find(text) else { return false };
        let mut start = start;
        for special in specials {
            let end = start + special.length;
            pieces.push(Piece { start, end, space: false, norm: special.norm.clone() });
            start = end;
        }
        true
    }
}

fn special(part: &Part) -> Special {
    Special { length: part.orth.len(), norm: part.norm.as_deref().map(Arc::from) }
}
