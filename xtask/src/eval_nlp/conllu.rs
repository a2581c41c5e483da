//! Reads treebanks in CoNLL-U as texts with gold.
//!
//! In: a file. Out: its documents, each a text whose sentences are joined by a blank, or by an empty
//! line where a paragraph begins, and the words with their places in it. A word that is not printed
//! as it stands in its sentence has an empty place, and nothing can agree with it.

use std::io::Result;
use std::ops::Range;
use std::path::Path;

use crate::source::text;

/// A document of a treebank.
#[derive(Debug, Default)]
pub(crate) struct GoldDoc {
    /// Its name.
    pub(crate) id: String,
    /// What it says.
    pub(crate) text: String,
    /// Its words, in order.
    pub(crate) words: Vec<GoldWord>,
    /// Where its sentences stand in the text.
    pub(crate) sentences: Vec<Range<usize>>,
}

/// A word with what the annotators say of it.
#[derive(Debug)]
pub(crate) struct GoldWord {
    /// Where it stands.
    pub(crate) span: Range<usize>,
    /// Its Penn tag.
    pub(crate) xpos: String,
    /// Its head, as an index in the document; `None` for a root.
    pub(crate) head: Option<usize>,
    /// Its relation to the head.
    pub(crate) deprel: String,
}

/// Reads the documents of the file at `path`.
pub(crate) fn read(path: &Path) -> Result<Vec<GoldDoc>> {
    Ok(documents(&text(path)?))
}

fn documents(file: &str) -> Vec<GoldDoc> {
    let mut found: Vec<GoldDoc> = Vec::new();
    for block in file.split("\n\n").filter(|it| !it.trim().is_empty()) {
        let comment = |key: &str| {
            let lines = block.lines().filter_map(|it| it.strip_prefix("# "));
            lines.filter_map(|it| it.strip_prefix(key)).next()
        };
        if let Some(id) = comment("newdoc id = ") {
            found.push(GoldDoc { id: id.into(), ..GoldDoc::default() });
        }
        if let (Some(doc), Some(sentence)) = (found.last_mut(), comment("text = ")) {
            doc.add(sentence.trim(), block, comment("newpar").is_some());
        }
    }
    found
}

impl GoldDoc {
    fn add(&mut self, sentence: &str, block: &str, paragraph: bool) {
        if !self.text.is_empty() {
            self.text.push_str(if paragraph { "\n\n" } else { " " });
        }
        let start = self.text.len();
        self.text.push_str(sentence);
        self.sentences.push(start..self.text.len());
        let first = self.words.len();
        let mut at = 0;
        let rows = block.lines().filter(|it| !it.starts_with('#'));
        for cells in rows.map(|it| it.split('\t').collect::<Vec<_>>()) {
            // Ranges (3-4) and empty words (8.1) are no words of the tree.
            let (Ok(_), Ok(head)) = (cells[0].parse::<usize>(), cells[6].parse::<usize>()) else {
                continue;
            };
            let place = sentence[at..].find(cells[1]);
            let place = place.filter(|it| sentence[at..at + it].trim().is_empty());
            let span = place.map_or(at..at, |it| at + it..at + it + cells[1].len());
            at = span.end;
            self.words.push(GoldWord {
                span: start + span.start..start + span.end,
                xpos: cells[4].into(),
                head: head.checked_sub(1).map(|it| first + it),
                deprel: cells[7].into(),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_places_in_the_joined_text() {
        let row = |id: &str, form: &str, head: &str| {
            format!("{id}\t{form}\t_\t_\tX\t_\t{head}\tdep\t_\t_\n")
        };
        let file = [
            "# newdoc id = d\n# text = I don't.\n".to_owned(),
            row("1", "I", "2"),
            row("2-3", "don't", "_"),
            row("2", "do", "0"),
            row("3", "n't", "2"),
            row("4", ".", "2"),
            "\n# newpar\n# text = Go\n".to_owned(),
            row("1", "Go", "0"),
        ];
        let docs = documents(&file.concat());
        let places: Vec<_> = docs[0].words.iter().map(|it| it.span.clone()).collect();
        assert_eq!(docs[0].text, "I don't.\n\nGo");
        assert_eq!(places, [0..1, 2..4, 4..7, 7..8, 10..12]);
        assert_eq!(docs[0].words[2].head, Some(1));
    }
}
