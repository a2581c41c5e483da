//! Tells characters apart as Python does.
//!
//! In: a character. Out: what `str.isspace`, `\w` and `\d` of Python's `re` say about it, and what
//! it is equal to when case is ignored. Rust's own notions differ: U+001C is white space in Python
//! and not in Rust, a combining accent is a letter in Rust and not in Python.

use std::sync::OnceLock;

use fancy_regex::Regex;

/// Tells whether `c` is white space to Python (`str.isspace`, and `\s`).
pub(crate) fn is_space(c: char) -> bool {
    match c {
        '\t'..='\r' | '\u{1c}'..='\u{1f}' | ' ' | '\u{85}' | '\u{a0}' => true,
        _ if c.is_ascii() => false,
        _ => c.is_whitespace(),
    }
}

/// Tells whether `c` belongs to a word (`\w`): a letter, a number of any sort, or `_`.
pub(super) fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    // Rust's `is_alphanumeric` is wider: it takes accents that stand alone, and circled letters.
    c.is_alphanumeric() && is_letter_or_number(c)
}

fn is_letter_or_number(c: char) -> bool {
    static CLASS: OnceLock<Option<Regex>> = OnceLock::new();
    let class = CLASS.get_or_init(|| Regex::new(r"[\p{L}\p{N}]").ok());
    let found = class.as_ref().map(|it| it.is_match(c.encode_utf8(&mut [0; 4])));
    matches!(found, Some(Ok(true)))
}

/// Tells whether `c` is a decimal digit of some script (`\d`).
pub(super) fn is_digit(c: char) -> bool {
    let code = u32::from(c);
    let after = ZEROS.partition_point(|zero| *zero <= code);
    after > 0 && code - ZEROS[after - 1] < 10
}

/// The zero of each script (Unicode 14, as Python 3.11); its nine other digits follow.
const ZEROS: [u32; 66] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66,
    0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90,
    0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650,
    0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16ac0, 0x16b50,
    0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];

/// Returns the same character for all that are equal when case is ignored.
///
/// Python compares lower case, and takes two lower-case letters with one upper case as equal too
/// (`s` and `ſ`).
pub(super) fn fold(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    match lower(c) {
        // Their upper case is several characters long.
        '\u{1fd3}' => '\u{390}',
        '\u{1fe3}' => '\u{3b0}',
        '\u{fb05}' => '\u{fb06}',
        small => {
            let mut large = small.to_uppercase();
            match (large.next(), large.next()) {
                (Some(large), None) => lower(large),
                _ => small,
            }
        }
    }
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_of_old_files_are_white_space_and_the_soft_hyphen_is_not() {
        check(
            is_space,
            "\t\n\u{b}\u{c}\r\u{1c}\u{1d}\u{1e}\u{1f} \u{85}\u{a0}\u{2028}\u{3000}",
            "a\0\u{ad}\u{200b}\u{feff}",
        );
    }

    #[test]
    fn words_have_letters_and_numbers_but_no_lone_accents() {
        check(is_word, "aé_9²½一", "-\u{301}Ⓐ’");
    }

    #[test]
    fn digits_are_decimal() {
        check(is_digit, "09٣९", "²½a/:");
    }

    #[test]
    fn equal_letters_fold_to_one() {
        check(|c| fold(c) == 's', "sSſ", "t");
        check(|c| fold(c) == 'σ', "Σσς", "s");
        check(|c| fold(c) == 'é', "éÉ", "e");
    }

    #[track_caller]
    fn check(is: fn(char) -> bool, those: &str, others: &str) {
        for c in those.chars() {
            assert!(is(c), "{c:?}");
        }
        for c in others.chars() {
            assert!(!is(c), "{c:?}");
        }
    }
}
