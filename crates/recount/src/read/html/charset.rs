//! Decodes a page by the charset that it names.
//!
//! In: bytes. Out: their text. A name is believed only where the bytes are no UTF-8: pages that were
//! saved by a browser still name the charset they came in.

use encoding_rs::Encoding;

use super::super::decode::{Decoded, decode, decode_as};

/// Bytes in which a page names its charset; browsers look no further.
const HEAD_BYTES: usize = 4096;

/// Returns the text of a page; `None` if it is none.
pub(super) fn text(bytes: &[u8]) -> Option<Decoded> {
    match named(bytes).filter(|_| std::str::from_utf8(bytes).is_err()) {
        Some(charset) if Encoding::for_bom(bytes).is_none() => {
            decode_as(bytes, charset, "what the page says")
        }
        _ => decode(bytes),
    }
}

/// `<meta charset=koi8-r>`, `content="text/html; charset=koi8-r"`
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD_BYTES)]).to_ascii_lowercase();
    let (_, after) = head.split_once("charset")?;
    let label = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = label.find(|it: char| !(it.is_ascii_alphanumeric() || "-_".contains(it)));
    Encoding::for_label(&label.as_bytes()[..end.unwrap_or(label.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_may_name_its_charset() {
        check(b"<meta charset=\"koi8-r\">\xe4\xd7\xc1", "<meta charset=\"koi8-r\">Два");
        check(
            b"<?xml encoding?><meta content='text/html; charset=windows-1251'>\xc4\xe2\xe0",
            "<?xml encoding?><meta content='text/html; charset=windows-1251'>Два",
        );
    }

    #[test]
    fn bytes_that_are_utf_8_are_that_whatever_the_page_says() {
        check("<meta charset=latin1>é".as_bytes(), "<meta charset=latin1>é");
    }

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(text(bytes).expect("it is text").text, expected);
    }
}
