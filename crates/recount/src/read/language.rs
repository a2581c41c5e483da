//! Tells the language of a text.
//!
//! In: a text. Out: an ISO 639-1 code, or `und`. The guess is by commonest words, or by script where
//! a script is nearly one language; it is good enough to tell what we can read, and no more.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::lines::head;
use crate::lexicon::{rows, several};

/// Bytes of text looked at: some 600 words, in which the commonest words settle the matter.
const SAMPLE_BYTES: usize = 4000;

/// Share of common words below which a text in Latin letters has no language we know.
///
/// Reports in English have 0.25 to 0.4; lists of names or of numbers stay below 0.05.
const COMMON_SHARE: f64 = 0.08;

static COMMON: LazyLock<BTreeMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut languages: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in rows(include_str!("../../data/languages.tsv")) {
        several(row[1]).for_each(|word| languages.entry(word).or_default().push(row[0]));
    }
    languages
});

/// Returns the language that most of the words of `text` are in.
pub(super) fn language(text: &str) -> &'static str {
    let sample = head(text, SAMPLE_BYTES);
    by_script(sample).unwrap_or_else(|| by_words(sample))
}

fn by_script(sample: &str) -> Option<&'static str> {
    let letters: Vec<_> = sample.chars().filter(|it| it.is_alphabetic()).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for language in letters.iter().filter_map(|it| script(*it)) {
        *counts.entry(language).or_default() += 1;
    }
    // Japanese mixes its own letters with Chinese ones.
    let kana = counts.get("ja").is_some_and(|it| *it * 10 > letters.len());
    let (language, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (count * 2 > letters.len()).then_some(if kana { "ja" } else { language })
}

fn script(letter: char) -> Option<&'static str> {
    Some(match letter {
        'і' | 'ї' | 'є' | 'ґ' => "uk",
        '\u{0400}'..='\u{052f}' => "ru",
        '\u{0370}'..='\u{03ff}' => "el",
        '\u{0590}'..='\u{05ff}' => "he",
        '\u{0600}'..='\u{06ff}' => "ar",
        '\u{0900}'..='\u{097f}' => "hi",
        '\u{0e00}'..='\u{0e7f}' => "th",
        '\u{3040}'..='\u{30ff}' => "ja",
        '\u{4e00}'..='\u{9fff}' => "zh",
        '\u{ac00}'..='\u{d7af}' => "ko",
        _ => return None,
    })
}

fn by_words(sample: &str) -> &'static str {
    let words = sample.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty());
    let (mut counts, mut total): (BTreeMap<&str, usize>, usize) = (BTreeMap::new(), 0);
    for word in words {
        total += 1;
        for language in COMMON.get(word.to_lowercase().as_str()).into_iter().flatten() {
            *counts.entry(*language).or_default() += 1;
        }
    }
    let best = counts.into_iter().max_by_key(|(_, count)| *count);
    best.filter(|(_, count)| *count as f64 >= COMMON_SHARE * total as f64).map_or("und", |it| it.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commonest_words_tell_the_language() {
        check("The mayor of Norrvik said that two men were hurt at the harbour.", "en");
        check("Der Bürgermeister sagte, dass die Brücke von dem Schiff gerammt wurde.", "de");
        check("El alcalde dijo que los heridos fueron llevados al hospital por la policía.", "es");
    }

    #[test]
    fn a_script_tells_where_words_are_unknown() {
        check("Мэр города сообщил о двух пострадавших", "ru");
        check("市长说有两人受伤", "zh");
    }

    #[test]
    fn what_has_no_words_has_no_language() {
        check("42 17 11:01", "und");
        check("Lorem ipsum dolor sit amet consectetur", "und");
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(language(text), expected);
    }
}
