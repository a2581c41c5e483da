//! Reads the sets of stories: articles in order of date, and the event of each.
//!
//! In: the folder of the data sets. Out: sets. Of `gva` only rows that are certain and dated are taken.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rayon::prelude::*;
use recount::annotate::Annotated;
use recount::group::Sketch;
use serde_json::Value;

use crate::eval_copies::gold_articles;
use crate::rows::{article, rows, text};

/// A set: its articles in the order in which they come, and the event of each.
#[derive(Default)]
pub(crate) struct Set {
    pub(crate) articles: Vec<Annotated>,
    pub(crate) sketches: Vec<Sketch>,
    pub(crate) events: Vec<String>,
}

impl Set {
    /// Reads a set of `stories` by its name: `gva/train`, `outlets/dev` …
    pub(crate) fn named(data: &Path, name: &str) -> Self {
        let path = data.join(format!("stories/{name}.articles.jsonl.gz"));
        let usable = |it: &Value| {
            it.get("grounded").is_none() || it["grounded"] == true && !text(it, "date").is_empty()
        };
        let event = |it: &Value| format!("{}{}", text(it, "incident"), text(it, "event"));
        let rows: Vec<_> = rows(&path).into_iter().filter(usable).collect();
        Self::of(rows.par_iter().filter_map(|it| Some((article(it)?, event(it)))).collect())
    }

    /// Reads the documents of ECB+: two events of a kind to each topic, most of them undated.
    pub(crate) fn ecb_plus(data: &Path) -> Self {
        let row = |it: &Value| {
            let mut row = it.clone();
            row["id"] = it["doc"].clone();
            Some((article(&row)?, text(it, "subtopic").to_owned()))
        };
        let rows = rows(&data.join("stories/ecbplus/docs.jsonl.gz"));
        Self::of(rows.par_iter().filter_map(row).collect())
    }

    /// Reads the incidents coded by hand, all together.
    pub(crate) fn gold(data: &Path) -> Self {
        let folders = fs::read_dir(data.join("gold")).into_iter().flatten().flatten();
        let folders = folders.map(|it| it.path()).filter(|it| it.is_dir());
        let named = |it: &Path| it.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let told = |folder: std::path::PathBuf| {
            let event = named(&folder);
            gold_articles(&folder).into_iter().map(move |it| (it, event.clone()))
        };
        Self::of(folders.flat_map(told).collect())
    }

    /// Makes the set of both.
    pub(crate) fn with(&self, other: &Self) -> Self {
        let both = [self, other].into_iter().flat_map(|it| it.articles.iter().zip(&it.events));
        Self::of(both.map(|(it, event)| (it.clone(), event.clone())).collect())
    }

    fn of(mut articles: Vec<(Annotated, String)>) -> Self {
        let key = |it: &Annotated| {
            let published = it.article.published.as_ref().map(|it| it.start);
            (published.is_none(), published, it.article.id.clone())
        };
        articles.sort_by_key(|(it, _)| key(it));
        let (articles, events): (Vec<_>, Vec<_>) = articles.into_iter().unzip();
        let sketches = articles.par_iter().map(Sketch::of).collect();
        Self { articles, sketches, events }
    }

    /// Returns the places of the articles by the town of their event, and then by small batches.
    pub(crate) fn towns(&self, data: &Path, name: &str) -> Vec<Vec<usize>> {
        let path = data.join(format!("stories/{name}.incidents.jsonl.gz"));
        let town =
            |it: &Value| (text(it, "incident").to_owned(), text(it, "city_or_county").to_owned());
        let towns: BTreeMap<String, String> = rows(&path).iter().map(town).collect();
        let mut by_town: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, event) in self.events.iter().enumerate() {
            by_town.entry(towns.get(event).map_or("", |it| it)).or_default().push(at);
        }
        let batches = by_town.values().flat_map(|it| it.chunks(BATCH));
        batches.filter(|it| it.len() > 1).map(<[usize]>::to_vec).collect()
    }
}

/// Articles of a small batch: what a desk feeds in one go.
const BATCH: usize = 20;
