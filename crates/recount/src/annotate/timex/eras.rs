//! Reads times longer than a year and years of other ages: centuries, seasons, `400 BC`.
//!
//! In: words and the day of publication. Out: values of TIMEX3: `18` for the nineteenth century, `2010-SU`
//! for the summer of 2010, `BC0400`. A season without a year has `XXXX` for it.

use super::{LISTED, Read};
use crate::annotate::Token;
use crate::annotate::numbers::ordinal;
use crate::annotate::times::{self, Shift};
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
    let sign = era_sign(lower(words, at + 1));
    let value = format!("{}{which:02}", sign.unwrap_or_default());
    named.then(|| ("DATE", value, at + 1 + usize::from(sign.is_some())))
}

/// What the value of a year begins with in the era that a word names.
fn era_sign(word: &str) -> Option<&'static str> {
    let (_, sign) = LISTED.get(word).filter(|it| it.0 == "ERA")?;
    Some(if *sign == "-" { "" } else { sign })
}

/// `400 BC`, `347 AD`, `AD 842`.
fn year_of_era(words: &[Token]) -> Option<Read> {
    let before = era_sign(lower(words, 0));
    let year: u16 = lower(words, usize::from(before.is_some())).parse().ok()?;
    let behind = words.get(1).filter(|it| it.capital).and_then(|it| era_sign(&it.lower));
    let sign = before.or(behind)?;
    Some(("DATE", format!("{sign}{year:04}"), 2))
}

/// `the summer of 2010`, `autumn 2004`, `last winter`, `winters`; "fall" and "spring" only beside a
/// year or "last", "this" and "next", since they are verbs too.
fn season(words: &[Token], published: &Date) -> Option<Read> {
    let shift = times::shift(lower(words, 0)).map(|it| match it {
        Shift::Last => -1,
        Shift::Next => 1,
        Shift::This | Shift::Nearest => 0,
    });
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
