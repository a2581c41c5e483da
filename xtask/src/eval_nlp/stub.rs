//! Stands in for the API of `recount-nlp` until it is there; not to be kept.
//!
//! In: a text. Out: its words by white space, with nothing said of them.
#![allow(dead_code, clippy::unused_self)]

use std::path::Path;

#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) truecase: bool,
    pub(crate) other: bool,
}

#[derive(Debug)]
pub(crate) struct Error;

impl std::fmt::Display for Error {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("the stub loads nothing")
    }
}

impl std::error::Error for Error {}

pub(crate) struct Pipeline;

impl Pipeline {
    pub(crate) fn load(_path: &Path) -> Result<Pipeline, Error> {
        Ok(Pipeline)
    }

    pub(crate) fn english() -> &'static Pipeline {
        &Pipeline
    }

    pub(crate) fn with_options(self, _options: Options) -> Pipeline {
        self
    }

    pub(crate) fn parse(&self, text: &str) -> Doc {
        let words = text.split_whitespace();
        let place = |it: &str| it.as_ptr() as usize - text.as_ptr() as usize;
        Doc(words.map(|it| (place(it), it.to_owned())).collect())
    }

    pub(crate) fn parse_many(&self, texts: &[&str]) -> Vec<Doc> {
        texts.iter().map(|it| self.parse(it)).collect()
    }
}

pub(crate) struct Doc(Vec<(usize, String)>);

impl Doc {
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn tokens(&self) -> impl Iterator<Item = Token<'_>> {
        (0..self.0.len()).map(|at| Token(self, at))
    }
}

#[derive(Clone, Copy)]
pub(crate) struct Token<'a>(&'a Doc, usize);

impl<'a> Token<'a> {
    pub(crate) fn index(&self) -> usize {
        self.1
    }
    pub(crate) fn start(&self) -> usize {
        self.0.0[self.1].0
    }
    pub(crate) fn end(&self) -> usize {
        self.start() + self.0.0[self.1].1.len()
    }
    pub(crate) fn whitespace(&self) -> &'a str {
        " "
    }
    pub(crate) fn is_sent_start(&self) -> bool {
        self.1 == 0
    }
    pub(crate) fn head(&self) -> Token<'a> {
        Token(self.0, 0)
    }
    pub(crate) fn dep(&self) -> &'a str {
        ""
    }
    pub(crate) fn tag(&self) -> &'a str {
        "NN"
    }
    pub(crate) fn pos(&self) -> &'a str {
        "NOUN"
    }
    pub(crate) fn morph(&self) -> &'a str {
        ""
    }
    pub(crate) fn lemma(&self) -> &'a str {
        &self.0.0[self.1].1
    }
    pub(crate) fn norm(&self) -> &'a str {
        &self.0.0[self.1].1
    }
    pub(crate) fn ent_iob(&self) -> &'a str {
        "O"
    }
    pub(crate) fn ent_type(&self) -> &'a str {
        ""
    }
}
