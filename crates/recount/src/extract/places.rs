//! Reads where events happened.
//!
//! In: the place names of an article and its events. Out: draft claims with resolved places. A
//! dateline is not the event's place, and a place in a sentence in which nothing happens is none.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Draft;
use super::casualties::predicate_at;
use super::elsewhere::is_elsewhere;
use super::groups::group_at;
use super::scenes::Scenes;
use crate::annotate::places::{happens, is_built_thing, is_hit, is_local};
use crate::annotate::{Annotated, PlaceMention, Relation, Sentence};
use crate::model::{Level, Role, Slot, Value};

/// Finds the places of the events of an article.
pub(super) fn places(
    annotated: &Annotated,
    events: &[Range<usize>],
    scenes: &Scenes,
) -> Vec<Draft> {
    let reader = Reader { annotated, events, scenes, country: main_country(annotated) };
    let mut drafts: Vec<_> = annotated.places.iter().filter_map(|it| reader.read(it)).collect();
    if !drafts.iter().any(|it| reader.is_main_spot(it)) {
        drafts.extend(reader.last_resort());
    }
    drafts
}

fn draft(mention: &PlaceMention, kind: &str) -> Draft {
    Draft {
        slot: Slot::Place,
        who: None,
        value: Value::Place(mention.place.clone()),
        tokens: mention.tokens.clone(),
        rule: format!("place/{kind}"),
    }
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
        Some(draft(mention, kind))
    }

    /// Whether a draft says in which town the main event happened.
    fn is_main_spot(&self, draft: &Draft) -> bool {
        let spot =
            matches!(&draft.value, Value::Place(it) if it.level >= Level::City && it.lat.is_some());
        spot && self.scenes.at(draft.tokens.start) == Some(0)
    }

    /// Where no sentence with an event names a town: the first town that a preposition leads to,
    /// else the town whose police, firemen or people are told of first.
    fn last_resort(&self) -> Option<Draft> {
        let main = |it: &&PlaceMention| {
            self.scenes.at(it.tokens.start) == Some(0) && it.place.level == Level::City
        };
        let spots = || self.annotated.places.iter().filter(main);
        let led = |it: &&PlaceMention| {
            !matches!(it.relation, Relation::Dateline | Relation::From | Relation::None)
        };
        let of_people = |it: &&PlaceMention| {
            let next = self.annotated.tokens.get(it.tokens.end);
            it.relation == Relation::None && next.is_some_and(is_local)
        };
        let here = |it: &&PlaceMention| led(it) && !is_elsewhere(self.annotated, it);
        let first = spots().find(here).map(|it| draft(it, "first-town"));
        first
            .or_else(|| spots().find(of_people).map(|it| draft(it, "of-locals")))
            .or_else(|| spots().find(led).map(|it| draft(it, "first-town")))
    }

    /// How the place is tied to the event; `None` if it is not.
    fn kind(&self, mention: &PlaceMention, sentence: &Sentence) -> Option<&'static str> {
        if self.is_inside_another(mention)
            || self.is_group(mention, sentence)
            || self.is_where_somebody_speaks(mention, sentence)
            || is_elsewhere(self.annotated, mention)
        {
            return None;
        }
        match mention.relation {
            Relation::In => Some("in"),
            Relation::At => Some("at"),
            Relation::Near => Some("near"),
            Relation::Outside => Some("outside"),
            Relation::Dateline | Relation::From => None,
            Relation::None if self.opens_headline(mention, sentence) => Some("headline"),
            Relation::None if is_hit(&self.annotated.tokens, mention.name.end - 1) => Some("hit"),
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

    /// "The Shabab fired rockets": an armed group, and no town that a part of its name is the name of.
    fn is_group(&self, mention: &PlaceMention, sentence: &Sentence) -> bool {
        let from = mention.name.start;
        group_at(self.annotated, from, sentence.tokens.end)
            .is_some_and(|it| it.end >= mention.name.end)
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

#[cfg(test)]
mod tests {
    use crate::model::Slot;

    #[test]
    fn an_event_is_where_a_preposition_puts_it() {
        check(
            "Six inmates were killed in the Kavaja region when troops stormed Prison 3 near Tirana.",
            "Kavaja region [place/in], Tirana [place/near]",
        );
        check("Two Kavaja subway trains collided on Monday.", "Kavaja [place/of-thing]");
    }

    #[test]
    fn datelines_homes_and_speakers_abroad_are_not_where_it_happened() {
        check(
            "TIRANA, Albania (Agency) - Three men from Durres were killed in Kavaja, Albania.",
            "Kavaja [place/in]",
        );
        check(
            "A bomb killed six in Kavaja. A spokesman in Berlin, Germany, said the attack was over. \
             Albania mourns the dead of Kavaja.",
            "Kavaja [place/in]",
        );
    }

    #[test]
    fn where_people_are_taken_or_held_is_not_where_it_happened() {
        check(
            "A man was shot in Kavaja. He was flown to a hospital in Tirana. He died at Durres \
             General Hospital. Another was arrested in Berat.",
            "Kavaja [place/in]",
        );
        check(
            "Two patients were killed in a blast at Kavaja Hospital.",
            "Kavaja Hospital [place/at]",
        );
    }

    #[test]
    fn a_town_known_by_its_police_is_better_than_none() {
        check("Kavaja police are looking for a driver.", "Kavaja [place/of-locals]");
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let annotated = crate::testing::annotated(text);
        let claims = super::super::extract(&annotated).claims.into_iter();
        let places = claims.filter(|it| it.slot == Slot::Place);
        let told = places.map(|it| format!("{} [{}]", it.evidence.text, it.rule));
        assert_eq!(told.collect::<Vec<_>>().join(", "), expected);
    }
}
