//! Stores a model in one file, small enough to be compiled into a program.
//!
//! In: a [`Model`]. Out: bytes, and back. A file has four parts: a mark with the version of the format,
//! the tables (MessagePack, deflated), the weights (half or full precision, as they come), and the
//! SHA-256 of all before. A file that is cut short or changed is refused.

mod numbers;

use std::io::{Read, Write};
use std::path::Path;

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::Error;
use crate::model::Model;
use crate::package::{MOST_PACKED, unpacked};
use numbers::{for_each, number, put};

/// First bytes of a file; the last but one is the version of the format.
const MARK: [u8; 8] = *b"recnlp\x01\n";

/// Bytes of the checksum at the end.
const CHECKSUM: usize = 32;

/// The file's name in messages, for bytes that come from none.
const FILE: &str = "the compact model";

/// How weights are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Precision {
    /// Two bytes each; of 10,000 tokens a few get another analysis (`eval/nlp.md`).
    Half,
    /// Four bytes each, as in the package.
    Full,
}

impl Precision {
    fn bytes(self) -> usize {
        match self {
            Self::Half => 2,
            Self::Full => 4,
        }
    }
}

/// What stands before the weights.
#[derive(Serialize, Deserialize)]
struct Tables {
    precision: Precision,
    /// How many weights each array has, in the order in which they are met.
    lengths: Vec<usize>,
    model: Model,
}

/// Returns the bytes of `model`.
pub(crate) fn to_bytes(mut model: Model, precision: Precision) -> Result<Vec<u8>, Error> {
    let (mut lengths, mut weights) = (Vec::new(), Vec::new());
    for_each(&mut model, &mut |numbers| {
        lengths.push(numbers.0.len());
        std::mem::take(&mut numbers.0).into_iter().for_each(|it| put(it, precision, &mut weights));
    });
    let tables = rmp_serde::to_vec(&Tables { precision, lengths, model });
    let tables = deflated(&tables.map_err(|cause| Error::malformed(FILE, cause))?)?;
    let mut bytes = MARK.to_vec();
    bytes.extend((tables.len() as u64).to_le_bytes());
    bytes.extend(tables);
    bytes.extend(weights);
    let sum = Sha256::digest(&bytes);
    bytes.extend(sum);
    Ok(bytes)
}

/// Reads the file at `path`, or returns `None` if it is none of ours.
pub(crate) fn read(path: &Path) -> Result<Option<Model>, Error> {
    let unreadable = |source| Error::Read { path: path.to_owned(), source };
    let mut file = std::fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    Read::by_ref(&mut file).take(MARK.len() as u64).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes != MARK {
        return Ok(None);
    }
    file.read_to_end(&mut bytes).map_err(unreadable)?;
    from_bytes(&bytes).map(Some)
}

/// Returns the model that `bytes` hold.
pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Model, Error> {
    let wrong = |reason: &str| Error::malformed(FILE, reason);
    let (bytes, sum) = bytes.split_last_chunk::<CHECKSUM>().ok_or_else(|| wrong("cut short"))?;
    if Sha256::digest(bytes)[..] != sum[..] {
        return Err(wrong("its checksum is wrong"));
    }
    let rest = bytes.strip_prefix(&MARK).ok_or_else(|| wrong("of another version"))?;
    let (length, rest) = rest.split_first_chunk::<8>().ok_or_else(|| wrong("cut short"))?;
    let length = usize::try_from(u64::from_le_bytes(*length)).unwrap_or(usize::MAX);
    let (tables, weights) = rest.split_at_checked(length).ok_or_else(|| wrong("cut short"))?;
    let room = (tables.len() as u64).saturating_mul(MOST_PACKED);
    let tables = unpacked(DeflateDecoder::new(tables), room);
    let tables = tables.map_err(|cause| Error::malformed(FILE, cause))?;
    let tables: Tables =
        rmp_serde::from_slice(&tables).map_err(|cause| Error::malformed(FILE, cause))?;
    filled(tables, weights).ok_or_else(|| wrong("more or fewer weights than it says"))
}

/// Puts the weights back where they were taken from.
fn filled(tables: Tables, weights: &[u8]) -> Option<Model> {
    let Tables { precision, lengths, mut model } = tables;
    let total = lengths.iter().try_fold(0_usize, |sum, it| sum.checked_add(*it))?;
    if total.checked_mul(precision.bytes())? != weights.len() {
        return None;
    }
    let mut lengths = lengths.into_iter();
    let mut weights = weights.chunks_exact(precision.bytes()).map(|it| number(it, precision));
    for_each(&mut model, &mut |numbers| {
        numbers.0 = weights.by_ref().take(lengths.next().unwrap_or_default()).collect();
    });
    (lengths.next().is_none() && weights.next().is_none()).then_some(model)
}

fn deflated(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    let done = encoder.write_all(bytes).and_then(|()| encoder.finish());
    done.map_err(|cause| Error::malformed(FILE, cause))
}
