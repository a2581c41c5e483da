//! Makes the brief: the record in up to twelve sentences, each resting on claims.
//!
//! In: events and findings. Out: sentences by templates, as an agency would put them: what happened and
//! whether it is over, who did it, to how many, with what, what for, what came of it, and what the reports
//! recall beside it. What rests on one report or is disputed says so. No sentence says more than its
//! findings.

mod counts;
mod lists;
mod wording;

#[cfg(test)]
mod tests;

use crate::model::{ClaimId, Event, EventId, Finding, Sentence, Slot, Value, Who};

use super::words;

/// How many sentences a brief has at most. More are a report and no brief; the record holds the rest.
const LONGEST: usize = 12;

/// How many sentences what is recalled beside the event may take, where there is more to tell.
const RECALLED: usize = 2;

/// Returns the sentences, the most important first.
pub(super) fn brief(events: &[Event], findings: &[Finding]) -> Vec<Sentence> {
    let main: Vec<_> = findings.iter().filter(|it| it.event.is_main()).collect();
    let recalled = events.iter().skip(1).filter_map(|it| recalled(it, findings)).take(RECALLED);
    let recalled: Vec<_> = recalled.collect();
    let mut told: Vec<_> = events.first().and_then(|it| opening(it, &main)).into_iter().collect();
    told.extend(actors(&main));
    told.extend(counts::sentences(&main));
    told.extend(lists::sentences(&main));
    told.truncate(LONGEST - recalled.len());
    told.extend(recalled);
    told
}

/// Kind, place, day and state: `A hostage siege in Kavaja on 4 May 2031 has ended.`
fn opening(event: &Event, main: &[&Finding]) -> Option<Sentence> {
    let asked = [Slot::EventType, Slot::Place, Slot::EventDate, Slot::Phase];
    let found: Vec<_> = main.iter().filter(|it| asked.contains(&it.slot)).collect();
    let claims = found.iter().flat_map(|it| supporting(it)).collect::<Vec<_>>();
    let kind = if event.kind == "unknown" { "event" } else { &event.kind };
    let mut text = wording::with_article(&kind.replace('_', " "));
    text += &event.place.as_ref().map_or_else(String::new, wording::place);
    text += &event.date.as_ref().map_or_else(String::new, wording::when);
    let phase = found.iter().find(|it| it.slot == Slot::Phase).map(|it| it.best.to_string());
    text += match phase.as_deref() {
        Some("ended") => " has ended",
        Some("ongoing") => " was still going on at the last report",
        Some("investigation") => " is under investigation",
        _ => " is reported",
    };
    sentence(&text, claims)
}

/// Who did it: `Six inmates are said to be behind it; they are linked to Islamic State.`
fn actors(main: &[&Finding]) -> Option<Sentence> {
    let of = |slot| main.iter().find(|it| it.slot == slot);
    let whole = |it: &&&Finding| matches!(it.who, None | Some(Who::Perpetrators | Who::Total));
    let counted = main.iter().filter(|it| it.slot == Slot::PerpetratorCount).find(whole);
    let (described, group) = (of(Slot::Perpetrator), of(Slot::Affiliation));
    let who = described.map_or("perpetrators".to_owned(), |it| it.best.to_string());
    let subject = match counted.map(|it| &it.best) {
        Some(Value::Count(count)) => wording::how_many(count, &who),
        _ if verb(&who) == "is" => wording::with_article(&who),
        _ => who,
    };
    let group = group.map(|it| it.best.to_string());
    let linked = group.as_ref().map(|it| format!("said to belong to {it}"));
    let text = match (counted.is_some() || described.is_some(), linked) {
        (true, Some(linked)) => {
            format!("{subject}, {linked}, {} reported to be behind it", verb(&subject))
        }
        (true, None) => format!("{subject} {} reported to be behind it", verb(&subject)),
        (false, Some(linked)) => format!("those behind it are {linked}"),
        (false, None) => return None,
    };
    let rests = [counted, described, of(Slot::Affiliation)].into_iter().flatten();
    let told = counted.map_or_else(String::new, |it| wording::standing(it));
    sentence(&format!("{text}{told}"), rests.flat_map(|it| supporting(it)).collect())
}

/// "gunmen" and "six inmates" are several; "suicide bomber" is one.
fn verb(people: &str) -> &'static str {
    if people.ends_with('s') || people.ends_with("men") { "are" } else { "is" }
}

/// An event that the reports recall, with its tolls.
fn recalled(event: &Event, findings: &[Finding]) -> Option<Sentence> {
    let own: Vec<_> = of_event(findings, &event.id).collect();
    let kind = if event.kind == "unknown" { "event" } else { &event.kind };
    let mut text = format!("reports recall {}", wording::with_article(&kind.replace('_', " ")));
    text += &event.place.as_ref().map_or_else(String::new, wording::place);
    text += &event.date.as_ref().map_or_else(String::new, wording::when);
    let tolls = counts::clauses(&own);
    if !tolls.is_empty() {
        text = format!("{}, in which {}", text.trim_end_matches(','), wording::listed(&tolls));
    }
    sentence(&text, own.into_iter().flat_map(supporting).collect())
}

fn of_event<'a>(findings: &'a [Finding], id: &'a EventId) -> impl Iterator<Item = &'a Finding> {
    findings.iter().filter(move |it| it.event == *id)
}

/// Makes a sentence of a clause; none without claims.
fn sentence(clause: &str, claims: Vec<ClaimId>) -> Option<Sentence> {
    let clause = words::one_line(clause);
    let text = format!("{}.", words::capital(clause.trim_end_matches(',')));
    (!claims.is_empty()).then_some(Sentence { text, claims })
}

/// The claims that hold the best value.
fn supporting(finding: &Finding) -> Vec<ClaimId> {
    finding.groups.first().map(|it| it.claims.clone()).unwrap_or_default()
}

/// The claims that hold any value.
fn all(finding: &Finding) -> Vec<ClaimId> {
    finding.groups.iter().flat_map(|it| it.claims.clone()).collect()
}
