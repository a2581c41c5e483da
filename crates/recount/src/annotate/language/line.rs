//! Turns a parsed line into words and sentences.
//!
//! In: a line of text. Out: a [`Line`]. Words are split at hyphens and other marks wherever they
//! stand, so that `15-year-old` and `15 years old` have words in common, and typographic marks are
//! made plain. The last part of a token stands for it in the syntax; the parts before hang on it.

use std::ops::Range;

use recount_nlp::{Doc, Pipeline, Token as Parsed};

use super::super::Token;
use super::super::tokens::{forms, plain};
use super::Language;
use super::lemma::lemma;

/// The label of the arc from a part of a token to its last part; the treebanks have none.
const PART: &str = "part";

/// A line that has been read; places are counted from its beginning.
#[derive(Debug, Default)]
pub(in super::super) struct Line {
    /// The words, whose heads are numbers among them.
    pub(in super::super) tokens: Vec<Token>,
    /// The words of each sentence; none is empty.
    pub(in super::super) sentences: Vec<Range<usize>>,
    /// The words of each entity, and its kind.
    pub(in super::super) entities: Vec<(Range<usize>, String)>,
}

/// Reads `text`.
pub(in super::super) fn read(text: &str, language: &Language) -> Line {
    let doc = language.pipeline().parse(text);
    let mut line = Line::default();
    let words = doc.tokens().map(|it| line.take(it, language.pipeline())).collect::<Vec<_>>();
    for token in doc.tokens() {
        line.hang(&words[token.index()], &words[token.head().index()]);
    }
    let covered = |first: usize, end: usize| words[first].start..words[end - 1].end;
    let sentences = doc.sents().map(|it| covered(it.start(), it.end()));
    line.sentences = sentences.filter(|it| !it.is_empty()).collect();
    line.entities = entities(&doc, covered);
    line
}

fn entities(
    doc: &Doc,
    covered: impl Fn(usize, usize) -> Range<usize>,
) -> Vec<(Range<usize>, String)> {
    let all = doc.ents().map(|it| (covered(it.start(), it.end()), it.label().to_owned()));
    all.filter(|(words, _)| !words.is_empty()).collect()
}

impl Line {
    /// Takes over a token as one word or more, and returns which; white space only parts words.
    fn take(&mut self, parsed: Parsed<'_>, pipeline: &Pipeline) -> Range<usize> {
        let first = self.tokens.len();
        if parsed.is_space() {
            if let Some(word) = self.tokens.last_mut() {
                word.space_after = true;
            }
            return first..first;
        }
        let forms = forms(parsed.text());
        let whole = (forms.len() == 1).then_some(parsed);
        for form in forms {
            let ends = form.end == parsed.text().len();
            let printed = &parsed.text()[form.clone()];
            let lower = plain(printed).to_lowercase();
            self.tokens.push(Token {
                start: parsed.start() + form.start,
                end: parsed.start() + form.end,
                lemma: lemma(&lower, whole, pipeline),
                lower,
                tag: parsed.tag().to_owned(),
                pos: parsed.pos().to_owned(),
                head: 0,
                dep: if ends { parsed.dep() } else { PART }.to_owned(),
                capital: printed.starts_with(char::is_uppercase),
                space_after: ends && !parsed.whitespace().is_empty(),
            });
        }
        first..self.tokens.len()
    }

    /// Hangs the words of a token on those of its head.
    fn hang(&mut self, words: &Range<usize>, head: &Range<usize>) {
        let Some((last, parts)) = self.tokens[words.clone()].split_last_mut() else { return };
        parts.iter_mut().for_each(|it| it.head = words.end - 1);
        // White space has no words; what would hang on it is a root.
        last.head = if head.is_empty() { words.end } else { head.end } - 1;
    }
}
