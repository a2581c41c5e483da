//! The numbers by which spaCy's tables name strings.
//!
//! In: a string. Out: its number: that of a symbol if it is one, else its MurmurHash64A with seed 1;
//! 0 for the empty string.

use std::collections::HashMap;
use std::sync::LazyLock;

static SYMBOLS: LazyLock<HashMap<&str, u64>> = LazyLock::new(|| {
    let rows = include_str!("../data/symbols.tsv").lines().filter(|row| !row.starts_with('#'));
    let cells = rows.filter_map(|row| row.split_once('\t'));
    cells.filter_map(|(name, number)| Some((name, number.parse().ok()?))).collect()
});

/// Returns the number by which spaCy knows `text`.
pub(crate) fn hash(text: &str) -> u64 {
    match SYMBOLS.get(text) {
        Some(number) => *number,
        None if text.is_empty() => 0,
        None => murmur_64a(text.as_bytes(), 1),
    }
}

/// Returns the symbol that `number` stands for, or `None` if it is a hash.
pub(crate) fn name(number: u64) -> Option<&'static str> {
    if number == 0 {
        return Some("");
    }
    SYMBOLS.iter().find(|(_, it)| **it == number).map(|(name, _)| *name)
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
        // A part of speech is a symbol, whatever it stands for where it is met.
        check("X", 101);
    }

    #[test]
    fn a_small_number_has_its_name_back() {
        let names = [405, 0, 12_401_032_943_472_870_168].map(super::name);
        assert_eq!(names, [Some("aux"), Some(""), None]);
    }

    #[track_caller]
    fn check(text: &str, expected: u64) {
        assert_eq!(super::hash(text), expected);
    }
}
