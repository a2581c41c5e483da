//! Passes pages through a stage and prints what it gives, while more pages are being read.
//!
//! Output comes in the order of the input. A slow input gives its rows one by one; a fast one is
//! worked on in batches, on all threads.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use rayon::prelude::*;
use recount::model::{Article, Page};
use recount::read;
use serde::Serialize;

use crate::args::Paths;
use crate::console::Console;
use crate::inputs;
use crate::problem::Problem;

/// Pages in memory at a time; enough to keep some ten cores busy.
const BATCH: usize = 256;

/// Prints what `stage` makes of each article.
pub(crate) fn articles(
    paths: &Paths,
    console: &Console,
    stage: impl Fn(Article) -> String + Sync,
) -> Result<(), Problem> {
    each(paths, console, stage, |text| text)
}

/// Prints what `told` says of what `stage` makes of each article; `told` meets them in order.
pub(crate) fn each<T: Send>(
    paths: &Paths,
    console: &Console,
    stage: impl Fn(Article) -> T + Sync,
    mut told: impl FnMut(T) -> String,
) -> Result<(), Problem> {
    let pages = pages(paths.paths.clone(), paths.limit.bytes());
    let mut given = 0;
    while let Ok(first) = pages.recv() {
        let batch: Vec<_> = [first].into_iter().chain(pages.try_iter().take(BATCH)).collect();
        let made: Vec<_> = batch.into_par_iter().map(|page| read_page(page).map(&stage)).collect();
        given += made.iter().filter(|it| it.is_ok()).count();
        for made in made {
            match made {
                Ok(made) => console.print(&told(made))?,
                Err(problem) => console.leave_out(&problem),
            }
        }
    }
    inputs::some(given, &paths.paths)
}

/// Reads pages in a thread of its own, which ends with the process when nobody waits for it.
fn pages(paths: Vec<PathBuf>, limit: usize) -> Receiver<Result<Page, Problem>> {
    let (sender, receiver) = sync_channel(BATCH);
    thread::spawn(move || {
        let pages = inputs::sources(&paths).into_iter().flat_map(|it| inputs::pages(it, limit));
        for page in pages {
            if sender.send(page).is_err() {
                return;
            }
        }
    });
    receiver
}

fn read_page(page: Result<Page, Problem>) -> Result<Article, Problem> {
    Ok(read::read(&page?)?)
}

/// Returns `value` as one line of JSON.
pub(crate) fn json_line(value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).expect("our types have string keys and finite numbers");
    json + "\n"
}
