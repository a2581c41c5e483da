//! Codes of other data sets for our terms and countries, from `data/exports`.
//!
//! In: a term of ours, or an ISO code. Out: what a codebook writes for it; `None` where it has nothing,
//! or where the term does not tell.

use std::sync::LazyLock;

use super::told::Told;
use crate::lexicon;
use crate::model::Term;

/// What a codebook makes of a kind of event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// It has this class for it.
    Is(&'static str),
    /// The kind does not tell.
    Unclear,
    /// Such an event has no place in the data set.
    Outside,
}

/// The columns of `event_types.tsv` after the term.
#[derive(Debug, Clone, Copy)]
pub(super) enum Scheme {
    Gtd = 1,
    Acled = 2,
    AcledSub = 3,
    Ged = 4,
}

type Rows = Vec<Vec<&'static str>>;

static KINDS: LazyLock<Rows> =
    LazyLock::new(|| read(include_str!("../../../data/exports/event_types.tsv"), 5));
static COUNTRIES: LazyLock<Rows> =
    LazyLock::new(|| read(include_str!("../../../data/exports/countries.tsv"), 9));
static GTD_NAMES: LazyLock<Rows> =
    LazyLock::new(|| read(include_str!("../../../data/exports/gtd_codes.tsv"), 3));
static GTD_TERMS: LazyLock<Rows> =
    LazyLock::new(|| read(include_str!("../../../data/exports/gtd_terms.tsv"), 4));
static CAMEO: LazyLock<Rows> =
    LazyLock::new(|| read(include_str!("../../../data/exports/cameo.tsv"), 5));
static DISORDER: LazyLock<Rows> =
    LazyLock::new(|| read(include_str!("../../../data/exports/acled_disorder.tsv"), 2));

/// Returns the rows that have so many cells.
fn read(data: &'static str, cells: usize) -> Rows {
    lexicon::rows(data).filter(|row| row.len() == cells).collect()
}

/// Returns the class of an event.
pub(super) fn class(told: &Told, scheme: Scheme) -> Class {
    let (kind, broader) = told.kind();
    let row = |term: &str| KINDS.iter().find(|row| row[0] == term);
    match row(kind).or_else(|| row(broader?)).map(|row| row[scheme as usize]) {
        Some("out") => Class::Outside,
        None | Some("-") => Class::Unclear,
        Some(class) => Class::Is(class),
    }
}

/// The columns of `countries.tsv` after the code.
#[derive(Debug, Clone, Copy)]
pub(super) enum Of {
    Numeric = 2,
    Fips = 3,
    Gtd = 4,
    GtdRegion = 5,
    GleditschWard = 6,
    AcledRegion = 7,
    GedRegion = 8,
}

/// Returns what a codebook writes for the country of an event.
pub(super) fn country(told: &Told, of: Of) -> Option<&'static str> {
    let code = told.place()?.country.as_deref()?;
    let row = COUNTRIES.iter().find(|row| row[0] == code)?;
    Some(row[of as usize]).filter(|it| *it != "-")
}

/// Returns the name of a number of the GTD.
pub(super) fn gtd_name(variable: &str, number: &str) -> Option<&'static str> {
    let row = GTD_NAMES.iter().find(|row| row[0] == variable && row[1] == number)?;
    Some(row[2])
}

/// Returns type and sub-type of a weapon or a target in the GTD.
pub(super) fn gtd_term(slot: &str, term: &Term) -> Option<(&'static str, Option<&'static str>)> {
    let row = |term: &str| GTD_TERMS.iter().find(|row| row[0] == slot && row[1] == term);
    let last = || term.id.split(' ').next_back();
    let found = row(&term.id).or_else(|| row(term.broader.as_deref()?)).or_else(|| row(last()?))?;
    Some((found[2], Some(found[3]).filter(|it| *it != "-")))
}

/// A kind of event as CAMEO and PLOVER class it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cameo {
    /// The CAMEO code, three or four digits.
    pub(super) code: &'static str,
    /// The Goldstein score of the code.
    pub(super) goldstein: &'static str,
    /// The PLOVER event.
    pub(super) event: &'static str,
    /// The PLOVER mode, if it has one.
    pub(super) mode: Option<&'static str>,
}

/// Returns the class of an event in CAMEO and PLOVER; `None` if they have none for its kind.
pub(super) fn cameo(told: &Told) -> Option<Cameo> {
    let (kind, broader) = told.kind();
    let row = |term: &str| CAMEO.iter().find(|row| row[0] == term);
    let row = row(kind).or_else(|| row(broader?))?;
    let mode = Some(row[4]).filter(|it| *it != "-");
    Some(Cameo { code: row[1], goldstein: row[2], event: row[3], mode })
}

/// Returns the disorder type of a sub-event type of ACLED.
pub(super) fn disorder(sub_event: &str) -> Option<&'static str> {
    DISORDER.iter().find(|row| row[0] == sub_event).map(|row| row[1])
}
