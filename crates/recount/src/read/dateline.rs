//! Reads the place and the newsroom at the head of a report.
//!
//! In: the first paragraph (`NORRVIK, Sweden (AP) — Two men were hurt`). Out: the place, the newsroom
//! in brackets, and how much of the paragraph they take. A label in capitals (`BREAKING:`) is no place.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::lines::head;
use crate::lexicon::rows;

/// Bytes within which a dateline ends; the longest name two places, a day and a newsroom.
const LONGEST_DATELINE: usize = 120;

/// What stands at the head of a report.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Dateline<'t> {
    pub(super) place: Option<&'t str>,
    /// The newsroom in brackets.
    pub(super) newsroom: Option<&'t str>,
}

static HEAD: LazyLock<Regex> = LazyLock::new(|| {
    let place = r"\p{Lu}[\p{L}.'’]*(?:[ /-]\p{L}[\p{L}.'’]*){0,5}(?:, ?\p{Lu}[\p{L}. ]*){0,2}";
    let day = r",? ?(?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{Ll}{2,8})(?:,? \d{4})?";
    let newsroom = r"\(([^()]{2,40})\)";
    let pattern = format!(
        r"^[—–-]* ?(?:(?P<place>{place}?)(?P<day>{day})?)?,? ?(?:{newsroom})? ?(?P<mark>--|>>|—|–|-|:|\||$) ?"
    );
    Regex::new(&pattern).expect("the pattern is tested")
});

static LABELS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    rows(include_str!("../../data/dateline_labels.tsv")).map(|row| row[0]).collect()
});

/// Returns the dateline at the head of `paragraph`.
pub(super) fn dateline(paragraph: &str) -> Option<Dateline<'_>> {
    let head = head(paragraph, LONGEST_DATELINE);
    if let Some(newsroom) = newsroom_alone(head) {
        return Some(Dateline { place: None, newsroom: Some(newsroom) });
    }
    let found = HEAD.captures(head)?;
    let (place, mark) = (found.name("place")?.as_str().trim(), found.name("mark")?.as_str());
    let newsroom = found.get(3).map(|it| it.as_str()).filter(|it| is_newsroom(it));
    let spaced = is_spaced(head, found.name("mark")?.range());
    let sure = newsroom.is_some() || found.name("day").is_some();
    let fits = match mark {
        "" => newsroom.is_some(),
        ":" => is_capitals(place) && !holds_a_label(place),
        _ if sure => true,
        _ => {
            spaced
                && !begins_with_label(place)
                && (is_capitals(place) || names_a_region(place, mark))
        }
    };
    (fits && is_place(place)).then_some(Dateline { place: Some(place), newsroom })
}

/// Returns whether `line` is a dateline and no more: `NORRVIK, Ore. (AP) —`.
pub(super) fn is_alone(line: &str) -> bool {
    let closed = line.ends_with(['—', '–', '-', ')']) && line.len() <= LONGEST_DATELINE;
    closed && dateline(line).is_some()
}

/// `(AP) — `, `(Reuters) - `, `(CNN) `.
fn newsroom_alone(head: &str) -> Option<&str> {
    let (newsroom, _) = head.strip_prefix('(')?.split_once(')')?;
    is_newsroom(newsroom).then_some(newsroom)
}

/// A newsroom in brackets has capitals and is no sentence: `AP`, `Reuters`, `WNRV`, `NRV 46`.
fn is_newsroom(text: &str) -> bool {
    let named = |word: &str| word.starts_with(|it: char| it.is_uppercase() || it.is_ascii_digit());
    let words = text.split_whitespace().count();
    let capital = text.contains(char::is_uppercase);
    text == "dpa" || capital && words <= 4 && text.split_whitespace().all(named)
}

/// A lone hyphen stands free, and no small letter follows.
fn is_spaced(head: &str, mark: std::ops::Range<usize>) -> bool {
    let before = head[..mark.start].ends_with([' ', ')']);
    let after = head[mark.end..].trim_start();
    before && !after.starts_with(char::is_lowercase) || head[mark].len() > 1
}

/// The first of the places, up to a comma, is in capitals.
fn is_capitals(place: &str) -> bool {
    let first = place.split(',').next().unwrap_or(place);
    let letters = || first.chars().filter(|it| it.is_alphabetic());
    letters().count() >= 3 && letters().all(char::is_uppercase)
}

/// `Norrvik, Ore. — `: a place in small letters needs its region, shortened or in capitals.
fn names_a_region(place: &str, mark: &str) -> bool {
    let region = place.split(", ").nth(1).unwrap_or_default();
    mark != "-" && (region.ends_with('.') || is_capitals(region)) && region.len() <= 6
}

fn holds_a_label(place: &str) -> bool {
    labels(place).any(|it| it)
}

/// A dash is a surer mark than a colon: `NEWPORT NEWS —` is a place although it holds a label.
fn begins_with_label(place: &str) -> bool {
    labels(place).next().unwrap_or_default()
}

fn labels(place: &str) -> impl Iterator<Item = bool> {
    let words = place.split(|it: char| !it.is_alphabetic());
    words.map(|it| LABELS.contains(it.to_lowercase().as_str()))
}

fn is_place(place: &str) -> bool {
    let words = place.split_whitespace().count();
    (1..=6).contains(&words) && place.chars().filter(|it| it.is_alphabetic()).count() >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_stands_before_a_dash_or_a_colon() {
        check("NORRVIK: Two men were hurt.", "NORRVIK");
        check("NORRVIK — Two men were hurt.", "NORRVIK");
        check("EAST NORRVIK, Ore. -- Two men were hurt.", "EAST NORRVIK, Ore.");
        check("Norrvik, Ore. — Two men were hurt.", "Norrvik, Ore.");
        check("— Two men were hurt.", "-");
    }

    #[test]
    fn the_newsroom_stands_in_brackets() {
        check("NORRVIK, Sweden (AP) — Two men were hurt.", "NORRVIK, Sweden (AP)");
        check("Norrvik, Sweden (Reuters) - Two men were hurt.", "Norrvik, Sweden (Reuters)");
        check("NORRVIK, May 7 (Xinhua) -- Two men were hurt.", "NORRVIK (Xinhua)");
        check("(Reuters) - Two men were hurt.", "(Reuters)");
        check("NORRVIK, MS (WNRV 46) -", "NORRVIK, MS (WNRV 46)");
        check("NORRVIK —", "NORRVIK");
        check("NORRVIK/LUNDA (AFP) - Two men were hurt.", "NORRVIK/LUNDA (AFP)");
    }

    #[test]
    fn a_label_or_a_sentence_is_no_dateline() {
        check("BREAKING: Two men were hurt.", "-");
        check("Police — who came late — found two men.", "-");
        check("Anna Lind (32) was hurt.", "-");
        check("The ship (a ferry) sank.", "-");
        check("SEVEN-year-old Anna was hurt.", "-");
    }

    #[track_caller]
    fn check(paragraph: &str, expected: &str) {
        let shown = |it: Dateline| match (it.place, it.newsroom) {
            (Some(place), Some(newsroom)) => format!("{place} ({newsroom})"),
            (None, Some(newsroom)) => format!("({newsroom})"),
            (place, None) => place.unwrap_or_default().to_owned(),
        };
        assert_eq!(dateline(paragraph).map_or("-".to_owned(), shown), expected);
    }
}
