//! Reads counts: how many were killed, injured, held, freed, arrested, on board, or did it.
//!
//! In: the quantities of an article. Out: draft claims, each with the shortest stretch that carries
//! figure and role. A figure that counts no people, or of which nothing says what became of them,
//! gives none; figures are never added up.

mod after;
mod alone;
mod before;
mod context;
mod part;
mod settle;
mod single;
#[cfg(test)]
mod tests;
mod together;
mod who;

use std::ops::Range;

use super::Draft;
use super::casualties::Predicate;
use super::people::{self, Counted};
use super::roles::Roles;
use super::scenes::Scenes;
use crate::annotate::{Annotated, Quantity, Sentence};
use crate::model::{Slot, Value, Who};

/// Finds the counts of an article.
pub(super) fn counts(annotated: &Annotated, roles: &Roles, scenes: &Scenes) -> Vec<Draft> {
    let (mut drafts, mut singles) = (Vec::new(), Vec::new());
    for (told, sentence) in annotated.sentences.iter().enumerate() {
        let mut before: Option<Told> = None;
        for quantity in quantities_of(annotated, sentence) {
            let reader = Reader { annotated, roles, sentence, quantity };
            let counted = people::counted(annotated, quantity, sentence.tokens.end);
            let found = reader.read(&counted, before.as_ref());
            before = found.told.or(before);
            drafts.extend(found.drafts);
        }
        if told < LEAD {
            singles.extend(single::singles(annotated, roles, sentence));
        }
    }
    settle::settled(annotated, drafts, singles, |token| scenes.at(token))
}

fn quantities_of<'a>(annotated: &'a Annotated, sentence: &Sentence) -> &'a [Quantity] {
    let place = |token| annotated.quantities.partition_point(|it| it.tokens.start < token);
    &annotated.quantities[place(sentence.tokens.start)..place(sentence.tokens.end)]
}

/// One quantity in its sentence.
struct Reader<'a> {
    annotated: &'a Annotated,
    roles: &'a Roles,
    sentence: &'a Sentence,
    quantity: &'a Quantity,
}

/// People and what became of them, for what the sentence says of some or others of them.
#[derive(Clone)]
struct Told {
    counted: Counted,
    predicate: Predicate,
    /// Whether they are the object of the verb, which may have a second one.
    object: bool,
}

/// What one quantity gave.
#[derive(Default)]
struct Found {
    drafts: Vec<Draft>,
    told: Option<Told>,
}

impl Reader<'_> {
    fn read(&self, counted: &Counted, before: Option<&Told>) -> Found {
        if self.is_no_count(counted) {
            return Found::default();
        }
        match self.tells_of_all(counted) {
            true if self.is_of_others() => return Found::default(),
            false if self.is_whole() => return self.alone(counted, None),
            _ => {}
        }
        let mut found = self
            .held(counted)
            .or_else(|| self.part(counted, before))
            .or_else(|| self.with_predicate_after(counted))
            .or_else(|| self.with_predicate_before(counted, before))
            .unwrap_or_else(|| self.alone(counted, before));
        // What an adjective says of the twelve in "three of the 12 wounded men" is said of the twelve.
        found.drafts.extend(self.adjective(counted).filter(|_| !self.is_of_others()));
        found
    }

    /// `took two guards hostage`.
    fn held(&self, counted: &Counted) -> Option<Found> {
        let hostage = matches!(self.lower(counted.tokens.end), "hostage" | "captive");
        let span = counted.tokens.start..counted.tokens.end + 1;
        let rule = "count/taken-hostage".to_owned();
        let draft = || self.with_who(Slot::HostageCount, Who::Hostages, span, rule);
        hostage.then(|| Found { drafts: vec![draft()], told: None })
    }

    fn with_predicate_after(&self, counted: &Counted) -> Option<Found> {
        let predicate = self.predicate_after(counted)?;
        let span = counted.tokens.start..predicate.tokens.end;
        let mut drafts = vec![self.draft(counted, &predicate, span, "after")];
        // "freeing two guards taken hostage" says two things of the same people.
        let object = self.object_before(counted).filter(|it| it.slot != predicate.slot);
        drafts.extend(object.map(|object| {
            let span = object.tokens.start..counted.tokens.end;
            self.draft(counted, &object, span, "object")
        }));
        let told = Told { counted: counted.clone(), predicate, object: false };
        Some(Found { drafts, told: Some(told) })
    }

    fn with_predicate_before(&self, counted: &Counted, before: Option<&Told>) -> Option<Found> {
        let object = self.object_before(counted).or_else(|| self.joined(counted, before));
        let (predicate, side) = match object {
            Some(predicate) => (predicate, "object"),
            None => (self.toll(counted)?, "toll"),
        };
        let start = predicate.tokens.start.min(counted.tokens.start);
        let near = predicate.tokens.end + NEAR >= counted.tokens.start;
        let span = if near { start..counted.tokens.end } else { counted.tokens.clone() };
        let mut drafts = vec![self.draft(counted, &predicate, span, side)];
        if predicate.slot == Slot::FreedCount {
            drafts.extend(self.role(counted));
        }
        let told = Told { counted: counted.clone(), predicate, object: true };
        Some(Found { drafts, told: Some(told) })
    }

    fn draft(&self, counted: &Counted, by: &Predicate, span: Range<usize>, side: &str) -> Draft {
        let rule = format!("count/{side} {}", by.words);
        self.with_who(by.slot, self.who(counted, by), span, rule)
    }

    fn with_who(&self, slot: Slot, who: Who, tokens: Range<usize>, rule: String) -> Draft {
        let value = Value::Count(self.quantity.value.clone());
        Draft { slot, who: Some(who), value, tokens, rule }
    }
}

/// In how many sentences, counted from the headline, a single person stands for the main event.
///
/// Further down the dead man is often another's: an earlier shooting, a relative of a witness. Chosen
/// on the training set; to measure again: `cargo xtask eval gva --split train` (figures in `eval/gva.md`).
const LEAD: usize = 10;

/// How many words may stand between a verb and its people for both to be in the evidence.
const NEAR: usize = 4;
