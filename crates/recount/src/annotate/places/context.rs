//! Gathers what an article says about where it plays: countries, divisions, the outlet's home.
//!
//! In: an annotated article and its names. Out: weights for countries and divisions, and points that
//! the article is near. Used to choose between places of one name.

use super::names::{Name, Sense};
use super::surroundings::Hint;
use super::words;
use crate::annotate::Annotated;
use crate::gazetteer::{self, Entry};
use crate::model::Level;

/// What an article says about where it plays.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// Countries (`RU`) and divisions (`US.OH`) that are spoken of.
    votes: Vec<Vote>,
    /// Where the outlet is at home, as far as its address tells.
    pub(super) home: Vec<Entry>,
    home_country: Option<String>,
}

/// A name speaks for an area.
#[derive(Debug)]
struct Vote {
    area: &'static str,
    /// The sense of the name; a name does not speak for itself. `None` for the name of a people.
    sense: Option<usize>,
    weight: f64,
}

/// How much the name of a people says about a country, measured against the name of the country.
const DEMONYM: f64 = 0.5;

/// How much the name of a division says about its country, and that of a county about its state.
const DIVISION: f64 = 0.5;

/// Inhabitants from which a town is meant as often as the division of its name.
const LARGE_TOWN: u32 = 50_000;

impl Context {
    pub(super) fn of(
        annotated: &Annotated,
        names: &[Name],
        senses: &[Sense],
        hints: &[Vec<Hint>],
    ) -> Self {
        let mut context = Self::default();
        for (name, hints) in names.iter().zip(hints) {
            if !owns_abroad(annotated, name.tokens.end) {
                context.add(name.sense, &senses[name.sense]);
            }
            context.add_hints(hints);
        }
        context.add_peoples(annotated);
        context.add_home(annotated);
        context
    }

    /// A name that a country or division bears speaks for it, less if a large town bears it too.
    fn add(&mut self, sense: usize, named: &Sense) {
        let town = |it: &Entry| it.level == Level::City && it.population > LARGE_TOWN;
        let share = if named.entries.iter().any(town) { 0.5 } else { 1.0 };
        for entry in &named.entries {
            match entry.level {
                Level::Country => self.vote(entry.country, Some(sense), 1.0),
                Level::Admin1 => {
                    self.vote(entry.division, Some(sense), share);
                    self.vote(entry.country, Some(sense), share * DIVISION);
                }
                Level::Admin2 => {
                    self.vote(entry.division, Some(sense), share * DIVISION);
                    self.vote(entry.country, Some(sense), share * DIVISION * DIVISION);
                }
                _ => {}
            }
        }
    }

    /// The state behind a comma is printed for the sake of its town, and speaks for all others.
    fn add_hints(&mut self, hints: &[Hint]) {
        for hint in hints {
            let Hint::Within(areas) = hint else { continue };
            for area in areas {
                self.vote(area, None, 1.0);
                self.vote(area.split('.').next().unwrap_or_default(), None, DIVISION);
            }
        }
    }

    fn add_peoples(&mut self, annotated: &Annotated) {
        let capitals = annotated.tokens.iter().enumerate().filter(|it| it.1.capital);
        for (at, _) in capitals {
            if owns_abroad(annotated, at + 1) {
                continue;
            }
            let people = gazetteer::country_of_demonym(annotated.text(&(at..at + 1)));
            if let Some(code) = people.and_then(gazetteer::country_code) {
                self.vote(code, None, DEMONYM);
            }
        }
    }

    fn vote(&mut self, area: &'static str, sense: Option<usize>, weight: f64) {
        if !area.is_empty() {
            self.votes.push(Vote { area, sense, weight });
        }
    }

    fn add_home(&mut self, annotated: &Annotated) {
        let host = annotated.article.url.as_deref().and_then(host).unwrap_or_default();
        self.home_country = country_of_host(host);
        let label = host.strip_prefix("www.").unwrap_or(host).split('.').next().unwrap_or_default();
        self.home = town_of_label(label.strip_prefix("the").unwrap_or(label));
    }

    /// How much of what other names say of countries is said of this one, from 0 to 1.
    pub(super) fn share(&self, country: &str, sense: usize) -> f64 {
        let countries = || self.others(sense).filter(|it| it.area.len() == 2);
        let all: f64 = countries().map(|it| it.weight).sum();
        let own = countries().filter(|it| it.area == country).map(|it| it.weight).sum::<f64>();
        if all > 0.0 { own / all } else { 0.0 }
    }

    /// Whether other names speak of this division, from 0 to 1.
    pub(super) fn names_division(&self, division: &str, sense: usize) -> f64 {
        let own = self.others(sense).filter(|it| it.area == division).map(|it| it.weight);
        own.sum::<f64>().min(1.0)
    }

    fn others(&self, sense: usize) -> impl Iterator<Item = &Vote> {
        self.votes.iter().filter(move |it| it.sense != Some(sense))
    }

    pub(super) fn is_home_country(&self, country: &str) -> bool {
        self.home_country.as_deref() == Some(country)
    }
}

/// "a U.S. army depot", "British troops": what a country has abroad says nothing of where it is. `end` is
/// where the name of the country or people ends.
fn owns_abroad(annotated: &Annotated, end: usize) -> bool {
    let next = annotated.tokens.get(end);
    next.is_some_and(|it| !it.capital && words::is(&it.lower, "abroad"))
}

fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("//").map_or(url, |it| it.1);
    rest.split(['/', '?', ':']).next().filter(|it| it.contains('.'))
}

/// Country domains tell where an outlet is; those that are sold to everybody tell nothing.
fn country_of_host(host: &str) -> Option<String> {
    let domain = host.rsplit('.').next().filter(|it| it.len() == 2)?;
    let sold = ["tv", "io", "co", "me", "fm", "ly", "to", "eu", "ai", "am", "cc", "ws"];
    let code = if domain == "uk" { "GB".to_owned() } else { domain.to_uppercase() };
    (!sold.contains(&domain)).then_some(code)
}

/// Shortest name of a town that is believed at the head of a host name.
const SHORTEST: usize = 5;

/// `examplevilletimes` is at home in Exampleville: the longest town that the label begins with.
fn town_of_label(label: &str) -> Vec<Entry> {
    let plain: String = label.chars().filter(char::is_ascii_alphanumeric).collect();
    let ends = (SHORTEST..=plain.len()).rev();
    let towns = |end: usize| {
        let found = gazetteer::lookup(&plain[..end]);
        found.into_iter().filter(|it| it.level == Level::City && it.population > 5_000).collect()
    };
    ends.map(towns).find(|it: &Vec<Entry>| !it.is_empty()).unwrap_or_default()
}
