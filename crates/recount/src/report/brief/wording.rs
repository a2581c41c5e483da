//! The words of the brief: small numbers in letters, lists, articles, what is said of how a value stands.
//!
//! In: values. Out: phrases, after `data/brief.tsv`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::annotate::vague_words;
use crate::gazetteer;
use crate::lexicon;
use crate::model::{
    Count, Date, Finding, Group, Level, Place, Precision, Qualifier, Slot, Value, Verdict, Who,
};
use crate::report::words;

/// From this number on, news agencies write figures.
const FIGURES: u64 = 10;

/// Number words below [`FIGURES`].
static SMALL: LazyLock<BTreeMap<u64, &'static str>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../../data/number_words.tsv"));
    let numbers = rows.filter_map(|row| Some((row[1].parse().ok()?, row[0])));
    numbers.filter(|(n, _)| *n < FIGURES).collect()
});

fn row(kind: &str, what: &str) -> Option<Vec<&'static str>> {
    let mut rows = lexicon::rows(include_str!("../../../data/brief.tsv"));
    let row = rows.find(|row| row[0] == kind && row[1] == what)?;
    Some(row[2].split('|').collect())
}

/// Returns what became of those whom a count counts.
pub(super) fn fate(slot: Slot) -> Option<&'static str> {
    row("fate", slot.name()).and_then(|it| it.first().copied())
}

/// Returns how a sentence begins that lists so many values of a slot.
pub(super) fn lead(slot: Slot, values: usize) -> Option<&'static str> {
    let forms = row("list", slot.name())?;
    if values == 1 { forms.first().copied() } else { forms.last().copied() }
}

/// Returns whom a count counts: one of them, and several.
pub(super) fn people(who: Option<&Who>) -> (String, String) {
    match who {
        Some(Who::Nationality(country)) => {
            (format!("person from {country}"), format!("people from {country}"))
        }
        Some(Who::Other(word)) => (word.clone(), word.clone()),
        _ => {
            let name = who.map_or_else(|| "total".into(), ToString::to_string);
            let forms = row("people", &name).unwrap_or_else(|| vec!["people"]);
            let form = |at: usize| forms.get(at).or(forms.last()).map_or("", |it| *it).to_owned();
            (form(0), form(1))
        }
    }
}

/// Returns a count with its noun: `six people`, `at least 14 people`, `an unspecified number of inmates`.
///
/// Bounds that nobody printed are told by the words that have them, "dozens of people" and not 24 to 99.
pub(super) fn how_many(count: &Count, noun: &str) -> String {
    let vague = Some(count).filter(|it| it.qualifier == Qualifier::Unspecified);
    let vague = vague.and_then(|it| vague_words(it.low?, it.high?));
    if let Some(words) = vague {
        let of = if matches!(words, "several" | "a dozen") { "" } else { " of" };
        return format!("{words}{of} {noun}");
    }
    let plain = words::value(&Value::Count(count.clone()));
    let Some(n) = count.n else {
        let of = if count.low.zip(count.high).is_some() { "" } else { " of" };
        return format!("{plain}{of} {noun}");
    };
    let told = match SMALL.get(&n) {
        Some(word) => plain.replace(&n.to_string(), word),
        None => plain,
    };
    format!("{told} {noun}")
}

/// Returns `on 4 May 2031`, `in May 2031`, with a space before it.
pub(super) fn when(date: &Date) -> String {
    match date.precision {
        Precision::Minute | Precision::Hour | Precision::Day => {
            let day = Date { precision: Precision::Day, zone: None, ..date.clone() };
            let spans = date.start.date() != date.end.date();
            format!(" {} {}", if spans { "from" } else { "on" }, words::date(&day))
        }
        Precision::Week => {
            let first = Date { end: date.start, ..date.clone() };
            format!(" in the {}", words::date(&first))
        }
        _ => format!(" in {}", words::date(date)),
    }
}

/// Returns ` in Tirana, Albania`, ` at the bank`, with a space before it.
pub(super) fn place(place: &Place) -> String {
    let by = if place.level >= Level::Facility { "at" } else { "in" };
    let country = place.country.as_deref().and_then(gazetteer::country_name);
    let country = country.filter(|it| *it != place.name);
    country.map_or_else(
        || format!(" {by} {}", place.name),
        |it| format!(" {by} {}, {it},", place.name),
    )
}

/// Returns a noun with "a" or "an".
pub(super) fn with_article(noun: &str) -> String {
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {noun}", if vowel { "an" } else { "a" })
}

/// Returns `a, b and c`.
pub(super) fn listed(values: &[String]) -> String {
    match values {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn has_figure(group: &Group) -> bool {
    matches!(&group.value, Value::Count(count) if count.n.is_some())
}

/// Returns what is said of how a value stands: that it is from one report, that accounts differ.
pub(super) fn standing(finding: &Finding) -> String {
    let best = finding.groups.first();
    let word = if finding.slot.is_count() { "the number" } else { "this" };
    match finding.verdict {
        Verdict::SingleSource if best.is_some_and(|it| it.articles > 1) => {
            format!("; {word} is from one text, in {} reports", best.map_or(0, |it| it.articles))
        }
        Verdict::SingleSource => format!("; {word} is from one report"),
        Verdict::Disputed => match words::range(finding.low, finding.high) {
            range if range.is_empty() || finding.low == finding.high => "; accounts differ".into(),
            range => format!("; accounts give {range}"),
        },
        Verdict::Superseded if finding.slot.is_count() => {
            let old = finding.groups.iter().find(|it| it.superseded() && has_figure(it));
            old.map_or_else(String::new, |it| {
                format!(", where earlier reports had {}", words::value(&it.value))
            })
        }
        _ => match &finding.one_party {
            Some(party) => format!(", on the word of {party} alone"),
            None => String::new(),
        },
    }
}
