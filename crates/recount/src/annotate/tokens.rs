//! Splits a stretch of text into words, figures and marks.
//!
//! In: text. Out: tokens that cover everything but its white space, in order. Hyphens inside a word
//! and the possessive `'s` are tokens of their own, as in the treebanks, so that `hostage-takers`
//! and `hostage takers` are found by the same lexicon row. Never splits inside `4,500`, `5:10`,
//! `U.S.` or an address of the web.

use super::Token;
use super::lemma::lemma;

/// Splits `text`, whose first byte stands at `offset` in its field.
pub(super) fn tokens(text: &str, offset: usize) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_whitespace() { 0 } else { token_length(rest, first) };
        if length == 0 {
            if let Some(last) = tokens.last_mut() {
                last.space_after = true;
            }
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let start = offset + text.len() - rest.len();
        tokens.push(token(&rest[..length], start));
        rest = &rest[length..];
    }
    tokens
}

fn token(form: &str, start: usize) -> Token {
    let lower = plain(form).to_lowercase();
    let capital = form.chars().next().is_some_and(char::is_uppercase);
    let lemma = lemma(&lower).into_owned();
    Token { start, end: start + form.len(), lower, lemma, capital, space_after: false }
}

/// Makes typographic quotation marks, apostrophes and dashes plain, so that lexicons need one form.
fn plain(form: &str) -> String {
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
    fn hyphens_and_possessives_are_tokens() {
        check("The hostage-takers' leader's car", "the hostage - takers ' leader 's car");
    }

    #[test]
    fn figures_times_and_initials_stay_whole() {
        check(
            "4,500 at 5:10 a.m. in the U.S., 1.2 million",
            "4,500 at 5:10 a.m. in the u.s. , 1.2 million",
        );
    }

    #[test]
    fn typographic_marks_are_made_plain() {
        check("“didn’t” — it’s", "\" didn't \" - it 's");
    }

    #[test]
    fn an_address_is_one_token() {
        check("See https://a.example/x?y=1, please.", "see https://a.example/x?y=1 , please .");
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let tokens = super::tokens(text, 0);
        let found: Vec<_> = tokens.iter().map(|it| it.lower.as_str()).collect();
        assert_eq!(found.join(" "), expected);
        assert!(tokens.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }
}
