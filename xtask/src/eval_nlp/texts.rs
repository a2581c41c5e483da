//! Picks the texts that spaCy and we are compared on.
//!
//! In: the data sets. Out: sets of texts with names, always the same ones from the same data. A set
//! that is absent is named on standard error and left out.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::pages;
use super::parsed::Text;
use super::setup::Setup;
use crate::rows::{rows, text};

/// Articles of bulk/bbc that are compared; the others are for speed.
const BBC: usize = 400;

/// Reports of stories/gva that are compared; the next [`GVA_SPEED`] are for speed.
const GVA: usize = 300;
const GVA_SPEED: usize = 400;

/// Articles of bulk/bbc for speed: with the reports some 600,000 tokens.
const BBC_SPEED: usize = 1000;

/// A set of texts in one language.
pub(crate) struct Set {
    /// What it is called in the tables.
    pub(crate) name: String,
    /// Whose model reads it.
    pub(crate) language: &'static str,
    /// The texts.
    pub(crate) texts: Vec<Text>,
}

/// Returns the sets on which both must agree.
pub(crate) fn to_compare(setup: &Setup) -> Vec<Set> {
    let data = &setup.data;
    let english = [
        ("bbc", plain(&data.join("bulk/bbc.jsonl.gz"), 0, BBC)),
        ("gva", plain(&data.join("stories/gva/train.articles.jsonl.gz"), 0, GVA)),
        ("polnear", plain(&data.join("extract/polnear/train.jsonl.gz"), 0, usize::MAX)),
        ("seeds", seeds(&data.join("gold"))),
    ];
    let set = |(name, texts): (&str, _)| Set { name: name.to_owned(), language: "en", texts };
    let sets = english.map(set).into_iter();
    let sets = sets.chain(["fr", "cs", "es"].into_iter().flat_map(|it| foreign(setup, it)));
    sets.filter(|it| !it.texts.is_empty()).collect()
}

/// Returns the texts that speed is measured on.
pub(crate) fn for_speed(data: &Path) -> Vec<Text> {
    let reports = data.join("stories/gva/train.articles.jsonl.gz");
    let mut texts = plain(&data.join("bulk/bbc.jsonl.gz"), BBC, BBC_SPEED);
    texts.extend(plain(&reports, GVA, GVA_SPEED));
    texts
}

fn plain(path: &Path, skip: usize, count: usize) -> Vec<Text> {
    rows(path).iter().skip(skip).take(count).map(row).collect()
}

fn row(row: &Value) -> Text {
    Text { id: text(row, "id").into(), text: text(row, "text").into() }
}

/// Returns the articles of the incidents coded by hand: with title, or as dumped, furniture and all.
fn seeds(gold: &Path) -> Vec<Text> {
    let mut texts = Vec::new();
    for folder in sorted(gold).iter().filter(|it| it.is_dir()) {
        let titled = |it: &Value| format!("{}\n\n{}", text(it, "title"), text(it, "text"));
        let articles = folder.join("articles.jsonl");
        if articles.exists() {
            let found = rows(&articles);
            texts.extend(
                found.iter().map(|it| Text { id: text(it, "id").into(), text: titled(it) }),
            );
        }
        for dump in sorted(&folder.join("articles")) {
            let id = dump.file_name().unwrap_or_default().to_string_lossy().into_owned();
            texts.extend(fs::read_to_string(&dump).ok().map(|text| Text { id, text }));
        }
    }
    texts
}

fn sorted(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|it| it.path()).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Returns the file named on the command line for `language`, and the saved pages in it; where they
/// are few, pages in other languages are added: what both make of them must be the same as well.
fn foreign(setup: &Setup, language: &'static str) -> Vec<Set> {
    let given = setup.texts(language).map(|it| plain(it, 0, usize::MAX));
    let (own, other) = pages::visible_texts(&setup.data.join("html"), language);
    let sets = [("given", given.unwrap_or_default()), ("pages", own), ("other pages", other)];
    let sets = sets.into_iter().filter(|it| !it.1.is_empty());
    let set = |(name, texts)| Set { name: format!("{language} {name}"), language, texts };
    sets.map(set).collect()
}
