//! Reads the rows of a table, CSV or tab-separated: each row a page, named `FILE:ROW`.
//!
//! In: bytes. Out: rows as JSON, with the fields that the first row names. A row that is too long ends the
//! table, since nobody can tell where the next one begins.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::ops::ControlFlow;
use std::rc::Rc;

use csv::{ReaderBuilder, StringRecord};
use recount::read::gkg_columns;
use serde_json::{Map, Value};

use super::rows::page_of;
use super::{Found, Give, How};
use crate::problem::Problem;

/// Gives the rows of a table whose cells are parted by `mark`.
pub(super) fn rows(
    name: &str,
    reader: impl BufRead,
    mark: u8,
    how: &How,
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    table(name, reader, ReaderBuilder::new().delimiter(mark), None, how, give)
}

/// Gives the rows of a file of GDELT's Global Knowledge Graph.
pub(super) fn gkg(
    name: &str,
    reader: impl BufRead,
    how: &How,
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    let columns = StringRecord::from(gkg_columns());
    let form = &mut ReaderBuilder::new();
    let form = form.delimiter(b'\t').quoting(false).has_headers(false);
    table(name, reader, form, Some(columns), how, give)
}

fn table(
    name: &str,
    reader: impl BufRead,
    form: &mut ReaderBuilder,
    columns: Option<StringRecord>,
    how: &How,
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    let read = Rc::new(Cell::new(0));
    let capped = Capped { reader, read: Rc::clone(&read), limit: how.limit };
    let mut reader = form.flexible(true).from_reader(capped);
    let columns = match columns.map_or_else(|| reader.byte_headers().map(text_of), Ok) {
        Ok(columns) => columns,
        Err(fault) => return give(Found::LeftOut(problem(name.to_owned(), fault, how.limit))),
    };
    let mut row = csv::ByteRecord::new();
    for number in 1.. {
        read.set(0);
        let place = format!("{name}:{number}");
        match reader.read_byte_record(&mut row) {
            Ok(false) => break,
            Ok(true) => give(page_of(place, object(&columns, &row).to_string().into(), how))?,
            Err(fault) => return give(Found::LeftOut(problem(place, fault, how.limit))),
        }
    }
    ControlFlow::Continue(())
}

fn text_of(row: &csv::ByteRecord) -> StringRecord {
    let cells = row.iter().map(|it| String::from_utf8_lossy(it).into_owned());
    // A byte-order mark stands before the first name.
    cells.map(|it| it.trim_start_matches('\u{feff}').to_owned()).collect()
}

fn object(columns: &StringRecord, row: &csv::ByteRecord) -> Value {
    let cells = columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
    let text = |cell: &[u8]| Value::String(String::from_utf8_lossy(cell).into_owned());
    Value::Object(cells.map(|(name, cell)| (name.to_owned(), text(cell))).collect::<Map<_, _>>())
}

fn problem(name: String, fault: csv::Error, limit: usize) -> Problem {
    let text = fault.to_string();
    match fault.into_kind() {
        csv::ErrorKind::Io(source) if source.kind() == io::ErrorKind::FileTooLarge => {
            Problem::TooLong { name, limit }
        }
        csv::ErrorKind::Io(source) => Problem::Unreadable { name, source },
        _ => Problem::Unreadable { name, source: io::Error::new(io::ErrorKind::InvalidData, text) },
    }
}

/// A reader that fails when a row is too long: a quotation mark without its partner would take the rest
/// of the file into memory.
struct Capped<R> {
    reader: R,
    read: Rc<Cell<usize>>,
    limit: usize,
}

impl<R: Read> Read for Capped<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.read.get() > self.limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let count = self.reader.read(into)?;
        self.read.set(self.read.get() + count);
        Ok(count)
    }
}
