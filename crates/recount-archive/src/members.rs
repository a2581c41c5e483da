//! Reads a file of many gzip members, as WARC files are.
//!
//! In: the bytes of the file. Out: what the members hold, one after the other. A member that is broken is
//! an error once; the next call goes on with the member that follows it.

use std::io::{self, BufRead, Read};
use std::mem;

use flate2::bufread::GzDecoder;

/// How a gzip member with the usual method begins.
const MAGIC: [u8; 3] = [0x1f, 0x8b, 8];

/// The content of all members.
pub(crate) struct Members<R> {
    state: State<R>,
}

enum State<R> {
    /// Between two members.
    Between(R),
    Within(Box<GzDecoder<R>>),
    /// After a broken member.
    Lost(R),
    Ended,
}

impl<R: BufRead> Members<R> {
    pub(crate) fn new(reader: R) -> Self {
        Self { state: State::Between(reader) }
    }

    /// Moves to the next member; returns whether there is one.
    fn open(&mut self) -> io::Result<bool> {
        let reader = match mem::replace(&mut self.state, State::Ended) {
            State::Between(mut reader) => {
                if reader.fill_buf()?.is_empty() {
                    return Ok(false);
                }
                reader
            }
            State::Lost(mut reader) => {
                if !skip_to(&mut reader, &MAGIC)? {
                    return Ok(false);
                }
                reader
            }
            other => {
                self.state = other;
                return Ok(!matches!(self.state, State::Ended));
            }
        };
        self.state = State::Within(Box::new(GzDecoder::new(reader)));
        Ok(true)
    }

    fn close(&mut self, broken: bool) {
        if let State::Within(decoder) = mem::replace(&mut self.state, State::Ended) {
            let reader = decoder.into_inner();
            self.state = if broken { State::Lost(reader) } else { State::Between(reader) };
        }
    }
}

impl<R: BufRead> Read for Members<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while !into.is_empty() && self.open()? {
            let State::Within(decoder) = &mut self.state else { return Ok(0) };
            match decoder.read(into) {
                Ok(0) => self.close(false),
                Ok(count) => return Ok(count),
                Err(fault) => {
                    self.close(true);
                    return Err(fault);
                }
            }
        }
        Ok(0)
    }
}

/// Moves to the next bytes that are `magic`, as a member begins with. One that the end of the buffer parts is missed,
/// and that member with it; the one after it is found.
pub(crate) fn skip_to(reader: &mut impl BufRead, magic: &[u8]) -> io::Result<bool> {
    loop {
        let bytes = reader.fill_buf()?;
        if bytes.is_empty() {
            return Ok(false);
        }
        let found = bytes.windows(magic.len()).position(|it| it == magic);
        let count = found.unwrap_or(bytes.len());
        reader.consume(count);
        if found.is_some() {
            return Ok(true);
        }
    }
}
