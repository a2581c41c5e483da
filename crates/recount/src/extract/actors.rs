//! Reads who is behind an event: the group the perpetrators belong to, who claims it, where they
//! come from, and what ties them to an earlier event.
//!
//! In: the words of an article. Out: draft claims. A group that is only mentioned is no claim: it
//! must stand beside people, or be said to have claimed the event.

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::LazyLock;

use super::Draft;
use super::groups::{self, Group};
use super::pattern::Patterns;
use super::people::{self, Class};
use super::roles::Roles;
use crate::annotate::{Annotated, Sentence};
use crate::lexicon;
use crate::model::{Name, NameKind, Slot, Term, Value};

static CLAIMED: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::read(include_str!("../../data/patterns/claimed_by.tsv")));
static MEMBERS: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::read(include_str!("../../data/patterns/affiliation.tsv")));
static ORIGIN: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::read(include_str!("../../data/patterns/origin.tsv")));
static LINKS: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::read(include_str!("../../data/patterns/prior_link.tsv")));

/// Finds who is behind the events of an article.
pub(super) fn actors(annotated: &Annotated, roles: &Roles) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut last = None;
    for sentence in &annotated.sentences {
        let reader = Reader { annotated, roles, sentence };
        drafts.extend(reader.claimants(last.as_ref()));
        drafts.extend(reader.members());
        drafts.extend(reader.origins());
        drafts.extend(reader.links());
        last = reader.groups().pop().map(|(_, group)| group).or(last);
    }
    drafts
}

struct Reader<'a> {
    annotated: &'a Annotated,
    roles: &'a Roles,
    sentence: &'a Sentence,
}

impl Reader<'_> {
    /// Returns the groups named in the sentence, in order.
    fn groups(&self) -> Vec<(Range<usize>, Group)> {
        let mut found: Vec<(Range<usize>, Group)> = Vec::new();
        for at in self.sentence.tokens.clone() {
            // "Islamic State (IS)" names one group once.
            let bracket = self.annotated.tokens[at.saturating_sub(1)].lower == "(";
            let free = found.last().is_none_or(|(range, _)| range.end <= at) && !bracket;
            let group = groups::group_at(self.annotated, at, self.sentence.tokens.end);
            found.extend(group.filter(|_| free).map(|it| (at..it.end, it)));
        }
        found
    }

    /// `claimed by IS`, `ISIS claimed responsibility`, `an attack claimed by the group`.
    fn claimants(&self, last: Option<&Group>) -> Vec<Draft> {
        let named = self.groups();
        let drafts = CLAIMED.find(self.annotated, self.sentence).into_iter().filter_map(|found| {
            let before = named.iter().rev().find(|(it, _)| it.start < found.tokens.end);
            let after = named.iter().find(|(it, _)| it.start >= found.tokens.start);
            let (group, range) = match found.row.columns[0] {
                "after" => after.map(|(range, it)| (it, Some(range))),
                _ => before.map(|(range, it)| (it, Some(range))),
            }
            .or_else(|| last.map(|it| (it, None)))?;
            let inside = range.filter(|it| it.start.abs_diff(found.tokens.start) <= CLOSE);
            let tokens = inside.map_or(found.tokens.clone(), |it| joined(it, &found.tokens));
            let named = range.map_or(group.id.as_str(), |it| self.annotated.text(it));
            let value = Value::Name(group.name(named));
            let rule = format!("claimed_by/{}", found.row.pattern);
            Some(Draft { slot: Slot::ClaimedBy, who: None, value, tokens, rule })
        });
        drafts.collect()
    }

    /// A group beside perpetrators: `IS detainees`, `gunmen linked to IS`, `members of IS`.
    fn members(&self) -> Vec<Draft> {
        let mut drafts = Vec::new();
        for (range, group) in self.groups() {
            let people = self.perpetrators_after(range.end);
            let tokens = match people {
                Some(end) => Some(range.start..end),
                None => self.tie_before(&range),
            };
            drafts.extend(tokens.map(|tokens| {
                let value = Value::Name(group.name(self.annotated.text(&range)));
                let rule = "affiliation/group-beside-people".to_owned();
                Draft { slot: Slot::Affiliation, who: None, value, tokens, rule }
            }));
        }
        drafts
    }

    /// The end of a noun for perpetrators right after a group's name, past brackets and "-linked".
    fn perpetrators_after(&self, at: usize) -> Option<usize> {
        let end = self.sentence.tokens.end;
        let beside = |at: &usize| BESIDE.contains(&self.annotated.tokens[*at].lower.as_str());
        let reach = (at..end.min(at + 6)).find(|at| !beside(at)).map_or(at, |at| at + 1);
        (at..reach).find_map(|start| {
            let noun = people::noun_at(self.annotated, start, end)?;
            let class = self.roles.class(&noun);
            let fits =
                class == Class::Perpetrator || (class == Class::People && noun.lemma == "member");
            fits.then_some(noun.end)
        })
    }

    /// `linked to IS`, `with ties to IS`, `affiliated with IS`: the words that tie somebody to it.
    fn tie_before(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let ties = MEMBERS.find(self.annotated, self.sentence);
        let tie = ties
            .iter()
            .find(|it| it.tokens.end <= range.start && range.start - it.tokens.end <= 1)?;
        Some(tie.tokens.start..range.end)
    }

    /// Where perpetrators come from: the name that closes the phrase.
    fn origins(&self) -> Vec<Draft> {
        let found = ORIGIN.find(self.annotated, self.sentence).into_iter();
        let drafts = found.map(|found| {
            let words = &self.annotated.tokens[found.tokens.clone()];
            let last = words.iter().rposition(|it| !it.capital);
            let start = found.tokens.start + last.map_or(0, |it| it + 1);
            let text = self.annotated.text(&(start..found.tokens.end)).to_owned();
            let value =
                Value::Name(Name { id: text.to_lowercase(), text, kind: NameKind::Nationality });
            let rule = format!("origin/{}", found.row.pattern);
            Draft { slot: Slot::Origin, who: None, value, tokens: found.tokens, rule }
        });
        drafts.collect()
    }

    fn links(&self) -> Vec<Draft> {
        let found = LINKS.find(self.annotated, self.sentence).into_iter();
        let drafts = found.map(|found| {
            let text = self.annotated.text(&found.tokens).to_owned();
            let id = found.row.columns[0].to_owned();
            let rule = format!("prior_link/{}", found.row.pattern);
            let value = Value::Term(Term { id, text, broader: None });
            Draft { slot: Slot::PriorLink, who: None, value, tokens: found.tokens, rule }
        });
        drafts.collect()
    }
}

static BESIDE: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../../data/beside_groups.tsv")).map(|row| row[0]).collect()
});

/// How many tokens a group may stand away from "claimed responsibility" to be part of the evidence.
const CLOSE: usize = 6;

fn joined(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    a.start.min(b.start)..a.end.max(b.end)
}
