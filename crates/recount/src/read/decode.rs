//! Decodes the bytes of a page.
//!
//! In: bytes as they were found. Out: their text, with a note wherever a byte may have changed. UTF-8
//! comes out byte for byte but for a byte-order mark; nothing that is not text is made into text.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes looked at to tell UTF-16 and binary files; a header of either is much shorter.
const SAMPLE_BYTES: usize = 4096;

/// Share of control characters above which a file that is not UTF-8 is binary.
///
/// Text in any one-byte charset has none but tabs and line ends; images, archives and programs have
/// 10 % and more in their first 4 kB. To measure again: run `recount read` on `/usr/bin` and count.
const CONTROL_SHARE: f64 = 0.02;

/// A text and what was noted on the way to it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) note: Option<String>,
}

/// Decodes `bytes`; `None` if they are no text.
pub(super) fn decode(bytes: &[u8]) -> Option<Decoded> {
    if let Some((charset, mark)) = Encoding::for_bom(bytes) {
        return foreign(&bytes[mark..], charset, "a byte-order mark");
    }
    if let Some(charset) = utf_16_by_zeros(bytes) {
        return foreign(bytes, charset, "its zero bytes");
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if !is_binary(bytes) => Some(Decoded { text: text.to_owned(), note: None }),
        Err(_) if !is_binary(bytes) => foreign(bytes, WINDOWS_1252, "not being valid UTF-8"),
        _ => None,
    }
}

/// Decodes `bytes` as `charset`, as `sign` tells; `None` if they are no text.
pub(super) fn decode_as(bytes: &[u8], charset: &'static Encoding, sign: &str) -> Option<Decoded> {
    if is_binary(bytes) { None } else { foreign(bytes, charset, sign) }
}

fn foreign(bytes: &[u8], charset: &'static Encoding, sign: &str) -> Option<Decoded> {
    let (text, broken) = charset.decode_without_bom_handling(bytes);
    if is_binary(&text.as_bytes()[..text.len().min(SAMPLE_BYTES)]) {
        return None;
    }
    let lost = if broken { "; some bytes could not be decoded" } else { "" };
    let plain = charset == encoding_rs::UTF_8 && !broken;
    let note = format!("decoded as {} by {sign}{lost}", charset.name().to_lowercase());
    Some(Decoded { text: text.into_owned(), note: (!plain).then_some(note) })
}

/// Tells UTF-16 without a mark: in Western text every other byte is zero.
fn utf_16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE_BYTES) & !1];
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|it| **it == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    let mostly = |count: usize| count * 10 > pairs * 7;
    match () {
        () if pairs < 2 => None,
        () if mostly(odd) && even * 10 < pairs => Some(UTF_16LE),
        () if mostly(even) && odd * 10 < pairs => Some(UTF_16BE),
        () => None,
    }
}

fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    let control = |it: &&u8| **it < 0x20 && !matches!(**it, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    let controls = sample.iter().filter(control).count();
    sample.contains(&0) || controls as f64 > CONTROL_SHARE * sample.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_8_stays_as_it_is() {
        check("Zürich – drei Verletzte".as_bytes(), "Zürich – drei Verletzte");
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        check(b"\xEF\xBB\xBFTwo hurt", "Two hurt");
    }

    #[test]
    fn utf_16_is_told_by_its_mark_or_its_zeros() {
        let note = " [decoded as utf-16le by ";
        check(b"\xFF\xFET\0w\0o\0", &format!("Two{note}a byte-order mark]"));
        check(b"T\0w\0o\0 \0h\0", &format!("Two h{note}its zero bytes]"));
        check(b"\0T\0w\0o", "Two [decoded as utf-16be by its zero bytes]");
    }

    #[test]
    fn bytes_that_are_no_utf_8_are_windows_1252_and_noted() {
        let note = "[decoded as windows-1252 by not being valid UTF-8]";
        check(b"the \x93siege\x94 caf\xe9", &format!("the \u{201c}siege\u{201d} café {note}"));
    }

    #[test]
    fn a_picture_is_no_text() {
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "-");
        check(&[1, 2, 3, 4, 0xff, 0xfe, 5, 6], "-");
    }

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let shown = |it: Decoded| match it.note {
            Some(note) => format!("{} [{note}]", it.text),
            None => it.text,
        };
        assert_eq!(decode(bytes).map_or("-".to_owned(), shown), expected);
    }
}
