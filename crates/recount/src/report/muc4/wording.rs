//! Writes dates, places and numbers as MUC-4 has them.
//!
//! In: days, places and counts. Out: words. Two figures stand for a year, as the task asks.

use jiff::civil;

use super::code;
use crate::model::{Count, Level, Qualifier};

/// Returns a day: `04 MAY 31`.
#[must_use]
pub fn day(day: civil::Date) -> String {
    day.strftime("%d %b %y").to_string().to_uppercase()
}

/// Returns some day from the first to the last of these: `01 MAY 31 - 31 MAY 31`.
#[must_use]
pub fn span(first: civil::Date, last: civil::Date) -> String {
    format!("{} - {}", day(first), day(last))
}

/// Returns a day that is not known but lies on or before this one: `- 04 MAY 31`.
#[must_use]
pub fn until(last: civil::Date) -> String {
    format!("- {}", day(last))
}

/// Returns a country and, from the widest to the narrowest, places in it: `BELIZE: SALTHAM (CITY)`.
#[must_use]
pub fn place<'p>(country: &str, within: impl IntoIterator<Item = (&'p str, Level)>) -> String {
    let country = country.to_uppercase();
    let within = within.into_iter().map(|(name, level)| {
        let level = match level {
            Level::Admin1 => "admin1",
            Level::Admin2 => "admin2",
            _ => "city",
        };
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase();
        format!(": {name} ({})", code("level", level).unwrap_or_default())
    });
    std::iter::once(country).chain(within).collect()
}

/// Returns a number with what hedges it; without a figure it is `PLURAL` if there are several, else 1.
#[must_use]
pub fn number(count: Option<&Count>, several: bool) -> String {
    let Some(n) = count.and_then(|it| it.n) else {
        return if several || count.is_some() { "PLURAL" } else { "1" }.to_owned();
    };
    match count.map(|it| it.qualifier) {
        Some(Qualifier::AtLeast | Qualifier::MoreThan) => format!("{n} -"),
        Some(Qualifier::About | Qualifier::Nearly) => format!("~{n}"),
        _ => n.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_places_and_numbers_are_written_as_the_task_has_them() {
        assert_eq!(
            span(civil::date(2031, 5, 1), civil::date(2031, 5, 31)),
            "01 MAY 31 - 31 MAY 31"
        );
        assert_eq!(until(civil::date(1989, 12, 27)), "- 27 DEC 89");
        let within = [("Orange Walk", Level::Admin1), ("Saltham", Level::City)];
        let found = place("Belize", within);
        assert_eq!(found, "BELIZE: ORANGE WALK (DEPARTMENT): SALTHAM (CITY)");
        let least = Count { n: Some(6), low: Some(6), high: None, qualifier: Qualifier::AtLeast };
        assert_eq!(number(Some(&least), true), "6 -");
        assert_eq!((number(None, true).as_str(), number(None, false).as_str()), ("PLURAL", "1"));
    }
}
