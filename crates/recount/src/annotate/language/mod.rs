//! Reads text with the language layer: sentences, words, tags, syntax, names.
//!
//! In: a line, which is a paragraph, a headline or a caption. Out: its sentences and their words, as
//! `recount-nlp` finds them with the model of a [`Language`], made fit for the lexicons.

mod lemma;
mod line;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::LazyLock;

use recount_nlp::{Options, Pipeline};

pub(super) use line::read;

/// The pipeline that reads the language of the reports; English unless another is given.
#[derive(Debug, Clone, Default)]
pub struct Language(Option<Pipeline>);

static ENGLISH: LazyLock<Pipeline> = LazyLock::new(|| any_case(Pipeline::english().clone()));

/// The recogniser of sentences alone: a small network, where a parse takes two large ones.
static SENTENCES: LazyLock<Pipeline> = LazyLock::new(|| {
    let all = Pipeline::english().steps().map(|(name, _)| name.to_owned());
    let disable = all.filter(|name| name != "senter").collect();
    let options = Options { disable, enable: vec!["senter".to_owned()], ..Options::default() };
    Pipeline::english().clone().with_options(options)
});

impl Language {
    /// Returns the name of the model and its version, `en_core_web_sm 3.8.0`.
    pub(crate) fn name(&self) -> String {
        let origin = self.pipeline().origin();
        format!("{}_{} {}", origin.lang, origin.name, origin.version)
    }

    fn pipeline(&self) -> &Pipeline {
        self.0.as_ref().unwrap_or(&ENGLISH)
    }
}

impl From<Pipeline> for Language {
    fn from(pipeline: Pipeline) -> Self {
        Self(Some(any_case(pipeline)))
    }
}

/// Lets the pipeline read lines in capitals as if they were not.
fn any_case(pipeline: Pipeline) -> Pipeline {
    pipeline.with_options(Options { truecase: true, ..Options::default() })
}

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
