//! Measures how far we say the same as spaCy, layer by layer.
//!
//! In: texts, what spaCy makes of them, what we make of them. Out: a table with the share of tokens
//! on which both agree, and which labels are confused; each difference goes to a file below `target/`.
//! A token that we cut otherwise is counted as a difference in every layer.

use std::collections::BTreeMap;

use super::align::align;
use super::differences::{Difference, write};
use super::parsed::{Parsed, Text, Word};
use super::setup::Setup;
use super::{oracle, ours, texts};

/// What a layer says of a token.
type Value = fn(&Parsed, &Word) -> String;

/// What is compared of a token; a head is compared by where it stands.
const LAYERS: [(&str, Value); 10] = [
    ("tokens", |_, it| format!("{:?} {}", it.span, it.space)),
    ("sentences", |_, it| it.sent_start.to_string()),
    ("tag", |_, it| it.tag.clone()),
    ("pos", |_, it| it.pos.clone()),
    ("morph", |_, it| it.morph.clone()),
    ("lemma", |_, it| it.lemma.clone()),
    ("norm", |_, it| it.norm.clone()),
    ("head", |parsed, it| format!("{:?}", parsed.words.get(it.head).map(|it| &it.span))),
    ("dep", |_, it| it.dep.clone()),
    ("entity", |_, it| it.ent.clone()),
];

/// Layers of which the values are labels, so that they may be printed.
const LABELS: [&str; 4] = ["tag", "pos", "dep", "entity"];

/// Confusions printed a set: enough to see what kind of thing differs.
const CONFUSIONS: usize = 8;

/// Prints the table for all sets and all forms of the models.
pub(crate) fn run(setup: &Setup) -> Result<(), String> {
    let Some(python) = &setup.python else { return Ok(()) };
    let names = LAYERS.map(|it| it.0).join(" | ");
    println!("## Equality with spaCy (% of spaCy's tokens)\n");
    println!("| set | weights | texts | tokens | {names} | spans (both / either) |");
    println!("|---{}|", "|---".repeat(LAYERS.len() + 4));
    let mut totals: BTreeMap<(&str, &str), Tally> = BTreeMap::new();
    for set in texts::to_compare(setup) {
        let Some(folder) = setup.folder(set.language) else { continue };
        let spacy = oracle::parse(python, &folder, &set.texts)?;
        for (form, model) in setup.forms(set.language) {
            let read = ours::parse(&model, &set.texts)?;
            let mut tally = Tally::default();
            let both = spacy.iter().zip(&read);
            set.texts.iter().zip(both).for_each(|(text, it)| tally.add(text, it.0, it.1));
            println!("| {} | {form} | {} |{}", set.name, set.texts.len(), tally.row());
            write(&format!("{}-{form}", set.name), &tally.differences)?;
            totals.entry((set.language, form)).or_default().merge(tally);
        }
    }
    for ((language, form), tally) in &totals {
        println!("| **{language}, all** | {form} | |{}", tally.row());
    }
    totals.iter().for_each(|((language, form), it)| it.print_confusions(language, form));
    println!("\nEach difference with its context: target/eval-nlp/*.tsv\n");
    Ok(())
}

#[derive(Default)]
struct Tally {
    tokens: usize,
    equal: [usize; LAYERS.len()],
    /// Entities that both found, and those that either found.
    spans: (usize, usize),
    differences: Vec<Difference>,
}

impl Tally {
    fn add(&mut self, text: &Text, spacy: &Parsed, ours: &Parsed) {
        self.tokens += spacy.words.len();
        for (word, partner) in spacy.words.iter().zip(align(spacy, ours)) {
            let partner = partner.map(|it| &ours.words[it]);
            for (layer, (name, value)) in LAYERS.iter().enumerate() {
                let wanted = value(spacy, word);
                let got = partner.map(|it| value(ours, it));
                if got.as_ref() == Some(&wanted) {
                    self.equal[layer] += 1;
                } else if partner.is_some() || layer == 0 {
                    let got = got.unwrap_or_default();
                    self.differences.push(Difference::new(name, text, &word.span, wanted, got));
                }
            }
        }
        let (one, other) = (spacy.entities(), ours.entities());
        let both = one.iter().filter(|it| other.contains(it)).count();
        self.spans.0 += both;
        self.spans.1 += one.len() + other.len() - both;
    }

    fn merge(&mut self, other: Tally) {
        self.tokens += other.tokens;
        self.equal.iter_mut().zip(other.equal).for_each(|(one, other)| *one += other);
        self.spans.0 += other.spans.0;
        self.spans.1 += other.spans.1;
        self.differences.extend(other.differences);
    }

    fn row(&self) -> String {
        let share =
            |it: &usize| format!(" {:.3} |", 100.0 * *it as f64 / self.tokens.max(1) as f64);
        let shares: String = self.equal.iter().map(share).collect();
        format!(" {} |{shares} {} / {} |", self.tokens, self.spans.0, self.spans.1)
    }

    /// Prints which labels stand most often where spaCy has another: never a word of a text.
    fn print_confusions(&self, language: &str, form: &str) {
        let mut counts: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
        for it in self.differences.iter().filter(|it| LABELS.contains(&it.layer)) {
            *counts.entry((it.layer, &it.wanted, &it.got)).or_default() += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|it| std::cmp::Reverse(it.1));
        let told = counts.iter().take(CONFUSIONS);
        let told = told.map(|((layer, one, two), n)| format!("{layer} `{one}` → `{two}` × {n}"));
        let told: Vec<_> = told.collect();
        if !told.is_empty() {
            println!("\nMost frequent in {language}, {form}: {}.", told.join("; "));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_cut_otherwise_differs_in_every_layer_and_is_listed_once() {
        let read = |spans: &[std::ops::Range<usize>]| {
            let words = spans.iter().map(|it| Word { span: it.clone(), ..Word::default() });
            Parsed { words: words.collect() }
        };
        let text = Text { id: "a".into(), text: "It burns.".into() };
        let mut tally = Tally::default();
        tally.add(&text, &read(&[0..2, 3..8, 8..9]), &read(&[0..2, 3..9]));
        let listed: Vec<_> = tally.differences.iter().map(|it| it.layer).collect();
        assert_eq!((tally.tokens, tally.equal[0], tally.equal[2]), (3, 1, 1));
        assert_eq!(listed, ["tokens", "tokens"]);
    }
}
