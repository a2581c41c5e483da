//! Finds and opens the input: files, folders, archives, standard input.
//!
//! In: the PATHs of the command line. Out: pages with names and bytes, one at a time. What cannot be read
//! is a [`Problem`] in its place, what nobody wants is passed over and counted, and the rest is read all
//! the same.

mod archive;
mod budget;
mod feeds;
mod kind;
#[cfg(feature = "parquet")]
mod parquet;
mod revisits;
mod rows;
mod source;
mod table;
mod walk;

use std::ops::ControlFlow;
use std::path::PathBuf;

use recount::model::Page;

use crate::problem::Problem;
use crate::progress::Meter;
pub(crate) use budget::Budget;
pub(crate) use revisits::Revisits;
pub(crate) use source::{Source, give_pages};
pub(crate) use walk::sources;

/// How input is read.
#[derive(Debug, Clone)]
pub(crate) struct How {
    /// Bytes that a page may have.
    pub(crate) limit: usize,
    /// Our names of fields and those of the rows.
    pub(crate) map: Vec<(String, String)>,
    /// How many bytes were read.
    pub(crate) meter: Meter,
    /// The records that were seen in archives.
    pub(crate) revisits: Revisits,
}

/// What comes next in the input.
#[derive(Debug)]
pub(crate) enum Found {
    Page(Page),
    LeftOut(Problem),
    /// What an archive holds beside pages, in a word or two.
    PassedOver(String),
}

/// Takes what comes next, and tells whether to go on.
pub(crate) type Give<'g> = dyn FnMut(Found) -> ControlFlow<()> + 'g;

/// Says that there is no result where `count` articles are none.
pub(crate) fn some(count: usize, paths: &[PathBuf]) -> Result<(), Problem> {
    let names: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
    match (count, names.len()) {
        (0, 1..=3) => Err(Problem::NoArticle(names.join(", "))),
        (0, many) => Err(Problem::NoArticle(format!("{many} inputs"))),
        _ => Ok(()),
    }
}
