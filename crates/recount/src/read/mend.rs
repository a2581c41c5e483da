//! Mends what programs do to a text on its way: letters decoded twice, signs that nobody sees, letters
//! in two pieces.
//!
//! In: a decoded text. Out: the text as it was written, with a note where letters were mended. Byte
//! offsets of an article point into the mended text, which is the one it keeps.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;
use icu_normalizer::ComposingNormalizerBorrowed;

/// Signs that only tell where a line may be broken, or where a file begins.
const UNSEEN: [char; 4] = ['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'];

/// The same signs as HTML may write them.
const UNSEEN_ENTITIES: [&str; 6] =
    ["&shy;", "&#173;", "&#xad;", "&#xAD;", "&ZeroWidthSpace;", "&#8203;"];

/// What UTF-8 of Western letters and of quotation marks begins with when it is taken for
/// windows-1252. Hardly a word of any language has one of them before a sign or another of its kind.
const LEADS: [char; 3] = ['Ã', 'Â', 'â'];

/// A mended text, and what the reader of the record should know of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mended {
    pub(super) text: String,
    pub(super) note: Option<String>,
}

/// Mends `text`.
pub(super) fn mend(text: String) -> Mended {
    let (text, mended) = decoded_once(text);
    let text = if text.contains(UNSEEN) { text.replace(UNSEEN, "") } else { text };
    let text = match ComposingNormalizerBorrowed::new_nfc().normalize(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(composed) => composed,
    };
    let note = || format!("letters that had been decoded twice were mended in {mended} places");
    Mended { note: (mended > 0).then(note), text }
}

/// Takes signs that nobody sees out of markup, where they may be written as entities.
pub(super) fn without_unseen_entities(html: String) -> String {
    let present = UNSEEN_ENTITIES.iter().filter(|it| html.contains(**it)).collect::<Vec<_>>();
    present.into_iter().fold(html, |html, entity| html.replace(entity, ""))
}

/// Undoes a second decoding: `JosÃ©` was `José`. Returns in how many places.
fn decoded_once(text: String) -> (String, usize) {
    if !text.contains(LEADS) {
        return (text, 0);
    }
    let (mut out, mut rest, mut mended) = (String::with_capacity(text.len()), &text[..], 0);
    while let Some(start) = rest.find(LEADS) {
        let (before, run) = rest.split_at(start);
        out.push_str(before);
        let letters = encoded_letter(run);
        let kept = letters.map_or_else(|| run.chars().take(1).map(char::len_utf8).sum(), |it| it.1);
        match letters {
            Some((letter, _)) => out.push(letter),
            None => out.push_str(&run[..kept]),
        }
        mended += usize::from(letters.is_some());
        rest = &run[kept..];
    }
    out.push_str(rest);
    (out, mended)
}

/// Returns the letter that the first two or three letters of `run` were, and their bytes.
fn encoded_letter(run: &str) -> Option<(char, usize)> {
    let count = if run.starts_with('â') { 3 } else { 2 };
    let end = run.char_indices().nth(count).map_or(run.len(), |(end, _)| end);
    let (bytes, _, lost) = WINDOWS_1252.encode(&run[..end]);
    let letter = std::str::from_utf8(&bytes).ok().filter(|_| !lost)?;
    let mut letters = letter.chars();
    letters.next().filter(|it| letters.next().is_none() && !it.is_ascii()).map(|it| (it, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_were_decoded_twice_are_mended_and_noted() {
        let note =
            |places| format!("letters that had been decoded twice were mended in {places} places");
        check("JosÃ© said itâ€™s over", "José said it’s over", Some(note(2)));
        check("Â«CafÃ©Â»", "«Café»", Some(note(3)));
    }

    #[test]
    fn letters_that_only_look_like_it_stay() {
        check("SÃO PAULO, Âge, château, «CAFÉ»", "SÃO PAULO, Âge, château, «CAFÉ»", None);
    }

    #[test]
    fn signs_that_nobody_sees_go() {
        check("Nor\u{ad}r\u{200b}vik\u{feff}", "Norrvik", None);
        assert_eq!(without_unseen_entities("Nor&shy;rvik".to_owned()), "Norrvik");
    }

    #[test]
    fn letters_in_two_pieces_become_one() {
        check("Mu\u{308}nchen", "München", None);
    }

    #[track_caller]
    fn check(text: &str, expected: &str, note: Option<String>) {
        assert_eq!(mend(text.to_owned()), Mended { text: expected.to_owned(), note });
    }
}
