//! Chooses which of the places of one name an article means.
//!
//! In: names, what they may stand for, and the article. Out: one place for each name, with the reason
//! in plain words. One name means one place throughout an article, unless its surroundings say
//! otherwise. Every part of the score is a weight times a figure from 0 to about 1, except the
//! population, which counts by its number of figures.

use super::context::Context;
use super::names::{Name, Sense};
use super::surroundings::{self, Hint};
use crate::annotate::Annotated;
use crate::gazetteer::Entry;
use crate::model::{Level, Place};

/// Weights of the score, each against one figure of population ("ten times larger").
///
/// Chosen by hand, then each moved alone between half and twice its size: accuracy on lgl lay within
/// .822 and .845 and on geovirus within .788 and .815, so none is critical. To measure again:
/// `cargo xtask eval places` (figures in `eval/places.md`).
mod weight {
    pub(super) const COUNTRY_ITSELF: f64 = 2.5;
    pub(super) const CAPITAL: f64 = 0.7;
    pub(super) const DIVISION_ITSELF: f64 = 0.3;
    pub(super) const DIVISION_OF_TOWN: f64 = -2.5;
    pub(super) const OTHER_NAME: f64 = -1.0;
    pub(super) const NAME_OF_COUNTRY: f64 = -3.0;
    pub(super) const REGION_ITSELF: f64 = 5.0;
    pub(super) const SEA_OR_CONTINENT: f64 = 6.0;
    pub(super) const IN_COUNTRY: f64 = 3.5;
    pub(super) const IN_DIVISION: f64 = 2.0;
    pub(super) const NEAR_OTHERS: f64 = 3.5;
    pub(super) const HOME_COUNTRY: f64 = 1.5;
    pub(super) const NEAR_HOME: f64 = 4.0;
    pub(super) const WITHIN: f64 = 8.0;
    pub(super) const LEVEL: f64 = 4.0;
}

/// Distance at which the pull of another place falls to a third, in km.
const PULL_KM: f64 = 130.0;

/// How often the choice is made again with the places chosen before.
const ROUNDS: usize = 3;

/// Inhabitants from which a town is better known than the division called after it.
const LARGE_TOWN: u32 = 100_000;

/// Most places of one name that are weighed, largest first.
const MOST: usize = 60;

/// Returns the place of each name.
pub(super) fn resolve(
    annotated: &Annotated,
    names: &[Name],
    senses: &[Sense],
) -> Vec<Option<Place>> {
    let hints: Vec<Vec<Hint>> =
        (0..names.len()).map(|it| surroundings::hints(annotated, names, senses, it)).collect();
    let context = Context::of(annotated, names, senses, &hints);
    let mut resolver = Resolver { context, senses, chosen: Vec::new(), of_sense: vec![] };
    resolver.of_sense = vec![Vec::new(); senses.len()];
    for (name, hints) in names.iter().zip(&hints) {
        let lasting = hints.iter().filter(|it| matches!(it, Hint::Within(_)));
        resolver.of_sense[name.sense].extend(lasting.cloned());
    }
    for _ in 0..ROUNDS {
        resolver.chosen = (0..senses.len()).map(|it| resolver.choice(it, &[])).collect();
    }
    let place = |(name, hints): (&Name, &Vec<Hint>)| {
        let at = resolver.choice(name.sense, hints)?;
        Some(resolver.place(name.sense, at, hints))
    };
    names.iter().zip(&hints).map(place).collect()
}

struct Resolver<'a> {
    context: Context,
    senses: &'a [Sense],
    /// Hints beside any mention of a sense.
    of_sense: Vec<Vec<Hint>>,
    /// The entry of each sense chosen in the round before.
    chosen: Vec<Option<usize>>,
}

impl Resolver<'_> {
    /// Returns which entry of a sense scores best; hints beside the mention count twice.
    fn choice(&self, sense: usize, hints: &[Hint]) -> Option<usize> {
        if self.senses[sense].entries.len() == 1 {
            return Some(0);
        }
        let entries = self.senses[sense].entries.iter().take(MOST);
        let scored = entries.enumerate().map(|(at, it)| (self.score(sense, it, hints), at));
        scored.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1))).map(|it| it.1)
    }

    fn score(&self, sense: usize, entry: &Entry, hints: &[Hint]) -> f64 {
        let own = match entry.level {
            Level::Country => weight::COUNTRY_ITSELF,
            Level::Admin1 if self.has_town(sense, entry) => weight::DIVISION_OF_TOWN,
            Level::Admin1 => weight::DIVISION_ITSELF,
            Level::Region if entry.country.is_empty() => weight::SEA_OR_CONTINENT,
            Level::Region => weight::REGION_ITSELF,
            _ if entry.capital => weight::CAPITAL,
            _ => 0.0,
        };
        let other = entry.level == Level::City && !entry.usual;
        let inside = if entry.level == Level::City {
            weight::IN_DIVISION * self.context.names_division(entry.division, sense)
        } else {
            0.0
        };
        let told = hints.iter().chain(&self.of_sense[sense]);
        f64::from(entry.population.max(100)).log10()
            + own
            + weight::OTHER_NAME * f64::from(other)
            + weight::NAME_OF_COUNTRY * f64::from(other && self.is_country(sense))
            + inside
            + weight::IN_COUNTRY * self.context.share(entry.country, sense)
            + weight::NEAR_OTHERS * self.nearness(sense, entry)
            + weight::HOME_COUNTRY * f64::from(self.context.is_home_country(entry.country))
            + weight::NEAR_HOME * self.home(entry)
            + told.map(|it| self.hinted(sense, entry, it)).fold(0.0, f64::max)
            + hints.iter().map(|it| self.hinted(sense, entry, it)).sum::<f64>()
    }

    fn is_country(&self, sense: usize) -> bool {
        self.senses[sense].entries.iter().any(|it| it.level == Level::Country)
    }

    /// What a hint says for an entry; in "China, Japan and Korea" no country contains another.
    fn hinted(&self, sense: usize, entry: &Entry, hint: &Hint) -> f64 {
        let list = |areas: &[&str]| areas.iter().all(|it| it.len() == 2) && self.is_country(sense);
        match hint {
            Hint::Within(areas) if entry.level == Level::City && list(areas) => 0.0,
            _ => hinted(entry, hint),
        }
    }

    /// "Rostov" alone is the town and not the region around it that is called after it.
    fn has_town(&self, sense: usize, division: &Entry) -> bool {
        let inside = |it: &Entry| it.level == Level::City && it.division == division.division;
        let large = |it: &Entry| it.population >= LARGE_TOWN;
        self.senses[sense].entries.iter().any(|it| inside(it) && large(it))
    }

    /// How near the entry is to the places that other names stand for; 1 at the same spot.
    fn nearness(&self, sense: usize, entry: &Entry) -> f64 {
        let mut pulls: Vec<f64> = Vec::new();
        for (other, at) in self.chosen.iter().enumerate() {
            let Some(at) = at.filter(|_| other != sense) else { continue };
            let place = &self.senses[other].entries[at];
            if place.level >= Level::Admin1 {
                pulls.push((-distance_km(entry, place) / PULL_KM).exp());
            }
        }
        pulls.sort_by(|a, b| b.total_cmp(a));
        pulls.iter().take(3).zip([0.6, 0.3, 0.1]).map(|(pull, share)| pull * share).sum()
    }

    fn home(&self, entry: &Entry) -> f64 {
        let homes = self.context.home.iter();
        homes.map(|it| (-distance_km(entry, it) / PULL_KM).exp()).fold(0.0, f64::max)
    }

    fn place(&self, sense: usize, at: usize, hints: &[Hint]) -> Place {
        let entry = &self.senses[sense].entries[at];
        let some = |it: &str| Some(it.to_owned()).filter(|it| !it.is_empty());
        let whole = entry.level == Level::Country || entry.level == Level::Region;
        Place {
            name: entry.name.to_owned(),
            level: entry.level,
            country: some(entry.country),
            admin1: some(entry.admin1).filter(|_| !whole),
            admin2: (entry.level == Level::Admin2).then(|| entry.name.to_owned()),
            city: None,
            lat: Some(entry.lat),
            lon: Some(entry.lon),
            geonameid: entry.geonameid,
            reason: Some(self.reason(sense, entry, hints)),
        }
    }

    /// Says in plain words what spoke for the entry.
    fn reason(&self, sense: usize, entry: &Entry, hints: &[Hint]) -> String {
        let Sense { key, entries } = &self.senses[sense];
        let rejected = entries.len() - 1;
        if rejected == 0 {
            return "the only place of this name in the gazetteer".to_owned();
        }
        let mut why = Vec::new();
        if hints.iter().any(|it| matches!(it, Hint::Within(_)) && hinted(entry, it) > 0.0) {
            why.push("the text names what contains it beside it");
        }
        if hints.iter().any(|it| matches!(it, Hint::Level(_)) && hinted(entry, it) > 0.0) {
            why.push("the text says what kind of place it is");
        }
        if entry.level == Level::City && self.context.names_division(entry.division, sense) > 0.0 {
            why.push("the article names its division");
        }
        if entry.level != Level::Country && self.context.share(entry.country, sense) > 0.0 {
            why.push("the article speaks of its country");
        }
        if self.context.home.first().is_some_and(|it| distance_km(it, entry) < PULL_KM) {
            why.push("the outlet is at home near it");
        }
        if why.is_empty() {
            why.push("it is the best known");
        }
        format!("{}; {rejected} other places called “{key}” rejected", why.join(", "))
    }
}

/// What a hint says for an entry.
fn hinted(entry: &Entry, hint: &Hint) -> f64 {
    match hint {
        Hint::Level(level) if entry.level == *level => weight::LEVEL,
        Hint::Within(areas) => {
            let inside = |it: &&'static str| entry.division == *it || entry.country == *it;
            let itself = matches!(entry.level, Level::Country);
            if areas.iter().any(inside) && !itself { weight::WITHIN } else { 0.0 }
        }
        Hint::Level(_) => 0.0,
    }
}

/// Distance on a plane touching the earth between the two: near enough for weighing.
fn distance_km(a: &Entry, b: &Entry) -> f64 {
    const KM_OF_DEGREE: f64 = 111.2;
    let north = a.lat - b.lat;
    let mut east = (a.lon - b.lon).abs();
    if east > 180.0 {
        east = 360.0 - east;
    }
    let east = east * ((a.lat + b.lat) / 2.0).to_radians().cos();
    north.hypot(east) * KM_OF_DEGREE
}
