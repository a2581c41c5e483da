//! Compares one incident with the lines that are about it.
//!
//! In: an incident and what a line says. Out: nothing where it holds, else what was found about the
//! same slot, of whatever event, so that a value in the wrong place is seen.

use recount::model::{ArticleId, Claim, EventId, Finding, Group, Hop, Incident};
use recount::model::{Record, Slot, Value, Who};

use super::{Outcome, holds};
use crate::language::{Size, Topic, Trait, Voice};
use crate::show;

/// The incident that a line is about.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) record: &'a Record,
    pub(super) incident: &'a Incident,
}

impl<'a> At<'a> {
    pub(super) fn sizes(self, wanted: &[(Size, usize)]) -> Outcome {
        let size = |size| match size {
            Size::Articles => self.incident.articles.len(),
            Size::Families => self.incident.families.len(),
            Size::Independent => self.incident.independent.best,
            Size::Outlets | Size::Origins => usize::MAX,
        };
        holds(wanted.iter().all(|(it, count)| size(*it) == *count), || {
            let [articles, families] = [Size::Articles, Size::Families].map(size);
            let independent = size(Size::Independent);
            vec![format!("{articles} articles, {families} families, independent {independent}")]
        })
    }

    pub(super) fn articles(self, wanted: &[String]) -> Outcome {
        let found = self.names(&self.incident.articles);
        holds(found == sorted(wanted), || vec![format!("articles {}", found.join(" "))])
    }

    pub(super) fn family(self, wanted: &[String]) -> Outcome {
        let families = self.incident.families.iter().map(|it| self.names(it));
        let found: Vec<_> = families.collect();
        holds(found.contains(&sorted(wanted)), || {
            found.iter().map(|it| format!("family {}", it.join(" "))).collect()
        })
    }

    fn names(self, ids: &[ArticleId]) -> Vec<String> {
        let names = ids.iter().map(|it| show::article_name(self.record, &it.0).to_owned());
        sorted(&names.collect::<Vec<_>>())
    }

    fn findings(self, topic: &Topic) -> Vec<&'a Finding> {
        let fits = |it: &&Finding| self.is_about(topic, &it.event, it.slot, it.who.as_ref());
        self.incident.findings.iter().filter(fits).collect()
    }

    fn claims(self, topic: &Topic) -> Vec<&'a Claim> {
        let fits = |it: &&Claim| self.is_about(topic, &it.event, it.slot, it.who.as_ref());
        self.incident.claims.iter().filter(fits).collect()
    }

    fn is_about(self, topic: &Topic, event: &EventId, slot: Slot, who: Option<&Who>) -> bool {
        topic.slot == slot
            && show::relation(self.incident, event) == Some(topic.relation)
            && topic.who.as_ref().is_none_or(|it| Some(it) == who)
    }

    pub(super) fn finding(
        self,
        topic: &Topic,
        value: &str,
        range: Option<(u64, u64)>,
        verdict: Option<&str>,
    ) -> Outcome {
        let fits = |it: &Finding| {
            is_value(&it.best, value)
                && range.is_none_or(|(low, high)| (it.low, it.high) == (Some(low), Some(high)))
                && verdict.is_none_or(|verdict| show::name(&it.verdict) == verdict)
        };
        holds(self.findings(topic).into_iter().any(fits), || self.found(topic.slot))
    }

    /// What was found about a slot of any event.
    fn found(self, slot: Slot) -> Vec<String> {
        let findings = self.incident.findings.iter().filter(|it| it.slot == slot);
        let mut lines: Vec<_> = findings.map(|it| show::finding(self.incident, it)).collect();
        if lines.is_empty() {
            lines.extend(self.found_claims(slot));
        }
        lines
    }

    fn found_claims(self, slot: Slot) -> Vec<String> {
        let claims = self.incident.claims.iter().filter(|it| it.slot == slot);
        claims.map(|it| show::claim(self.record, self.incident, it)).collect()
    }

    pub(super) fn nothing(
        self,
        topic: &Topic,
        value: Option<&str>,
        findings_only: bool,
    ) -> Outcome {
        let is_it = |found: &Value| value.is_none_or(|it| is_value(found, it));
        let findings = self.findings(topic).into_iter().filter(|it| is_it(&it.best));
        let mut found: Vec<_> = findings.map(|it| show::finding(self.incident, it)).collect();
        if !findings_only {
            let claims = self.claims(topic).into_iter().filter(|it| is_it(&it.value));
            found.extend(claims.map(|it| show::claim(self.record, self.incident, it)));
        }
        holds(found.is_empty(), || found)
    }

    pub(super) fn group(
        self,
        topic: &Topic,
        value: &str,
        sizes: &[(Size, usize)],
        superseded: bool,
    ) -> Outcome {
        let fits = |it: &&Group| {
            is_value(&it.value, value)
                && it.superseded() == superseded
                && sizes.iter().all(|(size, count)| group_size(it, *size) == *count)
        };
        let findings = self.findings(topic);
        let is_there = findings.iter().flat_map(|it| &it.groups).any(|it| fits(&it));
        holds(is_there, || match findings.is_empty() {
            true => self.found(topic.slot),
            false => findings.iter().flat_map(|it| show::groups(self.incident, it)).collect(),
        })
    }

    pub(super) fn claim(
        self,
        article: &str,
        topic: &Topic,
        value: &str,
        traits: &[Trait],
    ) -> Outcome {
        let fits = |it: &Claim| {
            show::article_name(self.record, &it.article.0) == article
                && is_value(&it.value, value)
                && traits.iter().all(|wanted| has(it, wanted))
        };
        holds(self.claims(topic).into_iter().any(fits), || self.found_claims(topic.slot))
    }
}

fn has(claim: &Claim, wanted: &Trait) -> bool {
    match wanted {
        Trait::Modality(name) => show::name(&claim.modality) == *name,
        Trait::Evidence(words) => claim.evidence.text.contains(words.as_str()),
        Trait::Chain(voices) => {
            voices.len() == claim.chain.len()
                && voices.iter().zip(&claim.chain).all(|(voice, hop)| is_voice(voice, hop))
        }
    }
}

fn is_voice(voice: &Voice, hop: &Hop) -> bool {
    hop.anonymous == voice.anonymous && hop.name.eq_ignore_ascii_case(&voice.name)
}

fn group_size(group: &Group, size: Size) -> usize {
    match size {
        Size::Articles => group.articles,
        Size::Outlets => group.outlets,
        Size::Families => group.families,
        Size::Origins => group.origins,
        Size::Independent => usize::MAX,
    }
}

/// Returns whether a value is what a case calls `wanted`; a name goes by its id too.
fn is_value(value: &Value, wanted: &str) -> bool {
    let id = match value {
        Value::Name(name) => name.id.as_str(),
        _ => "",
    };
    show::value(value).eq_ignore_ascii_case(wanted) || id.eq_ignore_ascii_case(wanted)
}

fn sorted(names: &[String]) -> Vec<String> {
    let mut names = names.to_vec();
    names.sort();
    names
}
