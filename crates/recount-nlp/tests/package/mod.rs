//! A small package with random weights, as a zip archive and as a folder that a test may change.
//!
//! `eval/nlp/tiny.py` makes it.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// Returns the path of a file in `tests/data`.
pub(crate) fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// Returns a new folder with the package in it, unpacked, and the package's own folder there.
pub(crate) fn unpacked() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let archive = std::fs::File::open(data("tiny.zip")).expect("the package is there");
    let mut archive = zip::ZipArchive::new(archive).expect("the package is an archive");
    archive.extract(folder.path()).expect("there is room for the package");
    let package = folder.path().join("package/xx_tiny-1.0.0");
    (folder, package)
}
