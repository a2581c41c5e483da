//! Finds the words that name who speaks, by the syntax of the cue.
//!
//! In: a verb. Out: the phrase of its subject, of the agent of a passive, or of the subject that it
//! shares with the verb it hangs on; empty if nobody is named.

use std::ops::Range;

use super::words::{Kind, Word};
use super::{Reader, Relation};

/// How many verbs up a subject is looked for: "went on to say", "said, adding, and asked".
const MAX_CLIMB: usize = 4;

/// How many tokens a dateline has at most, its dash included: "NEW YORK, Dec. 11 (AP) -".
const MAX_DATELINE: usize = 12;

impl Reader<'_> {
    /// The phrase of the source of the verb.
    pub(in crate::extract) fn source(&self, verb: usize) -> Range<usize> {
        let mut at = verb;
        for _ in 0..MAX_CLIMB {
            if let Some(subject) = self.subject(at) {
                return self.named(subject);
            }
            if at == verb && self.is_passive(at) {
                break;
            }
            let Some(head) = self.syntax.head(at) else { break };
            match self.dep(at) {
                "acl" if self.tag(at) == "VBG" => return self.modified(head, at),
                "acomp" | "conj" | "xcomp" | "advcl" | "ccomp" | "pcomp" | "prep" | "dep" => {
                    at = head
                }
                _ => break,
            }
        }
        verb..verb
    }

    /// The head of the subject, or of the agent of a passive.
    fn subject(&self, verb: usize) -> Option<usize> {
        let agent = || {
            let by = self.syntax.child(verb, &["agent"])?;
            self.syntax.child(by, &["pobj"])
        };
        // Of two subjects the nearer one speaks: "A blast killed six, police said".
        self.syntax.hanging(verb, &["nsubj"]).min_by_key(|it| it.abs_diff(verb)).or_else(agent)
    }

    /// The words that name the source, where "who" stands for them.
    pub(in crate::extract) fn antecedent(&self, relation: &Relation) -> Range<usize> {
        let pronoun = relation.source.len() == 1
            && matches!(self.lower(relation.source.start), "who" | "which" | "that");
        let clause = || {
            let mut up = std::iter::once(relation.verb).chain(self.syntax.above(relation.verb));
            up.find(|it| self.dep(*it) == "relcl")
        };
        let noun = pronoun.then(clause).flatten().and_then(|it| self.syntax.head(it));
        let Some(noun) = noun else { return relation.source.clone() };
        // "Islamic State, the group that": the name is better than what it is.
        let noun = self.syntax.head(noun).filter(|_| self.dep(noun) == "appos").unwrap_or(noun);
        let clause = self.syntax.child(noun, &["relcl", "appos"]);
        let named = self.named(noun);
        let end = clause.map_or(named.end, |it| self.syntax.phrase(it).start);
        self.trimmed(named.start..end.clamp(noun + 1, named.end.max(noun + 1)))
    }

    pub(super) fn is_passive(&self, verb: usize) -> bool {
        self.syntax.child(verb, &["auxpass", "nsubjpass"]).is_some()
    }

    /// `a statement saying that`: the noun; of `police issued a statement saying that` police.
    fn modified(&self, noun: usize, participle: usize) -> Range<usize> {
        let verb = self.syntax.head(noun).filter(|it| {
            self.dep(noun) == "dobj" && Word::of(self.lemma(*it), Kind::Verb).is_some()
        });
        if let Some(issuer) = verb.and_then(|it| self.subject(it)) {
            return self.named(issuer);
        }
        let phrase = self.named(noun);
        phrase.start..phrase.end.min(self.syntax.phrase(participle).start).max(phrase.start)
    }

    /// `KAVAJA (Bulpress) - The mayor said`: the words of a paragraph's first sentence behind the dash.
    pub(super) fn behind_dateline(&self, range: Range<usize>) -> usize {
        let tokens = &self.annotated.tokens;
        let dash = |at: &usize| matches!(self.lower(*at), "-" | "--") && tokens[*at].space_after;
        let named =
            |it: &crate::annotate::Token| it.capital || !it.lower.chars().any(char::is_alphabetic);
        let opens = self.sentence(range.start).start == range.start;
        let dash = range.clone().take(MAX_DATELINE).find(dash).filter(|_| opens);
        let dash = dash.filter(|it| tokens[range.start..*it].iter().all(named));
        dash.map_or(range.start, |it| it + 1)
    }

    /// `his claim that`, `the claim by the mayor that`, `made the claim that`: who has the noun.
    pub(super) fn source_of_noun(&self, noun: usize) -> Range<usize> {
        let by = |it: usize| self.syntax.child(it, &["pobj"]);
        let mut owners = self
            .syntax
            .hanging(noun, &["prep", "agent"])
            .filter(|it| matches!(self.lower(*it), "by" | "from"));
        let owner = self.syntax.child(noun, &["poss"]).or_else(|| owners.find_map(by));
        if let Some(owner) = owner {
            let phrase = self.named(owner);
            let possessive = phrase.clone().rev().take(1).find(|at| self.tag(*at) == "POS");
            return phrase.start..possessive.unwrap_or(phrase.end);
        }
        let verb = self.syntax.head(noun).filter(|_| self.dep(noun) == "dobj");
        verb.map_or(noun..noun, |it| self.source(it))
    }

    /// The phrase without a clause behind a comma: "the mayor, who had come late".
    pub(super) fn named(&self, head: usize) -> Range<usize> {
        let phrase = self.syntax.phrase(head);
        let clause = self.syntax.hanging(head, &["relcl", "acl", "advcl"]).find(|it| {
            let start = self.syntax.phrase(*it).start;
            *it > head && self.lower(start.saturating_sub(1)) == ","
        });
        let end = clause.map_or(phrase.end, |it| self.syntax.phrase(it).start);
        let start = self.behind_dateline(phrase.start..head);
        self.trimmed(start..end.min(phrase.end))
    }
}
