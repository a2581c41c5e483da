//! Runs the steps of a model over texts.
//!
//! In: a [`Model`] and texts. Out: a [`Doc`] for each. A pipeline never changes once it is made, and may
//! be used by many threads at once; what a text gives depends on nothing but the text.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::doc::{Doc, Word};
use crate::error::Error;
use crate::lexeme::Lexicon;
use crate::model::{Model, Origin};
use crate::steps::Step;
use crate::tokenize::Tokenizer;
use crate::{check, compact, package, truecase};

/// Tokens that are parsed as one text. A longer one is cut, so that memory is bounded: 147 MB for
/// 236,000 tokens on one thread (`eval/nlp.md`); spaCy refuses texts of more than a million characters, some 200,000 tokens.
const LONGEST: usize = 1 << 16;

/// A model, ready to parse.
///
/// It is cheap to clone: clones share all but the options.
#[derive(Debug, Clone)]
pub struct Pipeline {
    model: Arc<Packed>,
    options: Options,
}

/// What a [`Pipeline`] is to do other than its package says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Steps to leave out, by the names that [`Pipeline::steps`] gives.
    pub disable: Vec<String>,
    /// Steps to run though the package leaves them out, as `senter`.
    pub enable: Vec<String>,
    /// Whether lines that are all in capitals are parsed as if they were not. Tokens keep the text as
    /// it stands; what is found of them, lemmas included, is that of the other. English only: text of
    /// other languages is parsed as it is.
    pub truecase: bool,
}

/// The tables and packed weights that clones of a pipeline share.
#[derive(Debug)]
struct Packed {
    origin: Origin,
    tokenizer: Tokenizer,
    lexicon: Lexicon,
    steps: Vec<Step>,
}

impl Pipeline {
    /// Loads the model at `path`: a spaCy package, unpacked or as a wheel, or a compact file of ours.
    ///
    /// # Errors
    /// If there is no model, or it is malformed, or asks for what this crate cannot do; transformers
    /// are an example. A model that loads gives what spaCy gives.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let compact = path.is_file().then(|| compact::read(path)).transpose()?.flatten();
        Self::new(compact.map_or_else(|| package::read(path), Ok)?)
    }

    /// Returns the English pipeline that is compiled in: `en_core_web_sm` 3.8, in half precision.
    ///
    /// It is unpacked when it is first asked for, which takes some tens of milliseconds.
    #[cfg(feature = "english")]
    #[must_use]
    pub fn english() -> &'static Self {
        static ENGLISH: std::sync::LazyLock<Pipeline> = std::sync::LazyLock::new(|| {
            let model = compact::from_bytes(include_bytes!("../models/en.bin"));
            // The tests parse with it, so that a file that is not whole never gets this far.
            model.and_then(Pipeline::new).expect("the model that is compiled in is whole")
        });
        &ENGLISH
    }

    pub(crate) fn new(model: Model) -> Result<Self, Error> {
        check::check(&model)?;
        let vectors = model.vectors.map(Arc::new);
        let steps = model.components.into_iter().map(|it| Step::new(it, vectors.as_ref()));
        let packed = Packed {
            steps: steps.collect::<Result<_, _>>()?,
            origin: model.origin,
            tokenizer: Tokenizer::new(model.tokenizer)?,
            lexicon: Lexicon::new(model.norms),
        };
        Ok(Self { model: Arc::new(packed), options: Options::default() })
    }

    /// Returns the same model with other options.
    #[must_use]
    pub fn with_options(self, options: Options) -> Self {
        Self { options, ..self }
    }

    /// Returns where the model comes from.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.model.origin
    }

    /// Returns the names of the steps in order, and whether each runs.
    pub fn steps(&self) -> impl Iterator<Item = (&str, bool)> {
        self.model.steps.iter().map(|it| (it.name(), self.runs(it)))
    }

    fn runs(&self, step: &Step) -> bool {
        let named = |names: &[String]| names.iter().any(|it| it == step.name());
        (step.enabled() || named(&self.options.enable)) && !named(&self.options.disable)
    }

    /// Parses `text`.
    #[must_use]
    pub fn parse(&self, text: &str) -> Doc {
        let restored = self.restored(text);
        let mut words = self.words(restored.as_deref().unwrap_or(text));
        let mut entities = Vec::new();
        let mut first = 0;
        while first < words.len() {
            let end = first + piece_length(&words[first..]);
            let found = self.run(&mut words[first..end]);
            entities.extend(found.into_iter().map(|it| it.moved(first)));
            words[first..end].iter_mut().for_each(|it| it.head += first);
            first = end;
        }
        Doc { text: text.to_owned(), words, entities }
    }

    /// Returns the dictionary form that `word` has as a word of the class `pos`, or `None` if the
    /// package's dictionary has no such word.
    ///
    /// ```
    /// let english = recount_nlp::Pipeline::english();
    /// assert_eq!(english.dictionary_form("wounded", "VERB").as_deref(), Some("wound"));
    /// assert_eq!(english.dictionary_form("hostages", "NOUN").as_deref(), Some("hostage"));
    /// assert_eq!(english.dictionary_form("hostages", "ADJ"), None);
    /// ```
    #[must_use]
    pub fn dictionary_form(&self, word: &str, pos: &str) -> Option<String> {
        self.model.steps.iter().find_map(|it| it.dictionary_form(word, pos))
    }

    /// Parses `texts` on all threads of the current rayon pool; the documents come in order.
    #[must_use]
    pub fn parse_many<T: AsRef<str> + Sync>(&self, texts: &[T]) -> Vec<Doc> {
        texts.par_iter().map(|text| self.parse(text.as_ref())).collect()
    }

    /// Returns the text to be parsed instead of `text`, with the same offsets.
    fn restored(&self, text: &str) -> Option<String> {
        if !self.options.truecase || self.model.origin.lang != "en" {
            return None;
        }
        let classes = ["NOUN", "VERB", "ADJ", "ADV"];
        let is_known =
            |word: &str| classes.iter().any(|it| self.dictionary_form(word, it).is_some());
        truecase::restored(text, &is_known)
    }

    fn words(&self, text: &str) -> Vec<Word> {
        let pieces = self.model.tokenizer.tokenize(text).into_iter();
        pieces
            .map(|piece| {
                let lexeme = self.model.lexicon.lexeme(&text[piece.start..piece.end]);
                Word::new(piece, lexeme)
            })
            .collect()
    }

    fn run(&self, words: &mut [Word]) -> Vec<crate::transition::Entity> {
        let mut shared = crate::tok2vec::TokenVectors::default();
        let mut entities = Vec::new();
        for step in &self.model.steps {
            match self.runs(step) {
                true => step.run(words, &mut shared, &mut entities),
                false => step.skip(words, &mut shared),
            }
        }
        entities
    }
}

/// Returns how many of `words` are parsed as one text: all of them, or up to the last line's end.
fn piece_length(words: &[Word]) -> usize {
    if words.len() <= LONGEST {
        return words.len();
    }
    let ends_line = |it: &Word| it.lexeme.is_space && it.lexeme.text.contains('\n');
    let line = words[LONGEST / 2..LONGEST].iter().rposition(ends_line);
    line.map_or(LONGEST, |at| LONGEST / 2 + at + 1)
}

/// Returns the spaCy package at `package` as the bytes of a compact file, which
/// [`Pipeline::load`] reads.
///
/// # Errors
/// If the package cannot be read or asks for what this crate cannot do.
pub fn convert(package: impl AsRef<Path>, precision: compact::Precision) -> Result<Vec<u8>, Error> {
    let model = package::read(package.as_ref())?;
    Pipeline::new(model.clone())?;
    compact::to_bytes(model, precision)
}
