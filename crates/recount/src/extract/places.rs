//! Reads where events happened.
//!
//! In: the place names of an article and its events. Out: draft claims with resolved places. A
//! dateline is not the event's place, and a place in a sentence in which nothing happens is none.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Draft;
use super::casualties::predicate_at;
use super::scenes::Scenes;
use crate::annotate::places::{happens, is_built_thing};
use crate::annotate::{Annotated, PlaceMention, Relation, Sentence};
use crate::model::{Level, Role, Slot, Value};

/// Finds the places of the events of an article.
pub(super) fn places(
    annotated: &Annotated,
    events: &[Range<usize>],
    scenes: &Scenes,
) -> Vec<Draft> {
    let reader = Reader { annotated, events, scenes, country: main_country(annotated) };
    annotated.places.iter().filter_map(|it| reader.read(it)).collect()
}

struct Reader<'a> {
    annotated: &'a Annotated,
    events: &'a [Range<usize>],
    scenes: &'a Scenes,
    country: Option<&'a str>,
}

impl Reader<'_> {
    fn read(&self, mention: &PlaceMention) -> Option<Draft> {
        self.scenes.at(mention.tokens.start)?;
        let sentence = self.annotated.sentence_of(mention.tokens.start);
        let kind = self.kind(mention, sentence)?;
        if sentence.role != Role::Headline && !self.tells_event(sentence) {
            return None;
        }
        let value = Value::Place(mention.place.clone());
        let tokens = mention.tokens.clone();
        let rule = format!("place/{kind}");
        Some(Draft { slot: Slot::Place, who: None, value, tokens, rule })
    }

    /// How the place is tied to the event; `None` if it is not.
    fn kind(&self, mention: &PlaceMention, sentence: &Sentence) -> Option<&'static str> {
        if self.is_inside_another(mention) || self.is_where_somebody_speaks(mention, sentence) {
            return None;
        }
        match mention.relation {
            Relation::In => Some("in"),
            Relation::At => Some("at"),
            Relation::Near => Some("near"),
            Relation::Outside => Some("outside"),
            Relation::Dateline | Relation::From => None,
            Relation::None if self.opens_headline(mention, sentence) => Some("headline"),
            Relation::None => self.names_a_thing(mention).then_some("of-thing"),
        }
    }

    /// The town in "the Kavaja prison" is claimed with the prison.
    fn is_inside_another(&self, mention: &PlaceMention) -> bool {
        let holds = |it: &PlaceMention| {
            it.tokens.start <= mention.tokens.start && mention.tokens.end < it.tokens.end
        };
        mention.place.level != Level::Facility
            && self.annotated.places.iter().any(|it| it.place.level == Level::Facility && holds(it))
    }

    /// "a spokesman in Berlin said": the place of a speaker who sits in another country.
    fn is_where_somebody_speaks(&self, mention: &PlaceMention, sentence: &Sentence) -> bool {
        let behind =
            mention.tokens.end..sentence.tokens.end.min(mention.tokens.end + SPEAKER_REACH);
        let says = self.annotated.tokens[behind].iter().any(|it| it.lemma == "say");
        says && mention.place.country.as_deref() != self.country
    }

    /// "Germany: Rhine ship hits bridge".
    fn opens_headline(&self, mention: &PlaceMention, sentence: &Sentence) -> bool {
        let next = self.annotated.tokens.get(mention.tokens.end);
        sentence.role == Role::Headline
            && mention.tokens.start == sentence.tokens.start
            && next.is_some_and(|it| it.lower == ":")
    }

    /// "Kavaja subway trains collide", "a Kavaja concert hall": the place of the thing it befell.
    fn names_a_thing(&self, mention: &PlaceMention) -> bool {
        let next = self.annotated.tokens.get(mention.tokens.end);
        next.is_some_and(is_built_thing)
    }

    /// Whether something happens in the sentence.
    fn tells_event(&self, sentence: &Sentence) -> bool {
        let end = sentence.tokens.end;
        self.events.iter().any(|it| sentence.tokens.contains(&it.start))
            || self.annotated.words(sentence).iter().any(happens)
            || sentence.tokens.clone().any(|at| predicate_at(self.annotated, at, end).is_some())
    }
}

/// How many words may stand between a place and the verb of saying: "in Potsdam, Germany, said".
const SPEAKER_REACH: usize = 4;

/// The country that most places of the article lie in.
fn main_country(annotated: &Annotated) -> Option<&str> {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    let told = annotated.places.iter().filter(|it| it.relation != Relation::Dateline);
    for country in told.filter_map(|it| it.place.country.as_deref()) {
        *times.entry(country).or_default() += 1;
    }
    times.into_iter().max_by_key(|it| it.1).map(|it| it.0)
}
