//! Header lines: `Name: value`, one or several to a name.
//!
//! In: a reader at the first line. Out: names and values up to a blank line. Names are compared whatever
//! their case; a line that begins with a space goes on with the value above it.

use std::io::{self, BufRead, Read as _};

/// Bytes of all header lines together above which they are none. Servers send 1 to 16 kB, most refuse more.
pub(crate) const MOST_BYTES: usize = 256 << 10;

/// Header lines, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Headers {
    lines: Vec<(String, String)>,
}

impl Headers {
    /// Returns the first value of `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// Returns all values of `name`.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let named = self.lines.iter().filter(move |it| it.0.eq_ignore_ascii_case(name));
        named.map(|it| it.1.as_str())
    }

    /// Adds a line.
    pub fn push(&mut self, name: &str, value: &str) {
        self.lines.push((name.to_owned(), value.to_owned()));
    }

    /// Returns all lines.
    pub fn lines(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lines.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Reads lines up to a blank one, or to the end.
    pub(crate) fn read(reader: &mut impl BufRead) -> io::Result<Self> {
        let mut headers = Self::default();
        let mut left = MOST_BYTES;
        while left > 0 {
            let line = line(reader, left)?;
            left -= line.len();
            let text = String::from_utf8_lossy(&line);
            match text.trim_end_matches(['\r', '\n']) {
                "" => return Ok(headers),
                text => headers.line(text),
            }
        }
        Err(io::Error::new(io::ErrorKind::InvalidData, "its header lines have no end"))
    }

    fn line(&mut self, text: &str) {
        let last = self.lines.last_mut().filter(|_| text.starts_with([' ', '\t']));
        if let Some((_, value)) = last {
            value.push(' ');
            value.push_str(text.trim());
        } else if let Some((name, value)) = text.split_once(':') {
            self.push(name.trim(), value.trim());
        }
    }
}

/// Reads one line with its end; at most `most` bytes of it.
pub(crate) fn line(reader: &mut impl BufRead, most: usize) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    reader.take(most as u64).read_until(b'\n', &mut line)?;
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_may_go_on_in_the_next_line() {
        let mut lines = &b"A: one\r\n two\r\nb :3\r\nno header\r\n\r\nbody"[..];
        let headers = Headers::read(&mut lines).expect("the lines end");
        let told: Vec<_> = headers.lines().collect();
        assert_eq!(told, [("A", "one two"), ("b", "3")]);
        assert_eq!((headers.get("B"), lines), (Some("3"), &b"body"[..]));
    }

    #[test]
    fn lines_without_end_are_refused() {
        let lines = "A: one\r\n".repeat(MOST_BYTES);
        assert!(Headers::read(&mut lines.as_bytes()).is_err());
    }
}
