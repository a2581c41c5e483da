//! Reads patterns in the syntax of Python's `re`.
//!
//! In: the text of a pattern. Out: a [`Parsed`] tree and its classes. What we do not know (back
//! references, possessive repeats, flags other than `i` and `u`) is an error, never guessed at.

use std::collections::HashMap;

use super::class::{Class, Kind};
use super::node::{Item, Node, Place};
use super::set::kind;
use crate::chars::fold;

/// A pattern as it was written.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) node: Node,
    pub(super) classes: Vec<Class>,
    /// Whether case is ignored.
    pub(super) fold: bool,
}

/// Reads `source`, or says what in it is not understood.
pub(super) fn parse(source: &str) -> Result<Parsed, String> {
    let mut parser =
        Parser { rest: source, fold: false, classes: Vec::new(), known: HashMap::new(), depth: 0 };
    parser.flags()?;
    let node = parser.either()?;
    if parser.rest.is_empty() {
        Ok(Parsed { node, classes: parser.classes, fold: parser.fold })
    } else {
        Err(parser.unexpected())
    }
}

/// Deepest nesting of groups; the patterns of spaCy stay below ten.
const MAX_DEPTH: usize = 100;

/// What is left of a pattern, and what it has been found to hold.
pub(super) struct Parser<'a> {
    pub(super) rest: &'a str,
    fold: bool,
    pub(super) classes: Vec<Class>,
    /// Classes by their text: French patterns write out the same alphabet a thousand times.
    pub(super) known: HashMap<&'a str, usize>,
    depth: usize,
}

impl<'a> Parser<'a> {
    pub(super) fn unexpected(&self) -> String {
        format!("unexpected {:?}", self.rest.chars().take(20).collect::<String>())
    }

    pub(super) fn eat(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    pub(super) fn next(&mut self) -> Result<char, String> {
        let c = self.rest.chars().next().ok_or("the pattern ends too early")?;
        self.rest = &self.rest[c.len_utf8()..];
        Ok(c)
    }

    fn flags(&mut self) -> Result<(), String> {
        let Some(end) = self.rest.find(')') else { return Ok(()) };
        let flags = self.rest[..end].strip_prefix("(?").unwrap_or_default();
        if flags.is_empty() || !flags.chars().all(|c| c.is_ascii_lowercase()) {
            return Ok(());
        }
        if let Some(other) = flags.chars().find(|c| !"iu".contains(*c)) {
            return Err(format!("unknown flag {other:?}"));
        }
        self.fold = flags.contains('i');
        self.rest = &self.rest[end + 1..];
        Ok(())
    }

    fn either(&mut self) -> Result<Node, String> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err("too many groups within groups".to_owned());
        }
        let mut branches = vec![self.row()?];
        while self.eat("|") {
            branches.push(self.row()?);
        }
        self.depth -= 1;
        let only = if branches.len() == 1 { branches.pop() } else { None };
        Ok(only.unwrap_or(Node::Either(branches)))
    }

    fn row(&mut self) -> Result<Node, String> {
        let mut nodes = Vec::new();
        while !self.rest.is_empty() && !self.rest.starts_with(['|', ')']) {
            let node = self.atom()?;
            nodes.push(self.repeated(node)?);
        }
        let only = if nodes.len() == 1 { nodes.pop() } else { None };
        Ok(only.unwrap_or(Node::Row(nodes)))
    }

    fn atom(&mut self) -> Result<Node, String> {
        Ok(match self.next()? {
            '^' => Node::At(Place::Start),
            '$' => Node::At(Place::End),
            '.' => self.class(vec![('\n', '\n')], vec![], true),
            '[' => self.set()?,
            '(' => self.group()?,
            '\\' => self.escape()?,
            c @ ('*' | '+' | '?') => return Err(format!("nothing for {c:?} to repeat")),
            c => self.one(c),
        })
    }

    fn one(&self, c: char) -> Node {
        Node::One(Item::Char(if self.fold { fold(c) } else { c }))
    }

    pub(super) fn class(
        &mut self,
        ranges: Vec<(char, char)>,
        kinds: Vec<(Kind, bool)>,
        negated: bool,
    ) -> Node {
        self.classes.push(Class::new(ranges, kinds, negated, self.fold));
        Node::One(Item::Class(self.classes.len() - 1))
    }

    fn repeated(&mut self, body: Node) -> Result<Node, String> {
        let Some((least, most)) = self.times()? else { return Ok(body) };
        let greedy = !self.eat("?");
        if self.rest.starts_with(['+', '*', '?']) || self.times()?.is_some() {
            return Err("a repeat of a repeat".to_owned());
        }
        if body.may_be_empty() {
            return Err("a repeat of what may be empty".to_owned());
        }
        Ok(Node::Repeat { body: Box::new(body), least, most, greedy })
    }

    fn times(&mut self) -> Result<Option<(u32, Option<u32>)>, String> {
        let (least, most) = match self.rest.chars().next() {
            Some('?') => (0, Some(1)),
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('{') => return self.counted(),
            _ => return Ok(None),
        };
        self.rest = &self.rest[1..];
        Ok(Some((least, most)))
    }

    /// Reads `{2,5}` and the like; braces around anything else stand for themselves.
    fn counted(&mut self) -> Result<Option<(u32, Option<u32>)>, String> {
        let Some(end) = self.rest.find('}') else { return Ok(None) };
        let inner = &self.rest[1..end];
        if inner.is_empty()
            || !inner.chars().all(|c| c.is_ascii_digit() || c == ',')
            || inner.matches(',').count() > 1
        {
            return Ok(None);
        }
        let (least, most) = inner.split_once(',').unwrap_or((inner, inner));
        let number = |text: &str| text.parse::<u32>().ok().filter(|it| *it <= 1000);
        let least = if least.is_empty() { Some(0) } else { number(least) };
        let most = if most.is_empty() { Some(None) } else { number(most).map(Some) };
        let (Some(least), Some(most)) = (least, most) else {
            return Err("a repeat of over 1000".to_owned());
        };
        self.rest = &self.rest[end + 1..];
        Ok(Some((least, most)))
    }

    fn group(&mut self) -> Result<Node, String> {
        let look =
            [("?=", true, false), ("?!", true, true), ("?<=", false, false), ("?<!", false, true)];
        let look = look.into_iter().find(|(sign, ..)| self.eat(sign));
        if look.is_none() && !self.eat("?:") && self.rest.starts_with(['?', '*']) {
            return Err(self.unexpected());
        }
        let body = self.either()?;
        if !self.eat(")") {
            return Err(self.unexpected());
        }
        Ok(match look {
            Some((_, ahead, negative)) => Node::Look { ahead, negative, body: Box::new(body) },
            None => body,
        })
    }

    fn escape(&mut self) -> Result<Node, String> {
        let c = self.next()?;
        if let Some(kind) = kind(c) {
            return Ok(self.class(vec![], vec![kind], false));
        }
        Ok(match c {
            'A' => Node::At(Place::Start),
            'Z' => Node::At(Place::VeryEnd),
            'b' => Node::At(Place::WordEdge),
            'B' => Node::At(Place::NoWordEdge),
            c => {
                let c = self.escaped(c)?;
                self.one(c)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn what_python_knows_and_we_do_not_is_refused() {
        for pattern in [
            r"(a)\1",
            "(?P=x)",
            "(?m)^a",
            "a++",
            "(?>a)",
            "(?(1)a|b)",
            "(a*)*",
            "a{2000}",
            r"\q",
            r"\N{DASH}",
            "(",
            ")",
            "[a",
            "*a",
            "[z-a]",
            "(?i:a)",
            r"[\w-z]",
        ] {
            assert!(parse(pattern).is_err(), "{pattern}");
        }
    }

    #[test]
    fn odd_braces_and_brackets_stand_for_themselves() {
        for pattern in [
            "a{", "a{}", "a{x}", "{", "]", "[]a]", "[^]a]", "[[a]", "[a-]", "[-a]", "a{,3}",
            r"[\b]", r"\-",
        ] {
            assert!(parse(pattern).is_ok(), "{pattern}");
        }
    }
}
