//! Reads JSON Lines: each row a page, named `FILE:LINE`.
//!
//! A row that is too long is passed over without ever being in memory as a whole.

use std::io::{self, BufRead, Read as _};

use recount::model::{Page, PageKind};
use recount::read;

use super::{Found, How};
use crate::problem::Problem;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The rows of one file.
pub(crate) struct Rows<R> {
    name: String,
    reader: R,
    how: How,
    line: usize,
    broken: bool,
}

impl<R: BufRead> Rows<R> {
    /// Reads `reader`, which is called `name`.
    pub(crate) fn new(name: String, reader: R, how: &How) -> Self {
        Self { name, reader, how: how.clone(), line: 0, broken: false }
    }

    /// Returns the next line and whether it is whole.
    fn next_line(&mut self) -> io::Result<Option<(Vec<u8>, bool)>> {
        let mut bytes = Vec::new();
        let most = (self.how.limit as u64).saturating_add(1);
        (&mut self.reader).take(most).read_until(b'\n', &mut bytes)?;
        self.line += 1;
        let whole = bytes.len() <= self.how.limit || bytes.ends_with(b"\n");
        if !whole {
            self.reader.skip_until(b'\n')?;
        }
        Ok((!bytes.is_empty()).then_some((bytes, whole)))
    }

    fn place(&self) -> String {
        format!("{}:{}", self.name, self.line)
    }
}

impl<R: BufRead> Iterator for Rows<R> {
    type Item = Found;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.broken {
            let (mut bytes, whole) = match self.next_line() {
                Ok(line) => line?,
                Err(source) => {
                    self.broken = true;
                    return Some(Found::LeftOut(Problem::Unreadable {
                        name: self.place(),
                        source,
                    }));
                }
            };
            if !whole {
                let (name, limit) = (self.place(), self.how.limit);
                return Some(Found::LeftOut(Problem::TooLong { name, limit }));
            }
            if self.line == 1 && bytes.starts_with(BYTE_ORDER_MARK) {
                bytes.drain(..BYTE_ORDER_MARK.len());
            }
            if !bytes.trim_ascii().is_empty() {
                return Some(page_of(self.place(), bytes, &self.how));
            }
        }
        None
    }
}

/// Returns the page of a row, under our names of fields where the user gave theirs.
pub(super) fn page_of(name: String, row: Vec<u8>, how: &How) -> Found {
    let renamed = || read::renamed(&row, &how.map);
    let bytes = if how.map.is_empty() { None } else { renamed() };
    Found::Page(Page::new(name, PageKind::JsonRow, bytes.unwrap_or(row)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::Revisits;
    use crate::progress::Meter;

    #[test]
    fn a_row_is_named_by_its_line() {
        check("{}\n\n[]\n", "r:1 r:3");
    }

    #[test]
    fn the_last_row_needs_no_line_end() {
        check("{}\n{}", "r:1 r:2");
    }

    #[test]
    fn a_row_that_is_too_long_does_not_stop_the_next() {
        check("0123456789x\n{}\n", "cannot read r:1: it is longer than 0 MiB, r:2");
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let how = How {
            limit: 10,
            map: Vec::new(),
            meter: Meter::default(),
            revisits: Revisits::default(),
        };
        let rows = Rows::new("r".into(), text.as_bytes(), &how);
        let found = rows.map(|row| match row {
            Found::Page(page) => page.name,
            Found::LeftOut(problem) => problem.message() + ",",
            Found::PassedOver(what) => what,
        });
        assert_eq!(found.collect::<Vec<_>>().join(" "), expected);
    }
}
