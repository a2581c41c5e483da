//! Compares a record with the lines of a case.
//!
//! In: lines and a record. Out: for each line that does not hold the line and what was found in its
//! place, in the words of the case language.

mod article;

use recount::model::{Claim, EventId, Finding, Group, Incident, Record, Slot, Value, Who};

use crate::language::{Line, Meaning, Size, Topic, Trait, Voice};
use crate::show;

/// Returns what does not hold, one text for each line.
pub(crate) fn failures(lines: &[Line], record: &Record) -> Vec<String> {
    let mut checker = Checker { record, incident: record.incidents.first() };
    let failure = |line: &Line| checker.check(&line.meaning).err().map(|it| told(line, &it));
    lines.iter().filter_map(failure).collect()
}

fn told(line: &Line, found: &[String]) -> String {
    let found =
        if found.is_empty() { "nothing like it".into() } else { found.join("\n          ") };
    format!("expected  {}\n   found  {found}", line.text)
}

/// What was found in place of a line.
type Outcome = Result<(), Vec<String>>;

fn holds(is_so: bool, found: impl FnOnce() -> Vec<String>) -> Outcome {
    if is_so { Ok(()) } else { Err(found()) }
}

struct Checker<'a> {
    record: &'a Record,
    /// The incident that the next lines are about.
    incident: Option<&'a Incident>,
}

impl<'a> Checker<'a> {
    fn check(&mut self, meaning: &Meaning) -> Outcome {
        match meaning {
            Meaning::Incidents(count) => {
                let found = self.record.incidents.len();
                holds(found == *count, || vec![format!("incidents {found}")])
            }
            Meaning::Article { name, facts } => article::check(self.record, name, facts),
            Meaning::Incident { of, sizes } => {
                self.incident = match of {
                    Some(name) => self.incident_of(name),
                    None => self.record.incidents.first(),
                };
                self.at(|it| it.sizes(sizes))
            }
            Meaning::Articles(names) => self.at(|it| it.articles(names)),
            Meaning::Family(names) => self.at(|it| it.family(names)),
            Meaning::Finding { topic, value, range, verdict } => {
                self.at(|it| it.finding(topic, value, *range, verdict.as_deref()))
            }
            Meaning::Nothing { topic, value, findings_only } => {
                self.at(|it| it.nothing(topic, value.as_deref(), *findings_only))
            }
            Meaning::Group { topic, value, sizes, superseded } => {
                self.at(|it| it.group(topic, value, sizes, *superseded))
            }
            Meaning::Claim { article, topic, value, traits } => {
                self.at(|it| it.claim(article, topic, value, traits))
            }
        }
    }

    fn incident_of(&self, name: &str) -> Option<&'a Incident> {
        let article = self.record.articles.iter().find(|it| it.name == name)?;
        self.record.incidents.iter().find(|it| it.articles.contains(&article.id))
    }

    fn at(&self, check: impl FnOnce(At) -> Outcome) -> Outcome {
        let incident = self.incident.ok_or_else(|| vec!["no such incident".to_owned()])?;
        check(At { record: self.record, incident })
    }
}

/// The incident that a line is about.
#[derive(Clone, Copy)]
struct At<'a> {
    record: &'a Record,
    incident: &'a Incident,
}

impl<'a> At<'a> {
    fn sizes(self, wanted: &[(Size, usize)]) -> Outcome {
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

    fn articles(self, wanted: &[String]) -> Outcome {
        let found = self.names(&self.incident.articles);
        holds(found == sorted(wanted), || vec![format!("articles {}", found.join(" "))])
    }

    fn family(self, wanted: &[String]) -> Outcome {
        let families = self.incident.families.iter().map(|it| self.names(it));
        let found: Vec<_> = families.collect();
        holds(found.contains(&sorted(wanted)), || {
            found.iter().map(|it| format!("family {}", it.join(" "))).collect()
        })
    }

    fn names(self, ids: &[recount::model::ArticleId]) -> Vec<String> {
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

    fn finding(
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

    fn nothing(self, topic: &Topic, value: Option<&str>, findings_only: bool) -> Outcome {
        let is_it = |found: &Value| value.is_none_or(|it| is_value(found, it));
        let findings = self.findings(topic).into_iter().filter(|it| is_it(&it.best));
        let mut found: Vec<_> = findings.map(|it| show::finding(self.incident, it)).collect();
        if !findings_only {
            let claims = self.claims(topic).into_iter().filter(|it| is_it(&it.value));
            found.extend(claims.map(|it| show::claim(self.record, self.incident, it)));
        }
        holds(found.is_empty(), || found)
    }

    fn group(
        self,
        topic: &Topic,
        value: &str,
        sizes: &[(Size, usize)],
        superseded: bool,
    ) -> Outcome {
        let fits = |it: &&Group| {
            is_value(&it.value, value)
                && it.superseded == superseded
                && sizes.iter().all(|(size, count)| group_size(it, *size) == *count)
        };
        let findings = self.findings(topic);
        let is_there = findings.iter().flat_map(|it| &it.groups).any(|it| fits(&it));
        holds(is_there, || match findings.is_empty() {
            true => self.found(topic.slot),
            false => findings.iter().flat_map(|it| show::groups(self.incident, it)).collect(),
        })
    }

    fn claim(self, article: &str, topic: &Topic, value: &str, traits: &[Trait]) -> Outcome {
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

fn is_voice(voice: &Voice, hop: &recount::model::Hop) -> bool {
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
