//! Opens one file and gives its pages: one for a text dump or HTML, one a row for JSON Lines.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::iter;
use std::path::{Path, PathBuf};

use flate2::bufread::MultiGzDecoder;
use recount::model::{Page, PageKind};

use super::rows::Rows;
use crate::problem::Problem;

/// A file, or standard input, that holds pages.
#[derive(Debug)]
pub(crate) struct Source {
    /// `None` is standard input.
    path: Option<PathBuf>,
    name: String,
    kind: PageKind,
    packed: bool,
}

/// The pages of a source, as they are read.
pub(crate) type Pages = Box<dyn Iterator<Item = Result<Page, Problem>>>;

impl Source {
    pub(crate) fn stdin() -> Self {
        Self { path: None, name: "-".into(), kind: PageKind::JsonRow, packed: false }
    }

    pub(crate) fn file(path: &Path, name: String, kind: PageKind, packed: bool) -> Self {
        Self { path: Some(path.into()), name, kind, packed }
    }

    fn open(&self) -> io::Result<Box<dyn BufRead>> {
        let Some(path) = &self.path else { return Ok(Box::new(io::stdin().lock())) };
        let file = BufReader::new(File::open(path)?);
        match self.packed {
            true => Ok(Box::new(BufReader::new(MultiGzDecoder::new(file)))),
            false => Ok(Box::new(file)),
        }
    }
}

/// Returns the pages of `source`, none longer than `limit` bytes.
pub(crate) fn pages(source: Result<Source, Problem>, limit: usize) -> Pages {
    let opened = source.and_then(|source| match source.open() {
        Ok(reader) => Ok((source, reader)),
        Err(error) => Err(Problem::Unreadable { name: source.name, source: error }),
    });
    match opened {
        Err(problem) => Box::new(iter::once(Err(problem))),
        Ok((source, reader)) if source.kind == PageKind::JsonRow => {
            Box::new(Rows::new(source.name, reader, limit))
        }
        Ok((source, reader)) => {
            Box::new(iter::once(whole(source.name, source.kind, reader, limit)))
        }
    }
}

/// Reads a file that is one page.
fn whole(name: String, kind: PageKind, reader: impl Read, limit: usize) -> Result<Page, Problem> {
    let mut bytes = Vec::new();
    match reader.take((limit as u64).saturating_add(1)).read_to_end(&mut bytes) {
        Err(source) => Err(Problem::Unreadable { name, source }),
        Ok(length) if length > limit => Err(Problem::TooLong { name, limit }),
        Ok(_) => Ok(Page { name, kind, bytes }),
    }
}
