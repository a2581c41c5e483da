//! Compares a record with the lines of a case.
//!
//! In: lines and a record. Out: for each line that does not hold the line and what was found in its
//! place, in the words of the case language.

mod article;
mod incident;

use recount::model::{Incident, Record};

use crate::language::{Line, Meaning};
use incident::At;

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
