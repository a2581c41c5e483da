//! Turns a relation into a chain: who the source is, through whom it speaks, whom it cites.
//!
//! In: a relation and what the text has told of its voices so far. Out: hops, outermost first.

use std::ops::Range;

use super::memory::Memory;
use crate::annotate::Annotated;
use crate::extract::relations::{self, Relation};
use crate::extract::speakers::{described, voice, with_person};
use crate::model::{Hop, HopKind};

/// Reads the chains of one article.
pub(super) struct Reader<'a> {
    pub(super) annotated: &'a Annotated,
    pub(super) relations: &'a relations::Reader<'a>,
}

impl Reader<'_> {
    /// The voices of a relation; nothing if the source is no voice that is known.
    pub(super) fn chain(&self, relation: &Relation, memory: &mut Memory) -> Option<Vec<Hop>> {
        let source = self.relations.antecedent(relation);
        let named = self.hops(&source, memory).or_else(|| self.described(relation, &source))?;
        let mut hops = self.through_agency(relation, &named);
        hops.extend(self.cited(relation, memory).into_iter().flatten());
        memory.keep(&hops);
        Some(hops)
    }

    /// A voice, as it is named or as it is referred back to.
    fn hops(&self, phrase: &Range<usize>, memory: &Memory) -> Option<Vec<Hop>> {
        if phrase.is_empty() {
            return None;
        }
        let referred = |it: &Range<usize>| memory.refer(&self.annotated.tokens[it.clone()]);
        let read = |it: &Range<usize>| {
            let hops = referred(it).or_else(|| Some(vec![voice(self.annotated, it)?]))?;
            Some(self.named_here(hops, it))
        };
        let Some((office, name)) = self.apposed(phrase) else { return read(phrase) };
        let held = |hops: Vec<Hop>| {
            hops.into_iter().map(|it| with_person(self.annotated, it, &name)).collect()
        };
        read(&office).map(held).or_else(|| read(&name))
    }

    /// The innermost voice is the one that the phrase names.
    fn named_here(&self, mut hops: Vec<Hop>, phrase: &Range<usize>) -> Vec<Hop> {
        if let Some(inner) = hops.last_mut() {
            inner.evidence = Some(self.annotated.evidence(phrase));
        }
        hops
    }

    /// `the spokesman, Jan Novak`: what stands before and behind the first comma.
    fn apposed(&self, phrase: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
        let comma = |from: usize| (from..phrase.end).find(|at| self.lower(*at) == ",");
        let first = comma(phrase.start)?;
        let end = comma(first + 1).unwrap_or(phrase.end);
        (first > phrase.start && first + 1 < end).then(|| (phrase.start..first, first + 1..end))
    }

    /// Any short noun phrase is a voice of a verb that only speakers have.
    fn described(&self, relation: &Relation, source: &Range<usize>) -> Option<Vec<Hop>> {
        let plain = matches!(&*self.annotated.tokens[relation.verb].lemma, "say" | "tell" | "add");
        let phrase = self.apposed(source).map_or(source.clone(), |it| it.0);
        let hop = (plain && !phrase.is_empty()).then(|| described(self.annotated, &phrase))??;
        Some(self.named_here(vec![hop], &phrase))
    }

    /// `told state news agency TASS`, `said in a statement to Reuters`: the agency is the outer voice.
    fn through_agency(&self, relation: &Relation, hops: &[Hop]) -> Vec<Hop> {
        let verb = relation.verb;
        let told = matches!(&*self.annotated.tokens[verb].lemma, "tell" | "inform");
        let end = self.annotated.sentence_of(verb).tokens.end;
        let to = (verb + 1..end.min(verb + MAX_TO)).find(|at| self.lower(*at) == "to");
        let from = if told { Some(verb + 1) } else { to.map(|at| at + 1) };
        let agency = from.and_then(|from| {
            let stop = (from..end).find(|at| {
                matches!(self.lower(*at), "that" | "." | ";" | ":" | "\"" | "on" | "in" | "by")
            });
            let phrase = from..stop.unwrap_or(end).min(from + MAX_AGENCY);
            let hop = voice(self.annotated, &phrase)?;
            self.named_here(vec![hop], &phrase).pop()
        });
        let media = |it: &Hop| {
            matches!(it.kind, HopKind::Agency | HopKind::StateMedia | HopKind::Outlet)
                && !it.anonymous
        };
        agency.into_iter().filter(media).chain(hops.iter().cloned()).collect()
    }

    /// `Reuters reports, citing police`: whom the voice had it from.
    fn cited(&self, relation: &Relation, memory: &Memory) -> Option<Vec<Hop>> {
        let end = self.annotated.sentence_of(relation.verb).tokens.end;
        let cites = |at: &usize| matches!(self.lower(*at), "citing" | "quoting");
        let cue = (relation.verb + 1..end).find(cites)?;
        let stops = |at: &usize| matches!(self.lower(*at), "," | "." | ";" | ":" | "that");
        let stop = (cue + 1..end).find(stops);
        self.hops(&(cue + 1..stop.unwrap_or(end)), memory)
    }

    fn lower(&self, at: usize) -> &str {
        self.annotated.tokens.get(at).map_or("", |it| it.lower.as_str())
    }
}

/// How far behind the verb "to Reuters" may stand: "said in a brief written statement to Reuters".
const MAX_TO: usize = 7;

/// How many words the name of an agency may have, with what it is: "the Russian state news agency TASS".
const MAX_AGENCY: usize = 8;
