//! Reads the dates of GUM: marked in its CoNLL-U as elements `date` with the day they mean.
//!
//! In: the lines of a file. Out: for each document its text, the day it was written, and the dates in it
//! with their bytes and values. A date with bounds instead of a day has the value of its first bound.
//! Our values are written as GUM's guidelines have them: the first day of a century, decade or week, the
//! first month of a season, the day of a morning.

use std::ops::Range;

use jiff::civil::{ISOWeekDate, Weekday};
use recount::annotate::Timex;

/// A document with its dates.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) text: String,
    pub(super) created: String,
    pub(super) dates: Vec<(Range<usize>, String)>,
}

/// Reads the documents of a file.
pub(super) fn documents(lines: &str) -> Vec<Document> {
    let mut documents: Vec<Document> = Vec::new();
    let mut open = None;
    for line in lines.lines() {
        if line.starts_with("# newdoc") {
            documents.push(Document::default());
        }
        let Some(document) = documents.last_mut() else { continue };
        if let Some(day) = line.strip_prefix("# meta::dateCreated = ") {
            document.created = day.to_owned();
        }
        match line.split('\t').collect::<Vec<_>>()[..] {
            [id, form, .., misc] if !id.contains(['-', '.']) => {
                document.take(form, misc, &mut open)
            }
            [""] => document.text.push('\n'),
            _ => {}
        }
    }
    documents
}

/// Returns what GUM would write for an expression; `None` for those that it does not mark.
pub(super) fn first_day(timex: &Timex) -> Option<String> {
    let value = timex.value.split('/').next().unwrap_or_default();
    let (year, rest) = value.split_once('-').unwrap_or((value, ""));
    let is_year = |it: &str| it.len() == 4 && it.chars().all(|it| it.is_ascii_digit());
    if let (Some((day, "MO" | "AF" | "EV" | "NI")), "TIME") = (value.split_once('T'), timex.kind) {
        return Some(day.to_owned());
    }
    if let Some(before) = value.strip_prefix("BC").filter(|it| it.len() == 4) {
        return Some(format!("-{before}"));
    }
    match (timex.kind, rest) {
        ("DATE", "") if matches!(value.len(), 2 | 3) => Some(format!("{value:0<4}-01-01")),
        ("DATE", "") => is_year(value).then(|| value.to_owned()),
        ("DATE", week) if week.starts_with('W') && week != "WI" => {
            let (number, day) = match week[1..].split_once("-WE") {
                Some((number, _)) => (number, Weekday::Saturday),
                None => (&week[1..], Weekday::Monday),
            };
            day_of_week(year.parse().ok()?, number.parse().ok()?, day)
        }
        ("DATE", season) => month(season).map(|month| match year {
            "XXXX" => format!("-{month}"),
            year => format!("{year}{month}"),
        }),
        _ => None,
    }
}

fn day_of_week(year: i16, week: i8, day: Weekday) -> Option<String> {
    Some(ISOWeekDate::new(year, week, day).ok()?.date().to_string())
}

/// The month with its dash in which a season begins; months and days as they are.
fn month(rest: &str) -> Option<String> {
    let season = [("WI", "12"), ("SP", "03"), ("SU", "06"), ("FA", "09")];
    let season = season.iter().find(|it| it.0 == rest).map(|it| format!("-{}", it.1));
    let digits = rest.chars().all(|it| it.is_ascii_digit() || it == '-');
    season.or_else(|| digits.then(|| format!("-{rest}")))
}

impl Document {
    fn take(&mut self, form: &str, misc: &str, open: &mut Option<(usize, String)>) {
        if let Some(start) = misc.find("<date ") {
            let value = misc[start..].split('"').nth(1).unwrap_or_default();
            *open = Some((self.text.len(), padded(value)));
        }
        self.text.push_str(form);
        if misc.contains("</date>")
            && let Some((start, value)) = open.take()
        {
            self.dates.push((start..self.text.len(), value));
        }
        if !misc.contains("SpaceAfter=No") {
            self.text.push(' ');
        }
    }
}

/// `-400` is `-0400`: GUM has both.
fn padded(value: &str) -> String {
    let (sign, year) = value.strip_prefix('-').map_or(("", value), |it| ("-", it));
    let short = !year.is_empty() && year.chars().all(|it| it.is_ascii_digit());
    if short { format!("{sign}{year:0>4}") } else { value.to_owned() }
}

#[cfg(test)]
mod tests {
    use recount::annotate::Timex;

    use super::{documents, first_day};

    #[test]
    fn a_value_is_written_as_gum_has_it() {
        let written = |kind, value: &str| {
            first_day(&Timex { tokens: 0..1, kind, value: value.to_owned() }).unwrap_or_default()
        };
        let dates = [
            "196",
            "18",
            "BC0400",
            "2031-W19",
            "2031-W19-WE",
            "2031-SU",
            "XXXX-WI",
            "2031-05",
            "PRESENT_REF",
        ];
        let written_dates = dates.map(|it| written("DATE", it));
        let expected = [
            "1960-01-01",
            "1800-01-01",
            "-0400",
            "2031-05-05",
            "2031-05-10",
            "2031-06",
            "--12",
            "2031-05",
            "",
        ];
        assert_eq!(written_dates, expected);
        assert_eq!(written("TIME", "2031-05-04TMO"), "2031-05-04");
        assert_eq!(written("TIME", "2031-05-04T10:00"), "");
        assert_eq!(written("DURATION", "PT4H"), "");
    }

    #[test]
    fn a_date_has_its_words_and_its_day() {
        let line = |id, form, misc| format!("{id}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}\n");
        let text = [
            "# newdoc id = a\n# meta::dateCreated = 2031-05-07\n".to_owned(),
            line("1", "On", "_"),
            line("2", "May", "XML=<date when:::\"2031-05-04\">"),
            line("3", "4", "SpaceAfter=No|XML=</date>"),
            line("4", ".", "_"),
        ];
        let found = documents(&text.concat());
        assert_eq!(
            (found[0].created.as_str(), found[0].text.as_str()),
            ("2031-05-07", "On May 4. ")
        );
        assert_eq!(found[0].dates, [(3..8, "2031-05-04".to_owned())]);
    }
}
