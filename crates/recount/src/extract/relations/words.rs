//! Knows the words that carry what somebody says, and how their content stands.
//!
//! In: a dictionary form. Out: its manner and its frames, from `reporting_verbs.tsv`,
//! `reporting_adjectives.tsv` and `reporting_nouns.tsv`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lexicon;

/// How sure a cue makes what it carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Manner {
    /// It is told.
    Report,
    /// It is asked.
    Ask,
    /// It is thought likely.
    Speculate,
    /// It is said not to be so.
    Deny,
    /// It is said without proof.
    Allege,
    /// It is wanted, liked or blamed: no statement of a fact.
    Attitude,
}

/// What part of speech a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It has a subject.
    Verb,
    /// It stands behind "is": "is sure that".
    Adjective,
    /// It may have an owner: "his claim that".
    Noun,
}

/// A word that carries words.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) manner: Manner,
    frames: Vec<&'static str>,
}

type Table = BTreeMap<&'static str, Word>;

static VERBS: LazyLock<Table> =
    LazyLock::new(|| table(include_str!("../../../data/reporting_verbs.tsv")));
static ADJECTIVES: LazyLock<Table> =
    LazyLock::new(|| table(include_str!("../../../data/reporting_adjectives.tsv")));
static NOUNS: LazyLock<Table> =
    LazyLock::new(|| table(include_str!("../../../data/reporting_nouns.tsv")));

fn table(text: &'static str) -> Table {
    let word =
        |row: &[&'static str]| Word { manner: manner(row[1]), frames: row[2].split(' ').collect() };
    lexicon::rows(text).map(|row| (row[0], word(&row))).collect()
}

fn manner(name: &str) -> Manner {
    match name {
        "report" => Manner::Report,
        "ask" => Manner::Ask,
        "speculate" => Manner::Speculate,
        "deny" => Manner::Deny,
        "allege" => Manner::Allege,
        "attitude" => Manner::Attitude,
        other => panic!("reporting_*.tsv: no manner {other}"),
    }
}

impl Word {
    /// Looks a dictionary form up.
    pub(super) fn of(lemma: &str, kind: Kind) -> Option<&'static Self> {
        match kind {
            Kind::Verb => VERBS.get(lemma),
            Kind::Adjective => ADJECTIVES.get(lemma),
            Kind::Noun => NOUNS.get(lemma),
        }
    }

    /// Whether the content may stand as `frame` says: `clause`, `object`, `to`, `+for`.
    pub(super) fn has(&self, frame: &str) -> bool {
        self.frames.contains(&frame)
    }

    /// The prepositions and particles that lead to the content.
    pub(super) fn leads(&self) -> impl Iterator<Item = &'static str> {
        self.frames.iter().filter_map(|it| it.strip_prefix('+'))
    }
}
