//! Merges the events that the articles tell into the events of the story.
//!
//! In: what each article tells, with events of its own. Out: the claims with the events of the story:
//! every article's main event is one; a background event told by several articles is one if date,
//! names and figures fit. A date that contradicts parts two events whatever else they share.

use std::collections::{BTreeMap, BTreeSet};

use super::spot::Placed;
use crate::extract::{Extraction, ToldEvent};
use crate::model::{Claim, Date, Event, EventId, Finding, Place, Relation, Slot, Value};

/// The events of a story and the claims about them.
pub(super) struct Merged {
    /// The main event first, the others by how many articles tell of them.
    pub(super) told: Vec<ToldEvent>,
    /// The claims, with the numbers of these events.
    pub(super) claims: Vec<Claim>,
}

/// How much two tellings must have in common to be of one background event.
///
/// A shared name weighs 2, an overlapping date 1, a shared figure of one slot 2, so that a date alone
/// ("in March") never joins two events. Chosen on our own cases; the hand-coded incidents agree.
const ENOUGH: usize = 2;

/// One event as one article tells it.
struct Telling {
    article: usize,
    number: usize,
    event: ToldEvent,
    figures: BTreeSet<(Slot, u64)>,
    /// Whether more is told of it than a day or a place.
    substantial: bool,
}

impl Telling {
    /// Whether both have the same in common with any third.
    fn is_alike(&self, other: &Self) -> bool {
        let days = |it: &Self| it.event.date.as_ref().map(|it| (it.start, it.end));
        self.figures == other.figures
            && self.event.names == other.event.names
            && days(self) == days(other)
    }
}

/// A background event of the story.
///
/// Reprints tell it in the same words: only tellings that differ are compared, so that a wire text with
/// ten thousand reprints costs no more than one.
#[derive(Default)]
struct Cluster {
    tellings: Vec<Telling>,
    articles: BTreeSet<usize>,
    /// The first telling of each kind.
    distinct: Vec<usize>,
}

/// Merges what the articles of a story tell.
pub(super) fn merged(told: Vec<Extraction>) -> Merged {
    let mut main = ToldEvent::default();
    let mut clusters: Vec<Cluster> = Vec::new();
    let lead: BTreeSet<String> =
        told.iter().filter_map(|it| it.events.first()).flat_map(|it| it.names.clone()).collect();
    for (article, extraction) in told.iter().enumerate() {
        main.names.extend(extraction.events.first().into_iter().flat_map(|it| it.names.clone()));
        for telling in tellings(article, extraction) {
            match closest(&clusters, &telling, &lead) {
                Some(at) => clusters[at].add(telling),
                None => {
                    let mut cluster = Cluster::default();
                    cluster.add(telling);
                    clusters.push(cluster);
                }
            }
        }
    }
    clusters.retain(|it| it.tellings.iter().any(|it| it.substantial));
    clusters.sort_by_key(|it| std::cmp::Reverse(it.articles()));
    let numbers = numbers(&clusters);
    let claims =
        told.into_iter().enumerate().flat_map(|(article, it)| renamed(article, it, &numbers));
    let claims = claims.collect();
    let events = std::iter::once(main).chain(clusters.iter().map(Cluster::event));
    Merged { told: events.collect(), claims }
}

/// The background events of one article that a claim is about.
fn tellings(article: usize, extraction: &Extraction) -> Vec<Telling> {
    let background = extraction.events.iter().enumerate().skip(1);
    let telling = |(number, event): (usize, &ToldEvent)| {
        let about = |it: &&Claim| it.event.number() == number;
        let claims: Vec<_> = extraction.claims.iter().filter(about).collect();
        let figures = claims.iter().filter_map(|it| figure(it)).collect();
        let substantial = claims.iter().any(|it| !matches!(it.slot, Slot::EventDate | Slot::Place));
        let told = !claims.is_empty();
        told.then(|| Telling { article, number, event: event.clone(), figures, substantial })
    };
    background.filter_map(telling).collect()
}

fn figure(claim: &Claim) -> Option<(Slot, u64)> {
    match &claim.value {
        Value::Count(count) => count.n.filter(|it| *it > 1).map(|n| (claim.slot, n)),
        _ => None,
    }
}

/// Returns the cluster that has most in common with `telling`, if that is enough.
fn closest(clusters: &[Cluster], telling: &Telling, lead: &BTreeSet<String>) -> Option<usize> {
    let in_common = |it: &Cluster| it.in_common(telling, lead);
    let scored = clusters.iter().enumerate().filter_map(|(at, it)| Some((in_common(it)?, at)));
    let best = scored.max_by_key(|(score, at)| (*score, std::cmp::Reverse(*at)))?;
    (best.0 >= ENOUGH).then_some(best.1)
}

impl Cluster {
    fn add(&mut self, telling: Telling) {
        let is_alike = |at: &usize| self.tellings[*at].is_alike(&telling);
        if !self.distinct.iter().any(is_alike) {
            self.distinct.push(self.tellings.len());
        }
        self.articles.insert(telling.article);
        self.tellings.push(telling);
    }

    fn articles(&self) -> usize {
        self.articles.len()
    }

    /// How much the cluster and `telling` have in common; `None` if a date contradicts, or if the
    /// same article keeps them apart.
    fn in_common(&self, telling: &Telling, lead: &BTreeSet<String>) -> Option<usize> {
        if self.articles.contains(&telling.article) {
            return None;
        }
        let distinct = self.distinct.iter().map(|at| &self.tellings[*at]);
        let scores = distinct.map(|it| in_common(it, telling, lead));
        scores.collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    fn event(&self) -> ToldEvent {
        let mut event = ToldEvent::default();
        for telling in &self.tellings {
            event.names.extend(telling.event.names.clone());
            event.date = Date::finer(event.date.take(), telling.event.date.clone());
            if event.words.is_empty() {
                event.words.clone_from(&telling.event.words);
            }
        }
        event.names = self.common_names();
        event
    }

    /// Names that the most tellings have.
    fn common_names(&self) -> BTreeSet<String> {
        let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
        let names = self.tellings.iter().flat_map(|it| &it.event.names);
        names.for_each(|name| *counts.entry(name).or_default() += 1);
        let most = counts.values().max().copied().unwrap_or(0);
        counts.into_iter().filter(|it| it.1 == most).map(|it| it.0.clone()).collect()
    }
}

fn in_common(a: &Telling, b: &Telling, lead: &BTreeSet<String>) -> Option<usize> {
    let dates = a.event.date.as_ref().zip(b.event.date.as_ref());
    let overlap = dates.map(|(a, b)| a.overlaps(b));
    if overlap == Some(false) {
        return None;
    }
    let names = a.event.names.intersection(&b.event.names).filter(|it| !lead.contains(*it)).count();
    let figures = a.figures.intersection(&b.figures).count();
    Some(2 * names.min(2) + 2 * figures.min(2) + usize::from(overlap == Some(true)))
}

/// The number in the story of each event of each article.
fn numbers(clusters: &[Cluster]) -> BTreeMap<(usize, usize), usize> {
    let numbered = clusters.iter().enumerate();
    let tellings = numbered.flat_map(|(at, it)| it.tellings.iter().map(move |it| (it, at + 1)));
    tellings.map(|(it, number)| ((it.article, it.number), number)).collect()
}

fn renamed(
    article: usize,
    extraction: Extraction,
    numbers: &BTreeMap<(usize, usize), usize>,
) -> impl Iterator<Item = Claim> {
    extraction.claims.into_iter().filter_map(move |mut claim| {
        let told = claim.event.number();
        // A day or a place without anything that happened is no event, and none of the main one's.
        let number = if told == 0 { 0 } else { *numbers.get(&(article, told))? };
        claim.event = EventId::of(number);
        Some(claim)
    })
}

/// Makes the events of the record; date and place rest on findings, and so on claims.
pub(super) fn events(
    told: &[ToldEvent],
    claims: &[Claim],
    findings: &[Finding],
    placed: &Placed,
) -> Vec<Event> {
    let event = |(number, told): (usize, &ToldEvent)| {
        let id = EventId::of(number);
        let best = |slot| {
            let found = findings.iter().find(|it| it.event == id && it.slot == slot);
            found.map(|it| &it.best)
        };
        let kind = best(Slot::EventType).map_or("unknown".to_owned(), ToString::to_string);
        let date = best(Slot::EventDate).and_then(as_date);
        let place = placed.best(findings, &id);
        let relation = if number == 0 { Relation::Main } else { Relation::Background };
        let shared = (number > 0).then(|| told.names.iter().max_by_key(|it| it.len())).flatten();
        let name = name(shared, &kind, place.as_ref(), date.as_ref());
        Event { id, relation, name, kind, date, place }
    };
    let known = |id: usize| id == 0 || claims.iter().any(|it| it.event.number() == id);
    told.iter().enumerate().filter(|(number, _)| known(*number)).map(event).collect()
}

fn as_date(value: &Value) -> Option<Date> {
    match value {
        Value::Date(date) => Some(date.clone()),
        _ => None,
    }
}

/// A name that tells the event from the others: its kind, where it was, and the name that the reports
/// share in telling it.
fn name(shared: Option<&String>, kind: &str, place: Option<&Place>, date: Option<&Date>) -> String {
    let mut words = vec![kind.to_owned()];
    words.extend(place.map(|it| format!("in {}", it.name)));
    let placed = place.map(|it| it.name.to_lowercase()).unwrap_or_default();
    let shared = shared.filter(|it| !placed.contains(*it));
    words.extend(shared.map(|it| format!("({})", capitalised(it))));
    words.extend(date.map(|it| format!("on {it}")));
    words.join(" ")
}

/// A name as it is printed, as far as its words in lower case tell.
fn capitalised(name: &str) -> String {
    let name = name.replace(" - ", "-");
    let mut upper = true;
    let letter = |it: char| {
        let shown = if upper { it.to_uppercase().collect() } else { it.to_string() };
        upper = matches!(it, ' ' | '-');
        shown
    };
    name.chars().map(letter).collect()
}
