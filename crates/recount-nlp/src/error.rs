//! What can go wrong when a model is loaded. Nothing can when a text is parsed.

use std::path::PathBuf;

/// Why a model could not be loaded or written.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)] // the message is the doc
#[non_exhaustive]
pub enum Error {
    #[error("cannot read {path}")]
    Read { path: PathBuf, source: std::io::Error },
    #[error("cannot read {path} as a zip archive")]
    Zip { path: PathBuf, source: zip::result::ZipError },
    #[error("{package} is no spaCy package: no {file} in it")]
    Missing { package: String, file: String },
    #[error("cannot read {file}: {reason}")]
    Malformed { file: String, reason: String },
    #[error("{what} is not supported: {reason}")]
    Unsupported { what: String, reason: String },
}

impl Error {
    pub(crate) fn malformed(file: &str, reason: impl ToString) -> Self {
        Self::Malformed { file: file.to_owned(), reason: reason.to_string() }
    }

    pub(crate) fn unsupported(what: impl ToString, reason: impl ToString) -> Self {
        Self::Unsupported { what: what.to_string(), reason: reason.to_string() }
    }
}
