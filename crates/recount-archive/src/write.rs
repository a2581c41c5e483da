//! Writes WARC 1.1, a gzip member a record.
//!
//! In: what was sent, and header lines. Out: bytes of an archive. Who calls says what time it is and
//! which ids the records have.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::headers::Headers;

/// Writes records behind one another.
#[derive(Debug)]
pub struct Writer<W> {
    out: W,
}

impl<W: Write> Writer<W> {
    /// Writes to `out`.
    pub fn new(out: W) -> Self {
        Self { out }
    }

    /// Writes a record with these headers, to which its length is added.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn record(&mut self, headers: &Headers, block: &[u8]) -> io::Result<()> {
        let mut member = GzEncoder::new(Vec::new(), Compression::default());
        member.write_all(b"WARC/1.1\r\n")?;
        for (name, value) in headers.lines() {
            let value = value.replace(['\r', '\n'], " ");
            write!(member, "{name}: {value}\r\n")?;
        }
        write!(member, "Content-Length: {}\r\n\r\n", block.len())?;
        member.write_all(block)?;
        member.write_all(b"\r\n\r\n")?;
        // In one piece, so that a run that is stopped leaves whole records.
        self.out.write_all(&member.finish()?)?;
        self.out.flush()
    }
}
