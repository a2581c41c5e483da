//! Splits a word at the marks inside it.
//!
//! In: a token of the language layer. Out: the words and marks that it is made of, mostly one. Hyphens
//! inside a word and the possessive `'s` are words of their own, so that `hostage-takers` and
//! `hostage takers` are found by the same lexicon row. Never splits `4,500`, `5:10`, `U.S.` or an
//! address of the web.

use std::ops::Range;

/// Returns the places of the words and marks that `token` is made of.
pub(super) fn forms(token: &str) -> Vec<Range<usize>> {
    if is_contraction(token) {
        return std::iter::once(0..token.len()).collect();
    }
    let mut forms = Vec::with_capacity(1);
    let mut start = 0;
    while let Some(first) = token[start..].chars().next() {
        let length = token_length(&token[start..], first);
        forms.push(start..start + length);
        start += length;
    }
    forms
}

/// `'ll`, `'re`, `'d`: what the language layer has cut off a word.
fn is_contraction(token: &str) -> bool {
    let rest = token.strip_prefix(['\'', '’']).unwrap_or_default();
    !rest.is_empty() && rest.len() <= 2 && rest.chars().all(char::is_alphabetic)
}

/// Makes typographic quotation marks, apostrophes and dashes plain, so that lexicons need one form.
pub(super) fn plain(form: &str) -> String {
    form.chars()
        .map(|mark| match mark {
            '’' | '‘' | 'ʼ' => '\'',
            '“' | '”' | '„' | '«' | '»' => '"',
            '–' | '—' | '‐' | '‑' => '-',
            other => other,
        })
        .collect()
}

fn token_length(rest: &str, first: char) -> usize {
    if let Some(length) = possessive(rest) {
        return length;
    }
    if first.is_alphanumeric() { word_length(rest) } else { first.len_utf8() }
}

/// Returns the length of `'s` and its like at the start of `rest`.
fn possessive(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let mark = chars.next().filter(|it| matches!(it, '\'' | '’'))?;
    let ends = |length: usize| !rest[length..].starts_with(|it: char| it.is_alphanumeric());
    let s = chars.next().filter(|it| matches!(it, 's' | 'S'))?;
    let length = mark.len_utf8() + s.len_utf8();
    ends(length).then_some(length)
}

fn word_length(rest: &str) -> usize {
    if let Some(length) = address_length(rest) {
        return length;
    }
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, it)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let joins = next.is_some_and(char::is_alphanumeric) && joins(&rest[..at], it, next);
        if !(it.is_alphanumeric() || is_combining(it) || joins) {
            break;
        }
        end = at + it.len_utf8();
    }
    with_final_stop(rest, end)
}

/// Marks that combine with the letter before them.
fn is_combining(it: char) -> bool {
    matches!(it, '\u{300}'..='\u{36f}' | '\u{200d}')
}

/// Returns whether `mark` holds what stands around it together: `4,500`, `5:10`, `U.S`, `O'Hara`.
fn joins(before: &str, mark: char, next: Option<char>) -> bool {
    let digits = before.ends_with(|it: char| it.is_ascii_digit())
        && next.is_some_and(|it| it.is_ascii_digit());
    match mark {
        ',' | ':' => digits,
        '.' => digits || (is_initials(before) && next.is_some_and(char::is_alphabetic)),
        '\'' | '’' => {
            let tail = before.chars().last();
            tail.is_some_and(char::is_alphabetic) && !matches!(next, Some('s' | 'S'))
        }
        _ => false,
    }
}

/// `U`, `U.S`, `p`, but not a whole word before a full stop.
fn is_initials(before: &str) -> bool {
    before.split('.').all(|it| it.chars().count() == 1 && it.chars().all(char::is_alphabetic))
}

/// Takes in the last stop of `U.S.` and `p.m.`.
fn with_final_stop(rest: &str, end: usize) -> usize {
    let dotted = rest[..end].contains('.') && is_initials(&rest[..end]);
    if dotted && rest[end..].starts_with('.') { end + 1 } else { end }
}

fn address_length(rest: &str) -> Option<usize> {
    let web = ["http://", "https://", "www."].iter().any(|it| rest.starts_with(it));
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    web.then(|| rest[..end].trim_end_matches(['.', ',', ')', '"', '”', ';']).len())
}

#[cfg(test)]
mod tests {
    #[test]
    fn hyphens_and_possessives_are_words() {
        check("hostage-takers", "hostage - takers");
        check("U.S.-led", "U.S. - led");
        check("15-year", "15 - year");
        check("leader’s", "leader ’s");
    }

    #[test]
    fn figures_times_and_initials_stay_whole() {
        for token in ["4,500", "5:10", "a.m.", "U.S.", "1.2"] {
            check(token, token);
        }
    }

    #[test]
    fn what_was_cut_off_a_word_stays_whole() {
        for token in ["n't", "’ll", "'s", "'re"] {
            check(token, token);
        }
    }

    #[test]
    fn an_address_is_one_word() {
        check("https://a.example/x?y=1", "https://a.example/x?y=1");
    }

    #[track_caller]
    fn check(token: &str, expected: &str) {
        let forms: Vec<_> = super::forms(token).into_iter().map(|it| &token[it]).collect();
        assert_eq!(forms.join(" "), expected);
    }
}
