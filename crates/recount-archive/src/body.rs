//! Undoes how a server sends a body: in chunks, compressed.
//!
//! In: the bytes as they were sent, and the headers that say how. Out: the content, of bounded length. A
//! body that breaks off gives what came before.

use std::io::{self, BufRead, BufReader, Read};

use brotli_decompressor::Decompressor;
use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;

use crate::headers::{Headers, line};
use crate::{Fault, deflated, frames};

/// Encodings on one another that are undone; servers use one, rarely two.
const MOST_ENCODINGS: usize = 4;

/// Bytes of the line that gives the length of a chunk.
const CHUNK_LINE: usize = 4096;

/// The content of a body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// What was sent, encodings undone.
    pub bytes: Vec<u8>,
    /// Whether it breaks off before its end.
    pub cut: bool,
}

/// Returns the content of `sent`, whose headers are `headers`, if it has at most `limit` bytes.
///
/// # Errors
/// If it is longer, is encoded as nobody knows, or cannot be decoded at all.
pub fn decoded(sent: impl BufRead, headers: &Headers, limit: usize) -> Result<Body, Fault> {
    let mut reader: Box<dyn BufRead + '_> = Box::new(sent);
    let transfer = names(headers, "Transfer-Encoding");
    let content = names(headers, "Content-Encoding");
    let encodings: Vec<_> = transfer.into_iter().rev().chain(content.into_iter().rev()).collect();
    if encodings.len() > MOST_ENCODINGS {
        return Err(Fault::Encoding(encodings.join(", ")));
    }
    for encoding in &encodings {
        reader = Box::new(BufReader::new(undone(reader, encoding)?));
    }
    read(reader, limit)
}

fn names(headers: &Headers, name: &str) -> Vec<String> {
    let values = headers.all(name).flat_map(|it| it.split(','));
    let values = values.map(|it| it.trim().to_ascii_lowercase());
    values.filter(|it| !matches!(it.as_str(), "" | "identity" | "none" | "utf-8")).collect()
}

/// Tools that write archives often undo an encoding and keep the header that names it, so that each
/// is undone only where the bytes look like it.
fn undone<'r>(mut reader: Box<dyn BufRead + 'r>, name: &str) -> Result<Box<dyn Read + 'r>, Fault> {
    let head = reader.fill_buf()?;
    Ok(match name {
        "chunked" if is_chunk(head) => Box::new(Chunks::new(reader)),
        "gzip" | "x-gzip" if head.starts_with(&[0x1f, 0x8b]) => {
            Box::new(MultiGzDecoder::new(reader))
        }
        "deflate" if !is_markup(head) => deflated::reader(reader)?,
        "br" if !is_markup(head) => Box::new(Decompressor::new(reader, 4096)),
        "zstd" if head.starts_with(&frames::MAGIC) => zstd(reader)?,
        "chunked" | "gzip" | "x-gzip" | "deflate" | "br" | "zstd" => Box::new(reader),
        other => return Err(Fault::Encoding(other.to_owned())),
    })
}

fn is_markup(head: &[u8]) -> bool {
    head.trim_ascii_start().starts_with(b"<")
}

fn is_chunk(head: &[u8]) -> bool {
    let line = head.split(|it| *it == b'\n').next().unwrap_or_default();
    line.len() < CHUNK_LINE && length_of_chunk(line).is_some()
}

fn zstd<'r>(reader: Box<dyn BufRead + 'r>) -> Result<Box<dyn Read + 'r>, Fault> {
    let broken = |_| Fault::Broken("its zstd frame cannot be read");
    let decoder =
        StreamingDecoder::new_with_max_window_size(reader, frames::WINDOW).map_err(broken)?;
    Ok(Box::new(decoder))
}

/// Reads all there is, up to an error.
fn read(mut reader: impl Read, limit: usize) -> Result<Body, Fault> {
    let mut bytes = Vec::new();
    let most = (limit as u64).saturating_add(1);
    let ended = (&mut reader).take(most).read_to_end(&mut bytes);
    match ended {
        _ if bytes.len() > limit => Err(Fault::TooLong { limit }),
        Ok(_) => Ok(Body { bytes, cut: false }),
        Err(fault) if bytes.is_empty() => Err(fault.into()),
        Err(_) => Ok(Body { bytes, cut: true }),
    }
}

/// The content of a body that was sent in chunks.
struct Chunks<R> {
    reader: R,
    /// Bytes of the open chunk that are left.
    left: u64,
    ended: bool,
}

impl<R: BufRead> Chunks<R> {
    fn new(reader: R) -> Self {
        Self { reader, left: 0, ended: false }
    }

    /// Moves to the next chunk.
    fn open(&mut self) -> io::Result<()> {
        let mut head = line(&mut self.reader, CHUNK_LINE)?;
        if matches!(head.as_slice(), b"\r\n" | b"\n") {
            head = line(&mut self.reader, CHUNK_LINE)?; // the end of the chunk before
        }
        let broken = || io::Error::new(io::ErrorKind::InvalidData, "a chunk has no length");
        self.left = length_of_chunk(&head).ok_or_else(broken)?;
        self.ended = self.left == 0;
        Ok(())
    }
}

/// `1a2b;name=value`
fn length_of_chunk(line: &[u8]) -> Option<u64> {
    let digits = line.split(|it| *it == b';').next()?.trim_ascii();
    u64::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

impl<R: BufRead> Read for Chunks<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 && !self.ended {
            self.open()?;
        }
        if self.ended || into.is_empty() {
            return Ok(0);
        }
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(into.len());
        let count = self.reader.read(&mut into[..most])?;
        self.left -= count as u64;
        match count {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(count),
        }
    }
}

#[cfg(test)]
mod tests;
