//! Undoes `deflate`, which some servers send with the header of zlib and some without.
//!
//! In: bytes. Out: a reader of what they hold.

use std::io::{BufRead, Read};

use flate2::bufread::{DeflateDecoder, ZlibDecoder};

/// Returns a reader of what `bytes` hold.
pub(crate) fn reader<'r>(mut bytes: impl BufRead + 'r) -> std::io::Result<Box<dyn Read + 'r>> {
    let head = bytes.fill_buf()?;
    // The header of zlib is a multiple of 31 with the method 8.
    let zlib = matches!(head, [first, second, ..]
        if first & 0x0f == 8 && (u16::from(*first) << 8 | u16::from(*second)) % 31 == 0);
    Ok(if zlib { Box::new(ZlibDecoder::new(bytes)) } else { Box::new(DeflateDecoder::new(bytes)) })
}
