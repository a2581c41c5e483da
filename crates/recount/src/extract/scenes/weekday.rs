//! Tells the toll of another weekday and another place from that of the main event.
//!
//! In: a weekday in a sentence below the opening. Out: the stretch that it dates, if that counts victims
//! in a place apart from those of the opening: "On Tuesday, nine people were killed in Bergen", in a report
//! of a bomb in Oslo on Sunday. Within one place a siege or a search goes on from day to day.

use std::ops::Range;

use super::names;
use super::stretches::About;
use super::teller::Teller;
use crate::annotate::{Meaning, PlaceMention, Relation, Sentence, TimeMention, heads};
use crate::extract::casualties::predicate_at;
use crate::extract::statement_times::{is_saying, of_aftermath, of_statement};
use crate::model::{Level, Place, Slot, kilometres};

/// Kilometres from which two towns are not one place; suburbs lie within. Chosen by hand as the
/// distance within which the measure of towns takes two points for one (`eval/gva.md`); not swept.
const APART_KM: f64 = 25.0;

impl Teller<'_> {
    /// Returns the stretch that `time` dates if it tells of other victims elsewhere.
    pub(super) fn other_weekday(
        &self,
        sentence: &Sentence,
        time: &TimeMention,
    ) -> Option<(Range<usize>, About)> {
        let told = of_statement(self.annotated, sentence, time)
            || of_aftermath(self.annotated, time)
            || self.hangs_on_saying(time);
        if told || !self.is_other_day(time) || self.opens_with(sentence) {
            return None;
        }
        let range = self.clauses.around(sentence, &time.tokens, &self.main_lemmas);
        let other = self.counts_victims(&range) && self.lies_apart(&range);
        other.then(|| (range, About::Other(self.resolve(&time.meaning))))
    }

    /// "On Monday, police in Bergen said that …"
    fn hangs_on_saying(&self, time: &TimeMention) -> bool {
        let tokens = &self.annotated.tokens;
        let mut above = heads(tokens, time.tokens.start).map(|at| &tokens[at]);
        above.find(|it| it.pos == "VERB").is_some_and(|it| is_saying(&it.lemma))
    }

    fn opens_with(&self, sentence: &Sentence) -> bool {
        names::opening(self.annotated).any(|it| it.tokens == sentence.tokens)
    }

    /// Whether it is another day than that of the main event; where no day is known, than the weekday
    /// with which the article opens.
    fn is_other_day(&self, time: &TimeMention) -> bool {
        if self.dated
            && let (Some(main), Some(day)) = (&self.scenes[0].date, self.resolve(&time.meaning))
        {
            return !main.overlaps(&day);
        }
        let opening =
            names::opening(self.annotated).find_map(|it| self.times(it).find_map(weekday));
        opening.zip(weekday(time)).is_some_and(|(main, other)| main != other)
    }

    fn counts_victims(&self, range: &Range<usize>) -> bool {
        let victims = |at: usize| {
            let predicate = predicate_at(self.annotated, at, range.end);
            predicate.is_some_and(|it| matches!(it.slot, Slot::KilledCount | Slot::InjuredCount))
        };
        range.clone().any(victims)
    }

    /// Whether a place in `range` lies apart from every place of the opening.
    fn lies_apart(&self, range: &Range<usize>) -> bool {
        let within = |range: &Range<usize>| {
            let range = range.clone();
            let here = move |it: &&PlaceMention| range.contains(&it.tokens.start);
            self.annotated.places.iter().filter(here)
        };
        let told = |it: &&PlaceMention| {
            let named = !matches!(it.relation, Relation::Dateline | Relation::From);
            named && it.place.country.is_some()
        };
        let main: Vec<_> =
            names::opening(self.annotated).flat_map(|it| within(&it.tokens)).filter(told).collect();
        let far = |it: &PlaceMention| main.iter().all(|main| apart(&it.place, &main.place));
        !main.is_empty() && within(range).filter(told).any(far)
    }
}

fn weekday(time: &TimeMention) -> Option<i8> {
    match time.meaning {
        Meaning::Weekday { day, .. } => Some(day),
        _ => None,
    }
}

fn apart(one: &Place, other: &Place) -> bool {
    if one.country.is_some() && other.country.is_some() && one.country != other.country {
        return true;
    }
    let point = |it: &Place| it.lat.zip(it.lon).filter(|_| it.level >= Level::City);
    match point(one).zip(point(other)) {
        Some((a, b)) => kilometres(a, b) > APART_KM,
        None => division(one).zip(division(other)).is_some_and(|(a, b)| a != b),
    }
}

/// The first-level division that a place is or lies in.
fn division(place: &Place) -> Option<&str> {
    let own = (place.level == Level::Admin1).then_some(&place.name);
    own.or(place.admin1.as_ref()).map(String::as_str)
}
