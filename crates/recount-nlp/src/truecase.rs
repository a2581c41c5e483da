//! Gives text that is all in capitals the case that it would have in a newspaper.
//!
//! In: a text. Out: the same with lines of capitals restored, byte for byte as long. A word is written
//! small if English has it in small letters, after a stop with a capital; any other is taken for a
//! name. Networks have seen little but text in both cases, and parse capitals badly: the shape of
//! every word is that of an abbreviation.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Share of a line's cased letters that are capitals, from which on all of it is.
///
/// Headlines in title case have half; `US AND UK` in a line of small letters changes nothing. Chosen
/// with lines in mind and not compared with other shares; what it does to a whole treebank in capitals
/// is measured by `cargo xtask eval nlp --only gold`.
const CAPITALS: f64 = 0.9;

/// Letters that a line of capitals has at least: fewer may be a lone abbreviation.
const LETTERS: usize = 6;

/// How words are written inside a sentence: forms by what they are in small letters.
static FORMS: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
    let rows = include_str!("../data/casing_en.tsv").lines().filter(|row| !row.starts_with('#'));
    rows.map(|form| (form.to_lowercase(), form)).collect()
});

/// Returns `text` with its lines of capitals restored, or `None` if it has none.
///
/// `is_known` says of a word in small letters whether it is in the dictionary.
pub(crate) fn restored(text: &str, is_known: &dyn Fn(&str) -> bool) -> Option<String> {
    let mut restored = String::with_capacity(text.len());
    let mut begins = true;
    for line in text.split_inclusive('\n') {
        if is_capitals(line) {
            write_line(line, &mut begins, is_known, &mut restored);
        } else {
            restored.push_str(line);
            begins = true;
        }
        // A blank line ends a paragraph; any other may end in the middle of a sentence.
        begins |= line.trim().is_empty();
    }
    (restored != text).then_some(restored)
}

fn is_capitals(line: &str) -> bool {
    let cased = line.chars().filter(|it| it.is_uppercase() || it.is_lowercase()).count();
    let upper = line.chars().filter(|it| it.is_uppercase()).count();
    cased >= LETTERS && upper as f64 >= CAPITALS * cased as f64
}

fn write_line(line: &str, begins: &mut bool, is_known: &dyn Fn(&str) -> bool, out: &mut String) {
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|it: char| it.is_alphabetic() != first.is_alphabetic());
        let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
        if first.is_alphabetic() {
            let clipped = out.ends_with(['\'', '’']) && !ends_word(out);
            write_word(part, std::mem::take(begins), clipped, is_known, out);
        } else {
            out.push_str(part);
            *begins |= ends_sentence(part, after) && !ends_initial(out);
        }
        rest = after;
    }
}

/// Whether an apostrophe at the end of `out` opens a quotation rather than joins two parts of a word.
fn ends_word(out: &str) -> bool {
    out.chars().rev().nth(1).is_none_or(|it| !it.is_alphabetic())
}

/// Whether the stop at the end of `out` belongs to an initial: `J. B.`, `U.S.`
fn ends_initial(out: &str) -> bool {
    let before = out.trim_end().trim_end_matches('.');
    let word = before.rsplit(|it: char| !it.is_alphabetic()).next().unwrap_or_default();
    word.chars().count() == 1
}

fn ends_sentence(marks: &str, after: &str) -> bool {
    let stop = marks.contains(['.', '!', '?', ':']);
    stop && (marks.ends_with(char::is_whitespace)
        || marks.ends_with(['"', '“'])
        || after.is_empty())
}

fn write_word(
    word: &str,
    begins: bool,
    clipped: bool,
    is_known: &dyn Fn(&str) -> bool,
    out: &mut String,
) {
    let small = word.to_lowercase();
    let single = word.chars().count() == 1;
    let form = match FORMS.get(&small) {
        // `U.S.`, `J.`, `I`; but `a`, and what an apostrophe has cut off: `'s`, `n't`.
        _ if clipped => small,
        _ if single && small != "a" => word.to_owned(),
        Some(form) if begins => capitalised(form),
        Some(form) => (*form).to_owned(),
        None if !begins && is_known(&small) => small,
        None => capitalised(&small),
    };
    // Some letters have another length in the other case; offsets must stay what they are.
    let lengths = |it: &str| it.chars().map(char::len_utf8).collect::<Vec<_>>();
    out.push_str(if lengths(&form) == lengths(word) { &form } else { word });
}

fn capitalised(form: &str) -> String {
    let mut letters = form.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_small_and_names_are_not() {
        check(
            "POLICE IN ZAVODSK SAID TWO GUARDS WERE FREED. \"THEY'RE SAFE,\" J. PETROV SAID.",
            "Police in Zavodsk said two guards were freed. \"They're safe,\" J. Petrov said.",
        );
    }

    #[test]
    fn a_sentence_may_go_on_in_the_next_line() {
        check("THE GUARDS\nWERE FREED.\n\nPOLICE SAID", "The guards\nwere freed.\n\nPolice said");
    }

    #[test]
    fn text_in_both_cases_is_left_alone() {
        assert_eq!(super::restored("NATO and the UN said so.\nOK\n", &|_| true), None);
    }

    #[test]
    fn offsets_stay_though_letters_change_their_length() {
        // İ grows by a byte, the Ohm sign shrinks by one: as long as before, but cut elsewhere.
        assert_eq!(
            super::restored("WORDS OF \u{130}\u{2126}", &|_| true).as_deref(),
            Some("Words of \u{130}\u{2126}")
        );
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let names = ["zavodsk", "petrov"];
        let restored = super::restored(text, &|word| !names.contains(&word));
        assert_eq!(restored.as_deref(), Some(expected));
    }
}
