//! Gives the expressions of time of an article with values of TIMEX3: days, quarters, durations, "now".
//!
//! In: an annotated article and the day it was published. Out: expressions in the order of the text, none
//! inside another. Those that name a day of the calendar come from [`Annotated::times`]; the others are
//! found here and date no event.

mod eras;
mod narrative;
mod quarters;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use jiff::ToSpan;

use super::numbers::number;
use super::{Annotated, Meaning, TimeMention, Token, Unit, times};
use crate::lexicon;
use crate::model::{Date, Precision};
use narrative::Narrative;

/// An expression of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timex {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// DATE, TIME, DURATION or SET.
    pub kind: &'static str,
    /// What it says, as TIMEX3 writes it.
    pub value: String,
}

static LISTED: LazyLock<BTreeMap<&'static str, (&'static str, &'static str)>> =
    LazyLock::new(|| {
        let rows = lexicon::rows(include_str!("../../data/timex.tsv"));
        let periods = lexicon::rows(include_str!("../../data/periods.tsv"));
        let periods = periods.map(|row| (row[0], ("DATE", row[1])));
        rows.map(|row| (row[0], (row[1], row[2]))).chain(periods).collect()
    });

/// Finds the expressions of time of an article published on `published`.
#[must_use]
pub fn timexes(annotated: &Annotated, published: &Date) -> Vec<Timex> {
    let narrative = Narrative::of(annotated, published.start.date().year());
    let mut found = read_all(annotated, &[], |words, at| {
        let told = narrative.that_year(words, at).or_else(|| narrative.later_year(words, at));
        told.or_else(|| eras::era(words, published))
    });
    let free = |it: &&TimeMention| !found.iter().any(|era| overlap(&era.tokens, &it.tokens));
    let mentions = annotated.times.iter().filter(free);
    let told: Vec<_> =
        mentions.filter_map(|it| of_mention(annotated, it, published, &narrative)).collect();
    found.extend(told);
    found.extend(read_all(annotated, &found, |words, _| read(words, published)));
    found.sort_by_key(|it| it.tokens.start);
    quarters::compare_quarters(&mut found, published);
    found
}

type Read = (&'static str, String, usize);

/// Tries `read` at every token outside of `taken`; it is told the words and the number of the first.
fn read_all(
    annotated: &Annotated,
    taken: &[Timex],
    read: impl Fn(&[Token], usize) -> Option<Read>,
) -> Vec<Timex> {
    let mut found = Vec::new();
    for sentence in &annotated.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let words = &annotated.tokens[at..sentence.tokens.end];
            let timex = read(words, at).map(|(kind, value, length)| Timex {
                tokens: at..at + length,
                kind,
                value,
            });
            let free = |it: &Timex| !taken.iter().any(|old| overlap(&old.tokens, &it.tokens));
            let length = timex.as_ref().filter(|it| free(it)).map_or(1, |it| it.tokens.len());
            found.extend(timex.filter(free));
            at += length;
        }
    }
    found
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn read(words: &[Token], published: &Date) -> Option<Read> {
    quarters::quarter(words, published)
        .or_else(|| duration(words))
        .or_else(|| listed(words))
        .or_else(|| year(words))
        .or_else(|| month(words, published))
}

/// A day of the calendar, with the part of the day if the words name one.
fn of_mention(
    annotated: &Annotated,
    time: &TimeMention,
    published: &Date,
    narrative: &Narrative,
) -> Option<Timex> {
    let tokens = time.tokens.clone();
    if let Meaning::Clock { hour, minute } = time.meaning {
        let value = format!("{}T{hour:02}:{minute:02}", published.start.date());
        return Some(Timex { tokens, kind: "TIME", value });
    }
    let meaning = narrative.dated(&time.meaning, &tokens);
    let date = match meaning {
        Meaning::Since { amount, unit } | Meaning::Earlier { amount, unit } => {
            Meaning::Ago { amount, unit }.resolve(published)?
        }
        ref it => it.resolve(published)?,
    };
    let date = nearest(date, &meaning, published);
    let part = annotated.tokens[tokens.clone()].iter().find_map(|it| match it.lower.as_str() {
        "morning" => Some("MO"),
        "afternoon" => Some("AF"),
        "evening" => Some("EV"),
        "night" | "tonight" => Some("NI"),
        _ => None,
    });
    let (kind, value) = match part {
        Some(part) => ("TIME", format!("{}T{part}", date.start.date())),
        None => ("DATE", value(&date, &meaning)),
    };
    Some(Timex { tokens, kind, value })
}

/// How many days back a day without a year may lie before that of the next year is meant: nine months.
const FAR: i32 = 270;

/// `Nov. 16` in October is the next one, and not that of a year ago: texts announce as well as tell.
fn nearest(date: Date, meaning: &Meaning, published: &Date) -> Date {
    let open =
        matches!(meaning, Meaning::Day { year: None, .. } | Meaning::Month { year: None, .. });
    let back = (published.start.date() - date.start.date()).get_days();
    if !open || back <= FAR {
        return date;
    }
    let later = |it: jiff::civil::DateTime| it.saturating_add(1.year());
    Date { start: later(date.start), end: later(date.end), ..date }
}

fn value(date: &Date, meaning: &Meaning) -> String {
    let first = date.start.date();
    let precision = match meaning {
        Meaning::Ago { unit: Unit::Month, .. } => Precision::Month,
        Meaning::Ago { unit: Unit::Year, .. } | Meaning::Earlier { unit: Unit::Year, .. } => {
            Precision::Year
        }
        Meaning::Whole { unit: Unit::Weekend, .. } => {
            let week = first.iso_week_date();
            return format!("{:04}-W{:02}-WE", week.year(), week.week());
        }
        _ => date.precision,
    };
    match precision {
        Precision::Week => {
            let week = first.iso_week_date();
            format!("{:04}-W{:02}", week.year(), week.week())
        }
        Precision::Month => first.strftime("%Y-%m").to_string(),
        Precision::Year => first.strftime("%Y").to_string(),
        Precision::Decade => format!("{:03}", first.year() / 10),
        _ => first.to_string(),
    }
}

/// `nine months`, `30-year`, `several weeks`, `decades`.
fn duration(words: &[Token]) -> Option<Read> {
    let lower = |at: usize| words.get(at).map_or("", |it| it.lower.as_str());
    let unit = |at: usize| {
        let listed = LISTED.get(words.get(at)?.lemma.as_str());
        listed.filter(|it| it.0 == "UNIT").map(|it| it.1)
    };
    let print =
        |unit: &str, amount: &str, length| Some(("DURATION", unit.replace('*', amount), length));
    let article = usize::from(matches!(lower(0), "the" | "past" | "next" | "last"));
    let article = article
        + usize::from(article > 0 && matches!(lower(1), "past" | "next" | "last" | "first"));
    let amount = words.get(article..).and_then(number);
    if let Some(amount) = amount {
        let at = article + amount.length;
        let at = at + usize::from(lower(at) == "-");
        let old = matches!(lower(at + 1), "ago" | "earlier");
        return unit(at)
            .filter(|_| !old)
            .and_then(|it| print(it, &amount.value.to_string(), at + 1));
    }
    let plural = |at: usize| words.get(at).is_some_and(|it| it.tag == "NNS");
    let vague = usize::from(matches!(lower(article), "several" | "many" | "few" | "recent"));
    let at = article + vague;
    match unit(at) {
        Some(unit) if plural(at) => print(unit, "X", at + 1),
        _ if lower(0) == "a" && !matches!(lower(2), "ago" | "earlier") => {
            unit(1).and_then(|it| print(it, "1", 2))
        }
        _ => None,
    }
}

/// Words of the longest expression that is listed.
const LONGEST: usize = 4;

/// `now`, `every day`, `World War II`.
fn listed(words: &[Token]) -> Option<Read> {
    let longest = words.len().min(LONGEST);
    (1..=longest).rev().find_map(|length| {
        let phrase: Vec<_> = words[..length].iter().map(|it| it.lower.as_str()).collect();
        let alone = |kind: &str| matches!(kind, "DATE" | "SET" | "DURATION");
        let (kind, value) = LISTED.get(phrase.join(" ").as_str()).filter(|it| alone(it.0))?;
        Some((*kind, (*value).to_owned(), length))
    })
}

/// `1989`, `the 1980s`, `1687`.
fn year(words: &[Token]) -> Option<Read> {
    if let Some(year) = bare_year(&words[0]) {
        return Some(("DATE", format!("{year:04}"), 1));
    }
    let digits = words[0].lower.strip_suffix('s').filter(|it| it.len() == 4)?;
    let year: i16 = digits.parse().ok()?;
    let value = if year % 100 == 0 && year < 1900 { &digits[..2] } else { &digits[..3] };
    (1000..2100).contains(&year).then(|| ("DATE", value.to_owned(), 1))
}

/// Four figures that are a year; before 1800 only where they count nothing.
fn bare_year(word: &Token) -> Option<i16> {
    let year: i16 = word.lower.parse().ok().filter(|_| word.lower.len() == 4)?;
    let counts = word.dep == "nummod";
    ((1000..2100).contains(&year) && (year >= 1800 || !counts)).then_some(year)
}

/// A month by itself: the nearest.
fn month(words: &[Token], published: &Date) -> Option<Read> {
    let month = times::month(&words[0])?;
    let meaning = Meaning::Month { month, year: None };
    let date = nearest(meaning.resolve(published)?, &meaning, published);
    Some(("DATE", date.start.date().strftime("%Y-%m").to_string(), 1))
}
