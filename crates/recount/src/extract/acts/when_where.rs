//! Finds when and where a mention of an act puts it.
//!
//! In: the token that tells of it. Out: the nearest day and the places of its sentence. The day of a
//! statement ("said today that rebels attacked") is not that of the act.

use std::ops::Range;

use super::syntax::Tree;
use crate::annotate::{Meaning, Relation, TimeMention};
use crate::extract::statement_times;
use crate::model::{Date, Level};

impl Tree<'_> {
    /// The day nearest to the mention in its sentence.
    pub(super) fn date(self, at: usize) -> Option<(Date, Range<usize>)> {
        let published = self.annotated.article.published.as_ref()?;
        let sentence = self.annotated.sentence_of(at).tokens.clone();
        let bare = |it: &Meaning| matches!(it, Meaning::Clock { .. } | Meaning::Since { .. });
        let times = self.annotated.times.iter();
        let days = times.filter(|it| sentence.contains(&it.tokens.start) && !bare(&it.meaning));
        let told = days.filter(|it| !self.dates_a_statement(it, at));
        let dates = told.filter_map(|it| Some((it.meaning.resolve(published)?, it.tokens.clone())));
        dates.min_by_key(|(_, tokens)| tokens.start.abs_diff(at))
    }

    fn dates_a_statement(self, time: &TimeMention, act: usize) -> bool {
        let mut word = time.tokens.end - 1;
        while self.token(word).pos != "VERB" && self.token(word).head != word {
            word = self.token(word).head;
        }
        let holds = |it: usize| it == act || self.is_under(act, it);
        let tells = word != act && self.by(word, &["ccomp", "dobj", "xcomp"]).any(holds);
        let sentence = self.annotated.sentence_of(act);
        tells && statement_times::is_saying(&self.token(word).lemma)
            || statement_times::of_statement(self.annotated, sentence, time)
    }

    /// The places told in the sentence of a mention, the nearest first, as numbers of mentions.
    pub(super) fn places(self, at: usize) -> Vec<usize> {
        let sentence = self.annotated.sentence_of(at).tokens.clone();
        let mention = |it: usize| &self.annotated.places[it];
        let told = |it: &usize| {
            let place = mention(*it);
            sentence.contains(&place.tokens.start)
                && !matches!(place.relation, Relation::Dateline | Relation::From)
                && place.place.level != Level::Facility
        };
        let mut found: Vec<_> = (0..self.annotated.places.len()).filter(told).collect();
        found.sort_by_key(|it| {
            let place = mention(*it);
            (place.relation == Relation::None, place.tokens.start.abs_diff(at))
        });
        found
    }
}
