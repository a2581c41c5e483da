//! Tells when a page was published from what its markup says.
//!
//! In: what the markup says, and the address. Out: the date, with its basis and the zone as printed. The
//! date of a later version is never taken, and one whose day and month could change places is unknown.

use std::sync::LazyLock;

use jiff::civil;
use regex::Regex;

use super::super::published::{DateLine, date_line, field};
use super::head::Head;
use crate::model::{Date, Precision};

/// Years before which a date on a page is that of an empty field, or of a subject.
const FIRST_YEAR: i16 = 1992;

/// A time of day with how far it is from Greenwich: `T04:12:30.5+02:00`.
static OFFSET: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\d:\d{2}(?::\d{2}(?:[.,]\d+)?)? ?([+-]\d{2}:?\d{2})$").expect("it is tested")
});

/// Words that may stand beside a day below the heading: a weekday in another language, a section.
const WORDS_BESIDE: usize = 4;

static DAY_FIRST: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b").expect("it is tested"));

/// Days in addresses: `/2031/05/04/`, `/2031-05-04-`, `/20310504/`.
static IN_ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[/_.-]((?:19|20)\d{2})(?:[/_-](\d{1,2})[/_-](\d{1,2})|(\d{2})(\d{2}))(?:[/_.-]|$)")
        .expect("it is tested")
});

/// Returns the day of publication that the markup tells. A time of the newsroom's own zone goes before the
/// same time in Greenwich, whose day may be another; where both are of Greenwich, `<meta>` goes first.
pub(super) fn told(head: &Head) -> Option<Date> {
    let linked = head.linked.iter().filter_map(|it| it.published.as_deref());
    let marked = head.published.iter().map(|it| ("time element", it.as_str()));
    let sources = head.told("published").map(|it| ("meta", it));
    let sources = sources.chain(linked.map(|it| ("json-ld", it)));
    let sources = sources.chain(head.trackback.iter().map(|it| ("trackback", it.as_str())));
    let mut dates =
        sources.chain(marked).filter_map(|(basis, value)| date(&plain_order(value, head), basis));
    let first = dates.next()?;
    let local = |it: &Date| !is_of_greenwich(it) && it.zone.is_some() && are_close(it, &first);
    let of_zone = is_of_greenwich(&first).then(|| dates.find(local)).flatten();
    Some(of_zone.unwrap_or(first))
}

pub(super) fn is_of_greenwich(date: &Date) -> bool {
    let zone = date.zone.as_deref().unwrap_or_default();
    matches!(zone, "Z" | "UTC" | "GMT" | "+00:00" | "+0000" | "-00:00")
}

/// Returns whether both are of one day or of two in a row.
pub(super) fn are_close(one: &Date, other: &Date) -> bool {
    let days = one.start.date().since(other.start.date());
    days.is_ok_and(|it| it.get_days().abs() <= 1 && it.get_months() == 0 && it.get_years() == 0)
}

/// Returns the day of the first `<time>` that does not say what it is.
pub(super) fn of_times(head: &Head) -> Option<Date> {
    head.times.iter().take(1).find_map(|it| date(&plain_order(it, head), "time element"))
}

/// Returns the first day in an element whose class says that it gives one; not that of a later version.
pub(super) fn shown(head: &Head) -> Option<Date> {
    let lines = head.shown.iter().filter_map(|it| date_line(&plain_order(it, head)));
    let mut lines = lines.map(|it| it.date);
    let date =
        lines.find(|it| it.basis.as_deref() == Some("text") && it.start.year() >= FIRST_YEAR);
    date.map(|it| it.with_basis("date element"))
}

/// Returns the day in a line close below the heading that says hardly anything else.
pub(super) fn near(head: &Head) -> Option<Date> {
    let lines = head.near.iter().filter_map(|it| date_line(&plain_order(it, head)));
    let mut bare = lines.filter(|it| it.labelled || it.other_words <= WORDS_BESIDE);
    let fits = |it: &DateLine| {
        it.date.basis.as_deref() == Some("text") && it.date.start.year() >= FIRST_YEAR
    };
    bare.find(fits).map(|it| it.date.with_basis("line below the heading"))
}

/// Returns the day in a short text with a time to the minute, wherever it stands.
pub(super) fn stamped(head: &Head) -> Option<Date> {
    let found = date_line(head.stamp.as_deref()?)?.date;
    (found.start.year() >= FIRST_YEAR).then(|| found.with_basis("line with a time"))
}

/// Returns the day of a later version, where the page tells no other.
pub(super) fn of_version(head: &Head) -> Option<Date> {
    modified(head).map(|it| it.with_basis("metadata, date of a later version"))
}

/// Returns when the page says that it was last changed.
pub(super) fn modified(head: &Head) -> Option<Date> {
    let linked = head.linked.iter().filter_map(|it| it.modified.as_deref());
    let told = linked.map(|it| ("json-ld", it)).chain(head.told("modified").map(|it| ("meta", it)));
    told.into_iter().find_map(|(basis, value)| date(value, basis))
}

/// A day as numbers in the order that all but English pages use has its month second: `05/04/2031` becomes
/// `2031-04-05`.
fn plain_order(text: &str, head: &Head) -> String {
    let language = head.language.as_deref().unwrap_or("en").to_lowercase();
    if language.starts_with("en") {
        return text.to_owned();
    }
    DAY_FIRST.replace_all(text, "$3-$2-$1").into_owned()
}

/// Returns the day that the address names.
pub(super) fn in_address(url: &str) -> Option<Date> {
    let found = IN_ADDRESS.captures(url)?;
    let number = |place: usize, other: usize| {
        found.get(place).or_else(|| found.get(other))?.as_str().parse().ok()
    };
    let year = found.get(1)?.as_str().parse().ok()?;
    let day = civil::Date::new(year, number(2, 4)?, number(3, 5)?).ok()?;
    Some(Date::day(day).with_basis("url"))
}

fn date(value: &str, basis: &str) -> Option<Date> {
    let date = field(value).filter(|it| it.start.year() >= FIRST_YEAR)?;
    let mut date = date.with_basis(basis);
    let offset = OFFSET.captures(value.trim()).and_then(|it| it.get(1));
    if let Some(offset) = offset.filter(|_| date.precision == Precision::Minute) {
        date.zone = Some(offset.as_str().to_owned());
    }
    Some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_keeps_its_zone_as_printed() {
        check("2031-05-04T04:12:30+02:00", "2031-05-04 04:12 +02:00");
        check("2031-05-04T04:12:30.000Z", "2031-05-04 04:12 Z");
        check("2031-05-04T04:12:30-0500", "2031-05-04 04:12 -0500");
        check("2031-05-04", "2031-05-04 -");
    }

    #[test]
    fn an_empty_field_is_no_date() {
        check("1970-01-01T00:00:00Z", "-");
        check("0000-00-00", "-");
        check("05/04/2031", "-");
    }

    #[test]
    fn numbers_stand_in_the_order_of_the_language() {
        let shown = |language: &str| {
            let (language, near) =
                (Some(language.to_owned()), vec!["05/04/2031 - 04:30".to_owned()]);
            let head = Head { language, near, ..Head::default() };
            super::near(&head).map_or("-".to_owned(), |it| it.to_string())
        };
        assert_eq!(shown("pt-BR"), "2031-04-05 04:30");
        assert_eq!(shown("en"), "-");
    }

    #[test]
    fn an_address_may_hold_the_day() {
        let found = |url| in_address(url).map_or("-".to_owned(), |it| it.to_string());
        assert_eq!(found("https://herald.example/2031/05/04/ferry"), "2031-05-04");
        assert_eq!(found("https://herald.example/sea/ferry-2031-05-04.html"), "2031-05-04");
        assert_eq!(found("https://herald.example/20310504/ferry"), "2031-05-04");
        assert_eq!(found("https://herald.example/2031/17/ferry"), "-");
        assert_eq!(found("https://herald.example/ferry-20319999-a"), "-");
    }

    #[track_caller]
    fn check(value: &str, expected: &str) {
        let shown = |it: Date| format!("{it} {}", it.zone.as_deref().unwrap_or("-"));
        assert_eq!(date(value, "meta").map_or("-".to_owned(), shown), expected);
    }
}
