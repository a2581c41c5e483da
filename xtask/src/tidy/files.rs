//! The text files of the project, without what is built or fetched.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold nothing of ours.
const FOREIGN: [&str; 4] = ["target", "dist", ".git", "recount-demo"];

/// A text file of the project.
pub(crate) struct File {
    /// Where it lies below the folder of the project, with `/`.
    pub(crate) path: String,
    /// What it holds.
    pub(crate) text: String,
    /// The folder of the project.
    pub(crate) root: PathBuf,
}

impl File {
    /// Returns whether the name of the file has this ending.
    pub(crate) fn ends(&self, ending: &str) -> bool {
        self.path.ends_with(ending)
    }
}

/// Returns the text files below `root`, sorted by path.
pub(crate) fn all(root: &Path) -> Vec<File> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            match path.is_dir() {
                true if is_ours(&path) => folders.push(path),
                true => {}
                false => files.extend(file(root, &path)),
            }
        }
    }
    files.sort_by(|a: &File, b| a.path.cmp(&b.path));
    files
}

fn is_ours(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default();
    FOREIGN.iter().all(|it| *it != name)
}

fn file(root: &Path, path: &Path) -> Option<File> {
    let text = fs::read_to_string(path).ok()?;
    let path = path.strip_prefix(root).ok()?.to_string_lossy().replace('\\', "/");
    Some(File { path, text, root: root.into() })
}
