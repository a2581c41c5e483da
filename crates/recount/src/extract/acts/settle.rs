//! Settles an act: one entry for each person, group, thing and instrument.
//!
//! In: an act put together from mentions. Out: the same with the fullest words of each, its figure and
//! its effect from wherever they were told. Two nouns are one if their last words are, and two names too.

use std::collections::BTreeSet;
use std::ops::Range;

use super::sort::does;
use super::{Act, Perpetrator, Target, Victim, small};
use crate::annotate::Annotated;

impl Act {
    /// Keeps of each person, thing and instrument the fullest words.
    pub(super) fn settle(&mut self, annotated: &Annotated) {
        self.victims = victims(annotated, std::mem::take(&mut self.victims));
        self.targets = targets(annotated, std::mem::take(&mut self.targets));
        self.perpetrators = perpetrators(annotated, std::mem::take(&mut self.perpetrators));
        if self.kind == "attack" && self.means.iter().any(|it| does(it.class) == "bombing") {
            self.kind = "bombing";
        }
        let mut seen = BTreeSet::new();
        self.means.retain(|it| seen.insert(it.class));
    }
}

/// Returns the dictionary form of the word before token `end`.
pub(super) fn last_word(annotated: &Annotated, end: usize) -> String {
    annotated.tokens[end - 1].lemma.clone()
}

fn victims(annotated: &Annotated, all: Vec<Victim>) -> Vec<Victim> {
    let mut kept: Vec<Victim> = Vec::new();
    for victim in all {
        match kept.iter_mut().find(|it| same_victim(annotated, it, &victim)) {
            Some(known) => known.take(victim),
            None => kept.push(victim),
        }
    }
    let named = |it: &Victim| it.name.is_some();
    let vague = |it: &Victim| {
        let words = it.description.as_ref().map(|it| last_word(annotated, it.end));
        words.is_some_and(|it| small::is(&it, "vague")) && it.count.is_none()
    };
    if kept.iter().any(named) {
        kept.retain(|it| named(it) || !vague(it));
    }
    kept
}

fn same_victim(annotated: &Annotated, a: &Victim, b: &Victim) -> bool {
    let end = |it: &Option<Range<usize>>| it.as_ref().map(|it| last_word(annotated, it.end));
    match (end(&a.name), end(&b.name)) {
        (Some(a), Some(b)) => a == b,
        (None, None) => end(&a.description) == end(&b.description),
        _ => {
            a.count.is_none()
                && b.count.is_none()
                && end(&a.description).is_some()
                && end(&a.description) == end(&b.description)
        }
    }
}

impl Victim {
    fn take(&mut self, other: Victim) {
        let longer = |a: &Option<Range<usize>>, b: &Option<Range<usize>>| {
            a.as_ref().map_or(0, |it| it.len()) < b.as_ref().map_or(0, |it| it.len())
        };
        if longer(&self.name, &other.name) {
            self.name = other.name;
        }
        if longer(&self.description, &other.description) {
            (self.description, self.class) = (other.description, other.class);
        }
        self.count = self.count.take().or(other.count);
        self.several |= other.several && self.name.is_none();
        self.effect = match (self.effect, other.effect) {
            (Some("killed"), _) | (_, Some("killed")) => Some("killed"),
            (known, new) => known.or(new),
        };
    }
}

fn targets(annotated: &Annotated, all: Vec<Target>) -> Vec<Target> {
    let mut kept: Vec<Target> = Vec::new();
    for target in all {
        let same = |it: &&mut Target| {
            last_word(annotated, it.tokens.end) == last_word(annotated, target.tokens.end)
        };
        match kept.iter_mut().find(same) {
            Some(known) => {
                if target.tokens.len() > known.tokens.len() {
                    (known.tokens, known.class) = (target.tokens, target.class);
                }
                known.effect = known.effect.or(target.effect);
                known.count = known.count.take().or(target.count);
            }
            None => kept.push(target),
        }
    }
    kept
}

fn perpetrators(annotated: &Annotated, all: Vec<Perpetrator>) -> Vec<Perpetrator> {
    let mut kept: Vec<Perpetrator> = Vec::new();
    for one in all {
        let same = |it: &&mut Perpetrator| {
            it.class == one.class
                && last_word(annotated, it.tokens.end) == last_word(annotated, one.tokens.end)
        };
        match kept.iter_mut().find(same) {
            Some(known) if one.tokens.len() > known.tokens.len() => known.tokens = one.tokens,
            Some(_) => {}
            None => kept.push(one),
        }
    }
    kept
}
