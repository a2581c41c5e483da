//! Reads where events happened.
//!
//! In: the place names of an article and its events. Out: draft claims with resolved places. A
//! dateline is not the event's place, and a place in a sentence in which nothing happens is none.

use std::ops::Range;

use super::Draft;
use super::casualties::predicate_at;
use super::scenes::Scenes;
use crate::annotate::{Annotated, PlaceMention, Relation, Sentence};
use crate::model::{Role, Slot, Value};

/// Finds the places of the events of an article.
pub(super) fn places(
    annotated: &Annotated,
    events: &[Range<usize>],
    scenes: &Scenes,
) -> Vec<Draft> {
    let reader = Reader { annotated, events, scenes };
    annotated.places.iter().filter_map(|it| reader.read(it)).collect()
}

struct Reader<'a> {
    annotated: &'a Annotated,
    events: &'a [Range<usize>],
    scenes: &'a Scenes,
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
        match mention.relation {
            Relation::In => Some("in"),
            Relation::At => Some("at"),
            Relation::Near => Some("near"),
            Relation::Outside => Some("outside"),
            Relation::Dateline | Relation::From => None,
            Relation::None => self.opens_headline(mention, sentence).then_some("headline"),
        }
    }

    /// "Germany: Rhine ship hits bridge".
    fn opens_headline(&self, mention: &PlaceMention, sentence: &Sentence) -> bool {
        let next = self.annotated.tokens.get(mention.tokens.end);
        mention.tokens.start == sentence.tokens.start && next.is_some_and(|it| it.lower == ":")
    }

    /// Whether something happens in the sentence.
    fn tells_event(&self, sentence: &Sentence) -> bool {
        let end = sentence.tokens.end;
        self.events.iter().any(|it| sentence.tokens.contains(&it.start))
            || sentence.tokens.clone().any(|at| predicate_at(self.annotated, at, end).is_some())
    }
}
