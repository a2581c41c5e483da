//! Gathers what an article says about where it plays: countries, divisions, the outlet's home.
//!
//! In: an annotated article and its names. Out: weights for countries and divisions, and points that
//! the article is near. Used to choose between places of one name.

use std::collections::BTreeMap;

use super::names::{Name, Sense};
use crate::annotate::Annotated;
use crate::gazetteer::{self, Entry};
use crate::model::Level;

/// What an article says about where it plays.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// How often each country is spoken of, its people counted at [`DEMONYM`].
    countries: BTreeMap<&'static str, f64>,
    /// Divisions that are named.
    divisions: BTreeMap<&'static str, f64>,
    /// Where the outlet is at home, as far as its address tells.
    pub(super) home: Vec<Entry>,
    home_country: Option<String>,
}

/// How much the name of a people says about a country, measured against the name of the country.
const DEMONYM: f64 = 0.5;

impl Context {
    pub(super) fn of(annotated: &Annotated, names: &[Name], senses: &[Sense]) -> Self {
        let mut context = Self::default();
        for name in names {
            context.add(&senses[name.sense]);
        }
        let codes = |name: &str| gazetteer::lookup(name).first().map(|it| it.country);
        for (at, token) in annotated.tokens.iter().enumerate().filter(|it| it.1.capital) {
            let _ = token;
            let word = annotated.text(&(at..at + 1));
            if let Some(code) = gazetteer::country_of_demonym(word).and_then(codes) {
                *context.countries.entry(code).or_default() += DEMONYM;
            }
        }
        context.add_home(annotated);
        context
    }

    /// A name that a country or division bears speaks for it, unless a large town bears it too.
    fn add(&mut self, sense: &Sense) {
        let rivals = |it: &&Entry| it.level == Level::City && it.population > 50_000;
        let share = if sense.entries.iter().any(|it| rivals(&it)) { 0.5 } else { 1.0 };
        for entry in &sense.entries {
            match entry.level {
                Level::Country => *self.countries.entry(entry.country).or_default() += 1.0,
                Level::Admin1 => *self.divisions.entry(entry.division).or_default() += share,
                Level::Admin2 => *self.divisions.entry(entry.division).or_default() += share / 2.0,
                _ => {}
            }
        }
    }

    fn add_home(&mut self, annotated: &Annotated) {
        let host = annotated.article.url.as_deref().and_then(host).unwrap_or_default();
        self.home_country = country_of_host(host);
        let label = host.strip_prefix("www.").unwrap_or(host).split('.').next().unwrap_or_default();
        self.home = town_of_label(label);
    }

    /// How much of what the article says of countries is said of this one, from 0 to 1.
    pub(super) fn share(&self, country: &str) -> f64 {
        let all: f64 = self.countries.values().sum();
        let own = self.countries.get(country).copied().unwrap_or_default();
        if all > 0.0 { own / all } else { 0.0 }
    }

    /// Whether the article names this division, from 0 to 1.
    pub(super) fn names_division(&self, division: &str) -> f64 {
        self.divisions.get(division).copied().unwrap_or_default().min(1.0)
    }

    pub(super) fn is_home_country(&self, country: &str) -> bool {
        self.home_country.as_deref() == Some(country)
    }
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
