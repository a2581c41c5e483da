//! Reads times longer than a year and years of other ages: centuries, seasons, `400 BC`.
//!
//! In: words and the day of publication. Out: values of TIMEX3: `18` for the nineteenth century, `2010-SU`
//! for the summer of 2010, `BC0400`. A season without a year has `XXXX` for it.

use super::{LISTED, Read};
use crate::annotate::Token;
use crate::annotate::numbers::ordinal;
use crate::model::Date;

/// Reads a century, a season or a year with its era at the head of `words`.
pub(super) fn era(words: &[Token], published: &Date) -> Option<Read> {
    century(words).or_else(|| year_of_era(words)).or_else(|| season(words, published))
}

fn lower(words: &[Token], at: usize) -> &str {
    words.get(at).map_or("", |it| it.lower.as_str())
}

/// `the 19th century`, `seventeenth-century`, `the 7th century BC`.
fn century(words: &[Token]) -> Option<Read> {
    let start = usize::from(lower(words, 0) == "the");
    let which = ordinal(lower(words, start))?.checked_sub(1)?;
    let at = start + 1 + usize::from(lower(words, start + 1) == "-");
    let named = matches!(lower(words, at), "century" | "centuries");
    let before = usize::from(is_before_christ(lower(words, at + 1)));
    let prefix = if before > 0 { "BC" } else { "" };
    named.then(|| ("DATE", format!("{prefix}{which:02}"), at + 1 + before))
}

fn is_before_christ(word: &str) -> bool {
    matches!(word, "bc" | "bce" | "b.c." | "b.c")
}

fn is_era(word: &str) -> bool {
    is_before_christ(word) || matches!(word, "ad" | "ce" | "a.d." | "a.d")
}

/// `400 BC`, `347 AD`, `AD 842`.
fn year_of_era(words: &[Token]) -> Option<Read> {
    let first = usize::from(matches!(lower(words, 0), "ad" | "a.d."));
    let year: u16 = lower(words, first).parse().ok()?;
    let behind = lower(words, first + 1);
    let era = first > 0 || words.get(first + 1).is_some_and(|it| it.capital) && is_era(behind);
    let prefix = if is_before_christ(behind) { "BC" } else { "" };
    era.then(|| ("DATE", format!("{prefix}{year:04}"), 2))
}

/// `the summer of 2010`, `autumn 2004`, `last winter`, `winters`; "fall" and "spring" only beside a
/// year or "last", "this" and "next", since they are verbs too.
fn season(words: &[Token], published: &Date) -> Option<Read> {
    let shift = match lower(words, 0) {
        "last" => Some(-1),
        "this" => Some(0),
        "next" => Some(1),
        _ => None,
    };
    let start = usize::from(shift.is_some() || lower(words, 0) == "the");
    let word = words.get(start)?;
    let (kind, sign) = LISTED.get(word.lower.as_str().trim_end_matches('s'))?;
    if !kind.starts_with("SEASON") || !word.pos.ends_with('N') {
        return None;
    }
    let of = usize::from(lower(words, start + 1) == "of");
    let year: Option<i16> = lower(words, start + 1 + of).parse().ok();
    let year = year.filter(|it| (1000..2100).contains(it));
    let this = published.start.date().year();
    let length = start + 1 + if year.is_some() { of + 1 } else { 0 };
    match year.or(shift.map(|it| this + it)) {
        Some(year) => Some(("DATE", format!("{year:04}-{sign}"), length)),
        None if *kind == "SEASON" => Some(("DATE", format!("XXXX-{sign}"), length)),
        None => None,
    }
}
