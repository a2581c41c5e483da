//! Reads the sets with gold entities: re3d and WikiGold.
//!
//! In: their files. Out: texts and their entities with the types PER, LOC and ORG. Types of the sets that
//! are none of these are left out of the gold.

use std::ops::Range;
use std::path::Path;

use super::parsed::{Entity, Text};
use crate::rows::{rows, text};
use crate::source;

/// Texts with their entities.
pub(crate) type Gold = Vec<(Text, Vec<Entity>)>;

/// Reads re3d: offsets in code points, types in full.
pub(crate) fn re3d(data: &Path) -> Gold {
    let types = [("Person", "PER"), ("Organisation", "ORG"), ("Location", "LOC")];
    let rows = rows(&data.join("extract/re3d/re3d.jsonl.gz"));
    let doc = |row: &serde_json::Value| {
        let said = text(row, "text");
        let offsets: Vec<_> = said.char_indices().map(|it| it.0).chain([said.len()]).collect();
        let entity = |it: &serde_json::Value| {
            let label = types.iter().find(|kind| kind.0 == text(it, "type"))?.1;
            let place = |key: &str| offsets.get(it[key].as_u64()? as usize).copied();
            Some(Entity { span: place("b")?..place("e")?, label: label.into() })
        };
        let rows = row["entities"].as_array().map(Vec::as_slice).unwrap_or_default();
        let mut entities: Vec<_> = rows.iter().filter_map(entity).collect();
        entities.sort_by(|a: &Entity, b| a.key().cmp(&b.key()));
        entities.dedup();
        (Text { id: text(row, "id").into(), text: said.into() }, entities)
    };
    rows.iter().map(doc).collect()
}

/// Reads WikiGold: a word a line, sentences apart by an empty line, documents by `-DOCSTART-`.
pub(crate) fn wikigold(data: &Path) -> Gold {
    let file = data.join("extract/wikigold/wikigold.conll.txt.gz");
    let Ok(file) = source::text(&file) else {
        eprintln!("absent: {}", file.display());
        return Vec::new();
    };
    let docs = file.split("-DOCSTART- O").map(document).enumerate();
    let docs = docs.map(|(at, (text, entities))| (Text { id: at.to_string(), text }, entities));
    docs.filter(|it| !it.0.text.is_empty()).collect()
}

/// Joins the words as they were printed, as far as that can be told.
fn document(lines: &str) -> (String, Vec<Entity>) {
    let mut writer = Writer::default();
    for line in lines.lines() {
        match line.split_once(' ') {
            Some((word, label)) => writer.word(word, label.trim().split_once('-').map(|it| it.1)),
            None => writer.end_sentence(),
        }
    }
    let mut entities = writer.entities;
    entities.retain(|it| it.label != "MISC");
    (writer.text, entities)
}

#[derive(Default)]
struct Writer {
    text: String,
    entities: Vec<Entity>,
    quoted: bool,
    /// Whether the next word follows without a blank.
    tight: bool,
    /// Whether the last word was part of an entity.
    inside: bool,
}

impl Writer {
    fn word(&mut self, word: &str, label: Option<&str>) {
        let closes = [",", ".", ";", ":", "?", "!", ")", "'s", "'", "%", "n't"].contains(&word);
        let closes = closes || word == "\"" && self.quoted;
        if !(self.text.is_empty() || self.tight || closes) {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.push_str(word);
        self.quoted ^= word == "\"";
        self.tight = word == "(" || word == "\"" && self.quoted || word == "$";
        self.note(start..self.text.len(), label);
    }

    fn note(&mut self, span: Range<usize>, label: Option<&str>) {
        let last = self.entities.last_mut().filter(|it| self.inside && Some(&*it.label) == label);
        match (last, label) {
            (Some(last), _) => last.span.end = span.end,
            (None, Some(label)) => self.entities.push(Entity { span, label: label.into() }),
            (None, None) => {}
        }
        self.inside = label.is_some();
    }

    fn end_sentence(&mut self) {
        (self.quoted, self.inside) = (false, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_joined_as_they_were_printed() {
        let lines = "The O\nAsh I-ORG\nBrigade I-ORG\n( O\nTarsk I-LOC\n) O\nfled O\n. O\n\n\" O\nNo O\n\" O\n";
        let (text, entities) = document(lines);
        let told: Vec<_> = entities.iter().map(|it| (&text[it.span.clone()], &*it.label)).collect();
        assert_eq!(text, "The Ash Brigade (Tarsk) fled. \"No\"");
        assert_eq!(told, [("Ash Brigade", "ORG"), ("Tarsk", "LOC")]);
    }
}
