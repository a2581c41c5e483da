//! The sentences of the brief that count people.
//!
//! In: the findings of an event. Out: a sentence for each count, those of all people first: `Fourteen
//! passengers were killed; accounts run from 12 to 14.` Counts of parts that the brief has no room for stay
//! in the record.

use super::wording;
use crate::model::{Count, Finding, Qualifier, Sentence, Slot, Value, Who};

/// Returns a sentence for each count, in the order in which a reader asks.
pub(super) fn sentences(main: &[&Finding]) -> Vec<Sentence> {
    let mut counted: Vec<_> = main.iter().filter(|it| told(it)).collect();
    // Parts of the people come last: a brief that is cut loses them first.
    counted.sort_by_key(|it| is_part(it));
    let sentence = |it: &&Finding| {
        let clause = clause(it)?;
        super::sentence(&format!("{clause}{}", wording::standing(it)), super::all(it))
    };
    counted.into_iter().filter_map(sentence).collect()
}

/// Returns the counts of an event as clauses, for one sentence.
pub(super) fn clauses(findings: &[&Finding]) -> Vec<String> {
    let whole = findings.iter().filter(|it| told(it) && !is_part(it));
    whole.filter_map(|it| clause(it)).collect()
}

/// Who did it and how many is told elsewhere; a count without a figure tells nothing.
fn told(finding: &Finding) -> bool {
    let figure = matches!(&finding.best, Value::Count(count) if count.n.or(count.high).is_some());
    finding.slot.is_count() && finding.slot != Slot::PerpetratorCount && figure
}

fn is_part(finding: &Finding) -> bool {
    matches!(finding.who, Some(Who::Nationality(_) | Who::Other(_)))
}

/// Returns `six people were killed`.
fn clause(finding: &Finding) -> Option<String> {
    let Value::Count(count) = &finding.best else { return None };
    let fate = wording::fate(finding.slot)?;
    // "Two people were held hostage": those who are held are hostages by that.
    let who = finding.who.as_ref().filter(|_| finding.slot != Slot::HostageCount);
    let (one, several) = wording::people(who);
    if count.n == Some(0) {
        return Some(format!("no {several} were {fate}"));
    }
    let single = *count == Count::exact(1);
    let (noun, verb) = if single { (one, "was") } else { (several, "were") };
    let lone = count.n == Some(1) && count.qualifier == Qualifier::AtLeast;
    let (noun, verb) =
        if lone { (wording::people(finding.who.as_ref()).0, "was") } else { (noun, verb) };
    Some(format!("{} {verb} {fate}", wording::how_many(count, &noun)))
}
