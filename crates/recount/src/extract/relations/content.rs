//! Finds what a verb carries: a clause, a quotation, a noun phrase, an infinitive, a phrase behind "for".
//!
//! In: a verb and its frames. Out: the tokens of the content, as the syntax has them, and the
//! preposition that leads to them.

use std::ops::Range;

use super::words::{Kind, Manner, Word};
use super::{Reader, Relation};

/// Content as the syntax has it.
pub(super) struct Found {
    pub(super) spans: Vec<Range<usize>>,
    /// The preposition before it, which is part of the cue.
    lead: Option<usize>,
}

impl Found {
    pub(super) fn one(span: Range<usize>) -> Self {
        Self { spans: vec![span], lead: None }
    }
}

impl Reader<'_> {
    /// Reads the token as a word that carries words.
    pub(super) fn by_word(&self, at: usize) -> Option<Relation> {
        let kind = match &*self.annotated.tokens[at].pos {
            // "to say so" is what somebody plans, and the plan is the cue.
            "VERB" | "AUX" if !self.is_infinitive(at) => Kind::Verb,
            "ADJ" | "VERB" if self.dep(at) == "acomp" => Kind::Adjective,
            "NOUN" => Kind::Noun,
            _ => return None,
        };
        let word = Word::of(self.lemma(at), kind);
        let found = match word {
            Some(word) if kind == Kind::Noun => self.of_noun(at, word)?,
            Some(word) => self.carried(at, word)?,
            None if kind == Kind::Verb => self.quoted(at, true)?,
            None => return None,
        };
        let cue = self.cue(at, found.lead);
        let source = if kind == Kind::Noun { self.source_of_noun(at) } else { self.source(at) };
        let content = self.reach(&found.spans, &cue, &source);
        let manner = word.map_or(Manner::Report, |it| it.manner);
        let named = kind != Kind::Noun || !source.is_empty();
        (named && !content.is_empty()).then_some(Relation {
            source,
            cue,
            content,
            manner,
            verb: at,
        })
    }

    /// `the claim that …`, `his support for …`, `plans to …`.
    fn of_noun(&self, at: usize, noun: &Word) -> Option<Found> {
        let that =
            |it: &usize| self.syntax.hanging(*it, &["mark"]).any(|it| self.lower(it) == "that");
        let clause = || self.syntax.hanging(at, &["acl", "ccomp"]).find(that);
        let to = || self.syntax.hanging(at, &["acl"]).find(|it| self.is_infinitive(*it));
        let clause = noun.has("clause").then(clause).flatten();
        let carried = clause.or_else(|| noun.has("to").then(to).flatten());
        carried.map(|it| Found::one(self.syntax.phrase(it))).or_else(|| self.led(at, noun))
    }

    /// What the verb carries, the fullest form first.
    fn carried(&self, at: usize, verb: &Word) -> Option<Found> {
        let clause = || verb.has("clause").then(|| self.clause(at))?;
        let quoted = || {
            self.quoted(at, true).or_else(|| verb.has("clause").then(|| self.quoted(at, false))?)
        };
        let to = || verb.has("to").then(|| self.infinitive(at))?;
        let object = || verb.has("object").then(|| self.object(at, verb.has("name")))?;
        let loose =
            || verb.has("clause").then(|| self.hidden(at).or_else(|| self.postposed(at)))?;
        let plain = clause().or_else(quoted).or_else(to).or_else(object);
        plain.or_else(|| self.led(at, verb)).or_else(loose)
    }

    /// `said that …`; `…, he said`: the clause that hangs on the verb, or that the verb hangs on.
    fn clause(&self, at: usize) -> Option<Found> {
        let infinitive = |it: &usize| self.is_infinitive(*it);
        let clause = self.syntax.hanging(at, &["ccomp"]).find(|it| !infinitive(it));
        if let Some(clause) = clause {
            let phrase = self.syntax.phrase(clause);
            return Some(Found::one(phrase.start..self.joined(at, clause).unwrap_or(phrase.end)));
        }
        let head = self.syntax.head(at).filter(|_| matches!(self.dep(at), "parataxis"))?;
        let (whole, own) = (self.syntax.phrase(head), self.syntax.phrase(at));
        Some(Found { spans: vec![whole.start..own.start, own.end..whole.end], lead: None })
    }

    /// `said the raid had failed and troops were on their way`: the parser may hang the second clause on
    /// the verb; it has a subject of its own, no comma before it and no cue.
    fn joined(&self, at: usize, clause: usize) -> Option<usize> {
        let second = self.syntax.child(at, &["conj"]).filter(|it| *it > clause)?;
        let own = self.syntax.child(second, &["nsubj", "nsubjpass"])?;
        let join = self.syntax.child(at, &["cc"]).filter(|it| clause < *it && *it < own)?;
        let plain =
            self.lower(join - 1) != "," && Word::of(self.lemma(second), Kind::Verb).is_none();
        (plain && clause > at).then(|| self.syntax.phrase(second).end)
    }

    /// `wants to leave`, `wants them to leave`.
    fn infinitive(&self, at: usize) -> Option<Found> {
        let carried =
            self.syntax.hanging(at, &["xcomp", "ccomp"]).find(|it| self.is_infinitive(*it))?;
        let mut spans = vec![self.syntax.phrase(carried)];
        let passive = self.syntax.child(at, &["nsubjpass"]);
        spans.extend(passive.map(|it| self.syntax.phrase(it)));
        Some(Found { spans, lead: None })
    }

    fn is_infinitive(&self, at: usize) -> bool {
        self.syntax.hanging(at, &["aux"]).any(|it| self.tag(it) == "TO")
    }

    /// `praised the crew`; of a passive, `the crew was praised`; `named`: of a verb that gives its object
    /// a name, all that follows.
    fn object(&self, at: usize, named: bool) -> Option<Found> {
        let object = self.syntax.child(at, &["dobj", "nsubjpass"])?;
        let start = self.syntax.phrase(object).start;
        // What hangs on the verb behind its object tells more of the same: "called the raid a mistake".
        let same = |it: &usize| match self.dep(*it) {
            "prep" => named || self.lower(*it) == "as",
            "oprd" | "xcomp" => true,
            other => named && !matches!(other, "conj" | "cc" | "punct" | "advcl"),
        };
        let more = self.syntax.children(at).iter().filter(|it| **it > object).filter(|it| same(it));
        let own = self.syntax.phrase(object).end;
        let end = more.map(|it| self.syntax.phrase(*it).end).max().unwrap_or(own);
        Some(Found::one(start..end))
    }

    /// `called for an inquiry`, `spoke about leaving`, `pointed out that`.
    fn led(&self, at: usize, verb: &Word) -> Option<Found> {
        for word in verb.leads() {
            let lead = self.syntax.hanging(at, &["prep", "prt"]).find(|it| self.lower(*it) == word);
            let Some(lead) = lead.or_else(|| self.marked(at, word)) else { continue };
            let span = match self.dep(lead) {
                "prt" => self.syntax.child(at, &["ccomp", "dobj"]).map(|it| self.syntax.phrase(it)),
                "mark" => self.syntax.head(lead).map(|it| lead + 1..self.syntax.phrase(it).end),
                _ => Some(lead + 1..self.syntax.phrase(lead).end),
            };
            if let Some(span) = span.filter(|it| !it.is_empty()) {
                return Some(Found { spans: vec![span], lead: Some(lead) });
            }
        }
        None
    }

    /// `called for them to leave`: the preposition opens a clause.
    fn marked(&self, at: usize, word: &str) -> Option<usize> {
        let mut clauses = self.syntax.hanging(at, &["ccomp", "advcl", "xcomp"]);
        clauses.find_map(|it| {
            self.syntax.hanging(it, &["mark"]).find(|it| *it > at && self.lower(*it) == word)
        })
    }
}
