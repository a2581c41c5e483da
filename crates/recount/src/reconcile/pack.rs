//! Rule packs: how the best value is chosen among those that still stand.
//!
//! In: candidates with their votes. Out: one of them. Lowest and highest are shown whatever the pack.

use std::cmp::{Ordering, Reverse};
use std::fmt;
use std::str::FromStr;

use super::candidates::Candidate;
use super::values;
use crate::lexicon;
use crate::model::Value;

/// How the best value of a slot is chosen; low and high are shown whatever the pack.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Pack {
    /// The value that agrees with the most origins; of equals the more specific, then the later known.
    /// Follows UCDP GED, which gives best, low and high.
    #[default]
    UncertainRange,
    /// The lowest value that still stands. Follows ACLED, which takes the conservative figure.
    MostConservative,
    /// The value that more than half of the origins hold, else the lowest. Follows the GTD.
    MajorityThenLowest,
    /// The value that the first of these sources gives: kinds of voices (`official`, `agency`), names of
    /// voices or of outlets, in lower case. Where none of them speaks, the first pack decides.
    Hierarchy(Vec<String>),
}

/// Name, short name and codebook of each pack, and what else it states.
const PACKS: &str = include_str!("../../data/packs.tsv");

impl Pack {
    /// The packs that need no order of sources.
    pub const PLAIN: [Pack; 3] =
        [Pack::UncertainRange, Pack::MostConservative, Pack::MajorityThenLowest];

    /// Returns the name used in JSON and on the command line.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Pack::UncertainRange => "uncertain-range",
            Pack::MostConservative => "most-conservative",
            Pack::MajorityThenLowest => "majority-then-lowest",
            Pack::Hierarchy(_) => "hierarchy",
        }
    }

    /// Returns the codebook that the pack follows, in words.
    #[must_use]
    pub fn codebook(&self) -> &'static str {
        let mut rows = lexicon::rows(PACKS).filter(|row| row[0] == "pack" && row[1] == self.name());
        rows.next().and_then(|row| row.get(3).copied()).unwrap_or_default()
    }

    /// Returns the figure that ACLED codes for a quantity in words: 12 for "dozens", 100 for "hundreds".
    ///
    /// It is a figure that nobody printed, so that no finding holds it: it is for exports only.
    #[must_use]
    pub fn figure_of_words(value: &Value) -> Option<u64> {
        let Value::Count(count) = value else { return None };
        let bounds = |row: &[&str]| (row[1].parse().ok(), row[2].parse().ok());
        let mut rows = lexicon::rows(PACKS).filter(|row| row[0] == "words");
        let row = rows.find(|row| count.n.is_none() && bounds(row) == (count.low, count.high))?;
        row[3].parse().ok()
    }

    /// Returns the candidate that stands best; the first of `live` if no rule parts them.
    pub(super) fn best<'a, 'c>(&self, live: &[&'a Candidate<'c>]) -> Option<&'a Candidate<'c>> {
        let counted = live.iter().any(|it| values::figure(&it.value).is_some());
        match self {
            Pack::MostConservative if counted => lowest(live),
            Pack::MajorityThenLowest if counted => majority(live).or_else(|| lowest(live)),
            Pack::Hierarchy(order) => {
                let rank = |it: &Candidate| Reverse(it.rank(order));
                let higher = |a: &Candidate, b: &Candidate| rank(a).cmp(&rank(b));
                live.iter().copied().max_by(|a, b| higher(a, b).then_with(|| weight(a, b)))
            }
            _ => live.iter().copied().max_by(|a, b| weight(a, b)),
        }
    }

    /// Returns the candidates in the order of their weight, the heaviest first.
    pub(super) fn ordered<'a, 'c>(live: &[&'a Candidate<'c>]) -> Vec<&'a Candidate<'c>> {
        let mut ordered = live.to_vec();
        ordered.sort_by(|a, b| weight(b, a));
        ordered
    }
}

/// What was asserted or reported before what was guessed; then the weight of the value's kind; then the
/// later known, the whole before its parts, of words the one that a report says first, and the lower or
/// the one that comes first by name, as coders of conflict data choose. Articles have no vote.
fn weight(a: &Candidate, b: &Candidate) -> Ordering {
    let rank = |it: &Candidate| (it.is_sure(), support(it), it.latest(), it.is_whole);
    let first = |it: &Candidate| it.first_said().map(Reverse);
    rank(a).cmp(&rank(b)).then_with(|| first(a).cmp(&first(b))).then_with(|| b.key.cmp(&a.key))
}

/// A figure or a day that nobody's bounds exclude wins by its votes, and then by how exact it is. An
/// exact place must have support of its own (one report's hotel does not name the town of seven), of
/// towns a report names most the one where it happened, and of words those of the leads say best what
/// a report is about, and then those that it says most.
fn support(it: &Candidate) -> [u64; 5] {
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let (votes, exact) = (count(it.votes()), values::specificity(&it.value));
    let own = count(it.families().min(SUPPORT));
    match &it.value {
        Value::Count(_) | Value::Date(_) => [votes, exact, 0, 0, 0],
        Value::Place(_) => [own, votes, exact, count(it.mentions()), 0],
        Value::Name(_) | Value::Term(_) => {
            [count(it.leading_families().min(SUPPORT)), own, votes, exact, count(it.mentions())]
        }
    }
}

/// From how many families a value counts as supported; more make it no more exact.
///
/// Two is what the verdict `agreed` asks for.
const SUPPORT: usize = 2;

fn lowest<'a, 'c>(live: &[&'a Candidate<'c>]) -> Option<&'a Candidate<'c>> {
    let printed = live.iter().filter(|it| values::figure(&it.value).is_some());
    printed.copied().min_by_key(|it| values::figure(&it.value))
}

fn majority<'a, 'c>(live: &[&'a Candidate<'c>]) -> Option<&'a Candidate<'c>> {
    let all: usize = live.iter().map(|it| it.origins()).sum();
    live.iter().copied().find(|it| 2 * it.origins() > all)
}

/// Its name; of a hierarchy also the order, so that a record says what was asked for.
impl fmt::Display for Pack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Pack::Hierarchy(order) => write!(f, "{}:{}", self.name(), order.join(",")),
            _ => f.write_str(self.name()),
        }
    }
}

/// Reads a name or its short form; of a hierarchy with its order: `hierarchy:official,agency`.
impl FromStr for Pack {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(order) = text.strip_prefix("hierarchy:") {
            let order = order.split(',').map(|it| it.trim().to_lowercase());
            let order: Vec<_> = order.filter(|it| !it.is_empty()).collect();
            let given = !order.is_empty();
            return given.then_some(Pack::Hierarchy(order)).ok_or_else(|| unknown(text));
        }
        let short = |it: &Pack| {
            let mut rows = lexicon::rows(PACKS).filter(|row| row[0] == "pack");
            rows.any(|row| row[1] == it.name() && row[2] == text)
        };
        let found = Pack::PLAIN.into_iter().find(|pack| pack.name() == text || short(pack));
        found.ok_or_else(|| unknown(text))
    }
}

fn unknown(text: &str) -> String {
    let names = Pack::PLAIN.map(|it| it.name().to_owned()).join(", ");
    format!("there is no rule pack `{text}`; there are {names}, and hierarchy:SOURCE,SOURCE…")
}
