//! Finds verbs that carry somebody's words: "said", "told TASS that", "…, reports the Courier".
//!
//! In: one sentence. Out: attributions with their content. What refers back ("he", "the source",
//! "the news agency") is looked up in what the text has told so far.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::Attribution;
use super::content::{is_quote, to_closing_quote};
use super::memory::Memory;
use super::source::{described, voice, with_person};
use crate::annotate::{Annotated, Sentence};
use crate::lexicon;
use crate::model::{Hop, HopKind, Modality};

static AROUND_VERBS: LazyLock<BTreeMap<&'static str, ()>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../../../data/around_verbs.tsv")).map(|row| (row[0], ())).collect()
});

/// How many tokens the name of a voice may have.
pub(super) const MAX_SOURCE: usize = 14;

/// Reads the cues of one sentence.
pub(super) struct Reader<'a> {
    pub(super) annotated: &'a Annotated,
    pub(super) index: usize,
    pub(super) sentence: &'a Sentence,
}

/// A voice and the tokens that name it.
struct Named {
    hops: Vec<Hop>,
    tokens: Range<usize>,
}

impl Reader<'_> {
    /// Finds the attributions of the sentence and remembers their voices.
    pub(super) fn read(&self, memory: &mut Memory) -> Vec<Attribution> {
        let mut found = Vec::new();
        found.extend(self.headline(memory));
        found.extend(self.according_to(memory));
        for at in self.sentence.tokens.clone() {
            if let Some(modality) = self.verb(at) {
                let again = found.last().and_then(|it| self.participle(at, it));
                found.extend(again.or_else(|| self.by_verb(at, modality, memory)));
            }
        }
        found
    }

    /// "They reportedly broke …" after an attributed sentence goes on with the same voice.
    pub(super) fn carried_on(&self, before: Option<&Attribution>) -> Option<Attribution> {
        let hedge = self.sentence.tokens.clone().find(|at| self.lower(*at) == "reportedly")?;
        let before = before?;
        let ends = before.content.iter().map(|it| it.end).max()?;
        let previous = self.annotated.sentences.get(self.index.checked_sub(1)?)?;
        let adjoins =
            previous.paragraph == self.sentence.paragraph && ends + 2 >= previous.tokens.end;
        let anonymous = before.hops.last().is_some_and(|it| it.anonymous);
        (adjoins && anonymous).then(|| Attribution {
            content: vec![self.sentence.tokens.clone()],
            source: before.source.clone(),
            cue: hedge..hedge + 1,
            hops: before.hops.clone(),
            modality: Modality::Reported,
        })
    }

    pub(super) fn lower(&self, at: usize) -> &str {
        let inside = self.sentence.tokens.contains(&at);
        if inside { self.annotated.tokens[at].lower.as_str() } else { "" }
    }

    /// `confirmed the incident, saying: “…”`: the participle has the voice of the verb before it.
    fn participle(&self, verb: usize, before: &Attribution) -> Option<Attribution> {
        let participle = self.lower(verb).ends_with("ing");
        let content =
            to_closing_quote(self.annotated, self.index, verb + 1..self.sentence.tokens.end);
        participle.then(|| Attribution {
            content: vec![content],
            cue: verb..verb + 1,
            ..before.clone()
        })
    }

    fn by_verb(&self, verb: usize, modality: Modality, memory: &mut Memory) -> Option<Attribution> {
        let named = self.subject(verb, memory).or_else(|| self.inverted(verb, memory))?;
        let mut hops = self.through_agency(verb, &named.hops);
        hops.extend(self.cited(verb, memory).into_iter().flatten());
        memory.keep(&hops);
        let content = self.content(verb, &named.tokens);
        let inverted = named.tokens.start == verb;
        let source = if inverted { verb + 1..named.tokens.end } else { named.tokens.start..verb };
        let cue = verb..verb + 1;
        (!content.is_empty()).then_some(Attribution { content, source, cue, hops, modality })
    }

    /// The voice before the verb, past "on Sunday", "later", "have".
    fn subject(&self, verb: usize, memory: &Memory) -> Option<Named> {
        let first = self.sentence.tokens.start;
        let mut end = verb;
        while end > first && self.is_around_verb(end - 1) {
            end -= 1;
        }
        self.named_before(verb, end, memory).or_else(|| {
            let apposed = self.before_apposition(end)?;
            let mut named = self.named_before(verb, apposed, memory)?;
            let person = apposed + 1..(end - 1).max(apposed + 1);
            named.hops =
                named.hops.into_iter().map(|it| with_person(self.annotated, it, &person)).collect();
            Some(named)
        })
    }

    /// The voice whose words end at `end`.
    fn named_before(&self, verb: usize, end: usize, memory: &Memory) -> Option<Named> {
        let start = self.phrase_start(end);
        let plain = matches!(self.annotated.tokens[verb].lemma.as_str(), "say" | "tell" | "add");
        let unknown = || described(self.annotated, &(start..end)).filter(|_| plain);
        let hops = self.hops(&(start..end), memory).or_else(|| unknown().map(|it| vec![it]))?;
        Some(Named { hops, tokens: start..verb })
    }

    /// Words that may stand between a voice and its verb.
    fn is_around_verb(&self, at: usize) -> bool {
        let timed = self.annotated.times.iter().any(|it| it.tokens.contains(&at));
        timed || AROUND_VERBS.contains_key(self.lower(at))
    }

    /// `TASS, the Russian state news agency, said`: the name stands before the commas.
    fn before_apposition(&self, end: usize) -> Option<usize> {
        let first = self.sentence.tokens.start;
        let closes = end.checked_sub(1).filter(|at| *at > first && self.lower(*at) == ",")?;
        (first..closes).rev().take(MAX_SOURCE).find(|at| self.lower(*at) == ",").or(Some(closes))
    }

    fn phrase_start(&self, end: usize) -> usize {
        let first = self.sentence.tokens.start.max(end.saturating_sub(MAX_SOURCE));
        let stops = |at: &usize| {
            let word = self.lower(*at);
            is_quote(self.annotated, *at)
                || (self.verb(*at).is_some() && word != self.annotated.tokens[*at].lemma)
                || matches!(
                    word,
                    "," | ";"
                        | ":"
                        | "that"
                        | "but"
                        | "while"
                        | "when"
                        | "as"
                        | "because"
                        | "and"
                        | "-"
                        | "what"
                ) && !self.inside_name(*at)
        };
        (first..end).rev().find(stops).map_or(first, |at| at + 1)
    }

    /// "Health and Interior ministries", "state-run": joined words of one name.
    fn inside_name(&self, at: usize) -> bool {
        let beside = |at: usize| self.annotated.tokens.get(at);
        match self.lower(at) {
            "-" => at > 0 && beside(at - 1).is_some_and(|it| !it.space_after),
            _ => false,
        }
    }

    /// The voice after the verb: `…, said the mayor`, `…, reports Moscow Times`.
    fn inverted(&self, verb: usize, memory: &Memory) -> Option<Named> {
        let first = self.sentence.tokens.start;
        let before = verb.checked_sub(1).filter(|at| *at >= first)?;
        let opens = self.lower(before) == "," || is_quote(self.annotated, before);
        if !opens {
            return None;
        }
        let end = self.sentence.tokens.end;
        let stop =
            (verb + 1..end).find(|at| matches!(self.lower(*at), "," | "." | ";" | ":" | "who"));
        let phrase = verb + 1..stop.unwrap_or(end).min(verb + 1 + MAX_SOURCE);
        let hops = self.hops(&phrase, memory)?;
        Some(Named { hops, tokens: verb..phrase.end })
    }

    /// `told state news agency TASS`, `said in a statement to Reuters`: the agency is the outer voice.
    fn through_agency(&self, verb: usize, hops: &[Hop]) -> Vec<Hop> {
        let told = matches!(self.annotated.tokens[verb].lemma.as_str(), "tell" | "inform");
        let end = self.sentence.tokens.end;
        let to = (verb + 1..end.min(verb + 7)).find(|at| self.lower(*at) == "to");
        let from = if told { Some(verb + 1) } else { to.map(|at| at + 1) };
        let agency = from.and_then(|from| {
            let stop = (from..end).find(|at| {
                matches!(self.lower(*at), "that" | "." | ";" | ":" | "\"" | "on" | "in" | "by")
            });
            voice(self.annotated, &(from..stop.unwrap_or(end).min(from + 8)))
        });
        let agency = agency.filter(|it| {
            matches!(it.kind, HopKind::Agency | HopKind::StateMedia | HopKind::Outlet)
                && !it.anonymous
        });
        agency.into_iter().chain(hops.iter().cloned()).collect()
    }

    /// `Reuters reports, citing police`: whom the voice had it from.
    fn cited(&self, verb: usize, memory: &Memory) -> Option<Vec<Hop>> {
        let end = self.sentence.tokens.end;
        let cue = (verb + 1..end).find(|at| matches!(self.lower(*at), "citing" | "quoting"))?;
        let stop =
            (cue + 1..end).find(|at| matches!(self.lower(*at), "," | "." | ";" | ":" | "that"));
        self.hops(&(cue + 1..stop.unwrap_or(end)), memory)
    }

    pub(super) fn hops(&self, phrase: &Range<usize>, memory: &Memory) -> Option<Vec<Hop>> {
        let referred = memory.refer(&self.annotated.tokens[phrase.clone()]);
        referred.or_else(|| voice(self.annotated, phrase).map(|it| vec![it]))
    }
}
