//! An entry of a feed, and the row it becomes.
//!
//! In: what the feed says of the entry. Out: a row with text, title, date, address, authors and outlet.

use serde_json::{Map, Value};

use super::super::html;

/// Words from which what a feed calls a summary is the whole report. Summaries of newspapers have 10 to 60 words,
/// and reports of a hundred words are rare; not measured.
const WHOLE_WORDS: usize = 120;

/// What is noted of an entry that does not hold its report.
pub(in crate::read) const STUB: &str =
    "only the summary that a feed gives: the report stands at its address";

/// What a feed says of one entry; texts may hold markup.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) title: Option<String>,
    pub(super) link: Option<String>,
    pub(super) content: Option<String>,
    pub(super) summary: Option<String>,
    /// The day of publication as printed.
    pub(super) published: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) tags: Vec<String>,
    /// The outlet that the feed took the entry from.
    pub(super) source: Option<String>,
}

impl Entry {
    /// Returns whether the entry says anything that could become an article.
    pub(super) fn tells(&self) -> bool {
        self.title.is_some() || self.content.is_some() || self.summary.is_some()
    }

    /// Returns the row of this entry; `outlet` is how the feed calls itself.
    pub(super) fn row(&self, outlet: Option<&str>) -> Value {
        let text = self.text();
        let outlet = self.source.as_deref().or(outlet.filter(|_| self.link.is_none()));
        let listed = |all: &[String], part: &str| (!all.is_empty()).then(|| all.join(part));
        let fields = [
            ("text", (!text.is_empty()).then_some(text)),
            ("title", self.title.as_deref().map(one_line)),
            ("url", self.link.clone()),
            ("date", self.published.clone()),
            ("byline", listed(&self.authors, ", ")),
            ("tags", listed(&self.tags, ";")),
            ("outlet", outlet.map(one_line)),
        ];
        let told = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        Value::Object(told.map(|(name, value)| (name, Value::String(value))).collect::<Map<_, _>>())
    }

    /// Returns a note if the entry does not hold its whole report.
    pub(super) fn stub_note(&self) -> Option<String> {
        let whole = self.content.is_some() || self.text().split(' ').count() >= WHOLE_WORDS;
        (!whole).then(|| STUB.to_owned())
    }

    fn text(&self) -> String {
        let told = self.content.as_deref().or(self.summary.as_deref()).unwrap_or_default();
        html::words(told)
    }
}

/// Titles may hold markup and entities too.
fn one_line(text: &str) -> String {
    html::words(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
