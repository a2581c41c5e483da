//! Cuts a line of dates into its parts: months, numbers, times, labels, zones.
//!
//! In: a line. Out: its parts, each with its first byte. A number whose day and month could change
//! places is no date; what the parts amount to is not asked here.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil;
use regex::Regex;

use crate::lexicon::rows;

/// What a piece of such a line is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Part {
    Published,
    Updated,
    Weekday,
    Filler,
    Other,
    Month(i8),
    Number(i16),
    Day(civil::Date),
    /// Hour, minute.
    Time(i8, i8),
    /// Before or after noon.
    Half(bool),
    /// Place in the table of zones.
    Zone(usize),
}

static PIECE: LazyLock<Regex> = LazyLock::new(|| {
    let eastern = r"\d{4}(?:年|년) ?\d{1,2}(?:月|월) ?\d{1,2}(?:日|일)";
    let numeric = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}";
    let pattern = format!(
        r"{eastern}|{numeric}|\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?|\d+|\p{{L}}+(?:\.\p{{L}})*"
    );
    Regex::new(&pattern).expect("the pattern is tested")
});

static WORDS: LazyLock<BTreeMap<&'static str, Part>> = LazyLock::new(|| {
    let calendar = rows(include_str!("../../data/calendar.tsv")).filter_map(|row| match row[1] {
        "month" => Some((row[0], Part::Month(row[2].parse().ok()?))),
        "weekday" => Some((row[0], Part::Weekday)),
        _ => None,
    });
    let labels = rows(include_str!("../../data/date_words.tsv")).map(|row| match row[1] {
        "published" => (row[0], Part::Published),
        "updated" => (row[0], Part::Updated),
        "half" => (row[0], Part::Half(row[0].starts_with('p'))),
        _ => (row[0], Part::Filler),
    });
    let months = rows(include_str!("../../data/months.tsv"))
        .filter_map(|row| Some((row[0], Part::Month(row[1].parse().ok()?))));
    months.chain(calendar).chain(labels).collect()
});

static ZONES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/time_zones.tsv")).map(|row| row[0]).collect());

/// Returns the parts of `line`, each with its first byte.
pub(super) fn parts(line: &str) -> impl Iterator<Item = (usize, Part)> {
    PIECE.find_iter(line).map(|it| (it.start(), part(it.as_str())))
}

/// Returns the label of a zone as the table has it.
pub(super) fn zone_label(place: usize) -> &'static str {
    ZONES[place]
}

fn part(piece: &str) -> Part {
    if piece.starts_with(|it: char| it.is_ascii_digit()) {
        return numeric(piece);
    }
    let zone = || ZONES.iter().position(|it| *it == piece).map(Part::Zone);
    let known = || WORDS.get(piece.to_lowercase().trim_end_matches('.')).copied();
    zone().or_else(known).unwrap_or(Part::Other)
}

fn numeric(piece: &str) -> Part {
    let cells: Vec<i16> =
        piece.split(|it: char| !it.is_ascii_digit()).filter_map(|it| it.parse().ok()).collect();
    let small = |it: i16| i8::try_from(it).unwrap_or(-1);
    match cells[..] {
        [hour, minute, ..] if piece.contains(':') => match hour < 24 && minute < 60 {
            true => Part::Time(small(hour), small(minute)),
            false => Part::Other,
        },
        [number] => Part::Number(number),
        [year, month, day] if year > 31 => day_or_other(year, small(month), small(day)),
        // Where dots part the numbers, the day comes first in every language.
        [day, month, year] if day > 12 || day == month || piece.contains('.') => {
            day_or_other(year, small(month), small(day))
        }
        [month, day, year] if day > 12 => day_or_other(year, small(month), small(day)),
        _ => Part::Other,
    }
}

fn day_or_other(year: i16, month: i8, day: i8) -> Part {
    civil::Date::new(year, month, day).map_or(Part::Other, Part::Day)
}
