//! Gives the dictionary form of an English word, as far as endings and a table of irregular forms go.
//!
//! In: a word in lower case. Out: its lemma, which need not be right for every noun or adjective:
//! the lexicons list verbs and nouns by the form that this function gives.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lexicon;

static IRREGULAR: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/irregular_forms.tsv"));
    rows.flat_map(|row| row[1].split(' ').map(move |form| (form, row[0]))).collect()
});

/// Returns the dictionary form of `word`.
pub(super) fn lemma(word: &str) -> Cow<'_, str> {
    if let Some(lemma) = IRREGULAR.get(word) {
        return Cow::Borrowed(lemma);
    }
    let plain = word.len() > 3 && word.bytes().all(|it| it.is_ascii_lowercase());
    if !plain {
        return Cow::Borrowed(word);
    }
    plural(word).or_else(|| past(word)).or_else(|| gerund(word)).unwrap_or(Cow::Borrowed(word))
}

fn plural(word: &str) -> Option<Cow<'_, str>> {
    if let Some(stem) = word.strip_suffix("ies") {
        return Some(Cow::Owned(format!("{stem}y")));
    }
    if ["sses", "shes", "ches", "xes", "zzes"].iter().any(|it| word.ends_with(it)) {
        return word.strip_suffix("es").map(Cow::Borrowed);
    }
    let kept = ["ss", "us", "is", "ous"].iter().any(|it| word.ends_with(it));
    if kept { None } else { word.strip_suffix('s').map(Cow::Borrowed) }
}

fn past(word: &str) -> Option<Cow<'_, str>> {
    if let Some(stem) = word.strip_suffix("ied") {
        return Some(Cow::Owned(format!("{stem}y")));
    }
    word.strip_suffix("ed").filter(|stem| has_vowel(stem)).map(restored)
}

fn gerund(word: &str) -> Option<Cow<'_, str>> {
    word.strip_suffix("ing").filter(|stem| stem.len() > 2 && has_vowel(stem)).map(restored)
}

fn has_vowel(stem: &str) -> bool {
    stem.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// Undoes what an ending did to the stem: `stabb` is `stab`, `releas` is `release`.
fn restored(stem: &str) -> Cow<'_, str> {
    let bytes = stem.as_bytes();
    let (Some(last), Some(before)) = (bytes.last(), bytes.len().checked_sub(2).map(|at| bytes[at]))
    else {
        return Cow::Borrowed(stem);
    };
    if *last == before && !matches!(last, b'l' | b's' | b'e' | b'o' | b'z' | b'f') {
        return Cow::Borrowed(&stem[..stem.len() - 1]);
    }
    if wants_e(stem, *last, before) { Cow::Owned(format!("{stem}e")) } else { Cow::Borrowed(stem) }
}

fn wants_e(stem: &str, last: u8, before: u8) -> bool {
    let vowel = |it: u8| matches!(it, b'a' | b'e' | b'i' | b'o' | b'u');
    match last {
        b'c' | b'g' | b'v' | b'u' | b'z' => true,
        b's' => vowel(before) || matches!(before, b'n' | b'r' | b'p'),
        b'l' => matches!(before, b'b' | b'd' | b'g' | b'k' | b'p' | b't'),
        b'r' => matches!(before, b'u' | b'i'),
        b't' => before == b'a' && stem.len() > 3,
        b'd' | b'k' | b'm' | b'n' | b'p' | b'b' => short_vowel_stem(stem, before, vowel),
        _ => false,
    }
}

/// `take`, `ride`, `hope`: one vowel, not doubled, and a consonant before it.
fn short_vowel_stem(stem: &str, before: u8, vowel: impl Fn(u8) -> bool) -> bool {
    let bytes = stem.as_bytes();
    let third = bytes.len().checked_sub(3).map(|at| bytes[at]);
    let suffix = matches!(before, b'a' | b'i' | b'o' | b'u') && !third.is_some_and(&vowel);
    suffix && bytes.iter().filter(|it| vowel(**it)).count() == 1 && third.is_some()
}

#[cfg(test)]
mod tests {
    #[test]
    fn verbs_of_the_news_are_found_by_their_dictionary_form() {
        let forms = "killed killing wounded released stabbed seized holding taken freed shot \
                     arrested evacuated collided crashed died injuring rescued struck liquidated";
        let lemmas = "kill kill wound release stab seize hold take free shoot \
                      arrest evacuate collide crash die injure rescue strike liquidate";
        check(forms, lemmas);
    }

    #[test]
    fn nouns_lose_their_plural() {
        check(
            "guards bodies children men crashes police buses",
            "guard body child man crash police bus",
        );
    }

    #[track_caller]
    fn check(forms: &str, lemmas: &str) {
        let found: Vec<_> = forms.split_whitespace().map(super::lemma).collect();
        assert_eq!(found.join(" "), lemmas.split_whitespace().collect::<Vec<_>>().join(" "));
    }
}
