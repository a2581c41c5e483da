//! Tells in which place a building, street or spot stands.
//!
//! In: the places of an article and the names of its facilities. Out: a facility as a place, with the
//! town it stands in and that town's point: the place in its name or behind it, else the town that the
//! article names most.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{PlaceMention, Relation};
use crate::annotate::Annotated;
use crate::model::{Level, Place, kilometres};

/// The places that a facility of the article may stand in.
pub(super) struct Containers<'a> {
    places: &'a [PlaceMention],
    /// The mentions that are no part of a facility's name.
    free: Vec<&'a PlaceMention>,
    /// The town that the article names most.
    town: Option<&'a Place>,
}

/// How far from the town of the article, in kilometres, a town may lie that only the name of a
/// facility has: "Franklin Hospital" stands in no Franklin of another state.
///
/// Chosen by hand and not swept: wider than a large town with its suburbs, narrower than the way to the
/// next town of that name.
const AROUND_KM: f64 = 50.0;

impl<'a> Containers<'a> {
    pub(super) fn of(places: &'a [PlaceMention], facilities: &[Range<usize>]) -> Self {
        let inside = |it: &&PlaceMention| {
            facilities.iter().any(|name| name.start <= it.name.start && it.name.end < name.end)
        };
        let free: Vec<_> = places.iter().filter(|it| !inside(it)).collect();
        let town = main_town(&free);
        Self { places, free, town }
    }

    /// The facility `name` as a place.
    pub(super) fn placed(&self, annotated: &Annotated, name: &Range<usize>) -> Place {
        let container = self.holding(annotated, name).or(self.town).map(|it| self.finer(it));
        let point = container.filter(|it| it.level >= Level::City);
        let reason = container.map(|it| match point {
            Some(town) => format!("stands in {}, whose point it is given", town.name),
            None => format!("stands in {}, which is too large to give a point", it.name),
        });
        Place {
            name: annotated.text(name).split_whitespace().collect::<Vec<_>>().join(" "),
            level: Level::Facility,
            country: container.and_then(|it| it.country.clone()),
            admin1: container.and_then(|it| it.admin1.clone()),
            admin2: container.and_then(|it| it.admin2.clone()),
            city: point.map(|it| it.name.clone()),
            lat: point.and_then(|it| it.lat),
            lon: point.and_then(|it| it.lon),
            geonameid: None,
            reason: Some(
                reason.unwrap_or_else(|| "no place beside it to look it up in".to_owned()),
            ),
        }
    }

    /// The place inside the name, else the first place behind it that says where.
    fn holding(&self, annotated: &Annotated, name: &Range<usize>) -> Option<&'a Place> {
        let sentence = &annotated.sentence_of(name.start).tokens;
        let inside = self.places.iter().find(|it| name.contains(&it.name.start));
        let inside = inside.map(|it| &it.place).filter(|it| self.is_around(it));
        let holds = |it: &&&PlaceMention| {
            let here = sentence.contains(&it.name.start);
            here && it.name.start >= name.end && it.relation != Relation::At
        };
        inside.or_else(|| self.free.iter().find(holds).map(|it| &it.place))
    }

    /// Whether a place that the name of a facility has may be the one it stands in.
    fn is_around(&self, place: &Place) -> bool {
        let same = |it: &&PlaceMention| it.place.geonameid == place.geonameid;
        let point = |it: &Place| it.lat.zip(it.lon);
        let near = |town: &Place| {
            let apart = point(place).zip(point(town)).map(|it| kilometres(it.0, it.1));
            apart.is_none_or(|it| it <= AROUND_KM)
        };
        place.level < Level::City || self.free.iter().any(same) || self.town.is_none_or(near)
    }

    /// Returns the town of a division that the article names most, if it names any.
    fn finer(&self, container: &'a Place) -> &'a Place {
        let within = |it: &&Place| match container.level {
            Level::Admin1 => it.admin1 == container.admin1 && it.country == container.country,
            _ => false,
        };
        let towns = self.free.iter().map(|it| &it.place).filter(|it| it.level == Level::City);
        let towns: Vec<_> = towns.filter(within).collect();
        let often =
            |town: &&Place| towns.iter().filter(|it| it.geonameid == town.geonameid).count();
        towns.iter().copied().rev().max_by_key(often).unwrap_or(container)
    }
}

/// Returns the town that the article names most, datelines aside; nothing if two are named as often.
fn main_town<'a>(places: &[&'a PlaceMention]) -> Option<&'a Place> {
    let mut times: BTreeMap<Option<u32>, (usize, &Place)> = BTreeMap::new();
    let told = places.iter().filter(|it| it.relation != Relation::Dateline);
    for town in told.map(|it| &it.place).filter(|it| it.level == Level::City) {
        times.entry(town.geonameid).or_insert((0, town)).0 += 1;
    }
    let most = times.values().map(|it| it.0).max()?;
    let mut towns = times.values().filter(|it| it.0 == most).map(|it| it.1);
    towns.next().filter(|_| towns.next().is_none())
}
