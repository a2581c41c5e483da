//! Frames of zstd, as `.warc.zst` files hold one to a record.
//!
//! In: the bytes of the file. Out: what the frames hold, one after the other; frames that are to be skipped are.
//! A frame that is broken is an error once; the next call goes on with the frame that follows it. Frames that
//! need a dictionary are told, and not read.

use std::io::{self, BufRead, Read};

use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

use crate::members::skip_to;

/// How a frame begins.
pub(crate) const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// How a frame begins that holds none of the content; the first byte may be up to fifteen more.
const SKIPPED: [u8; 3] = [0x2a, 0x4d, 0x18];

/// Bytes of a window that are kept; RFC 9659 allows servers no more, and writers of archives take less.
pub(crate) const WINDOW: u64 = 8 << 20;

/// The content of all frames.
pub(crate) struct Frames<R> {
    reader: R,
    decoder: FrameDecoder,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Between,
    Within,
    /// After a broken frame.
    Lost,
}

impl<R: BufRead> Frames<R> {
    pub(crate) fn new(reader: R) -> Self {
        let mut decoder = FrameDecoder::new();
        decoder.set_max_window_size(WINDOW);
        Self { reader, decoder, state: State::Between }
    }

    /// Moves to the next frame; returns whether there is one.
    fn open(&mut self) -> io::Result<bool> {
        if self.state == State::Lost && !skip_to(&mut self.reader, &MAGIC)? {
            return Ok(false);
        }
        while self.state != State::Within {
            if self.reader.fill_buf()?.is_empty() {
                return Ok(false);
            }
            self.state = State::Lost;
            match self.decoder.init(&mut self.reader) {
                Ok(()) => self.state = State::Within,
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    io::copy(&mut (&mut self.reader).take(length.into()), &mut io::sink())?;
                    self.state = State::Between;
                }
                Err(FrameDecoderError::DictNotProvided { .. }) => return Err(bad(DICTIONARY)),
                Err(_) => return Err(bad(BROKEN)),
            }
        }
        Ok(true)
    }

    /// Unpacks a block, where nothing is left of the one before.
    fn unpack(&mut self) -> io::Result<()> {
        while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
            if self
                .decoder
                .decode_blocks(&mut self.reader, BlockDecodingStrategy::UptoBlocks(1))
                .is_err()
            {
                self.state = State::Lost;
                return Err(bad(BROKEN));
            }
        }
        Ok(())
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while !into.is_empty() && self.open()? {
            self.unpack()?;
            match self.decoder.read(into)? {
                0 => self.state = State::Between,
                count => return Ok(count),
            }
        }
        Ok(0)
    }
}

/// Returns whether a file that begins with `head` is of such frames.
pub(crate) fn begins(head: &[u8]) -> bool {
    head.starts_with(&MAGIC) || head.get(1..4) == Some(&SKIPPED) && head[0] & 0xf0 == 0x50
}

const BROKEN: &str = "a frame of zstd is broken";
const DICTIONARY: &str = "a frame of zstd needs a dictionary, which is not read";

fn bad(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

#[cfg(test)]
mod tests {
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};

    use super::*;

    #[test]
    fn frames_follow_one_another_and_some_are_skipped() {
        let skipped = [&[0x5d, 0x2a, 0x4d, 0x18, 3, 0, 0, 0][..], b"abc"].concat();
        check(&[skipped, frame("one "), frame("two")].concat(), "one two");
        check(&frame(&"long ".repeat(100_000)), &"long ".repeat(100_000));
    }

    #[test]
    fn a_broken_frame_does_not_end_the_file() {
        let mut broken = frame("broken");
        broken[5..].fill(0xff);
        check(
            &[frame("one "), broken, frame("two")].concat(),
            "one (a frame of zstd is broken)two",
        );
        let whole = frame("three");
        check(&whole[..whole.len() - 6], "(a frame of zstd is broken)");
    }

    fn frame(text: &str) -> Vec<u8> {
        compress_to_vec(text.as_bytes(), CompressionLevel::Fastest)
    }

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        assert!(begins(bytes));
        let (mut frames, mut found) = (Frames::new(bytes), Vec::new());
        while let Err(fault) = frames.read_to_end(&mut found) {
            found.extend_from_slice(format!("({fault})").as_bytes());
        }
        assert_eq!(String::from_utf8_lossy(&found), expected);
    }
}
