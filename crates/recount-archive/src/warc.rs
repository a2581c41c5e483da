//! Reads WARC 0.17 to 1.1, plain, of gzip members or of zstd frames.
//!
//! In: the bytes of a file. Out: its records, one at a time. Only blocks that the caller wants are kept,
//! and none longer than its limit; after a broken record the reader looks for the next one.

use std::io::{self, BufRead, BufReader, Read};

use crate::Fault;
use crate::frames::{self, Frames};
use crate::headers::{Headers, line};
use crate::members::Members;
use crate::record::Record;

/// Bytes of a line that is looked at for the beginning of a record.
const LONGEST_LINE: usize = 1 << 20;

/// Faults behind one another after which an archive is given up: a disk that fails gives them without end.
const MOST_FAULTS: usize = 1000;

/// Bytes that are unpacked at a time.
const UNPACKED: usize = 64 << 10;

/// The bytes of an archive.
pub type Source<'r> = Box<dyn BufRead + 'r>;

/// What comes next in an archive.
#[derive(Debug)]
pub enum Found {
    /// A record whose block was wanted.
    Record(Record),
    /// One that was passed over: its headers.
    PassedOver(Headers),
    /// One that could not be read; its address, if that is known.
    Broken(Option<String>, Fault),
}

/// The records of an archive.
pub struct Warc<'r> {
    reader: BufReader<Source<'r>>,
    limit: usize,
    ended: bool,
    /// Faults since the last record.
    faults: usize,
}

impl<'r> Warc<'r> {
    /// Reads `bytes`, which may be packed; blocks have at most `limit` bytes.
    ///
    /// # Errors
    /// If nothing can be read at all.
    pub fn new(mut bytes: Source<'r>, limit: usize) -> io::Result<Self> {
        let head = bytes.fill_buf()?;
        let (gzip, zstd) = (head.starts_with(&[0x1f, 0x8b]), frames::begins(head));
        let bytes: Source<'r> = match () {
            () if gzip => Box::new(BufReader::with_capacity(UNPACKED, Members::new(bytes))),
            () if zstd => Box::new(BufReader::with_capacity(UNPACKED, Frames::new(bytes))),
            () => bytes,
        };
        Ok(Self { reader: BufReader::new(bytes), limit, ended: false, faults: 0 })
    }

    /// Returns the next record; `wants` tells by its headers whether its block is to be kept.
    pub fn next(&mut self, wants: impl Fn(&Headers) -> bool) -> Option<Found> {
        if self.ended {
            return None;
        }
        match self.record(&wants) {
            Ok(found) => {
                self.ended = found.is_none();
                self.faults = 0;
                found
            }
            Err(fault) => {
                // A packed archive goes on with its next member; of a plain one nothing is left.
                self.faults += 1;
                self.ended = self.faults > MOST_FAULTS
                    || fault.kind() == io::ErrorKind::UnexpectedEof && self.is_over();
                Some(Found::Broken(None, fault.into()))
            }
        }
    }

    fn is_over(&mut self) -> bool {
        self.reader.fill_buf().is_ok_and(<[u8]>::is_empty)
    }

    fn record(&mut self, wants: &impl Fn(&Headers) -> bool) -> io::Result<Option<Found>> {
        if !self.skip_to_record()? {
            return Ok(None);
        }
        let headers = Headers::read(&mut self.reader)?;
        let length = headers.get("Content-Length").and_then(|it| it.parse::<u64>().ok());
        let Some(length) = length else {
            let fault = Fault::Broken("a record does not say how long it is");
            return Ok(Some(Found::Broken(url(&headers), fault)));
        };
        if !wants(&headers) {
            self.skip(length)?;
            return Ok(Some(Found::PassedOver(headers)));
        }
        if length > self.limit as u64 {
            self.skip(length)?;
            let fault = Fault::TooLong { limit: self.limit };
            return Ok(Some(Found::Broken(url(&headers), fault)));
        }
        Ok(Some(self.block(headers, length)))
    }

    /// Reads the block of a record; where the archive breaks off within it, what there is.
    fn block(&mut self, headers: Headers, length: u64) -> Found {
        let mut block = Vec::new();
        let read = (&mut self.reader).take(length).read_to_end(&mut block);
        let cut = (block.len() as u64) < length;
        match read {
            Err(fault) if block.is_empty() => Found::Broken(url(&headers), fault.into()),
            _ => Found::Record(Record { headers, block, cut }),
        }
    }

    fn skip(&mut self, length: u64) -> io::Result<()> {
        io::copy(&mut (&mut self.reader).take(length), &mut io::sink()).map(|_| ())
    }

    /// Moves behind the first line of the next record; what stands before it belongs to a broken one.
    fn skip_to_record(&mut self) -> io::Result<bool> {
        loop {
            let line = line(&mut self.reader, LONGEST_LINE)?;
            if line.is_empty() {
                return Ok(false);
            }
            if line.starts_with(b"WARC/") {
                return Ok(true);
            }
        }
    }
}

fn url(headers: &Headers) -> Option<String> {
    headers.get("WARC-Target-URI").map(str::to_owned)
}
