//! Reads the date of publication from a line that gives one, or from a field of the input.
//!
//! In: a line (`Published 7 May 2019, 04:12 CET`), or a field (`2019-05-07T04:12:00Z`). Out: the
//! date as exactly as it is given, with the zone as printed. A date without a year, and one whose
//! day and month could change places, is no date: unknown rather than guessed.

use super::date_parts::{Part, parts, zone_label};
use crate::model::{Date, Precision};
use jiff::civil;

/// Bytes above which a line is no line of dates; the longest give two dates and two names.
const LONGEST_DATE_LINE: usize = 180;

/// A line that gives dates, and how it does.
#[derive(Debug, PartialEq)]
pub(super) struct DateLine {
    pub(super) date: Date,
    /// Whether the line says what the date is (`Published`, `Posted`).
    pub(super) labelled: bool,
    /// How many words of the line have no place in a line of dates.
    pub(super) other_words: usize,
    /// First byte of the label, or of what belongs to the date if there is none.
    pub(super) start: usize,
}

/// Returns what `line` says about the day of publication; `None` if it gives no whole date.
pub(super) fn date_line(line: &str) -> Option<DateLine> {
    let pieces: Vec<_> = if may_hold_one(line) { parts(line).collect() } else { return None };
    let (starts, parts): (Vec<_>, Vec<_>) = pieces.into_iter().unzip();
    let (date, labelled) = publication(&parts)?;
    let is_label = |it: &Part| matches!(it, Part::Published | Part::Updated);
    let label = parts.iter().position(is_label).filter(|_| labelled);
    let first = label.or_else(|| parts.iter().position(|it| *it != Part::Other))?;
    let other_words = parts.iter().filter(|it| **it == Part::Other).count();
    Some(DateLine { date, labelled, other_words, start: starts[first] })
}

/// Returns the date that a field of the input gives; midnight sharp means that only the day is known.
pub(super) fn field(value: &str) -> Option<Date> {
    let value = value.trim();
    let mut date = match value.parse::<i16>() {
        Ok(year) if (1800..2100).contains(&year) => whole_year(year)?,
        _ => year_and_month(value)
            .or_else(|| Some(date_line(&digits_parted(value)?)?.date))
            .or_else(|| Some(date_line(value)?.date))?,
    };
    if date.precision == Precision::Minute && date.start.time() == civil::Time::midnight() {
        date = Date::day(date.start.date());
    }
    Some(date.with_basis("input"))
}

/// Returns the date that a line labels as that of a later version.
pub(super) fn version_line(line: &str) -> Option<Date> {
    let parts: Vec<_> =
        if may_hold_one(line) { parts(line) } else { return None }.map(|it| it.1).collect();
    let versions = ranked(&parts).into_iter().filter(|(rank, _)| *rank == OF_A_VERSION);
    versions.map(|(_, date)| date.with_basis("text")).max_by_key(|it| it.start)
}

fn may_hold_one(line: &str) -> bool {
    line.len() <= LONGEST_DATE_LINE && line.bytes().any(|it| it.is_ascii_digit())
}

/// `20310507041230`, as GDELT writes it, and `20310507`.
fn digits_parted(value: &str) -> Option<String> {
    let digits = value.bytes().all(|it| it.is_ascii_digit());
    let (day, time) =
        value.split_at_checked(8).filter(|(_, it)| digits && matches!(it.len(), 0 | 6))?;
    let time = time.get(..4).map_or(String::new(), |it| format!(" {}:{}", &it[..2], &it[2..]));
    Some(format!("{}-{}-{}{time}", &day[..4], &day[4..6], &day[6..]))
}

fn whole_year(year: i16) -> Option<Date> {
    let (first, last) = (civil::Date::new(year, 1, 1).ok()?, civil::Date::new(year, 12, 31).ok()?);
    Some(Date::days(first, last, Precision::Year))
}

fn year_and_month(value: &str) -> Option<Date> {
    let (year, month) = value.split_once('-').filter(|(year, _)| year.len() == 4)?;
    let first = civil::Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?;
    Some(Date::days(first, first.last_of_month(), Precision::Month))
}

/// Takes the date labelled as publication, else the first without a label, else that of a version.
fn publication(parts: &[Part]) -> Option<(Date, bool)> {
    let (rank, date) = ranked(parts).into_iter().min_by_key(|(rank, _)| *rank)?;
    Some(match rank {
        0 => (date.with_basis("text"), true),
        1 => (date.with_basis("text"), false),
        _ => (date.with_basis("text, date of a later version"), true),
    })
}

/// The dates of a line, each with the rank of the label before it.
fn ranked(parts: &[Part]) -> Vec<(u8, Date)> {
    let is_label = |it: &Part| matches!(it, Part::Published | Part::Updated);
    let mut cuts: Vec<_> = (1..parts.len()).filter(|it| is_label(&parts[*it])).collect();
    cuts.insert(0, 0);
    let ends = cuts.iter().skip(1).copied().chain([parts.len()]);
    let stretches = cuts.iter().zip(ends).map(|(start, end)| &parts[*start..end]);
    stretches.filter_map(|it| Some((rank(it.first()?), one_date(it)?))).collect()
}

const OF_A_VERSION: u8 = 2;

fn rank(first: &Part) -> u8 {
    match first {
        Part::Published => 0,
        Part::Updated => OF_A_VERSION,
        _ => 1,
    }
}

fn one_date(parts: &[Part]) -> Option<Date> {
    let day = parts.iter().find_map(|it| if let Part::Day(day) = it { Some(*day) } else { None });
    let Some(day) = day.or_else(|| spelt_out(parts)) else { return month_alone(parts) };
    let (time, precision) = match time(parts) {
        Some((hour, minute, precision)) => (civil::Time::new(hour, minute, 0, 0).ok()?, precision),
        None => return Some(Date::day(day)),
    };
    let mut date = Date::minute(day.to_datetime(time));
    date.precision = precision;
    if precision == Precision::Hour {
        date.end = day.at(time.hour(), 59, 0, 0);
    }
    date.zone = zone(parts);
    Some(date)
}

/// `7 May 2019`, `May 7, 2019`, `May.7 - 2019`; fillers may stand between.
fn spelt_out(parts: &[Part]) -> Option<civil::Date> {
    let told: Vec<_> =
        parts.iter().filter(|it| !matches!(it, Part::Filler | Part::Weekday)).collect();
    told.windows(3)
        .find_map(|it| match it {
            [Part::Month(month), Part::Number(day), Part::Number(year)]
            | [Part::Number(day), Part::Month(month), Part::Number(year)] => {
                whole(*year, *month, *day)
            }
            _ => None,
        })
        .or_else(|| {
            told.windows(4).find_map(|it| match it {
                // `May 7 04:12 2019`
                [Part::Month(month), Part::Number(day), Part::Time(..), Part::Number(year)] => {
                    whole(*year, *month, *day)
                }
                _ => None,
            })
        })
}

fn whole(year: i16, month: i8, day: i16) -> Option<civil::Date> {
    let year = if (1800..2100).contains(&year) { year } else { return None };
    civil::Date::new(year, month, i8::try_from(day).ok()?).ok()
}

/// `May 2019`, where that is all.
fn month_alone(parts: &[Part]) -> Option<Date> {
    let told: Vec<_> =
        parts.iter().filter(|it| !matches!(it, Part::Filler | Part::Published)).collect();
    let [Part::Month(month), Part::Number(year)] = told[..] else { return None };
    let first = whole(*year, *month, 1)?;
    Some(Date::days(first, first.last_of_month(), Precision::Month))
}

fn time(parts: &[Part]) -> Option<(i8, i8, Precision)> {
    parts.iter().enumerate().find_map(|(place, part)| {
        let half =
            if let Some(Part::Half(after)) = parts.get(place + 1) { Some(*after) } else { None };
        match *part {
            Part::Time(hour, minute) => Some((by_half(hour, half), minute, Precision::Minute)),
            Part::Number(hour @ 1..=12) if half.is_some() => {
                Some((by_half(i8::try_from(hour).ok()?, half), 0, Precision::Hour))
            }
            _ => None,
        }
    })
}

fn by_half(hour: i8, after_noon: Option<bool>) -> i8 {
    match after_noon {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    }
}

fn zone(parts: &[Part]) -> Option<String> {
    let place =
        parts.iter().find_map(|it| if let Part::Zone(place) = it { Some(*place) } else { None })?;
    Some(zone_label(place).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_the_orders_that_newsrooms_write_them() {
        check("Tue May 7 2019", "2019-05-07");
        check("7 May 2019", "2019-05-07");
        check("Tuesday, May 7th, 2019", "2019-05-07");
        check("2019-05-07", "2019-05-07");
        check("23/05/2019", "2019-05-23");
        check("07.05.2019", "2019-05-07");
    }

    #[test]
    fn a_time_comes_with_its_zone_as_printed() {
        check("May.7 - 2019 04:12 PM CET", "2019-05-07 16:12 CET");
        check("Published 12:05 AM EDT, Tue May 7, 2019", "2019-05-07 00:05 EDT labelled");
        check("May 7, 2019 at 5 pm", "2019-05-07 17:00");
    }

    #[test]
    fn the_day_of_publication_comes_before_that_of_a_later_version() {
        check("Updated: May 9, 2019 Posted: May 7, 2019", "2019-05-07 labelled");
        check("Updated May 9, 2019", "2019-05-09 labelled");
    }

    #[test]
    fn the_day_of_a_later_version_is_kept_beside_it() {
        let version = |line| version_line(line).map_or("-".to_owned(), |it| it.to_string());
        assert_eq!(version("Updated: May 9, 2019 Posted: May 7, 2019"), "2019-05-09");
        assert_eq!(version("Posted: May 7, 2019"), "-");
    }

    #[test]
    fn a_date_that_could_be_two_or_lacks_its_year_is_none() {
        check("07/05/2019", "-");
        check("May 7", "-");
        check("17 minutes ago", "-");
    }

    #[test]
    fn words_that_have_no_place_in_a_line_of_dates_are_counted() {
        check("Since May 7, 2019, we have no ads", "2019-05-07 (5 other words)");
    }

    #[test]
    fn midnight_sharp_in_a_field_means_that_the_day_is_known() {
        let read = |value| field(value).map_or("-".to_owned(), |it| it.to_string());
        assert_eq!(read("2019-05-07T00:00:00"), "2019-05-07");
        assert_eq!(read("2019-05-07 04:12:30"), "2019-05-07 04:12");
        assert_eq!(read("2019-05"), "2019-05");
        assert_eq!(read("20190507041230"), "2019-05-07 04:12");
        assert_eq!(read("20190507"), "2019-05-07");
        assert_eq!(read("soon"), "-");
    }

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let shown = |it: DateLine| {
            let zone = it.date.zone.as_ref().map_or(String::new(), |it| format!(" {it}"));
            let labelled = if it.labelled { " labelled" } else { "" };
            let others = match it.other_words {
                0 => String::new(),
                count => format!(" ({count} other words)"),
            };
            format!("{}{zone}{labelled}{others}", it.date)
        };
        assert_eq!(date_line(line).map_or("-".to_owned(), shown), expected);
    }
}
