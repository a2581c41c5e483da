//! Finds the incident that somebody means.

use recount::model::{Incident, Record};

use crate::problem::Problem;

/// Returns the incident with the id `asked`, with that number in the list (from 1), or with that
/// word in its title and no other's.
pub(crate) fn named<'a>(record: &'a Record, asked: &str) -> Result<&'a Incident, Problem> {
    let incidents = &record.incidents;
    if let Some(found) = incidents.iter().find(|it| it.id == asked) {
        return Ok(found);
    }
    let number = asked.parse::<usize>().ok().and_then(|it| it.checked_sub(1));
    if let Some(found) = number.and_then(|it| incidents.get(it)) {
        return Ok(found);
    }
    let titled: Vec<_> = incidents.iter().filter(|it| has_word(&it.title, asked)).collect();
    match titled[..] {
        [found] => Ok(found),
        [] => Err(unclear(record, asked, "no id, number or title is like it")),
        _ => Err(unclear(record, asked, "several titles have it")),
    }
}

fn has_word(title: &str, word: &str) -> bool {
    let word = word.to_lowercase();
    title.to_lowercase().split(|it: char| !it.is_alphanumeric()).any(|it| it == word)
}

fn unclear(record: &Record, asked: &str, reason: &'static str) -> Problem {
    let titles = record.incidents.iter().enumerate();
    let titles = titles.map(|(at, it)| format!("  {} {}", at + 1, it.title)).collect();
    Problem::WhichIncident { asked: asked.into(), reason, titles }
}
