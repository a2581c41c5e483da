//! Asks `recount-nlp`: the only file here that knows its API.
//!
//! In: texts and a model. Out: what we make of them, in the form in which spaCy's answers come too.

use std::path::PathBuf;
use std::thread::available_parallelism;
use std::time::Instant;

use recount_nlp::{Doc, Options, Pipeline, Token};

use super::parsed::{Parsed, Text, Word};

/// Where a model comes from.
#[derive(Clone, Debug)]
pub(crate) enum Model {
    /// A package folder, a wheel or a compact file.
    Path(PathBuf),
    /// The compact English model that the crate brings along.
    English,
}

/// Returns what we make of `texts`, in their order, on all cores.
pub(crate) fn parse(model: &Model, texts: &[Text]) -> Result<Vec<Parsed>, String> {
    Ok(parse_all(&*pipeline(model)?, texts))
}

/// As [`parse`], with the case of letters restored first where a text is all in capitals.
pub(crate) fn parse_truecased(model: &Model, texts: &[Text]) -> Result<Vec<Parsed>, String> {
    let Model::Path(path) = model else {
        return Err("truecasing wants a model to be loaded".into());
    };
    let pipeline = Pipeline::load(path).map_err(|error| chain(&error))?;
    let options = Options { truecase: true, ..Options::default() };
    Ok(parse_all(&pipeline.with_options(options), texts))
}

/// Loads `model`, for its time to be taken.
pub(crate) fn load(model: &Model) -> Result<Loaded, String> {
    pipeline(model).map(Loaded)
}

/// A model that is ready to read.
pub(crate) struct Loaded(Held);

impl Loaded {
    /// Reads `texts` one after the other on this thread and returns the number of their tokens.
    pub(crate) fn count_tokens(&self, texts: &[Text]) -> usize {
        texts.iter().map(|it| self.0.parse(&it.text).len()).sum()
    }

    /// Reads `texts` on all threads and returns the number of their tokens.
    pub(crate) fn count_tokens_parallel(&self, texts: &[Text]) -> usize {
        let texts: Vec<_> = texts.iter().map(|it| it.text.as_str()).collect();
        let batches = texts.chunks(64 * available_parallelism().map_or(1, usize::from));
        batches.map(|it| self.0.parse_many(it).iter().map(Doc::len).sum::<usize>()).sum()
    }

    /// Returns the seconds by component: what each adds when it is run after those before it.
    pub(crate) fn components(&self, texts: &[Text]) -> Vec<(String, f64)> {
        let names = self.0.steps().filter(|(_, runs)| *runs).map(|(name, _)| name.to_owned());
        let names: Vec<_> = names.collect();
        let mut found = Vec::new();
        let mut before = 0.0;
        for count in 0..=names.len() {
            let options = Options { disable: names[count..].to_vec(), ..Options::default() };
            let pipeline = Pipeline::clone(&self.0).with_options(options);
            let start = Instant::now();
            texts.iter().for_each(|it| drop(pipeline.parse(&it.text)));
            let seconds = start.elapsed().as_secs_f64();
            let name = count.checked_sub(1).map_or("tokenizer", |it| names[it].as_str());
            found.push((name.to_owned(), (seconds - before).max(0.0)));
            before = seconds;
        }
        found
    }
}

/// A pipeline of ours or the one that lives for ever.
enum Held {
    Own(Box<Pipeline>),
    Static(&'static Pipeline),
}

impl std::ops::Deref for Held {
    type Target = Pipeline;

    fn deref(&self) -> &Pipeline {
        match self {
            Held::Own(it) => it,
            Held::Static(it) => it,
        }
    }
}

fn pipeline(model: &Model) -> Result<Held, String> {
    match model {
        Model::English => Ok(Held::Static(Pipeline::english())),
        Model::Path(path) => {
            let loaded = Pipeline::load(path).map_err(|error| chain(&error))?;
            Ok(Held::Own(Box::new(loaded)))
        }
    }
}

fn parse_all(pipeline: &Pipeline, texts: &[Text]) -> Vec<Parsed> {
    let texts: Vec<_> = texts.iter().map(|it| it.text.as_str()).collect();
    let batches = texts.chunks(128);
    batches.flat_map(|it| pipeline.parse_many(it)).map(|it| parsed(&it)).collect()
}

fn parsed(doc: &Doc) -> Parsed {
    Parsed { words: doc.tokens().map(|it| word(&it)).collect() }
}

fn word(token: &Token) -> Word {
    let ent = match (token.ent_iob(), token.ent_type()) {
        (_, "") => "O".to_owned(),
        (iob, label) => format!("{iob}-{label}"),
    };
    Word {
        span: token.start()..token.end(),
        space: !token.whitespace().is_empty(),
        sent_start: token.is_sent_start(),
        head: token.head().index(),
        dep: token.dep().into(),
        tag: token.tag().into(),
        pos: token.pos().into(),
        morph: token.morph().into(),
        lemma: token.lemma().into(),
        norm: token.norm().into(),
        ent,
    }
}

/// Returns the message of `error` and of all that lies behind it.
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |it| it.source());
    causes.fold(error.to_string(), |told, it| format!("{told}: {it}"))
}
