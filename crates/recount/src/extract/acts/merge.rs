//! Puts mentions together into acts.
//!
//! In: mentions in the order of the text. Out: acts. A mention joins the last act that it may be of: of
//! the same kind, and with no other day, town or named victim. A mention that only tells what became of
//! somebody joins the act told just before, whatever its kind.

use std::collections::BTreeSet;
use std::ops::Range;

use super::mention::Mention;
use super::names::Names;
use super::settle::last_word;
use super::syntax::Tree;
use super::{Act, Stage, Victim, blame, small};
use crate::annotate::Annotated;
use crate::model::{Level, Place, Precision};

/// Puts `mentions` together.
pub(super) fn merge(tree: Tree, mentions: Vec<Mention>) -> Vec<Act> {
    let annotated = tree.annotated;
    let mut merger = Merger { annotated, acts: Vec::new() };
    let names = Names::of(tree);
    mentions.into_iter().map(|it| names.filled_in(it)).for_each(|it| merger.take(it));
    let mut acts = merger.acts;
    acts.retain(|it| !it.is_empty());
    for (at, one) in blame::blamed(tree) {
        let distance =
            |it: &Act| it.mentions.iter().map(|it| it.abs_diff(at)).min().unwrap_or(usize::MAX);
        let nearest = acts.iter_mut().min_by_key(|it| distance(it));
        if let Some(act) = nearest.filter(|it| distance(it) <= BLAME_REACH) {
            act.perpetrators.push(one);
        }
    }
    let groups = tree.groups();
    acts.iter_mut().for_each(|it| it.take_group(&groups));
    acts.iter_mut().for_each(|it| it.settle(annotated));
    acts.retain(|it| !it.is_empty() && !it.is_vague(annotated));
    acts
}

struct Merger<'a> {
    annotated: &'a Annotated,
    acts: Vec<Act>,
}

impl Merger<'_> {
    fn take(&mut self, mention: Mention) {
        let Mention { act, tells, fight } = mention;
        let empty = act.is_empty();
        if fight && empty {
            return;
        }
        let fits = |it: &&mut Act| self::fits(self.annotated, it, &act, tells);
        if let Some(last) = self.acts.iter_mut().rev().find(fits) {
            return last.join(act);
        }
        if tells || !empty {
            self.acts.push(act);
        }
    }
}

/// How many tokens from an act a group may be named that may be behind it.
const GROUP_REACH: usize = 60;

/// How many tokens from an act somebody may be blamed for it: a paragraph or two.
const BLAME_REACH: usize = 120;

/// How many tokens back a word that only tells what became of somebody may reach.
///
/// About three sentences: the toll of an attack follows it closely. Chosen on MUC-4's development sets.
const SUFFERS_REACH: usize = 90;

fn fits(annotated: &Annotated, act: &Act, mention: &Act, tells: bool) -> bool {
    let last = *act.mentions.last().expect("an act has a mention");
    let at = mention.mentions[0];
    let near = at - last <= SUFFERS_REACH;
    // Words that told of nobody yet are only joined by those close by.
    if act.is_empty() && !near {
        return false;
    }
    let same_sentence = annotated.sentence_of(last) == annotated.sentence_of(at);
    let kinds = act.kind == mention.kind
        || (near && !tells)
        || (mention.kind == "attack"
            && (same_sentence
                || shares(annotated, act, mention)
                || mention.victims.is_empty() && near && act.kind == "bombing"))
        || (act.kind == "attack"
            && mention.kind == "bombing"
            && (same_sentence || shares(annotated, act, mention)));
    kinds && !apart(annotated, act, mention, same_sentence)
}

/// Whether two tellings have a victim or a target in common.
fn shares(annotated: &Annotated, a: &Act, b: &Act) -> bool {
    let names = |it: &Act| -> BTreeSet<String> {
        let names = it.victims.iter().filter_map(|it| it.name.clone());
        let things = it.targets.iter().map(|it| it.tokens.clone());
        names.chain(things).map(|it| last_word(annotated, it.end)).collect()
    };
    !names(a).is_disjoint(&names(b))
}

/// Whether two tellings have different days, towns or named victims.
fn apart(annotated: &Annotated, a: &Act, b: &Act, same_sentence: bool) -> bool {
    let day = |it: &Act| {
        it.date.as_ref().map(|it| it.0.clone()).filter(|it| it.precision <= Precision::Day)
    };
    let days = day(a).zip(day(b)).is_some_and(|(a, b)| !a.overlaps(&b));
    let place = |it: &Act| it.places.first().map(|it| annotated.places[*it].place.clone());
    let places = place(a).zip(place(b)).is_some_and(|(a, b)| differ(&a, &b));
    let names = |it: &Act| -> BTreeSet<String> {
        let names = it.victims.iter().filter_map(|it| it.name.clone());
        names.map(|it| last_word(annotated, it.end)).collect()
    };
    let (ours, theirs) = (names(a), names(b));
    let people = !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(&theirs);
    let shared = shares(annotated, a, b);
    (days && !shared) || (places && !shared && !same_sentence) || (people && !same_sentence)
}

/// Whether two places cannot be one: different countries, or different towns.
fn differ(a: &Place, b: &Place) -> bool {
    let country = a.country.is_some() && b.country.is_some() && a.country != b.country;
    let town = |it: &Place| it.level >= Level::City;
    let admin = a.level == Level::Admin1 && b.level == Level::Admin1;
    country || (town(a) && town(b) || admin) && a.name != b.name
}

impl Act {
    fn is_empty(&self) -> bool {
        self.victims.is_empty() && self.targets.is_empty()
    }

    /// Takes in another telling of the same act.
    fn join(&mut self, other: Act) {
        if self.kind == "attack" {
            self.kind = other.kind;
        }
        self.stage = self.stage.min(other.stage);
        self.mentions.extend(other.mentions);
        self.perpetrators.extend(other.perpetrators);
        self.victims.extend(other.victims);
        self.targets.extend(other.targets);
        self.means.extend(other.means);
        self.date = self.date.take().or(other.date);
        self.places.extend(other.places);
        if self.stage == Stage::Attempted
            && self.victims.iter().any(|it| it.effect == Some("killed"))
        {
            self.stage = Stage::Accomplished;
        }
    }

    /// "People are being killed" tells of no one act.
    fn is_vague(&self, annotated: &Annotated) -> bool {
        let vague = |it: &Victim| {
            let word = it.description.as_ref().map(|it| last_word(annotated, it.end));
            let word = word.unwrap_or_default();
            it.name.is_none() && it.count.is_none() && it.several && small::is(&word, "vague")
        };
        self.targets.is_empty()
            && self.means.is_empty()
            && self.perpetrators.is_empty()
            && self.victims.iter().all(vague)
    }

    /// Remembers the group named nearest, where no group and no state is said to be behind it.
    fn take_group(&mut self, groups: &[Range<usize>]) {
        if self.perpetrators.iter().any(|it| matches!(it.class, "group" | "state")) {
            return;
        }
        let distance = |it: &Range<usize>| {
            self.mentions.iter().map(|at| at.abs_diff(it.start)).min().unwrap_or(usize::MAX)
        };
        let nearest =
            groups.iter().min_by_key(|it| distance(it)).filter(|it| distance(it) <= GROUP_REACH);
        self.group_nearby = nearest.cloned();
    }
}
