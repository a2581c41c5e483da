//! Scores tags, arcs and sentences against treebanks, spaCy's and ours side by side.
//!
//! In: UD-EWT test and the open part of GUM test; EWT once more in capitals. Out: a table. A tag is
//! right if it is the treebank's Penn tag; which arcs can be asked about is said in [`super::labels`].

use std::ops::Range;

use super::align::align;
use super::conllu::{GoldDoc, read};
use super::labels::{Asked, Tree, Way};
use super::parsed::{Parsed, Text, Word};
use super::setup::Setup;
use super::{oracle, ours};

const SETS: [(&str, &str); 2] = [
    ("UD-EWT test", "extract/ud_english_ewt/test.conllu.gz"),
    ("GUM test (open)", "extract/gum/test_open.conllu.gz"),
];

const HEAD: &str = "\
| set | by | words | same boundaries % | tag acc. % | arcs asked % | UAS | LAS | sentence P | R | F1 |
|---|---|---|---|---|---|---|---|---|---|---|";

/// Prints the table.
pub(crate) fn run(setup: &Setup) -> Result<(), String> {
    println!("## Tags, arcs and sentences against gold\n\n{HEAD}");
    for (name, path) in SETS {
        let Ok(docs) = read(&setup.data.join(path)) else {
            eprintln!("absent: {path}");
            continue;
        };
        rows(setup, name, &docs, false)?;
        if name == SETS[0].0 {
            rows(setup, &format!("{name}, in capitals"), &docs, true)?;
        }
    }
    println!();
    Ok(())
}

fn rows(setup: &Setup, name: &str, docs: &[GoldDoc], capitals: bool) -> Result<(), String> {
    let said = |it: &GoldDoc| if capitals { in_capitals(&it.text) } else { it.text.clone() };
    let texts: Vec<_> = docs.iter().map(|it| Text { id: it.id.clone(), text: said(it) }).collect();
    let tell = |by: &str, read: &[Parsed]| println!("| {name} | {by} |{}", row(docs, read));
    if let (Some(python), Some(folder)) = (&setup.python, setup.folder("en")) {
        tell("spaCy", &oracle::parse(python, &folder, &texts)?);
    }
    for (form, model) in setup.forms("en") {
        tell(&format!("ours, {form}"), &ours::parse(&model, &texts)?);
        if capitals && form == "full" {
            tell("ours, full, truecased", &ours::parse_truecased(&model, &texts)?);
        }
    }
    Ok(())
}

/// Puts letters in capitals; those of which the capital is longer or shorter stay, for the places.
fn in_capitals(text: &str) -> String {
    let capital = |it: char| {
        let mut capital = it.to_uppercase();
        let only = capital.next().filter(|it| capital.next().is_none() && it.len_utf8() > 0);
        only.filter(|one| one.len_utf8() == it.len_utf8()).unwrap_or(it)
    };
    text.chars().map(capital).collect()
}

#[derive(Default)]
struct Tally {
    words: usize,
    aligned: usize,
    tags: usize,
    asked: usize,
    heads: usize,
    labels: usize,
    sentences: (usize, usize, usize),
}

fn row(docs: &[GoldDoc], read: &[Parsed]) -> String {
    let mut tally = Tally::default();
    docs.iter().zip(read).for_each(|(doc, parsed)| tally.add(doc, parsed));
    let share = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
    let (both, read, gold) = tally.sentences;
    let (p, r) = (share(both, read), share(both, gold));
    format!(
        " {} | {:.2} | {:.2} | {:.1} | {:.2} | {:.2} | {p:.2} | {r:.2} | {:.2} |",
        tally.words,
        share(tally.aligned, tally.words),
        share(tally.tags, tally.aligned),
        share(tally.asked, tally.words),
        share(tally.heads, tally.asked),
        share(tally.labels, tally.asked),
        share(2 * both, read + gold),
    )
}

impl Tally {
    fn add(&mut self, doc: &GoldDoc, parsed: &Parsed) {
        let partners = partners(doc, parsed);
        let tree = Tree::of(doc);
        self.words += doc.words.len();
        for (at, gold) in doc.words.iter().enumerate() {
            let Some(word) = partners[at].map(|it| &parsed.words[it]) else { continue };
            self.aligned += 1;
            self.tags += usize::from(is_tag(&word.tag, &gold.xpos));
            // Only if the head was cut alike: what is asked about is attachment, not cutting.
            let asked = tree.asked(at).filter(|it| partners[it.head].is_some());
            let Some(asked) = asked else { continue };
            self.asked += 1;
            let (head, label) = arc(parsed, word, &asked, partners[asked.head]);
            self.heads += usize::from(head);
            self.labels += usize::from(head && label);
        }
        let found = parsed.sentences(&doc.text);
        let both = found.iter().filter(|it| doc.sentences.contains(it)).count();
        let (one, two, three) = self.sentences;
        self.sentences = (one + both, two + found.len(), three + doc.sentences.len());
    }
}

/// Returns whether the head of `word` is the one asked for, and whether the label is right.
fn arc(parsed: &Parsed, word: &Word, asked: &Asked, wanted: Option<usize>) -> (bool, bool) {
    let right = |it: &Word| asked.labels.contains(&it.dep.as_str());
    let head = parsed.words.get(word.head);
    match asked.way {
        Way::Direct => (Some(word.head) == wanted, right(word)),
        Way::ThroughPreposition => (head.map(|it| it.head) == wanted, right(word)),
        Way::ToObject => {
            let object = wanted.and_then(|it| parsed.words.get(it));
            let is_head = object.and_then(|it| parsed.words.get(it.head));
            (is_head.is_some_and(|it| it.span == word.span), right(word))
        }
    }
}

/// Returns whether the tags are one; brackets have two names.
fn is_tag(ours: &str, gold: &str) -> bool {
    let plain = |it: &str| it.replace("-LSB-", "-LRB-").replace("-RSB-", "-RRB-");
    plain(ours) == plain(gold)
}

fn partners(doc: &GoldDoc, parsed: &Parsed) -> Vec<Option<usize>> {
    let word = |span: &Range<usize>| Word { span: span.clone(), ..Word::default() };
    let gold = Parsed { words: doc.words.iter().map(|it| word(&it.span)).collect() };
    let mut partners = align(&gold, parsed);
    let is_printed = |it: usize| !doc.words[it].span.is_empty();
    partners.iter_mut().enumerate().for_each(|(at, it)| *it = it.filter(|_| is_printed(at)));
    partners
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_stay_when_a_text_is_put_in_capitals() {
        assert_eq!(in_capitals("Straße in Zürich, ŉ"), "STRAßE IN ZÜRICH, ŉ");
    }
}
