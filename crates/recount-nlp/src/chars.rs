//! Python's ideas of characters, which spaCy's features, patterns and rules are made with.
//!
//! In: a character. Out: what `str.isspace`, `str.isalpha`, `str.isdigit`, and `\w` and `\d` of `re` say
//! of it, and what it is equal to when case is ignored. They are not those of Rust: U+001C is a space
//! to Python, ² a digit, and a combining mark no letter.

use std::sync::LazyLock;

use fancy_regex::Regex;

/// Letters by their general category; the property that Rust asks has marks and numerals too.
static LETTERS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\A\p{L}+\z").ok());

/// Numbers of any sort.
static NUMBERS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\A\p{N}+\z").ok());

/// The zero of each script (Unicode 14, as Python 3.11); its nine other digits follow.
const ZEROS: [u32; 66] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66,
    0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90,
    0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650,
    0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16ac0, 0x16b50,
    0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];

/// First and last of the digits that are no decimal digits: superscripts, circled digits and so on
/// (Unicode: `Numeric_Type=Digit`).
const OTHER_DIGITS: [(char, char); 20] = [
    ('\u{b2}', '\u{b3}'),
    ('\u{b9}', '\u{b9}'),
    ('\u{1369}', '\u{1371}'),
    ('\u{19da}', '\u{19da}'),
    ('\u{2070}', '\u{2070}'),
    ('\u{2074}', '\u{2079}'),
    ('\u{2080}', '\u{2089}'),
    ('\u{2460}', '\u{2468}'),
    ('\u{2474}', '\u{247c}'),
    ('\u{2488}', '\u{2490}'),
    ('\u{24ea}', '\u{24ea}'),
    ('\u{24f5}', '\u{24fd}'),
    ('\u{24ff}', '\u{24ff}'),
    ('\u{2776}', '\u{277e}'),
    ('\u{2780}', '\u{2788}'),
    ('\u{278a}', '\u{2792}'),
    ('\u{10a40}', '\u{10a43}'),
    ('\u{10e60}', '\u{10e68}'),
    ('\u{11052}', '\u{1105a}'),
    ('\u{1f100}', '\u{1f10a}'),
];

/// Returns whether `it` is white space (`str.isspace`, `\s`).
pub(crate) fn is_space(it: char) -> bool {
    match it {
        '\t'..='\r' | '\u{1c}'..='\u{1f}' | ' ' | '\u{85}' | '\u{a0}' => true,
        _ => !it.is_ascii() && it.is_whitespace(),
    }
}

/// Returns whether `it` is a letter (`str.isalpha`).
pub(crate) fn is_alpha(it: char) -> bool {
    if it.is_ascii() {
        it.is_ascii_alphabetic()
    } else {
        is_all(&LETTERS, encoded(it, &mut [0; 4]))
    }
}

/// Returns whether `text` is nothing but letters, and some.
pub(crate) fn is_all_alpha(text: &str) -> bool {
    match text.is_ascii() {
        true => !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphabetic()),
        false => is_all(&LETTERS, text),
    }
}

/// Returns whether `it` is a digit, decimal or not (`str.isdigit`).
pub(crate) fn is_digit(it: char) -> bool {
    let is_other = || OTHER_DIGITS.iter().any(|(first, last)| (*first..=*last).contains(&it));
    is_decimal(it) || (!it.is_ascii() && is_other())
}

/// Returns whether `it` is a decimal digit of some script (`\d`).
pub(crate) fn is_decimal(it: char) -> bool {
    let code = u32::from(it);
    let after = ZEROS.partition_point(|zero| *zero <= code);
    after > 0 && code - ZEROS[after - 1] < 10
}

/// Returns whether `it` belongs to a word (`\w`): a letter, a number of any sort, or `_`.
pub(crate) fn is_word(it: char) -> bool {
    if it.is_ascii() {
        return it.is_ascii_alphanumeric() || it == '_';
    }
    // Rust's `is_alphanumeric` is wider, and fast.
    it.is_alphanumeric() && (is_alpha(it) || is_all(&NUMBERS, encoded(it, &mut [0; 4])))
}

fn encoded(it: char, room: &mut [u8; 4]) -> &str {
    it.encode_utf8(room)
}

fn is_all(class: &LazyLock<Option<Regex>>, text: &str) -> bool {
    let class: &Option<Regex> = class;
    class.as_ref().is_some_and(|it| it.is_match(text).unwrap_or(false))
}

/// Returns the same character for all that are equal when case is ignored.
///
/// Python compares lower case, and takes two lower-case letters with one upper case as equal too
/// (`s` and `ſ`).
pub(crate) fn fold(it: char) -> char {
    if it.is_ascii() {
        return it.to_ascii_lowercase();
    }
    match lower(it) {
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

fn lower(it: char) -> char {
    it.to_lowercase().next().unwrap_or(it)
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
    fn letters_have_no_marks_and_numerals() {
        check(is_alpha, "aÉßяあªʰ", "1²\u{301}Ⅷ_");
        assert!(is_all_alpha("Été") && is_all_alpha("ab"));
        assert!(!is_all_alpha("") && !is_all_alpha("e\u{301}") && !is_all_alpha("a1"));
    }

    #[test]
    fn digits_may_be_raised_and_decimals_may_not() {
        check(is_digit, "7²①٣", "a½Ⅷ");
        check(is_decimal, "09٣९", "²½a/:");
    }

    #[test]
    fn words_have_letters_and_numbers_but_no_lone_accents() {
        check(is_word, "aé_9²½一", "-\u{301}Ⓐ’");
    }

    #[test]
    fn equal_letters_fold_to_one() {
        check(|it| fold(it) == 's', "sSſ", "t");
        check(|it| fold(it) == 'σ', "Σσς", "s");
        check(|it| fold(it) == 'é', "éÉ", "e");
    }

    #[track_caller]
    fn check(is: fn(char) -> bool, those: &str, others: &str) {
        those.chars().for_each(|it| assert!(is(it), "{it:?}"));
        others.chars().for_each(|it| assert!(!is(it), "{it:?}"));
    }
}
