//! Reads the line that names the authors.
//!
//! In: a line (`By Anna Lind and Jon Berg, Associated Press`). Out: the names without the words that
//! lead to them. A sentence that begins with "By" is no byline.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::published;
use crate::lexicon::rows;

/// Bytes above which a line names no authors.
const LONGEST_BYLINE: usize = 160;

static LEADS: LazyLock<Vec<&'static str>> = LazyLock::new(|| of_kind("lead"));
static LINKS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| of_kind("link").into_iter().collect());

fn of_kind(kind: &str) -> Vec<&'static str> {
    let rows = rows(include_str!("../../data/byline_words.tsv"));
    rows.filter(|row| row[1] == kind).map(|row| row[0]).collect()
}

/// Returns the names of a byline.
pub(super) fn byline(line: &str) -> Option<&str> {
    if line.len() > LONGEST_BYLINE {
        return None;
    }
    let line = line.trim_start_matches(['-', '–', '—', '|', '•', ' ']);
    let named = LEADS.iter().filter_map(|lead| after_lead(line, lead)).min_by_key(|it| it.len())?;
    let dated = published::date_line(named).map_or(named.len(), |it| it.start);
    let names = named[..dated].trim_end_matches([' ', ',', '|', '-', '–', '—', '•', ':', '(', '/']);
    is_names(names).then_some(names)
}

/// Returns whether a line may be a name alone: two to four words that begin with capitals.
pub(super) fn is_bare_name(line: &str) -> bool {
    let words = line.split_whitespace().count();
    (2..=4).contains(&words)
        && line.split_whitespace().all(|it| is_capital(it) && !it.contains(':'))
}

fn after_lead<'l>(line: &'l str, lead: &str) -> Option<&'l str> {
    let head = line.get(..lead.len()).filter(|it| it.eq_ignore_ascii_case(lead))?;
    let rest = &line[head.len()..];
    rest.starts_with([' ', ':', '\u{a0}']).then(|| rest.trim_start_matches([' ', ':', '\u{a0}']))
}

fn is_names(text: &str) -> bool {
    let words: Vec<_> =
        text.split([' ', ',', '/', '|', '\u{a0}', '&']).filter(|it| !it.is_empty()).collect();
    let fits =
        |word: &&str| is_capital(word) || is_link(word) || word.contains('@') || *word == "-";
    let ends_a_sentence = text.ends_with('.') && text.len() > 2 && !is_short(words.last());
    let first_is_name =
        words.first().is_some_and(|it| is_capital(it) || *it == "our" || is_link(it));
    let named = words.iter().any(|it| is_capital(it) || it.contains("staff"));
    first_is_name && named && words.len() <= 16 && !ends_a_sentence && words.iter().all(fits)
}

/// `Jr.`, `A.`, `Dr.`: their stop ends no sentence.
fn is_short(word: Option<&&str>) -> bool {
    word.is_some_and(|it| it.len() <= 4)
}

fn is_capital(word: &str) -> bool {
    word.trim_start_matches(['(', '"', '“', '@']).starts_with(char::is_uppercase)
}

fn is_link(word: &str) -> bool {
    LINKS.contains(word.trim_matches(|it: char| !it.is_alphabetic()).to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_lead_to_the_names_are_left_out() {
        check("Written by Anna Lind", "Anna Lind");
        check(
            "By Anna Lind and Jon Berg, Associated Press",
            "Anna Lind and Jon Berg, Associated Press",
        );
        check("BY ANNA LIND | STAFF WRITER", "ANNA LIND | STAFF WRITER");
        check("By: Maria de la Cruz", "Maria de la Cruz");
    }

    #[test]
    fn a_date_after_the_names_is_left_out() {
        check("By Anna Lind, May 7, 2019 4:12 PM", "Anna Lind");
        check("By Anna Lind Published: 7 May 2019", "Anna Lind");
    }

    #[test]
    fn a_sentence_that_begins_so_is_no_byline() {
        check("By Friday, 20 people were still missing.", "-");
        check("By then the bridge had fallen", "-");
        check("By and large", "-");
    }

    #[track_caller]
    fn check(line: &str, expected: &str) {
        assert_eq!(byline(line).unwrap_or("-"), expected);
    }
}
