//! Reads attribution relations, those of the annotators and our own, as spans of bytes.
//!
//! In: a row of PolNeAR, or what Recount found. Out: relations with sorted spans; white space at the
//! ends of a span is left out.

use std::ops::Range;

use recount::extract::Attributed;
use recount::model::Field;
use serde_json::Value;

/// Spans of one role, in the order of the text.
pub(super) type Spans = Vec<Range<usize>>;

/// Who says what by which words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relation {
    pub(super) source: Spans,
    pub(super) cue: Spans,
    pub(super) content: Spans,
}

/// How the words are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Manner {
    /// Between quotation marks.
    Direct,
    /// Without any.
    Indirect,
    /// Some of each.
    Mixed,
}

impl Manner {
    /// All of them.
    pub(super) const ALL: [Self; 3] = [Self::Direct, Self::Indirect, Self::Mixed];
}

impl Relation {
    /// Tells how the content is given, from its quotation marks.
    pub(super) fn manner(&self, text: &str) -> Manner {
        let mut quoted = false;
        let (mut inside, mut outside) = (0, 0);
        for letter in self.content.iter().flat_map(|it| text[it.clone()].chars()) {
            match letter {
                '"' => quoted = !quoted,
                '“' => quoted = true,
                '”' => quoted = false,
                _ if !letter.is_alphanumeric() => {}
                _ if quoted => inside += 1,
                _ => outside += 1,
            }
        }
        match (inside, outside) {
            (0, _) => Manner::Indirect,
            (_, 0) => Manner::Direct,
            _ => Manner::Mixed,
        }
    }
}

/// Returns the relations that the first annotator of `row` marked; `offsets` has the byte in `text` of each
/// letter that the annotator saw.
pub(super) fn gold(row: &Value, offsets: &[usize], text: &str) -> Vec<Relation> {
    let span = |it: &Value| {
        let at = |side: usize| offsets.get(it[side].as_u64()? as usize).copied();
        Some(trimmed(text, at(0)?..at(1)?))
    };
    let spans = |it: &Value| {
        let all = it.as_array().map(Vec::as_slice).unwrap_or_default();
        sorted(all.iter().filter_map(span).collect())
    };
    let all = row["annotations"][0]["attributions"].as_array();
    let relation = |it: &Value| Relation {
        source: spans(&it["source"]),
        cue: spans(&it["cue"]),
        content: spans(&it["content"]),
    };
    let marked = |it: &Relation| !it.cue.is_empty() || !it.content.is_empty();
    all.map(Vec::as_slice).unwrap_or_default().iter().map(relation).filter(marked).collect()
}

/// Returns our relations in the text; those in a headline that the row gives apart are left out.
pub(super) fn ours(found: &[Attributed]) -> Vec<Relation> {
    let spans = |it: &[(usize, usize)]| sorted(it.iter().map(|it| it.0..it.1).collect());
    let relation = |it: &Attributed| Relation {
        source: spans(&it.source),
        cue: spans(&it.cue),
        content: spans(&it.content),
    };
    found.iter().filter(|it| it.field == Field::Text).map(relation).collect()
}

fn sorted(mut spans: Spans) -> Spans {
    spans.retain(|it| !it.is_empty());
    spans.sort_by_key(|it| it.start);
    spans
}

fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let words = &text[span.clone()];
    let start = span.start + (words.len() - words.trim_start().len());
    start..(start + words.trim().len())
}
