//! Writes what a stage remembers as bytes, and reads it again.
//!
//! In: a value, or bytes. Out: bytes that begin with a line that names kind and version, then a checksum,
//! which tells whether they are whole; or the value.

use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest as _, Sha256};

/// Bytes of the checksum.
const SUM: usize = 32;

/// Why no state could be loaded.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)] // the message is the doc
pub enum StateError {
    #[error("it is not a state of {kind}, or one of another version")]
    Head { kind: &'static str },
    #[error("its checksum does not fit: it was cut or changed")]
    Checksum,
    #[error("its content does not fit its version")]
    Content(#[source] rmp_serde::decode::Error),
}

/// A kind of state. Its version goes up when what is remembered changes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct State {
    pub(crate) kind: &'static str,
    pub(crate) version: u32,
}

impl State {
    /// Returns `value` as bytes.
    pub(crate) fn save(self, value: &impl Serialize) -> Vec<u8> {
        let content = rmp_serde::to_vec(value);
        let content = content.expect("our types have no maps but those of plain keys");
        [self.head().as_bytes(), Sha256::digest(&content).as_slice(), &content].concat()
    }

    /// Returns the value that `bytes` were saved from.
    pub(crate) fn load<T: DeserializeOwned>(self, bytes: &[u8]) -> Result<T, StateError> {
        let rest = bytes.strip_prefix(self.head().as_bytes());
        let rest = rest.ok_or(StateError::Head { kind: self.kind })?;
        let (sum, content) = rest.split_at_checked(SUM).ok_or(StateError::Checksum)?;
        if Sha256::digest(content).as_slice() != sum {
            return Err(StateError::Checksum);
        }
        rmp_serde::from_slice(content).map_err(StateError::Content)
    }

    fn head(self) -> String {
        format!("recount {} {}\n", self.kind, self.version)
    }
}
