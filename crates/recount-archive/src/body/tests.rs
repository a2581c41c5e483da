//! Bodies as servers send them, and as nobody should. All of them are made here.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};

use super::*;

/// `<p>Two hurt</p>` by brotli and by zstd, made with the tools of that name.
const BROTLI: &[u8] = &[
    0x0b, 0x07, 0x80, 0x3c, 0x70, 0x3e, 0x54, 0x77, 0x6f, 0x20, 0x68, 0x75, 0x72, 0x74, 0x3c, 0x2f,
    0x70, 0x3e, 0x03,
];
const ZSTD: &[u8] = &[
    0x28, 0xb5, 0x2f, 0xfd, 0x20, 0x0f, 0x79, 0x00, 0x00, 0x3c, 0x70, 0x3e, 0x54, 0x77, 0x6f, 0x20,
    0x68, 0x75, 0x72, 0x74, 0x3c, 0x2f, 0x70, 0x3e,
];
/// The same by gzip, and that by brotli.
const GZIP_IN_BROTLI: &[u8] = &[
    0x0b, 0x11, 0x80, 0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xb3, 0x29, 0xb0,
    0x0b, 0x29, 0xcf, 0x57, 0xc8, 0x28, 0x2d, 0x2a, 0xb1, 0xd1, 0x2f, 0xb0, 0x03, 0x00, 0x8b, 0x2e,
    0x5c, 0x93, 0x0f, 0x00, 0x00, 0x00, 0x03,
];
const PAGE: &str = "<p>Two hurt</p>";

#[test]
fn every_encoding_of_servers_is_undone() {
    check("", PAGE.as_bytes(), PAGE);
    check("content gzip", &gzip(PAGE.as_bytes()), PAGE);
    check("content deflate", &zlib(PAGE.as_bytes()), PAGE);
    check("content deflate", &deflate(PAGE.as_bytes()), PAGE);
    check("content br", BROTLI, PAGE);
    check("content zstd", ZSTD, PAGE);
    check("content gzip, br", GZIP_IN_BROTLI, PAGE);
    check("content gzip, transfer chunked", &chunked(&gzip(PAGE.as_bytes())), PAGE);
}

#[test]
fn what_was_undone_before_is_not_undone_again() {
    for name in ["gzip", "deflate", "br", "zstd"] {
        check(&format!("content {name}"), PAGE.as_bytes(), PAGE);
    }
    check("transfer chunked", PAGE.as_bytes(), PAGE);
}

#[test]
fn chunks_may_have_names_and_a_tail() {
    check("transfer chunked", b"3;a=b\r\n<p>\r\nC\r\nTwo hurt</p>\r\n0\r\nA: b\r\n\r\n", PAGE);
}

#[test]
fn a_body_that_breaks_off_gives_what_came_before() {
    check("transfer chunked", b"3\r\n<p>\r\nC\r\nTwo", "<p>Two (cut)");
    let packed = gzip(&PAGE.repeat(1000).into_bytes());
    let body = decoded(&packed[..packed.len() - 12], &headers("content gzip"), 1 << 20);
    assert!(body.is_ok_and(|it| it.cut && !it.bytes.is_empty()));
}

#[test]
fn unknown_encodings_are_refused() {
    check("content compress", PAGE.as_bytes(), "it is encoded as compress, which is not read");
    check(
        "content gzip, gzip, gzip, gzip, gzip",
        b"",
        "it is encoded as gzip, gzip, gzip, gzip, gzip, which is not read",
    );
}

#[test]
fn bombs_stop_at_the_limit() {
    let zeros = vec![0; 64 << 20];
    let once = gzip(&zeros);
    check("content gzip", &once, "it is longer than 1 MiB");
    check("content gzip, gzip", &gzip(&once), "it is longer than 1 MiB");
    check("content deflate", &zlib(&zeros), "it is longer than 1 MiB");
    check("content br", &brotli_bomb(), "it is longer than 1 MiB");
    check("content zstd", &zstd_bomb(), "it is longer than 1 MiB");
}

#[test]
fn chunks_without_end_stop_at_the_limit() {
    let endless = std::iter::repeat_n(b"8\r\n01234567\r\n".as_slice(), 1 << 18).flatten().copied();
    check("transfer chunked", &endless.collect::<Vec<_>>(), "it is longer than 1 MiB");
    check("transfer chunked", b"ffffffffffffffff\r\nabc", "abc (cut)");
    check("transfer chunked", b"fffffffffffffffff\r\nabc", "fffffffffffffffff\r\nabc");
}

#[test]
fn a_window_larger_than_servers_may_ask_for_is_refused() {
    // A frame header that asks for 1 GiB.
    let frame = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 20 << 3, 1, 0, 0];
    check("content zstd", &frame, "its zstd frame cannot be read");
}

#[track_caller]
fn check(encodings: &str, sent: &[u8], expected: &str) {
    let shown = match decoded(sent, &headers(encodings), 1 << 20) {
        Ok(body) => {
            let cut = if body.cut { " (cut)" } else { "" };
            format!("{}{cut}", String::from_utf8_lossy(&body.bytes))
        }
        Err(fault) => fault.to_string(),
    };
    assert_eq!(shown, expected, "{encodings}");
}

/// `content gzip, transfer chunked`
fn headers(encodings: &str) -> Headers {
    let mut headers = Headers::default();
    let mut name = "Content-Encoding";
    for part in encodings.split([',', ' ']).filter(|it| !it.is_empty()) {
        match part {
            "content" => name = "Content-Encoding",
            "transfer" => name = "Transfer-Encoding",
            encoding => headers.push(name, encoding),
        }
    }
    headers
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

fn chunked(bytes: &[u8]) -> Vec<u8> {
    let chunks = bytes
        .chunks(7)
        .flat_map(|it| [format!("{:x}\r\n", it.len()).as_bytes(), it, b"\r\n"].concat());
    chunks.chain(*b"0\r\n\r\n").collect()
}

/// 64 MiB of zeros as Node.js packs them: `zlib.brotliCompressSync(Buffer.alloc(64 << 20))`.
fn brotli_bomb() -> Vec<u8> {
    include_bytes!("../../tests/data/zeros.br").to_vec()
}

/// A block of one byte that is repeated 128 KiB, as often as it takes.
fn zstd_bomb() -> Vec<u8> {
    let head = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38];
    let block = (128u32 << 10) << 3 | 1 << 1;
    let blocks = (0..512).flat_map(|_| [&block.to_le_bytes()[..3], &[0]].concat());
    head.into_iter().chain(blocks).chain([1, 0, 0]).collect()
}
