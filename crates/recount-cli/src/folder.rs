//! Writes files into one folder, all of them or none.
//!
//! The files are written into a hidden folder in the target or beside it, and moved when all of them
//! are complete. So a full disk or an interrupted run leaves the target as it was.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process;

use crate::problem::Problem;

/// Writes `files` to `folder`, which is made where it is missing; of a folder that is there, files of
/// the same name are replaced and all others stay.
pub(crate) fn write(files: &[(String, Vec<u8>)], folder: &Path) -> Result<(), Problem> {
    if folder.exists() && !folder.is_dir() {
        return Err(Problem::NoFolder { path: folder.into() });
    }
    let written = Draft::of(folder).and_then(|draft| draft.fill(files)?.publish(folder));
    written.map_err(|source| Problem::Write { path: folder.into(), source })
}

/// Writes one file, as a whole or not at all.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let written = fs::write(&part, bytes).and_then(|()| fs::rename(&part, path));
    written.map_err(|source| Problem::Write { path: path.into(), source })
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

    fn fill(self, files: &[(String, Vec<u8>)]) -> io::Result<Self> {
        for (name, bytes) in files {
            let mut file = File::create(self.0.join(name))?;
            file.write_all(bytes)?;
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
