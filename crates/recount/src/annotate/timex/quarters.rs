//! Reads quarters of a year: `the third quarter`, and the year before that it is compared with.
//!
//! In: words and the day of publication. Out: values such as `1989-Q3`.

use super::{Read, Timex};
use crate::annotate::Token;
use crate::model::Date;

/// `the third quarter`, `third-quarter`, `the latest quarter`: the last that has begun.
pub(super) fn quarter(words: &[Token], published: &Date) -> Option<Read> {
    let lower = |at: usize| words.get(at).map_or("", |it| it.lower.as_str());
    let start = usize::from(lower(0) == "the");
    let which = ["first", "second", "third", "fourth"].iter().position(|it| *it == lower(start));
    let hyphen = usize::from(lower(start + 1) == "-");
    let today = published.start.date();
    let now = (today.month() - 1) / 3;
    if let Some(which) = which.filter(|_| lower(start + 1 + hyphen) == "quarter") {
        let past = i16::from(i8::try_from(which).ok()? > now);
        let value = format!("{:04}-Q{}", today.year() - past, which + 1);
        return Some(("DATE", value, start + 2 + hyphen));
    }
    // "a year-earlier", "the year-ago quarter".
    if lower(start) == "year"
        && lower(start + 1) == "-"
        && matches!(lower(start + 2), "ago" | "earlier")
    {
        return Some(("DATE", format!("{:04}", today.year() - 1), start + 3));
    }
    let latest = usize::from(matches!(lower(start), "latest" | "current" | "last" | "this"));
    let bare = start + latest > 0 && lower(start + latest) == "quarter";
    // What is reported in a quarter is that of the quarter before.
    let value = if now == 0 {
        format!("{:04}-Q4", today.year() - 1)
    } else {
        format!("{:04}-Q{now}", today.year())
    };
    bare.then(|| ("DATE", value, start + latest + 1))
}

/// How many tokens before "a year ago" a quarter may stand that it is compared with.
///
/// "Profit in the third quarter rose to 5 million from 4 million a year ago": two sentences of a report
/// of earnings. Chosen on TimeBank.
const COMPARED: usize = 60;

/// "A year earlier" behind a quarter is that quarter of the year before.
pub(super) fn compare_quarters(found: &mut [Timex], published: &Date) {
    let last_year = format!("{:04}", published.start.date().year() - 1);
    let mut quarter: Option<(usize, String)> = None;
    for timex in found {
        if let Some((_, which)) = timex.value.split_once("-Q") {
            quarter = Some((timex.tokens.end, which.to_owned()));
        } else if timex.value == last_year
            && timex.tokens.len() > 2
            && let Some((_, which)) =
                quarter.as_ref().filter(|it| timex.tokens.start - it.0 <= COMPARED)
        {
            timex.value = format!("{last_year}-Q{which}");
        }
    }
}
