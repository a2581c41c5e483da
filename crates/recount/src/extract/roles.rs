//! Tells who plays which part in an article: which nouns name its hostages and its perpetrators.
//!
//! In: an annotated article. Out: the class of a noun as this article uses it. "Guards" wear a
//! uniform in general and are hostages in a report of a siege; "prisoners" may be either side.

use std::collections::BTreeSet;
use std::ops::Range;

use super::people::{self, Class, Noun};
use crate::annotate::{Annotated, Sentence};

/// Who plays which part in one article.
#[derive(Debug, Clone, Default)]
pub(super) struct Roles {
    hostages: BTreeSet<&'static str>,
    prisoners_did_it: bool,
    hostages_named: bool,
}

impl Roles {
    /// Reads the parts from sentences that tell of a taking.
    pub(super) fn of(annotated: &Annotated) -> Self {
        let mut roles = Self::default();
        for sentence in &annotated.sentences {
            for at in sentence.tokens.clone() {
                if let Some(held) = held(annotated, sentence, at) {
                    roles.hostages.extend(held.iter().map(|it| it.lemma));
                    roles.hostages_named = true;
                    roles.prisoners_did_it |= has_prisoners(annotated, sentence, &held);
                }
            }
        }
        roles
    }

    /// Returns the class of `noun` in this article.
    pub(super) fn class(&self, noun: &Noun) -> Class {
        match noun.class {
            Class::Context if self.prisoners_did_it => Class::Perpetrator,
            Class::Perpetrator | Class::Crew => noun.class,
            _ if self.hostages.contains(noun.lemma) => Class::Hostage,
            class => class,
        }
    }

    /// Returns whether the article tells of hostages.
    pub(super) fn has_hostages(&self) -> bool {
        self.hostages_named
    }
}

/// Returns the nouns for people said to be held, if token `at` says that somebody is.
fn held(annotated: &Annotated, sentence: &Sentence, at: usize) -> Option<Vec<Noun>> {
    let token = &annotated.tokens[at];
    let mut found = match token.lower.as_str() {
        "hostage" | "captive" => held_by_phrase(annotated, sentence, at)?,
        "hostages" | "captives" => Vec::new(),
        _ if matches!(token.lemma.as_str(), "kidnap" | "abduct") => {
            nouns(annotated, at + 1..(at + 6).min(sentence.tokens.end))
        }
        _ => return None,
    };
    found.retain(|it| !matches!(it.class, Class::Perpetrator | Class::Context));
    Some(found)
}

/// `took two guards hostage`, `the employees who were taken hostage`.
fn held_by_phrase(annotated: &Annotated, sentence: &Sentence, at: usize) -> Option<Vec<Noun>> {
    let floor = sentence.tokens.start.max(at.saturating_sub(7));
    let verb = (floor..at).rev().find(|it| {
        matches!(annotated.tokens[*it].lemma.as_str(), "take" | "hold" | "keep" | "seize")
    })?;
    if verb + 1 < at {
        return Some(nouns(annotated, verb + 1..at));
    }
    let before = sentence.tokens.start.max(verb.saturating_sub(10));
    Some(nouns(annotated, before..verb).into_iter().rev().take(1).collect())
}

fn nouns(annotated: &Annotated, range: Range<usize>) -> Vec<Noun> {
    range.clone().filter_map(|at| people::noun_at(annotated, at, range.end)).collect()
}

fn has_prisoners(annotated: &Annotated, sentence: &Sentence, held: &[Noun]) -> bool {
    nouns(annotated, sentence.tokens.clone())
        .iter()
        .any(|it| it.class == Class::Context && held.iter().all(|held| held.lemma != it.lemma))
}
