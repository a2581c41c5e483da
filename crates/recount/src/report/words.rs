//! Puts values, dates, counts of support and chains into words.
//!
//! In: parts of the record. Out: short phrases: "16 June 2031, 11:01 CET", "3 articles · 1 family ·
//! 1 origin", "TASS → police source (anonymous)". Never more precise than the record is.

use crate::model::{Claim, Count, Date, Group, Hop, Place, Precision, Value};

use super::labels;

/// Returns a value as a reader would say it.
pub(super) fn value(value: &Value) -> String {
    match value {
        Value::Count(count) => self::count(count),
        Value::Date(date) => self::date(date),
        Value::Place(place) => self::place(place),
        Value::Name(name) => name.text.clone(),
        Value::Term(term) => term.id.replace('_', " "),
    }
}

fn count(count: &Count) -> String {
    let plain = count.to_string();
    match count.n {
        Some(n) => plain.replace(&n.to_string(), &thousands(n)),
        None => plain,
    }
}

/// Returns a figure with its thousands apart: `4,500`.
pub(super) fn thousands(n: u64) -> String {
    let digits = n.to_string();
    let mut apart = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            apart.push(',');
        }
        apart.push(digit);
    }
    apart
}

/// Returns a date at its own precision: `16 June 2031, 11:01 CET`, `June 2031`, `the 2030s`.
pub(super) fn date(date: &Date) -> String {
    let (first, last) = (date.start.date(), date.end.date());
    let day = |it: jiff::civil::Date| format!("{} {}", it.day(), it.strftime("%B %Y"));
    match date.precision {
        Precision::Minute | Precision::Hour => {
            let clock = format!("{}, {}", day(first), date.start.strftime("%H:%M"));
            date.zone.as_ref().map_or(clock.clone(), |zone| format!("{clock} {zone}"))
        }
        Precision::Day | Precision::Week if first != last => {
            format!("{} to {}", day(first), day(last))
        }
        Precision::Day => day(first),
        Precision::Week => format!("week of {}", day(first)),
        Precision::Month => first.strftime("%B %Y").to_string(),
        Precision::Year => first.year().to_string(),
        Precision::Decade => format!("the {}s", first.year() / 10 * 10),
    }
}

/// Returns a place with the division and country it lies in, as far as they say more.
pub(super) fn place(place: &Place) -> String {
    let mut words = place.name.clone();
    for wider in [&place.city, &place.admin1, &place.country].into_iter().flatten() {
        if !words.contains(wider.as_str()) {
            words = format!("{words}, {wider}");
        }
    }
    words
}

/// Returns what stands behind a value: `3 articles · 1 family · 1 origin`.
pub(super) fn support(group: &Group) -> String {
    let parts = [
        several(group.articles, "article", "articles"),
        several(group.families, "family", "families"),
        several(group.origins, "origin", "origins"),
    ];
    parts.join(" · ")
}

/// Returns a number with its noun.
pub(super) fn several(n: usize, one: &str, more: &str) -> String {
    format!("{} {}", thousands(n as u64), if n == 1 { one } else { more })
}

/// Returns a range of figures: `144–145`, `144` where both are the same.
pub(super) fn range(low: Option<u64>, high: Option<u64>) -> String {
    match (low, high) {
        (Some(low), Some(high)) if low == high => thousands(low),
        (Some(low), Some(high)) => format!("{}–{}", thousands(low), thousands(high)),
        (Some(low), None) => format!("{} or more", thousands(low)),
        (None, Some(high)) => format!("up to {}", thousands(high)),
        (None, None) => String::new(),
    }
}

/// Returns who said it, outermost first: `TASS → police source (anonymous)`.
pub(super) fn chain(claim: &Claim) -> String {
    claim.chain.iter().map(hop).collect::<Vec<_>>().join(" → ")
}

fn hop(hop: &Hop) -> String {
    let name = if hop.name.is_empty() { labels::voice(hop.kind) } else { &hop.name };
    if hop.anonymous { format!("{name} (anonymous)") } else { name.to_owned() }
}

/// Returns who said it and how sure the article is: `Coast Guard; reported on somebody’s word`.
pub(super) fn voice(claim: &Claim) -> String {
    let how = labels::modality(claim.modality);
    match chain(claim) {
        chain if chain.is_empty() => how,
        chain => format!("{chain}; {how}"),
    }
}

/// Returns the text with every run of white space as one space.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the text with its first letter large.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Qualifier;

    #[test]
    fn a_large_figure_has_its_thousands_apart() {
        let found = Count { n: Some(4500), low: None, high: None, qualifier: Qualifier::Nearly };
        assert_eq!(value(&Value::Count(found)), "nearly 4,500");
        assert_eq!(thousands(1_234_567), "1,234,567");
    }

    #[test]
    fn a_date_is_told_no_more_exactly_than_it_is_known() {
        let moment = jiff::civil::date(2031, 6, 16).at(11, 1, 0, 0);
        let at = |precision| date(&Date { precision, ..Date::minute(moment) });
        assert_eq!(at(Precision::Minute), "16 June 2031, 11:01");
        assert_eq!(at(Precision::Day), "16 June 2031");
        assert_eq!(at(Precision::Month), "June 2031");
        assert_eq!(at(Precision::Decade), "the 2030s");
    }

    #[test]
    fn a_range_of_one_figure_is_that_figure() {
        assert_eq!(range(Some(6), Some(6)), "6");
        assert_eq!(range(Some(144), Some(145)), "144–145");
        assert_eq!(range(Some(144), None), "144 or more");
    }
}
