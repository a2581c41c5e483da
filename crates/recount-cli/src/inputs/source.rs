//! Opens one file and gives its pages: one for a text dump or HTML, one a row, an entry or a record for
//! what holds several.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use flate2::bufread::MultiGzDecoder;
use recount::model::{Page, PageKind};
use recount::read::parts;

use super::kind::Kind;
use super::rows::Rows;
use super::{Found, Give, How, archive, feeds, table};
use crate::problem::Problem;
use crate::progress::Metered;

/// A file, or standard input, that holds pages.
#[derive(Debug)]
pub(crate) struct Source {
    /// `None` is standard input.
    path: Option<PathBuf>,
    pub(super) name: String,
    kind: Kind,
    packed: bool,
}

/// Bytes that are read from a file at a time.
const BUFFER: usize = 64 << 10;

impl Source {
    pub(crate) fn stdin() -> Self {
        Self { path: None, name: "-".into(), kind: Kind::Rows, packed: false }
    }

    pub(crate) fn file(path: &Path, name: String, kind: Kind, packed: bool) -> Self {
        Self { path: Some(path.into()), name, kind, packed }
    }

    /// Returns by which name the file is known.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Returns how many bytes the file has.
    pub(crate) fn size(&self) -> u64 {
        let path = self.path.as_deref();
        path.and_then(|it| it.metadata().ok()).map_or(0, |it| it.len())
    }

    /// Returns the file as it lies there.
    pub(super) fn file_of(&self, how: &How) -> io::Result<Metered<File>> {
        let path = self.path.as_deref().ok_or(io::ErrorKind::Unsupported)?;
        Ok(how.meter.measure(File::open(path)?))
    }

    /// Returns the file for a reader that takes nothing else.
    #[cfg(feature = "parquet")]
    pub(super) fn plain_file(&self) -> io::Result<File> {
        File::open(self.path.as_deref().ok_or(io::ErrorKind::Unsupported)?)
    }

    fn open(&self, how: &How) -> io::Result<Box<dyn BufRead>> {
        if self.path.is_none() {
            return Ok(Box::new(io::stdin().lock()));
        }
        let file = BufReader::with_capacity(BUFFER, self.file_of(how)?);
        // An archive tells by itself where its packed parts begin.
        match self.packed && self.kind != Kind::Warc {
            true => Ok(Box::new(BufReader::new(MultiGzDecoder::new(file)))),
            false => Ok(Box::new(file)),
        }
    }

    pub(super) fn unreadable(&self, source: io::Error) -> Found {
        Found::LeftOut(Problem::Unreadable { name: self.name.clone(), source })
    }
}

/// Gives the pages of `source`, none longer than the limit, until `give` has enough.
pub(crate) fn give_pages(
    source: Result<Source, Problem>,
    how: &How,
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    let source = match source {
        Ok(source) => source,
        Err(problem) => return give(Found::LeftOut(problem)),
    };
    match source.kind {
        Kind::Wacz => return archive::wacz(&source, how, give),
        #[cfg(feature = "parquet")]
        Kind::Parquet => return super::parquet::rows(&source, how, give),
        _ => {}
    }
    match source.open(how) {
        Ok(reader) => read(&source, reader, how, give),
        Err(error) => give(source.unreadable(error)),
    }
}

fn read(
    source: &Source,
    reader: Box<dyn BufRead>,
    how: &How,
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    let name = source.name.clone();
    let mut one = |kind, reader| match whole(name.clone(), kind, reader, how.limit) {
        Ok(page) => parts(page).into_iter().try_for_each(|it| give(Found::Page(it))),
        Err(problem) => give(Found::LeftOut(problem)),
    };
    match source.kind {
        Kind::Html => one(PageKind::Html, reader),
        Kind::Text | Kind::Other => one(PageKind::TextDump, reader),
        Kind::Rows => Rows::new(name, reader, how).try_for_each(give),
        Kind::Table(mark) => table::rows(&name, reader, mark, how, give),
        Kind::Gkg => table::gkg(&name, reader, how, give),
        Kind::Feed => feeds::entries(whole(name, PageKind::Html, reader, how.limit), give),
        Kind::Mhtml => archive::mhtml(whole(name, PageKind::Html, reader, how.limit), give),
        Kind::Warc => archive::warc(&name, reader, how, give),
        Kind::Json => feeds::json(whole(name, PageKind::Html, reader, how.limit), give),
        Kind::Parquet => give(not_read(name, "Parquet without the feature `parquet`")),
        Kind::Wacz => give(not_read(name, "a WACZ file from standard input")),
        Kind::NotRead(kind) => give(not_read(name, kind)),
    }
}

fn not_read(name: String, kind: &'static str) -> Found {
    Found::LeftOut(Problem::KindNotRead { name, kind })
}

/// Reads a file that is one page.
fn whole(name: String, kind: PageKind, reader: impl Read, limit: usize) -> Result<Page, Problem> {
    let mut bytes = Vec::new();
    match reader.take((limit as u64).saturating_add(1)).read_to_end(&mut bytes) {
        Err(source) => Err(Problem::Unreadable { name, source }),
        Ok(length) if length > limit => Err(Problem::TooLong { name, limit }),
        Ok(_) => Ok(Page::new(name, kind, bytes)),
    }
}
