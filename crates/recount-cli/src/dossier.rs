//! The dossier: the record, and what people read of it, as files in one folder.

use std::path::{Path, PathBuf};

use recount::model::Record;
use recount::report;
use serde::Serialize;

use crate::folder;
use crate::problem::Problem;

const INDEX: &str = "index.html";

/// Returns the page to open in the dossier at `folder`.
pub(crate) fn index(folder: &Path) -> PathBuf {
    folder.join(INDEX)
}

/// Returns `value` as JSON that a person can read.
pub(crate) fn json(value: &impl Serialize) -> String {
    let json = serde_json::to_string_pretty(value);
    json.expect("our types have string keys and finite numbers") + "\n"
}

/// Writes the dossier of `record` to `folder`.
pub(crate) fn write(record: &Record, folder: &Path) -> Result<(), Problem> {
    let files = files(record).map(|(name, text)| (name.to_owned(), text.into_bytes()));
    folder::write(&files, folder)
}

fn files(record: &Record) -> [(&'static str, String); 6] {
    [
        ("record.json", json(record)),
        ("brief.md", report::markdown(record)),
        (INDEX, report::html(record)),
        ("quotes.jsonl", report::quotes(record)),
        ("findings.csv", report::findings_csv(record)),
        ("timeline.csv", report::timeline_csv(record)),
    ]
}
