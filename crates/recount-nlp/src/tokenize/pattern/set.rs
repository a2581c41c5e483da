//! Reads escapes such as `\u00e9` and sets such as `[a-z\d_]` in patterns.
//!
//! In: a [`Parser`] that stands behind the `\` or `[`. Out: a character or a class. Within a set,
//! `[`, `&&` and `--` have no meaning of their own in Python.

use super::class::Kind;
use super::node::{Item, Node};
use super::parse::Parser;

impl Parser<'_> {
    /// Reads the rest of an escape that stands for one character; `c` is what follows the `\`.
    pub(super) fn escaped(&mut self, c: char) -> Result<char, String> {
        Ok(match c {
            'a' => '\x07',
            'f' => '\x0c',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\x0b',
            'x' => self.code(2)?,
            'u' => self.code(4)?,
            'U' => self.code(8)?,
            c if c.is_ascii_alphanumeric() => return Err(format!("unknown escape {c:?}")),
            c => c,
        })
    }

    fn code(&mut self, digits: usize) -> Result<char, String> {
        let code = self.rest.get(..digits).and_then(|it| u32::from_str_radix(it, 16).ok());
        let c = code.and_then(char::from_u32).ok_or_else(|| self.unexpected())?;
        self.rest = &self.rest[digits..];
        Ok(c)
    }

    /// Reads a set; its `[` has been read.
    pub(super) fn set(&mut self) -> Result<Node, String> {
        let source = set_source(self.rest).ok_or("a set without an end")?;
        if let Some(class) = self.known.get(source) {
            self.rest = &self.rest[source.len()..];
            return Ok(Node::One(Item::Class(*class)));
        }
        let negated = self.eat("^");
        let (mut ranges, mut kinds) = (Vec::new(), Vec::new());
        let mut first = true;
        while first || !self.eat("]") {
            first = false;
            self.set_member(&mut ranges, &mut kinds)?;
        }
        self.known.insert(source, self.classes.len());
        Ok(self.class(ranges, kinds, negated))
    }

    fn set_member(
        &mut self,
        ranges: &mut Vec<(char, char)>,
        kinds: &mut Vec<(Kind, bool)>,
    ) -> Result<(), String> {
        let start = match self.set_char()? {
            Ok(c) => c,
            Err(kind) => {
                kinds.push(kind);
                if self.rest.starts_with('-') && !self.rest.starts_with("-]") {
                    return Err("a range with a bad start".to_owned());
                }
                return Ok(());
            }
        };
        if !self.rest.starts_with('-') || self.rest.starts_with("-]") {
            ranges.push((start, start));
            return Ok(());
        }
        self.rest = &self.rest[1..];
        match self.set_char()? {
            Ok(end) if start <= end => ranges.push((start, end)),
            _ => return Err("a range with a bad end".to_owned()),
        }
        Ok(())
    }

    fn set_char(&mut self) -> Result<Result<char, (Kind, bool)>, String> {
        let c = self.next()?;
        if c != '\\' {
            return Ok(Ok(c));
        }
        let c = self.next()?;
        Ok(match kind(c) {
            Some(kind) => Err(kind),
            None if c == 'b' => Ok('\x08'),
            None => Ok(self.escaped(c)?),
        })
    }
}

/// Returns the kind of character that `\` and `c` stand for, and whether it is not negated.
pub(super) fn kind(c: char) -> Option<(Kind, bool)> {
    let kind = match c {
        'd' | 'D' => Kind::Digit,
        's' | 'S' => Kind::Space,
        'w' | 'W' => Kind::Word,
        _ => return None,
    };
    Some((kind, c.is_ascii_lowercase()))
}

/// Returns the text of a set up to and with its `]`, which stands for itself if it comes first.
fn set_source(rest: &str) -> Option<&str> {
    let bytes = rest.as_bytes();
    let mut at = usize::from(bytes.first() == Some(&b'^'));
    at += usize::from(bytes.get(at) == Some(&b']'));
    loop {
        match bytes.get(at)? {
            b'\\' => at += 2,
            b']' => return rest.get(..=at),
            _ => at += 1,
        }
    }
}
