//! Reads a page saved as MHTML, with its pictures in one file (`multipart/related`).
//!
//! In: the bytes of the file. Out: the first part that is a page, as it was before it was packed for
//! mail. Pictures and styles are passed over.

use crate::Fault;
use crate::headers::Headers;
use crate::mime::MediaType;

/// The page in such a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The address that it was saved from.
    pub url: Option<String>,
    /// The charset that its part names.
    pub charset: Option<String>,
    /// The page.
    pub bytes: Vec<u8>,
}

/// Returns the page that a file holds.
///
/// # Errors
/// If it holds none.
pub fn page_of_mhtml(file: &[u8]) -> Result<Part, Fault> {
    let mut rest = file;
    let headers = Headers::read(&mut rest)?;
    let whole = headers.get("Content-Type").and_then(MediaType::parse);
    let saved = headers.get("Snapshot-Content-Location").map(str::to_owned);
    let parts: Vec<&[u8]> = match whole.as_ref().and_then(|it| it.boundary.as_deref()) {
        Some(boundary) => parts(rest, &format!("--{boundary}")),
        None if whole.is_some() => vec![file],
        None => return Err(Fault::Broken("no header lines say that it is a saved page")),
    };
    let mut pages = parts.into_iter().filter_map(page);
    let mut found = pages.next().ok_or(Fault::Broken("no part of it is a page"))?;
    found.url = saved.or(found.url);
    Ok(found)
}

/// Returns what stands between the lines that part a body.
fn parts<'b>(body: &'b [u8], mark: &str) -> Vec<&'b [u8]> {
    let mut parts = Vec::new();
    let (mut start, mut place) = (None, 0);
    for line in body.split_inclusive(|it| *it == b'\n') {
        let trimmed = line.trim_ascii_end();
        if trimmed.starts_with(mark.as_bytes()) && trimmed.len() <= mark.len() + 2 {
            parts.extend(start.map(|it| &body[it..place]));
            start = Some(place + line.len());
        }
        place += line.len();
    }
    // A file that breaks off has no last mark.
    parts.extend(start.map(|it| &body[it..]).filter(|it| it.len() > 4));
    parts
}

fn page(part: &[u8]) -> Option<Part> {
    let mut rest = part;
    let headers = Headers::read(&mut rest).ok()?;
    let kind = headers.get("Content-Type").and_then(MediaType::parse)?;
    if !matches!(kind.essence.as_str(), "text/html" | "application/xhtml+xml") {
        return None;
    }
    let encoding = headers.get("Content-Transfer-Encoding").unwrap_or_default();
    let bytes = match encoding.to_ascii_lowercase().as_str() {
        "quoted-printable" => from_quoted_printable(rest),
        "base64" => from_base64(rest),
        _ => rest.to_vec(),
    };
    Some(Part {
        url: headers.get("Content-Location").map(str::to_owned),
        charset: kind.charset,
        bytes,
    })
}

/// `=E2=80=99`, and `=` at the end of a line that goes on.
fn from_quoted_printable(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).and_then(|it| std::str::from_utf8(it).ok());
        let byte = hex.and_then(|it| u8::from_str_radix(it, 16).ok());
        (rest, _) = match (first, byte, after) {
            (b'=', Some(byte), _) => (&after[2..], bytes.push(byte)),
            (b'=', _, [b'\r', b'\n', after @ ..] | [b'\n', after @ ..]) => (after, ()),
            (first, ..) => (after, bytes.push(*first)),
        };
    }
    bytes
}

/// Signs that are none of the 64 are passed over.
fn from_base64(text: &[u8]) -> Vec<u8> {
    let digits = text.iter().take_while(|it| **it != b'=').filter_map(|it| digit(*it));
    let (mut bytes, mut held, mut bits) = (Vec::with_capacity(text.len() / 4 * 3), 0u32, 0);
    for digit in digits {
        held = held << 6 | u32::from(digit);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits & 0xff) as u8);
        }
    }
    bytes
}

fn digit(sign: u8) -> Option<u8> {
    Some(match sign {
        b'A'..=b'Z' => sign - b'A',
        b'a'..=b'z' => sign - b'a' + 26,
        b'0'..=b'9' => sign - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAVED: &str = "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://herald.example/mill\r\n\
        Content-Type: multipart/related;\r\n\ttype=\"text/html\"; boundary=\"--x--\"\r\n\r\n\
        ----x--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n\
        ----x--\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\
        Content-Location: cid:1\r\n\r\n<p class=3D\"a\">It=E2=80=99s =\r\nover\r\n----x----\r\n";

    #[test]
    fn the_page_is_found_among_its_pictures() {
        let part = page_of_mhtml(SAVED.as_bytes()).expect("it holds a page");
        assert_eq!(part.url.as_deref(), Some("https://herald.example/mill"));
        assert_eq!(part.charset.as_deref(), Some("utf-8"));
        assert_eq!(String::from_utf8_lossy(&part.bytes), "<p class=\"a\">It’s over\r\n");
    }

    #[test]
    fn a_file_that_breaks_off_gives_what_there_is() {
        let cut = &SAVED[..SAVED.len() - 20];
        assert!(page_of_mhtml(cut.as_bytes()).is_ok());
        assert!(page_of_mhtml(&SAVED.as_bytes()[..200]).is_err());
        assert!(page_of_mhtml(b"<html>").is_err());
    }

    #[test]
    fn base64_is_undone() {
        assert_eq!(from_base64(b"PHA+VHdv\r\nIGh1cnQ=\r\n"), b"<p>Two hurt");
    }
}
