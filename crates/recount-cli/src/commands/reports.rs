//! What a command looks at: reports, or the record that an earlier run made of them.

use std::fs;
use std::path::{Path, PathBuf};

use recount::annotate::Language;
use recount::model::Record;
use recount::reconcile;

use super::run::Choice;
use crate::args::{Paths, Reading};
use crate::console::Console;
use crate::problem::Problem;

#[derive(Debug, clap::Args)]
pub(crate) struct Reports {
    /// The reports, as for `run`, or the record.json that it wrote.
    #[arg(value_name = "PATH", required_unless_present = "record")]
    paths: Vec<PathBuf>,
    /// A record that `run` wrote, whatever its name.
    #[arg(long, value_name = "FILE", conflicts_with = "paths")]
    record: Option<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    choice: Choice,
}

impl Reports {
    /// Returns the record of the reports.
    pub(crate) fn record(&self, language: &Language, console: &Console) -> Result<Record, Problem> {
        if let Some(file) = self.written() {
            let record = written(file, console)?;
            return Ok(self.choice.stood(record, language, console));
        }
        let paths = Paths { paths: self.paths.clone(), reading: self.reading.clone() };
        self.choice.record_of(&paths, language, console)
    }

    /// Returns the file of a record that takes the place of reports.
    fn written(&self) -> Option<&Path> {
        let only = match &self.paths[..] {
            [path] if path.extension().is_some_and(|it| it == "json") => Some(path),
            _ => None,
        };
        self.record.as_ref().or(only).map(PathBuf::as_path)
    }
}

/// Reads a record that was written before, without what its articles do not prove.
pub(crate) fn written(file: &Path, console: &Console) -> Result<Record, Problem> {
    let mut record = parsed(file)?;
    reconcile::prove(&mut record);
    Problem::withheld(&record).iter().for_each(|it| console.leave_out(it));
    Ok(record)
}

fn parsed(file: &Path) -> Result<Record, Problem> {
    let bytes = fs::read(file).map_err(|source| {
        let name = file.display().to_string();
        Problem::Unreadable { name, source }
    })?;
    let record = serde_json::from_slice(&bytes);
    record.map_err(|source| Problem::NoRecord { path: file.into(), source })
}
