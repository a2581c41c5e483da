//! Finds the files of a package, in a folder or in a wheel.
//!
//! In: a path. Out: the files under the folder that holds `config.cfg`, by their path from there.
//! Nothing is unpacked to disk.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::Error;

/// The file that tells a package's own folder from those around it.
const CONFIG: &str = "config.cfg";

/// Folders within folders that are looked into for [`CONFIG`]. A package needs three; links may go
/// round in circles.
const DEEPEST: usize = 8;

/// How many times longer than its file a model may be when it is unpacked, so that no small file fills
/// the memory. Four packages of spaCy's are packed 1.2 to 1.7 times (`unzip -v`), the tables of the
/// English compact file 2.8 times; deflate could pack a thousand times.
pub(crate) const MOST_PACKED: u64 = 100;

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
        let Some(folder) = own_folder(all.keys()).map(str::to_owned) else {
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

/// Returns the folder that is the package's own among those of these files: of several, the outermost.
fn own_folder<'a>(files: impl Iterator<Item = &'a String>) -> Option<&'a str> {
    files.filter_map(|it| folder_of_config(it)).min_by_key(|it| it.len())
}

/// Returns the folder of `path`, with its last `/`, if the file in it is the configuration.
fn folder_of_config(path: &str) -> Option<&str> {
    path.strip_suffix(CONFIG).filter(|folder| folder.is_empty() || folder.ends_with('/'))
}

/// Reads what lies in the package's own folder at or below `folder`; nothing else is opened.
fn in_folder(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let mut found = BTreeMap::new();
    let paths = paths(folder)?;
    let Some(own) = own_folder(paths.keys()) else { return Ok(found) };
    for (name, path) in paths.range(own.to_owned()..).take_while(|(it, _)| it.starts_with(own)) {
        let bytes = std::fs::read(path).map_err(|source| unreadable(path, source))?;
        found.insert(name.clone(), bytes);
    }
    Ok(found)
}

/// Returns the files below `folder`, by their path from there.
fn paths(folder: &Path) -> Result<BTreeMap<String, PathBuf>, Error> {
    let mut found = BTreeMap::new();
    let mut open = vec![(PathBuf::new(), 0)];
    while let Some((inner, depth)) = open.pop() {
        let path = folder.join(&inner);
        for entry in std::fs::read_dir(&path).map_err(|source| unreadable(&path, source))? {
            let entry = entry.map_err(|source| unreadable(&path, source))?;
            let inner = inner.join(entry.file_name());
            if !entry.path().is_dir() {
                found.insert(inner.to_string_lossy().replace('\\', "/"), entry.path());
            } else if depth < DEEPEST {
                open.push((inner, depth + 1));
            }
        }
    }
    Ok(found)
}

fn in_archive(path: &Path) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let packed = |source| Error::Zip { path: path.to_owned(), source };
    let file = std::fs::File::open(path).map_err(|source| unreadable(path, source))?;
    let length = file.metadata().map_err(|source| unreadable(path, source))?.len();
    let mut archive = zip::ZipArchive::new(file).map_err(packed)?;
    let mut room = length.saturating_mul(MOST_PACKED);
    let mut found = BTreeMap::new();
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(packed)?;
        if entry.is_file() {
            let name = entry.name().map_err(packed)?.into_owned();
            let bytes = unpacked(entry, room).map_err(|source| unreadable(path, source))?;
            room -= bytes.len() as u64;
            found.insert(name, bytes);
        }
    }
    Ok(found)
}

/// Reads all of `packed` unless it is longer than `room`.
pub(crate) fn unpacked(packed: impl Read, room: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    packed.take(room.saturating_add(1)).read_to_end(&mut bytes)?;
    match bytes.len() as u64 <= room {
        true => Ok(bytes),
        false => Err(std::io::Error::other(format!("it unpacks to over {MOST_PACKED} times"))),
    }
}

fn unreadable(path: &Path, source: std::io::Error) -> Error {
    Error::Read { path: path.to_owned(), source }
}
