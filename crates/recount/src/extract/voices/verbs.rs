//! Tells verbs of saying from nouns and infinitives of the same form.
//!
//! In: a token. Out: how sure the verb makes what is said, or nothing. The verbs are in
//! `reporting_verbs.tsv`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::cue::Reader;
use crate::extract::clause_words;
use crate::lexicon;
use crate::model::Modality;

/// Words behind which the form of a verb of saying is an infinitive or a noun.
static NO_VERB_BEHIND: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| clause_words("no-verb-behind"));

/// Forms that are nouns more often than verbs.
static NOUN_FORMS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| clause_words("noun-form"));

struct Verb {
    modality: Modality,
    /// Only with an ending: "state" is an adjective, "stated" a verb.
    inflected: bool,
    /// Only with one of these after it: "issued a statement"; empty if always.
    with: Vec<&'static str>,
}

static VERBS: LazyLock<BTreeMap<&'static str, Verb>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../../data/reporting_verbs.tsv"));
    let verb = |row: &[&'static str]| {
        let condition = row.get(2).copied().unwrap_or_default();
        let with = condition.strip_prefix("with:").into_iter().flat_map(|it| it.split('|'));
        Verb {
            modality: modality(row[1]),
            inflected: condition == "inflected",
            with: with.collect(),
        }
    };
    rows.map(|row| (row[0], verb(&row))).collect()
});

fn modality(kind: &str) -> Modality {
    match kind {
        "speculate" => Modality::Speculated,
        "deny" => Modality::Denied,
        "allege" => Modality::Alleged,
        _ => Modality::Reported,
    }
}

impl Reader<'_> {
    /// A reporting verb that is no infinitive, noun ("media reports") or passive of a plan.
    pub(super) fn verb(&self, at: usize) -> Option<Modality> {
        let token = &self.annotated.tokens[at];
        let verb = VERBS.get(token.lemma.as_str())?;
        let with = (at + 1..at + 4).any(|at| verb.with.contains(&self.lower(at)));
        // "media outlets report that …" is a verb, "the report" is none.
        let bare = token.lower == token.lemma && self.lower(at + 1) != "that";
        if (verb.inflected && bare) || !(verb.with.is_empty() || with) {
            return None;
        }
        let before = at.checked_sub(1).map_or("", |at| self.lower(at));
        let noun = NOUN_FORMS.contains(&*token.lower) && !self.subject_stands_before(at);
        (!NO_VERB_BEHIND.contains(before) && !noun).then_some(verb.modality)
    }

    /// Whether a noun like "reports" is a verb here: a voice stands right before it.
    fn subject_stands_before(&self, at: usize) -> bool {
        let first = self.sentence.tokens.start;
        let before = at.checked_sub(1).filter(|it| *it >= first);
        let known = before.is_some_and(|last| {
            (first..=last)
                .rev()
                .take(4)
                .any(|start| super::known_voice(self.annotated.text(&(start..last + 1))).is_some())
        });
        let opens = before.is_some_and(|at| self.lower(at) == ",");
        known || (opens && self.annotated.tokens.get(at + 1).is_some_and(|it| it.capital))
    }
}
