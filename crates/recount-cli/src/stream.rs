//! Passes pages through a stage and hands on what it gives, while more pages are being read.
//!
//! Output comes in the order of the input. A slow input gives its rows one by one; a fast one is
//! worked on in batches, on all threads. However long the input, only some pages are in memory.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use rayon::prelude::*;
use recount::model::Article;
use recount::read;
use serde::Serialize;

use crate::args::Paths;
use crate::console::Console;
use crate::inputs::{self, Budget, Found, How, Source};
use crate::output::Output;
use crate::problem::Problem;
use crate::resume::{Place, StateFile};
use crate::tally::Tally;
use crate::{dossier, folder, progress};

/// Pages in memory at a time; enough to keep some ten cores busy.
const BATCH: usize = 256;

/// Where a stage prints, and how it goes on after it was stopped.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Printing {
    /// Print into this file.
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
    /// Keep in this file how far the run came; where it is there, go on from that place.
    #[arg(long, value_name = "STATE", requires = "to")]
    resume: Option<PathBuf>,
}

/// Prints what `stage` makes of each article.
pub(crate) fn articles(
    (paths, printing): (&Paths, &Printing),
    console: &Console,
    stage: impl Fn(Article) -> String + Sync,
) -> Result<(), Problem> {
    each((paths, printing), console, stage, |text| text)
}

/// Prints what `told` says of what `stage` makes of each article; `told` meets them in order.
pub(crate) fn each<T: Send>(
    (paths, printing): (&Paths, &Printing),
    console: &Console,
    stage: impl Fn(Article) -> T + Sync,
    mut told: impl FnMut(T) -> String,
) -> Result<(), Problem> {
    let (mut stream, mut file) = Stream::open(paths, printing.resume.as_deref(), console)?;
    let written = file.state.written;
    let mut output = Output::open(printing.to.as_deref(), written, console)?;
    while let Some(batch) = stream.batch(&stage) {
        for (place, made) in batch {
            file.state.place = place;
            if let Some(made) = made.told(&mut file.state.tally, console) {
                let text = told(made);
                output.print(&text)?;
                file.state.written += text.len() as u64;
            }
        }
        file.save()?;
    }
    finish(paths, &file.state.tally, console)
}

/// Returns all articles, in the order of the input.
pub(crate) fn all(paths: &Paths, console: &Console) -> Result<Vec<Article>, Problem> {
    let (mut stream, mut file) = Stream::open(paths, None, console)?;
    let mut articles = Vec::new();
    while let Some(batch) = stream.batch(&|article| article) {
        let told = batch.into_iter().filter_map(|(_, it)| it.told(&mut file.state.tally, console));
        articles.extend(told);
    }
    finish(paths, &file.state.tally, console)?;
    Ok(articles)
}

/// Tells what was left out, and that there is no result where nothing was read.
fn finish(paths: &Paths, tally: &Tally, console: &Console) -> Result<(), Problem> {
    tally.finish(console);
    if let Some(path) = paths.reading.report() {
        folder::write_file(path, dossier::json(tally).as_bytes())?;
    }
    inputs::some(tally.articles, &paths.paths)
}

/// The parts of the input, as they are read.
struct Stream {
    found: Receiver<(Place, Found)>,
    budget: Budget,
    how: How,
    bar: indicatif::ProgressBar,
}

impl Stream {
    /// Begins to read, where an earlier run stopped if `resume` is its state.
    fn open(
        paths: &Paths,
        resume: Option<&Path>,
        console: &Console,
    ) -> Result<(Self, StateFile), Problem> {
        let (how, budget) = (paths.reading.how(), Budget::default());
        let sources = inputs::sources(&paths.paths);
        let named = sources.iter().flatten().map(|it| (it.name().to_owned(), it.size()));
        let named: Vec<_> = named.collect();
        let bar = progress::bytes(named.iter().map(|it| it.1).sum(), console);
        let file = StateFile::open(resume, named)?;
        let found = found(sources, how.clone(), budget.clone(), file.state.place);
        Ok((Self { found, budget, how, bar }, file))
    }

    /// Waits for some parts of the input, and returns what became of them.
    fn batch<T: Send>(
        &mut self,
        stage: &(impl Fn(Article) -> T + Sync),
    ) -> Option<Vec<(Place, Made<T>)>> {
        let Ok(first) = self.found.recv() else {
            self.bar.finish_and_clear();
            return None;
        };
        let batch: Vec<_> = [first].into_iter().chain(self.found.try_iter().take(BATCH)).collect();
        let bytes = batch.iter().map(|(_, it)| length(it)).sum();
        let made = batch.into_par_iter().map(|(place, it)| (place, Made::of(it, stage)));
        let made = made.collect();
        self.budget.free(bytes);
        self.bar.set_position(self.how.meter.read());
        Some(made)
    }
}

/// Reads in a thread of its own, which ends with the process when nobody waits for it.
fn found(
    sources: Vec<Result<Source, Problem>>,
    how: How,
    budget: Budget,
    start: Place,
) -> Receiver<(Place, Found)> {
    let (sender, receiver) = sync_channel(BATCH);
    thread::spawn(move || {
        for (at, source) in sources.into_iter().enumerate().skip(start.source) {
            let mut place = Place { source: at, part: 0 };
            let flow = inputs::give_pages(source, &how, &mut |found| {
                place.part += 1;
                if at == start.source && place.part <= start.part {
                    return ControlFlow::Continue(()); // an earlier run had it
                }
                budget.take(length(&found));
                match sender.send((place, found)) {
                    Ok(()) => ControlFlow::Continue(()),
                    Err(_) => ControlFlow::Break(()),
                }
            });
            if flow.is_break() {
                return;
            }
        }
    });
    receiver
}

fn length(found: &Found) -> usize {
    match found {
        Found::Page(page) => page.bytes.len(),
        Found::LeftOut(_) | Found::PassedOver(_) => 0,
    }
}

/// What became of a part of the input.
enum Made<T> {
    Article { made: T, stub: bool },
    LeftOut(Problem),
    PassedOver(String),
}

impl<T> Made<T> {
    fn of(found: Found, stage: impl Fn(Article) -> T) -> Self {
        let page = match found {
            Found::Page(page) => page,
            Found::LeftOut(problem) => return Self::LeftOut(problem),
            Found::PassedOver(what) => return Self::PassedOver(what),
        };
        match read::read(&page) {
            Ok(article) => Self::Article { stub: read::is_stub(&article), made: stage(article) },
            Err(refusal) => Self::LeftOut(refusal.into()),
        }
    }

    /// Counts it, and returns what was made.
    fn told(self, tally: &mut Tally, console: &Console) -> Option<T> {
        match self {
            Self::Article { made, stub } => {
                tally.article(stub);
                return Some(made);
            }
            Self::LeftOut(problem) => tally.leave_out(&problem, console),
            Self::PassedOver(what) => tally.pass_over(what),
        }
        None
    }
}

/// Returns `value` as one line of JSON.
pub(crate) fn json_line(value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).expect("our types have string keys and finite numbers");
    json + "\n"
}
