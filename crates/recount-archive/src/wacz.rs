//! Finds the archives in a WACZ file, which is a ZIP file with WARC files and their indexes.
//!
//! In: a file that can be read from any place. Out: the WARC files in it, one after the other.

use std::io::{BufReader, Read, Seek};
use std::ops::ControlFlow;

use zip::ZipArchive;

use crate::warc::Source;

/// Why a file is no WACZ.
#[derive(Debug, thiserror::Error)]
#[error("it is no ZIP file, or a broken one")]
pub struct NoWacz(#[source] zip::result::ZipError);

/// Passes each WARC file within `file` to `give`, with its name, in the order of their names.
///
/// # Errors
/// If `file` is no ZIP file. A file within it that cannot be opened is passed over by `give` as empty.
pub fn warcs(
    file: impl Read + Seek,
    mut give: impl FnMut(&str, Source<'_>) -> ControlFlow<()>,
) -> Result<(), NoWacz> {
    let mut archive = ZipArchive::new(file).map_err(NoWacz)?;
    let names = archive.file_names().flatten().filter(|it| is_warc(it));
    let mut names: Vec<String> = names.map(|it| it.into_owned()).collect();
    names.sort();
    for name in names {
        let file = archive.by_name(&name).map_err(NoWacz)?;
        if give(&name, Box::new(BufReader::new(file))).is_break() {
            break;
        }
    }
    Ok(())
}

fn is_warc(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with(".warc") || name.ends_with(".warc.gz")
}
