//! Reads a line of text with the language layer: sentences, words, tags, syntax, names.
//!
//! In: a line, which is a paragraph, a headline or a caption. Out: its sentences and their words, as
//! `recount-nlp` finds them, with three things changed for the lexicons that are looked up in them.
//! Words are split at hyphens and other marks wherever they stand, so that `15-year-old` and
//! `15 years old` have words in common; typographic marks are made plain; and participles and the
//! capitalised words of headlines have the dictionary form of their verb or noun, whatever the tag.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use recount_nlp::{Doc, Options, Pipeline, Token as Parsed};

use super::Token;
use super::tokens::{forms, plain};
use crate::lexicon;

static LEMMAS: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/lemmas.tsv"));
    rows.map(|row| (row[0], row[1])).collect()
});

/// The pipeline that reads the language of the reports; English unless another is given.
#[derive(Debug, Clone, Default)]
pub struct Language(Option<Pipeline>);

/// English, with lines in capitals read as if they were not.
static ENGLISH: LazyLock<Language> = LazyLock::new(|| Language::from(Pipeline::english().clone()));

impl Language {
    fn pipeline(&self) -> &Pipeline {
        self.0.as_ref().unwrap_or_else(|| ENGLISH.0.as_ref().unwrap_or_else(Pipeline::english))
    }
}

impl From<Pipeline> for Language {
    fn from(pipeline: Pipeline) -> Self {
        let mut options = Options::default();
        options.truecase = true;
        Self(Some(pipeline.with_options(options)))
    }
}

/// The recogniser of sentences alone, which takes a twentieth of the time.
static SENTENCES: LazyLock<Pipeline> = LazyLock::new(|| {
    let mut options = Options::default();
    let all = Pipeline::english().steps().map(|(name, _)| name.to_owned());
    options.disable = all.filter(|name| name != "senter").collect();
    options.enable = vec!["senter".to_owned()];
    Pipeline::english().clone().with_options(options)
});

/// Returns the byte ranges of the sentences of `text`, for a reader to be shown: they are not in all
/// cases those that [`read`] finds.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let doc = SENTENCES.parse(line);
        let spans = doc.sents().map(|it| (it.tokens().next(), it.tokens().next_back()));
        let bytes = spans.filter_map(|(first, last)| Some(first?.start()..last?.end()));
        found.extend(bytes.map(|it| start + it.start..start + it.end));
        start += line.len() + 1;
    }
    found
}

/// A line that has been read; places are counted from its beginning.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// The words, whose heads are numbers among them.
    pub(super) tokens: Vec<Token>,
    /// The words of each sentence.
    pub(super) sentences: Vec<Range<usize>>,
    /// The names and other expressions that the language layer knows the kind of.
    pub(super) entities: Vec<(Range<usize>, String)>,
}

/// Reads `text`.
pub(super) fn read(text: &str, language: &Language) -> Line {
    let pipeline = language.pipeline();
    let doc = pipeline.parse(text);
    let mut line = Line::default();
    // The number of each parsed token's last word, which stands for it in the syntax.
    let mut last = Vec::with_capacity(doc.len());
    for parsed in doc.tokens() {
        if parsed.is_sent_start() {
            line.begin_sentence();
        }
        line.take(parsed, pipeline);
        last.push(line.tokens.len().saturating_sub(1));
    }
    line.begin_sentence();
    line.sentences.retain(|it| !it.is_empty());
    line.join(&doc, &last);
    line
}

impl Line {
    /// Ends the sentence that is open and begins the next.
    fn begin_sentence(&mut self) {
        let start = self.sentences.last().map_or(0, |it| it.end);
        self.sentences.push(start..self.tokens.len());
    }

    /// Takes over a parsed token as one word or more; white space only parts words.
    fn take(&mut self, parsed: Parsed<'_>, pipeline: &Pipeline) {
        if parsed.is_space() {
            self.tokens.iter_mut().next_back().into_iter().for_each(|it| it.space_after = true);
            return;
        }
        let forms = forms(parsed.text());
        let whole = forms.len() == 1;
        for form in &forms {
            let start = parsed.start() + form.start;
            let lower = plain(&parsed.text()[form.clone()]).to_lowercase();
            let own = if whole { Some(parsed) } else { None };
            let lemma = lemma(&lower, own, pipeline);
            self.tokens.push(Token {
                start,
                end: start + form.len(),
                capital: parsed.text()[form.start..].starts_with(char::is_uppercase),
                lower,
                lemma,
                tag: parsed.tag().to_owned(),
                pos: parsed.pos().to_owned(),
                dep: if form.end == parsed.text().len() { parsed.dep() } else { "part" }.to_owned(),
                head: 0,
                space_after: form.end == parsed.text().len() && !parsed.whitespace().is_empty(),
            });
        }
    }

    /// Says of each word what its head is, and of each entity which words it has.
    fn join(&mut self, doc: &Doc, last: &[usize]) {
        let mut word = 0;
        for parsed in doc.tokens().filter(|it| !it.is_space()) {
            let own = last[parsed.index()];
            for part in word..own {
                self.tokens[part].head = own;
            }
            self.tokens[own].head = last[parsed.head().index()];
            word = own + 1;
        }
        let first = |token: usize| token.checked_sub(1).map_or(0, |before| last[before] + 1);
        self.entities = doc
            .ents()
            .map(|it| (first(it.start())..last[it.end() - 1] + 1, it.label().to_owned()))
            .filter(|(words, _)| !words.is_empty())
            .collect();
    }
}

/// Returns the form by which the lexicons know a word; `parsed` is `None` for a part of a token.
fn lemma(lower: &str, parsed: Option<Parsed<'_>>, pipeline: &Pipeline) -> String {
    if let Some(lemma) = LEMMAS.get(lower) {
        return (*lemma).to_owned();
    }
    let reading = |pos| pipeline.dictionary_form(lower, pos).filter(|it| it != lower);
    let participle = lower.ends_with("ing") || lower.ends_with("ed");
    let other = match parsed.map(|it| it.pos()) {
        Some("ADJ" | "ADV") => reading("VERB"),
        Some("NOUN") if participle => reading("VERB"),
        // In a headline any word may be capitalised and taken for a name.
        None | Some("PROPN" | "X") => reading("NOUN").or_else(|| reading("VERB")),
        _ => None,
    };
    let own = || parsed.map_or_else(|| lower.to_owned(), |it| plain(&it.lemma().to_lowercase()));
    other.unwrap_or_else(own)
}

#[cfg(test)]
mod tests;
