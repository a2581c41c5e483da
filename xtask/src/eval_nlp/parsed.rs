//! What a text became, whoever read it.
//!
//! In: nothing. Out: the types that spaCy's answers and ours are both turned into, so that one and
//! the same code compares and scores them. Places in a text are bytes.

use std::ops::Range;

/// A text to be read.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    /// Its name in its set.
    pub(crate) id: String,
    /// What it says.
    pub(crate) text: String,
}

/// What was made of a text.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    /// Its tokens, in order.
    pub(crate) words: Vec<Word>,
}

/// A token.
#[derive(Clone, Debug, Default)]
pub(crate) struct Word {
    /// Where it stands.
    pub(crate) span: Range<usize>,
    /// Whether one blank follows that is no token of its own.
    pub(crate) space: bool,
    /// Whether a sentence begins with it.
    pub(crate) sent_start: bool,
    /// Index of its head; a root is its own.
    pub(crate) head: usize,
    /// Its label as a dependent.
    pub(crate) dep: String,
    /// Its fine part of speech.
    pub(crate) tag: String,
    /// Its coarse part of speech.
    pub(crate) pos: String,
    /// Its features: `Number=Sing|Person=3`.
    pub(crate) morph: String,
    /// Its dictionary form.
    pub(crate) lemma: String,
    /// Its normal form.
    pub(crate) norm: String,
    /// `O`, `B-TYPE` or `I-TYPE`.
    pub(crate) ent: String,
}

/// A span with a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entity {
    /// Where it stands.
    pub(crate) span: Range<usize>,
    /// Its type.
    pub(crate) label: String,
}

impl Entity {
    /// The order in which they stand.
    pub(crate) fn key(&self) -> (usize, usize, &str) {
        (self.span.start, self.span.end, &self.label)
    }
}

impl Parsed {
    /// Returns the entities, in order.
    pub(crate) fn entities(&self) -> Vec<Entity> {
        let mut found: Vec<Entity> = Vec::new();
        for word in &self.words {
            match (word.ent.split_once('-'), found.last_mut()) {
                (Some(("I", _)), Some(last)) => last.span.end = word.span.end,
                (Some((_, label)), _) => {
                    found.push(Entity { span: word.span.clone(), label: label.into() });
                }
                (None, _) => {}
            }
        }
        found
    }

    /// Returns where the sentences stand, without white space at their ends.
    pub(crate) fn sentences(&self, text: &str) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let words = self.words.iter();
        for word in words.filter(|it| !text[it.span.clone()].trim().is_empty() || it.sent_start) {
            match found.last_mut() {
                Some(last) if !word.sent_start => last.end = word.span.end,
                _ => found.push(word.span.clone()),
            }
        }
        found.into_iter().map(|it| trimmed(text, it)).filter(|it| !it.is_empty()).collect()
    }
}

fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let inside = &text[span.clone()];
    let start = span.start + inside.len() - inside.trim_start().len();
    start..(start + inside.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_line_at_the_end_of_a_sentence_is_none_of_its_text() {
        let text = "It burns.\n\nHelp";
        let word =
            |start, end, sent_start| Word { span: start..end, sent_start, ..Word::default() };
        let words = vec![
            word(0, 2, true),
            word(3, 8, false),
            word(8, 9, false),
            word(9, 11, false),
            word(11, 15, true),
        ];
        assert_eq!(Parsed { words }.sentences(text), [0..9, 11..15]);
    }

    #[test]
    fn two_entities_side_by_side_stay_two() {
        let ents = ["B-ORG", "I-ORG", "B-ORG", "O"];
        let word = |(at, ent): (usize, &&str)| Word {
            span: at * 2..at * 2 + 1,
            ent: (*ent).into(),
            ..Word::default()
        };
        let words = ents.iter().enumerate().map(word).collect();
        let spans: Vec<_> = Parsed { words }.entities().into_iter().map(|it| it.span).collect();
        assert_eq!(spans, [0..3, 4..5]);
    }
}
