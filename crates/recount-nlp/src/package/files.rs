//! Finds the files of a package, in a folder or in a wheel.
//!
//! In: a path. Out: the files under the folder that holds `config.cfg`, by their path from there.
//! Nothing is unpacked to disk.

use std::collections::BTreeMap;
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::Error;

/// The file that tells a package's own folder from those around it.
const CONFIG: &str = "config.cfg";

/// Files by their path from the folder of [`CONFIG`], with `/` between folders.
#[derive(Debug)]
pub(crate) struct Files {
    name: String,
    files: BTreeMap<String, Vec<u8>>,
}

impl Files {
    /// Reads the package at `path`: a folder with `config.cfg` in it or below, or a zip archive.
    pub(crate) fn read(path: &Path) -> Result<Self, Error> {
        let all = if path.is_dir() { in_folder(path)? } else { in_archive(path)? };
        let name = path.display().to_string();
        let folder = all.keys().filter_map(|it| folder_of_config(it)).min_by_key(|it| it.len());
        let Some(folder) = folder.map(str::to_owned) else {
            return Err(Error::Missing { package: name, file: CONFIG.to_owned() });
        };
        let own = |(path, bytes): (String, Vec<u8>)| {
            Some((path.strip_prefix(&folder)?.to_owned(), bytes))
        };
        Ok(Self { name, files: all.into_iter().filter_map(own).collect() })
    }

    /// Returns the bytes of `file` if it is there and not empty.
    pub(crate) fn find(&self, file: &str) -> Option<&[u8]> {
        self.files.get(file).map(Vec::as_slice).filter(|bytes| !bytes.is_empty())
    }

    /// Returns the bytes of `file`.
    pub(crate) fn get(&self, file: &str) -> Result<&[u8], Error> {
        self.find(file)
            .ok_or_else(|| Error::Missing { package: self.name.clone(), file: file.to_owned() })
    }

    /// Returns the text of `file`.
    pub(crate) fn text(&self, file: &str) -> Result<&str, Error> {
        std::str::from_utf8(self.get(file)?).map_err(|cause| Error::malformed(file, cause))
    }

    /// Returns `file` read as JSON.
    pub(crate) fn json(&self, file: &str) -> Result<serde_json::Value, Error> {
        serde_json::from_slice(self.get(file)?).map_err(|cause| Error::malformed(file, cause))
    }

    /// Returns the SHA-256 of all files: of each its path, a zero byte and its bytes.
    pub(crate) fn sha256(&self) -> String {
        let mut hasher = Sha256::new();
        for (path, bytes) in &self.files {
            hasher.update(path);
            hasher.update([0]);
            hasher.update(bytes);
        }
        hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Returns the folder of `path`, with its last `/`, if the file in it is the configuration.
fn folder_of_config(path: &str) -> Option<&str> {
    path.strip_suffix(CONFIG).filter(|folder| folder.is_empty() || folder.ends_with('/'))
}

fn in_folder(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let mut found = BTreeMap::new();
    let mut open = vec![PathBuf::new()];
    while let Some(inner) = open.pop() {
        let path = folder.join(&inner);
        for entry in std::fs::read_dir(&path).map_err(|source| unreadable(&path, source))? {
            let entry = entry.map_err(|source| unreadable(&path, source))?;
            let inner = inner.join(entry.file_name());
            if entry.path().is_dir() {
                open.push(inner);
                continue;
            }
            let bytes = std::fs::read(entry.path());
            let bytes = bytes.map_err(|source| unreadable(&entry.path(), source))?;
            found.insert(inner.to_string_lossy().replace('\\', "/"), bytes);
        }
    }
    Ok(found)
}

fn in_archive(path: &Path) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let file = std::fs::File::open(path).map_err(|source| unreadable(path, source))?;
    unpacked(file).map_err(|source| Error::Zip { path: path.to_owned(), source })
}

fn unpacked(file: impl Read + Seek) -> Result<BTreeMap<String, Vec<u8>>, zip::result::ZipError> {
    let mut archive = zip::ZipArchive::new(file)?;
    let mut found = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index)?;
        if entry.is_file() {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes)?;
            found.insert(entry.name()?.into_owned(), bytes);
        }
    }
    Ok(found)
}

fn unreadable(path: &Path, source: std::io::Error) -> Error {
    Error::Read { path: path.to_owned(), source }
}
