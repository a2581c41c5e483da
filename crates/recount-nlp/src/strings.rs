//! The hashes by which spaCy's tables name strings.
//!
//! In: a string. Out: its MurmurHash64A with seed 1, which is 0 for the empty string.

/// Returns the hash by which spaCy knows `text`.
pub(crate) fn hash(text: &str) -> u64 {
    if text.is_empty() { 0 } else { murmur_64a(text.as_bytes(), 1) }
}

/// Austin Appleby's MurmurHash64A, which is in the public domain.
fn murmur_64a(bytes: &[u8], seed: u64) -> u64 {
    const M: u64 = 0xc6a4_a793_5bd1_e995;
    const R: u32 = 47;
    let mut hash = seed ^ (bytes.len() as u64).wrapping_mul(M);
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        let mut key = u64::from_le_bytes(*word).wrapping_mul(M);
        key ^= key >> R;
        hash = (hash ^ key.wrapping_mul(M)).wrapping_mul(M);
    }
    if !rest.is_empty() {
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        hash = (hash ^ u64::from_le_bytes(last)).wrapping_mul(M);
    }
    hash ^= hash >> R;
    hash = hash.wrapping_mul(M);
    hash ^ (hash >> R)
}

#[cfg(test)]
mod tests {
    #[test]
    fn strings_have_the_hashes_of_spacy() {
        check("apple", 8_566_208_034_543_834_098);
        check("adj", 12_401_032_943_472_870_168);
        check("", 0);
    }

    #[track_caller]
    fn check(text: &str, expected: u64) {
        assert_eq!(super::hash(text), expected);
    }
}
