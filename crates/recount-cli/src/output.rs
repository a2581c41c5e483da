//! Where a stage prints: standard output, or a file that a later run may go on with.

use std::fs::{File, OpenOptions};
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use crate::console::Console;
use crate::problem::Problem;

/// Where a stage prints.
pub(crate) enum Output<'c> {
    Console(&'c Console),
    File { path: PathBuf, file: File },
}

impl<'c> Output<'c> {
    /// Opens the file at `to` behind its first `written` bytes; what stands after them is from a run that
    /// was stopped, and is written again.
    pub(crate) fn open(
        to: Option<&Path>,
        written: u64,
        console: &'c Console,
    ) -> Result<Self, Problem> {
        let Some(path) = to else { return Ok(Self::Console(console)) };
        let open = || {
            let mut file =
                OpenOptions::new().create(true).write(true).truncate(false).open(path)?;
            file.set_len(written)?;
            file.seek(SeekFrom::End(0))?;
            Ok(file)
        };
        let file = open().map_err(|source| Problem::Write { path: path.to_owned(), source })?;
        Ok(Self::File { path: path.to_owned(), file })
    }

    pub(crate) fn print(&mut self, text: &str) -> Result<(), Problem> {
        match self {
            Self::Console(console) => console.print(text),
            Self::File { path, file } => file
                .write_all(text.as_bytes())
                .map_err(|source| Problem::Write { path: path.clone(), source }),
        }
    }
}
