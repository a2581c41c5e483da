//! Remembers the voices of a text, for what refers back to them.
//!
//! In: voices as they are named, then phrases such as "he", "the source", "the news agency", "Mr
//! Novak". Out: the chain that is meant, or nothing where it is not safe to say.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::annotate::Token;
use crate::extract::clause_words;
use crate::model::{Hop, HopKind};

static TITLES: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| clause_words("title"));

/// What a text has told of its voices so far.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// The chain named last, for "he", "it", "the source".
    last: Vec<Hop>,
    /// The agency or outlet named last, for "the news agency".
    agency: Option<Hop>,
    /// People with a name, by their last word.
    people: BTreeMap<String, Hop>,
}

impl Memory {
    /// Keeps `hops` for what refers back to them.
    pub(super) fn keep(&mut self, hops: &[Hop]) {
        if hops.is_empty() {
            return;
        }
        self.last = hops.to_vec();
        for hop in hops {
            let words: Vec<_> = hop.name.split(' ').collect();
            let capital = |word: &&&str| word.starts_with(char::is_uppercase);
            let named = words.iter().rev().take_while(capital).count();
            if named >= 2 && !matches!(hop.kind, HopKind::Agency | HopKind::Outlet) {
                let surname = words[words.len() - 1].to_lowercase();
                self.people.entry(surname).or_insert_with(|| hop.clone());
            }
        }
        let agency =
            hops.iter().rfind(|it| matches!(it.kind, HopKind::Agency | HopKind::StateMedia));
        self.agency = agency.filter(|it| !it.anonymous).cloned().or(self.agency.take());
    }

    fn person(&self, surname: &str) -> Option<Vec<Hop>> {
        self.people.get(surname).map(|it| vec![it.clone()])
    }

    /// Returns the chain that a pronoun or "the source" refers back to.
    pub(super) fn refer(&self, phrase: &[Token]) -> Option<Vec<Hop>> {
        let words: Vec<_> = phrase.iter().map(|it| it.lower.as_str()).collect();
        let definite = matches!(words.first(), Some(&("the" | "this" | "that")));
        match words.as_slice() {
            [.., "he" | "she" | "they" | "it"] => {
                Some(self.last.clone()).filter(|it| !it.is_empty())
            }
            ["the", "news", "agency" | "service"] | ["the", "agency"] => {
                let institution = || self.last.last().filter(|it| it.kind == HopKind::Official);
                self.agency.clone().or_else(|| institution().cloned()).map(|it| vec![it])
            }
            [name] if self.people.contains_key(*name) => self.person(name),
            [title, name] if TITLES.contains(title) && self.people.contains_key(*name) => {
                self.person(name)
            }
            [_, .., noun] if definite => {
                let last = self.last.last()?.name.to_lowercase();
                let same = last.ends_with(noun) && last.contains(' ');
                let alike = |word: &&str| last.split(' ').any(|it| share_stem(it, word));
                (same && words[1..].iter().all(alike)).then(|| self.last.clone())
            }
            _ => None,
        }
    }
}

/// `prison` and `prisoner` begin alike: slips and variants of one name.
fn share_stem(a: &str, b: &str) -> bool {
    let common = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    a == b || common >= STEM
}

/// How many letters two words must begin with alike to be variants of one name.
///
/// Five keeps `police` and `policy` together, which no voice confuses, and `prison` from `prince`.
const STEM: usize = 5;
