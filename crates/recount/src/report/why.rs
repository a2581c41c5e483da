//! Tells how a value came about: verdict, reason, and every claim with its sentence and source.
//!
//! In: an incident, the articles and a slot. Out: text for a terminal, one part for each finding of the
//! slot. What was rejected or replaced is told as fully as what stands.

use std::collections::BTreeSet;

use crate::model::{Article, Claim, Finding, Group, Incident, Slot};

use super::style::{TextStyle, finished, hanging};
use super::view::{View, quoted};
use super::{head, labels, words};

/// Returns how the values of `slot` came about, in the main event and in those mentioned beside it.
#[must_use]
pub fn why(incident: &Incident, articles: &[Article], slot: Slot, style: &TextStyle) -> String {
    let view = View::new(incident, articles);
    let findings = incident.findings.iter().filter(|it| it.slot == slot);
    let told: Vec<_> = findings.map(|it| finding(&view, it, *style)).collect();
    let told = match told.is_empty() {
        true => format!("No article says anything about this: {}\n", labels::slot(slot, None)),
        false => told.join("\n"),
    };
    finished(&told, *style)
}

fn finding(view: &View, finding: &Finding, style: TextStyle) -> String {
    let width = style.columns();
    let mut told = head(view, finding, style);
    let live = |it: &&Group| !it.superseded();
    let best = finding.groups.iter().take(1).filter(live);
    told += &section(view, "Stands", best, style);
    let rest: Vec<_> = finding.groups.iter().enumerate().collect();
    let rest = rest.into_iter().filter(|(at, it)| *at > 0 || it.superseded()).map(|(_, it)| it);
    told += &section(view, "Rejected or replaced", rest, style);
    let loose = loose(view, finding);
    if !loose.is_empty() {
        told += &hanging("\n", &style.strong("Not counted"), width);
        told += &loose.into_iter().map(|it| claim(view, it, style)).collect::<String>();
    }
    told
}

/// Returns the value with its verdict, the event, the rule pack and the reason.
fn head(view: &View, finding: &Finding, style: TextStyle) -> String {
    let width = style.columns();
    let value = words::one_line(&words::value(&finding.best));
    let sign = labels::sign(finding.verdict);
    let verdict = format!("{sign} {}", labels::verdict(finding.verdict));
    let question = labels::question(finding);
    let range = match finding.low == finding.high {
        true => String::new(),
        false => format!(", range {}", words::range(finding.low, finding.high)),
    };
    let line = format!(
        "{}: {} – {}{range}",
        style.each(&question, TextStyle::strong),
        style.each(&value, TextStyle::strong),
        style.verdict(finding.verdict, &verdict),
    );
    let event = view.incident.events.iter().find(|it| it.id == finding.event);
    let mut told = hanging("", &line, width);
    let cautions = head::cautions(finding);
    let lines = [
        ("Event", event.map_or("", |it| &it.name)),
        ("Verdict", labels::meaning(finding.verdict)),
        ("Reason", &finding.reason),
        ("Rule", &finding.pack),
    ];
    let cautions = cautions.iter().map(|it| ("Caution", it.as_str()));
    for (name, text) in lines.into_iter().chain(cautions).filter(|it| !it.1.is_empty()) {
        told += &hanging(&format!("  {name:<9}"), &words::one_line(text), width);
    }
    told
}

fn section<'a>(
    view: &View,
    name: &str,
    groups: impl Iterator<Item = &'a Group>,
    style: TextStyle,
) -> String {
    let told: String = groups.map(|it| group(view, it, style)).collect();
    match told.is_empty() {
        true => told,
        false => format!("\n{}\n{told}", style.strong(name)),
    }
}

fn group(view: &View, group: &Group, style: TextStyle) -> String {
    let replaced = if group.superseded() { ", replaced by a later state" } else { "" };
    let value = words::one_line(&words::value(&group.value));
    let value = style.each(&value, TextStyle::strong);
    let head = format!("{value}{replaced} – {}", words::support(group));
    let claims = view.claims(&group.claims).into_iter();
    hanging("  ", &head, style.columns())
        + &claims.map(|it| claim(view, it, style)).collect::<String>()
}

/// Returns the claims about the question of a finding that went into none of its values.
fn loose<'a>(view: &View<'a>, finding: &Finding) -> Vec<&'a Claim> {
    let held: BTreeSet<_> = finding.groups.iter().flat_map(|it| &it.claims).collect();
    let asks =
        |it: &&Claim| it.event == finding.event && it.slot == finding.slot && it.who == finding.who;
    view.incident.claims.iter().filter(asks).filter(|it| !held.contains(&it.id)).collect()
}

/// Returns a claim: article, sentence, voice, rule.
fn claim(view: &View, claim: &Claim, style: TextStyle) -> String {
    let width = style.columns();
    let article = view.article(&claim.article);
    let when = article.and_then(|it| it.published.as_ref());
    let when = when.map_or_else(|| "no date".into(), words::date);
    let family = view.family_letter(&claim.article);
    let cited = words::one_line(&view.citation(&claim.article));
    let mut told = hanging("    ", &format!("{cited}, {when}, family {family}"), width);
    told += &hanging("        ", &sentence(article, claim, style), width);
    let voice = words::one_line(&words::voice(claim));
    let known = words::one_line(&known(claim));
    let known = if known.is_empty() { known } else { format!("{known} · ") };
    let source = format!("{} · {known}rule {}", words::capital(&voice), claim.rule);
    told + &hanging("        ", &style.each(&source, TextStyle::faint), width)
}

/// Returns when the source could know it, and how we know that.
fn known(claim: &Claim) -> String {
    let Some(as_of) = &claim.as_of else { return String::new() };
    let when = as_of.when.as_ref().map(words::date);
    match (when, as_of.basis.as_str()) {
        (Some(when), "") => format!("as of {when}"),
        (Some(when), basis) => format!("as of {when} ({basis})"),
        (None, "") => String::new(),
        (None, basis) => format!("as of {basis}"),
    }
}

fn sentence(article: Option<&Article>, claim: &Claim, style: TextStyle) -> String {
    let bare = || style.each(&claim.evidence.text, TextStyle::evidence);
    let Some(article) = article else { return bare() };
    let quoted = quoted(article, &claim.evidence);
    let evidence = words::one_line(quoted.evidence);
    let marked = match style.colour {
        true => style.each(&evidence, TextStyle::evidence),
        false => style.evidence(&evidence),
    };
    format!("“{}{marked}{}”", quoted.before, quoted.after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;
    use crate::report::style::columns;

    #[test]
    fn a_claim_shows_its_sentence_with_the_evidence_marked() {
        check(Slot::KilledCount, "“«At least 14 passengers were killed» when the ferry Marisol");
    }

    #[test]
    fn a_chain_is_told_in_order_with_who_is_anonymous() {
        check(Slot::KilledCount, "Coast Wire → port official (anonymous); reported on");
    }

    #[test]
    fn what_was_replaced_is_told_with_its_claims() {
        check(Slot::KilledCount, "Rejected or replaced 12 – 1 article");
        check(Slot::Phase, "ongoing, replaced by a later state – 1 article");
    }

    #[test]
    fn a_slot_of_several_events_is_told_for_each() {
        check(
            Slot::KilledCount,
            "Killed (victims): 41 – ○ single source Event Sinking of the Alba",
        );
    }

    #[test]
    fn a_slot_that_nobody_fills_says_so() {
        check(Slot::Weapon, "No article says anything about this: Weapon");
    }

    #[test]
    fn every_line_fits_the_terminal() {
        let record = fixture::ferry();
        for (width, colour) in [(40, false), (60, true), (100, false)] {
            let style = TextStyle { width, colour };
            let told = why(&record.incidents[0], &record.articles, Slot::KilledCount, &style);
            let plain = told.split('\x1b').map(|it| it.split_once('m').map_or(it, |it| it.1));
            let plain = if colour { plain.collect() } else { told.clone() };
            assert!(plain.lines().all(|line| columns(line) <= width), "{width} columns:\n{told}");
        }
    }

    #[track_caller]
    fn check(slot: Slot, expected: &str) {
        let record = fixture::ferry();
        let style = TextStyle { width: 160, colour: false };
        let told = why(&record.incidents[0], &record.articles, slot, &style);
        assert!(words::one_line(&told).contains(expected), "{expected:?} is not in\n{told}");
    }
}
