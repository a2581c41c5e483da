//! Writes a place name as its key: what all spellings of it have in common.
//!
//! In: a name as printed. Out: lower-case words without marks on letters, hyphens or apostrophes, so
//! that `Rostov-on-Don` and `rostov on don`, `Saint-Étienne` and `St. Etienne` have one key. Never
//! touches letters of other scripts.

use std::sync::LazyLock;

use crate::lexicon;

static PLAIN: LazyLock<Vec<(char, &'static str)>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/latin_letters.tsv"));
    let mut pairs: Vec<_> =
        rows.flat_map(|row| row[1].chars().map(move |letter| (letter, row[0]))).collect();
    pairs.sort_unstable();
    pairs
});

/// Returns the key of `name`.
#[must_use]
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for word in name.split(|it: char| it.is_whitespace() || matches!(it, '-' | '–' | '/' | ',')) {
        push_word(&mut key, word);
    }
    key
}

/// Adds a word to a key, with a space before it if it is not the first.
pub(super) fn push_word(key: &mut String, word: &str) {
    let start = key.len();
    for letter in word.chars() {
        push_letter(key, letter);
    }
    let short = short_form(&key[start..]);
    if let Some(short) = short {
        key.truncate(start);
        key.push_str(short);
    }
    if start > 0 && key.len() > start {
        key.insert(start, ' ');
    }
}

fn push_letter(key: &mut String, letter: char) {
    if letter.is_ascii() {
        if !matches!(letter, '\'' | '.' | '(' | ')') {
            key.push(letter.to_ascii_lowercase());
        }
        return;
    }
    for lower in letter.to_lowercase() {
        match PLAIN.binary_search_by_key(&lower, |it| it.0) {
            Ok(at) => key.push_str(PLAIN[at].1),
            Err(_) if matches!(lower, '’' | '‘' | 'ʼ' | 'ʻ' | '\u{300}'..='\u{36f}') => {}
            Err(_) => key.push(lower),
        }
    }
}

/// Names are printed with either form of these words.
fn short_form(word: &str) -> Option<&'static str> {
    match word {
        "saint" => Some("st"),
        "sainte" => Some("ste"),
        "fort" => Some("ft"),
        "mount" => Some("mt"),
        _ => None,
    }
}

/// Adds the key of `name` to `keys`; quick where it is ASCII, as most names of the table are.
pub(super) fn push_key(keys: &mut String, name: &str) {
    let rare = |it: u8| !(it.is_ascii_alphabetic() || matches!(it, b' ' | b'-'));
    let short = ["aint", "Fort", "Mount"].iter().any(|it| name.contains(it));
    if short || name.bytes().any(rare) {
        keys.push_str(&key(name));
        return;
    }
    let plain =
        name.bytes().map(|it| if it == b'-' { ' ' } else { it.to_ascii_lowercase().into() });
    keys.extend(plain);
}

#[cfg(test)]
mod tests {
    #[test]
    fn spellings_of_one_name_have_one_key() {
        check("Rostov-on-Don", "rostov on don");
        check("Saint-Étienne", "st etienne");
        check("St. Etienne", "st etienne");
        check("King’s Lynn", "kings lynn");
        check("Đà Nẵng", "da nang");
    }

    #[track_caller]
    fn check(name: &str, expected: &str) {
        assert_eq!(super::key(name), expected);
    }
}
