//! Packs and unpacks compact models, without a look at what is in them.
//!
//! In: the tables, the weights, or a whole file. Out: the other. No fuzzer guesses a SHA-256 or a
//! deflated stream, so the target `load` works on what is inside.

use std::io::{Read, Write};

use sha2::{Digest, Sha256};

/// First bytes of a compact file.
const MARK: [u8; 8] = *b"recnlp\x01\n";

/// Returns the file that holds `inside`: four bytes with the length of the tables, then these, then
/// the weights.
#[allow(dead_code)] // for the target only
pub fn packed(inside: &[u8]) -> Option<Vec<u8>> {
    let (length, rest) = inside.split_first_chunk::<4>()?;
    let (tables, weights) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(tables).ok()?;
    let tables = encoder.finish().ok()?;
    let mut file = MARK.to_vec();
    file.extend((tables.len() as u64).to_le_bytes());
    file.extend(tables);
    file.extend(weights);
    let sum = Sha256::digest(&file);
    file.extend(sum);
    Some(file)
}

/// Returns what [`packed`] makes `file` of.
#[allow(dead_code)] // for the seeds only
pub fn unpacked(file: &[u8]) -> Option<Vec<u8>> {
    let rest = file.strip_prefix(&MARK)?;
    let (length, rest) = rest.split_first_chunk::<8>()?;
    let (packed, rest) = rest.split_at_checked(u64::from_le_bytes(*length) as usize)?;
    let mut tables = Vec::new();
    flate2::read::DeflateDecoder::new(packed).read_to_end(&mut tables).ok()?;
    let (weights, _) = rest.split_at_checked(rest.len().checked_sub(32)?)?;
    Some([&(tables.len() as u32).to_le_bytes(), tables.as_slice(), weights].concat())
}
