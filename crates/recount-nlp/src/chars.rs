//! Python's ideas of characters, which spaCy's features and rules are made with.
//!
//! In: a character. Out: what `str.isspace`, `str.isalpha` and `str.isdigit` say of it. They are not
//! those of Rust: U+001C is a space to Python, ² a digit, and a combining mark no letter.

use std::sync::LazyLock;

/// Letters by their general category; the property that Rust asks has marks and numerals too.
static LETTER: LazyLock<Option<fancy_regex::Regex>> =
    LazyLock::new(|| fancy_regex::Regex::new(r"^\p{L}$").ok());

/// Decimal digits of any script.
static DECIMAL: LazyLock<Option<fancy_regex::Regex>> =
    LazyLock::new(|| fancy_regex::Regex::new(r"^\p{Nd}$").ok());

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

/// Returns whether `it` is white space.
pub(crate) fn is_space(it: char) -> bool {
    it.is_whitespace() || matches!(it, '\u{1c}'..='\u{1f}')
}

/// Returns whether `it` is a letter.
pub(crate) fn is_alpha(it: char) -> bool {
    if it.is_ascii() { it.is_ascii_alphabetic() } else { is_match(&LETTER, it) }
}

/// Returns whether `it` is a digit.
pub(crate) fn is_digit(it: char) -> bool {
    if it.is_ascii() {
        return it.is_ascii_digit();
    }
    is_match(&DECIMAL, it)
        || OTHER_DIGITS.iter().any(|(first, last)| (*first..=*last).contains(&it))
}

fn is_match(class: &LazyLock<Option<fancy_regex::Regex>>, it: char) -> bool {
    let class: &Option<_> = class;
    class.as_ref().is_some_and(|it_is| it_is.is_match(it.encode_utf8(&mut [0; 4])).unwrap_or(false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_what_python_says() {
        check(is_space, " \t\n\u{1c}\u{85}\u{a0}\u{2028}", "a\u{200b}\u{feff}");
        check(is_alpha, "aÉßяあªʰ", "1²\u{301}Ⅷ_");
        check(is_digit, "7²①٣", "a½Ⅷ");
    }

    #[track_caller]
    fn check(class: fn(char) -> bool, inside: &str, outside: &str) {
        assert!(inside.chars().all(class));
        assert!(!outside.chars().any(class));
    }
}
