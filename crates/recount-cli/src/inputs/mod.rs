//! Finds and opens the input: files, folders, standard input.
//!
//! In: the PATHs of the command line. Out: pages with names and bytes. What cannot be read is a
//! [`Problem`] in its place, and the rest is read all the same.

mod kind;
mod rows;
mod source;
mod walk;

use std::path::PathBuf;

use rayon::prelude::*;
use recount::model::Page;

use crate::args::Paths;
use crate::console::Console;
use crate::problem::Problem;
pub(crate) use source::pages;
pub(crate) use walk::sources;

/// Reads every page into memory and tells the console what could not be read.
pub(crate) fn all(paths: &Paths, console: &Console) -> Vec<Page> {
    let limit = paths.limit.bytes();
    let sources = sources(&paths.paths).into_par_iter();
    let read: Vec<_> = sources.flat_map_iter(|source| pages(source, limit)).collect();
    let (found, problems): (Vec<_>, Vec<_>) = read.into_iter().partition(Result::is_ok);
    problems.into_iter().filter_map(Result::err).for_each(|it| console.leave_out(&it));
    found.into_iter().filter_map(Result::ok).collect()
}

/// Says that there is no result where `count` articles are none.
pub(crate) fn some(count: usize, paths: &[PathBuf]) -> Result<(), Problem> {
    let names: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
    match (count, names.len()) {
        (0, 1..=3) => Err(Problem::NoArticle(names.join(", "))),
        (0, many) => Err(Problem::NoArticle(format!("{many} inputs"))),
        _ => Ok(()),
    }
}
