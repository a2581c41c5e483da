//! Writes the dossier: the record, and what people read of it, as files in one folder.
//!
//! The files are written into a hidden folder in the target or beside it, and moved when all of them
//! are complete. So a full disk or an interrupted run leaves the target as it was.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process;

use recount::model::Record;
use recount::report;
use serde::Serialize;

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

/// Writes the dossier of `record` to `folder`, which is made where it is missing; of a folder that
/// is there, files of the same name are replaced and all others stay.
pub(crate) fn write(record: &Record, folder: &Path) -> Result<(), Problem> {
    if folder.exists() && !folder.is_dir() {
        return Err(Problem::NoFolder { path: folder.into() });
    }
    let files = files(record);
    let written = Draft::of(folder).and_then(|draft| draft.fill(&files)?.publish(folder));
    written.map_err(|source| Problem::Write { path: folder.into(), source })
}

fn files(record: &Record) -> [(&'static str, String); 5] {
    [
        ("record.json", json(record)),
        ("brief.md", report::markdown(record)),
        (INDEX, report::html(record)),
        ("findings.csv", report::findings_csv(record)),
        ("timeline.csv", report::timeline_csv(record)),
    ]
}

/// A hidden folder that goes away with what is in it, unless it is published.
struct Draft(PathBuf);

impl Draft {
    /// Makes a draft on the file system of `folder`: in it, or beside where it will be.
    fn of(folder: &Path) -> io::Result<Self> {
        let target = std::path::absolute(folder)?;
        let place = match target.parent() {
            Some(parent) if !target.is_dir() => parent,
            _ => &target,
        };
        fs::create_dir_all(place)?;
        let draft = place.join(format!(".recount.{}.part", process::id()));
        fs::create_dir(&draft)?;
        Ok(Self(draft))
    }

    fn fill(self, files: &[(&str, String)]) -> io::Result<Self> {
        for (name, text) in files {
            let mut file = File::create(self.0.join(name))?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?; // some file systems only tell now that the disk is full
        }
        Ok(self)
    }

    fn publish(self, folder: &Path) -> io::Result<()> {
        if !folder.is_dir() {
            return fs::rename(&self.0, folder);
        }
        for entry in fs::read_dir(&self.0)? {
            let entry = entry?;
            fs::rename(entry.path(), folder.join(entry.file_name()))?;
        }
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
