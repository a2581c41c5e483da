//! What a command prints that makes no record: text for a person, or JSON for a program.
//!
//! In: the choice of the command line. Out: the text to print.

use clap::ValueEnum;
use serde::Serialize;

use crate::dossier;

/// How a result is printed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Printed {
    /// For a person at a terminal.
    Text,
    /// Everything, with claims and columns.
    Json,
}

impl Printed {
    /// Returns `result` as JSON, or what `text` makes of it.
    pub(super) fn of(self, result: &impl Serialize, text: impl FnOnce() -> String) -> String {
        match self {
            Self::Text => text(),
            Self::Json => dossier::json(result),
        }
    }
}
