//! Walks PATHs to the files below them.
//!
//! In: PATHs in the order of the command line. Out: sources in that order, those below a folder
//! sorted by path. A folder that a link leads back into is reported and not entered again; hidden
//! files, and below a folder tables and files of other kinds, are passed over.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::feeds;
use super::kind::{self, Kind};
use super::source::Source;
use crate::problem::Problem;

/// Returns the files that `paths` lead to; `-` is standard input.
pub(crate) fn sources(paths: &[PathBuf]) -> Vec<Result<Source, Problem>> {
    paths.iter().flat_map(|path| one(path)).collect()
}

fn one(path: &Path) -> Vec<Result<Source, Problem>> {
    if path == Path::new("-") {
        return vec![Ok(Source::stdin())];
    }
    if path.is_dir() {
        let mut walk = Walk { root: path, entered: BTreeSet::new(), found: Vec::new() };
        walk.folder(path, &mut Vec::new());
        return walk.found;
    }
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    vec![source(path, name.into_owned())]
}

/// Returns the source at `path`; a file that was named itself is a text dump if its name says
/// nothing else.
fn source(path: &Path, name: String) -> Result<Source, Problem> {
    match kind::of(path) {
        (Kind::NotRead(kind), _) => Err(Problem::KindNotRead { name, kind }),
        (kind, packed) => Ok(Source::file(path, name, kind, packed)),
    }
}

/// The way through one folder.
struct Walk<'a> {
    root: &'a Path,
    entered: BTreeSet<PathBuf>,
    found: Vec<Result<Source, Problem>>,
}

impl Walk<'_> {
    /// Adds what lies in `folder`, which lies in each of `above`.
    fn folder(&mut self, folder: &Path, above: &mut Vec<PathBuf>) {
        let (real, entries) = match real_and_entries(folder) {
            Ok(both) => both,
            Err(source) => return self.unreadable(folder, source),
        };
        if above.contains(&real) {
            return self
                .found
                .push(Err(Problem::FolderLoop { name: folder.display().to_string() }));
        }
        if !self.entered.insert(real.clone()) {
            return; // by another link we have been here already
        }
        above.push(real);
        entries.iter().for_each(|path| self.entry(path, above));
        above.pop();
    }

    fn entry(&mut self, path: &Path, above: &mut Vec<PathBuf>) {
        let hidden = path.file_name().is_some_and(|it| it.to_string_lossy().starts_with('.'));
        match fs::metadata(path) {
            _ if hidden => {}
            Ok(it) if it.is_dir() => self.folder(path, above),
            // Dossiers and exports lie about as tables, and hold no reports.
            Ok(_) if matches!(kind::of(path).0, Kind::Other | Kind::Table(_) | Kind::Parquet) => {}
            Ok(_) if kind::of(path).0 == Kind::Json && !is_feed(path) => {}
            Ok(_) => {
                let below = path.strip_prefix(self.root).unwrap_or(path);
                self.found.push(source(path, below.to_string_lossy().into_owned()));
            }
            Err(source) => self.unreadable(path, source),
        }
    }

    fn unreadable(&mut self, path: &Path, source: io::Error) {
        self.found.push(Err(Problem::Unreadable { name: path.display().to_string(), source }));
    }
}

/// A folder is full of JSON documents that are no feeds.
fn is_feed(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = fs::File::open(path)
        .and_then(|it| it.take(feeds::HEAD_BYTES as u64).read_to_end(&mut head));
    read.is_ok() && feeds::is_feed(&head)
}

fn real_and_entries(folder: &Path) -> io::Result<(PathBuf, Vec<PathBuf>)> {
    let entries = fs::read_dir(folder)?.map(|entry| entry.map(|it| it.path()));
    let mut entries = entries.collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    Ok((fs::canonicalize(folder)?, entries))
}
