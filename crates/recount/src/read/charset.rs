//! Decodes a page by the charset that its server or its markup names.
//!
//! In: a page. Out: its text. A name is believed only where the bytes are no UTF-8: pages that were
//! saved by a browser still name the charset they came in.

use encoding_rs::Encoding;

use super::decode::{Decoded, decode, decode_as};
use crate::model::Page;

/// Bytes in which a page names its charset; browsers look no further.
const HEAD_BYTES: usize = 4096;

/// Returns the text of a page; `None` if it is none.
pub(super) fn text(page: &Page) -> Option<Decoded> {
    let bytes = &page.bytes;
    if std::str::from_utf8(bytes).is_ok() || Encoding::for_bom(bytes).is_some() {
        return decode(bytes);
    }
    let sent = page.sent.charset.as_deref().and_then(|it| Encoding::for_label(it.as_bytes()));
    match (sent, named(bytes)) {
        (Some(charset), _) => decode_as(bytes, charset, "what its server says"),
        (None, Some(charset)) => decode_as(bytes, charset, "what the page says"),
        (None, None) => decode(bytes),
    }
}

/// `<meta charset=koi8-r>`, `content="text/html; charset=koi8-r"`, `<?xml encoding="koi8-r"?>`
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD_BYTES)]).to_ascii_lowercase();
    let xml = head.starts_with("<?xml").then(|| label_after(&head, "encoding")).flatten();
    xml.or_else(|| label_after(&head, "charset"))
}

fn label_after(head: &str, word: &str) -> Option<&'static Encoding> {
    let (_, after) = head.split_once(word)?;
    let label = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = label.find(|it: char| !(it.is_ascii_alphanumeric() || "-_".contains(it)));
    Encoding::for_label(&label.as_bytes()[..end.unwrap_or(label.len())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PageKind;

    #[test]
    fn a_page_may_name_its_charset() {
        check(b"<meta charset=\"koi8-r\">\xe4\xd7\xc1", None, "<meta charset=\"koi8-r\">Два");
        check(
            b"<?xml encoding?><meta content='text/html; charset=windows-1251'>\xc4\xe2\xe0",
            None,
            "<?xml encoding?><meta content='text/html; charset=windows-1251'>Два",
        );
        check(
            b"<?xml version='1.0' encoding='koi8-r'?><rss>\xe4\xd7\xc1",
            None,
            "<?xml version='1.0' encoding='koi8-r'?><rss>Два",
        );
    }

    #[test]
    fn what_the_server_says_goes_before_what_the_page_says() {
        check(
            b"<meta charset=latin1>\xc4\xe2\xe0",
            Some("windows-1251"),
            "<meta charset=latin1>Два",
        );
    }

    #[test]
    fn bytes_that_are_utf_8_are_that_whatever_anybody_says() {
        check("<meta charset=latin1>é".as_bytes(), Some("koi8-r"), "<meta charset=latin1>é");
    }

    #[track_caller]
    fn check(bytes: &[u8], sent: Option<&str>, expected: &str) {
        let mut page = Page::new("page", PageKind::Html, bytes);
        page.sent.charset = sent.map(str::to_owned);
        assert_eq!(text(&page).expect("it is text").text, expected);
    }
}
