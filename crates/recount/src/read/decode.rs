//! Decodes the bytes of a page.
//!
//! In: bytes as they were found. Out: their text, mended, with a note wherever a letter may have changed.
//! UTF-8 comes out byte for byte but for what [`mend`] does; nothing that is not text is made into text.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use super::mend::mend;

/// Bytes looked at to tell UTF-16 and binary files; a header of either is much shorter.
const SAMPLE_BYTES: usize = 4096;

/// Share of control characters above which a file that is not UTF-8 is binary.
///
/// Text in any one-byte charset has none but tabs and line ends; images, archives and programs have
/// 10 % and more in their first 4 kB. To measure again: run `recount read` on `/usr/bin` and count.
const CONTROL_SHARE: f64 = 0.02;

/// Bytes that a charset is guessed by; some ten thousand letters settle it.
const GUESSED_BYTES: usize = 64 << 10;

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
        Ok(text) if !is_binary(bytes) => Some(mended(text.to_owned(), None)),
        Err(_) if !is_binary(bytes) => foreign(bytes, guessed(bytes), "its letters"),
        _ => None,
    }
}

/// Guesses the charset by which letters stand beside which, as browsers do.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(GUESSED_BYTES)], true);
    detector.guess(None, Utf8Detection::Deny)
}

fn mended(text: String, note: Option<String>) -> Decoded {
    let mended = mend(text);
    let notes: Vec<_> = note.into_iter().chain(mended.note).collect();
    Decoded { text: mended.text, note: (!notes.is_empty()).then(|| notes.join("; ")) }
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
    Some(mended(text.into_owned(), (!plain).then_some(note)))
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
    fn the_charset_of_other_bytes_is_guessed_and_noted() {
        let note = |charset| format!("[decoded as {charset} by its letters]");
        let western = b"the \x93siege\x94 in the caf\xe9";
        check(western, &format!("the “siege” in the café {}", note("windows-1252")));
        let russian = b"\xd0\xe0\xed\xe5\xed\xfb \xf2\xf0\xee\xe5 \xf0\xe0\xe1\xee\xf7\xe8\xf5";
        check(russian, &format!("Ранены трое рабочих {}", note("windows-1251")));
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
