//! Counts how many spans of two sets of relations agree.
//!
//! In: the relations of the annotators and ours, article by article. Out: precision, recall and F1. Two
//! spans agree *exactly* if they are the same bytes and *overlap* if they share one; each span
//! agrees with one other at most, the longest overlap first.

use super::relation::{Relation, Spans};
use crate::bootstrap::interval;
use crate::shares::{f1, share};

/// Right, given and wanted spans.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    right: usize,
    ours: usize,
    gold: usize,
}

impl Count {
    fn sum<'a>(counts: impl Iterator<Item = &'a Count>) -> Count {
        counts.fold(Count::default(), |sum, it| Count {
            right: sum.right + it.right,
            ours: sum.ours + it.ours,
            gold: sum.gold + it.gold,
        })
    }

    fn f1(self) -> f64 {
        f1(self.right, self.ours, self.gold)
    }
}

/// The counts of each measure in one article, in the order of [`MEASURES`].
type Counts = [Count; MEASURES.len()];

/// The counts of each article.
#[derive(Debug, Default)]
pub(super) struct Tally {
    articles: Vec<Counts>,
    relations: usize,
}

const MEASURES: [&str; 7] = [
    "cue overlap",
    "cue exact",
    "source overlap",
    "source exact",
    "content overlap",
    "content exact",
    "linked, both exact",
];

impl Tally {
    /// Adds the relations of an article.
    pub(super) fn add(&mut self, gold: &[Relation], ours: &[Relation]) {
        self.relations += gold.len();
        self.articles.push(agreed(gold, ours));
    }

    /// How many relations there are to be found.
    pub(super) fn gold(&self) -> usize {
        self.relations
    }

    /// Returns the recall of each measure, one cell each.
    pub(super) fn recall(&self) -> String {
        let cell = |it: Count| format!(" {:.3} |", share(it.right, it.gold));
        (0..MEASURES.len()).map(|at| cell(self.count(at))).collect()
    }

    /// Returns the names of the measures, one cell each.
    pub(super) fn head() -> String {
        MEASURES.iter().map(|it| format!(" {it} |")).collect()
    }

    /// Returns the measures as a table in Markdown.
    pub(super) fn table(&self) -> String {
        let rows: String = (0..MEASURES.len()).map(|at| self.row(at)).collect();
        format!(
            "| measure | gold | ours | P | R | F1 | 95 % |\n|---|---|---|---|---|---|---|\n{rows}"
        )
    }

    fn row(&self, at: usize) -> String {
        let it = self.count(at);
        let (p, r, f1) = (share(it.right, it.ours), share(it.right, it.gold), it.f1());
        let drawn = |of: &[&Counts]| Count::sum(of.iter().map(|it| &it[at])).f1();
        let sure = interval(&self.articles, drawn);
        let (name, gold, ours) = (MEASURES[at], it.gold, it.ours);
        format!("| {name} | {gold} | {ours} | {p:.3} | {r:.3} | {f1:.3} | {sure:.3} |\n")
    }

    fn count(&self, at: usize) -> Count {
        Count::sum(self.articles.iter().map(|it| &it[at]))
    }
}

/// Counts what agrees by each measure.
fn agreed(gold: &[Relation], ours: &[Relation]) -> Counts {
    let count = |right, ours, gold| Count { right, ours, gold };
    let mut counts = Vec::new();
    let roles: [fn(&Relation) -> &Spans; 3] = [|it| &it.cue, |it| &it.source, |it| &it.content];
    for role in roles {
        let gold: Vec<_> = gold.iter().map(role).filter(|it| !it.is_empty()).collect();
        let ours: Vec<_> = ours.iter().map(role).filter(|it| !it.is_empty()).collect();
        counts.push(count(one_to_one(&gold, &ours, shared), ours.len(), gold.len()));
        let same = |a: &Spans, b: &Spans| usize::from(a == b);
        counts.push(count(one_to_one(&gold, &ours, same), ours.len(), gold.len()));
    }
    let linked = |it: &&Relation| !it.source.is_empty() && !it.content.is_empty();
    let gold: Vec<_> = gold.iter().filter(linked).collect();
    let ours: Vec<_> = ours.iter().filter(linked).collect();
    let same =
        |a: &Relation, b: &Relation| usize::from(a.source == b.source && a.content == b.content);
    counts.push(count(one_to_one(&gold, &ours, same), ours.len(), gold.len()));
    counts.try_into().expect("two measures of each role, and one of linked ones")
}

/// Returns how many of both can be paired, the best pairs first.
fn one_to_one<T>(gold: &[&T], ours: &[&T], likeness: fn(&T, &T) -> usize) -> usize {
    let mut pairs = Vec::new();
    for (at, wanted) in gold.iter().enumerate() {
        for (by, given) in ours.iter().enumerate() {
            pairs.push((likeness(wanted, given), at, by));
        }
    }
    pairs.retain(|it| it.0 > 0);
    pairs.sort_by_key(|it| (std::cmp::Reverse(it.0), it.1, it.2));
    let (mut of_gold, mut of_ours) = (vec![false; gold.len()], vec![false; ours.len()]);
    let mut right = 0;
    for (_, at, by) in pairs {
        if !of_gold[at] && !of_ours[by] {
            (of_gold[at], of_ours[by]) = (true, true);
            right += 1;
        }
    }
    right
}

/// How many bytes two sets of spans share.
fn shared(a: &Spans, b: &Spans) -> usize {
    let both = |a: &std::ops::Range<usize>, b: &std::ops::Range<usize>| {
        a.end.min(b.end).saturating_sub(a.start.max(b.start))
    };
    a.iter().map(|it| b.iter().map(|other| both(it, other)).sum::<usize>()).sum()
}

/// Returns a line for each relation that one side alone has, and for each span that differs.
pub(super) fn misses(gold: &[Relation], ours: &[Relation], text: &str) -> Vec<String> {
    let mut told = Vec::new();
    for relation in gold {
        match ours.iter().max_by_key(|it| shared(&it.cue, &relation.cue)) {
            Some(own) if shared(&own.cue, &relation.cue) > 0 => {
                if own.source != relation.source {
                    told.push(format!("source\t{}\n\t{}", shown(relation, text), shown(own, text)));
                }
                if own.content != relation.content {
                    told.push(format!(
                        "content\t{}\n\t{}",
                        shown(relation, text),
                        shown(own, text)
                    ));
                }
            }
            _ => told.push(format!("missed\t{}", shown(relation, text))),
        }
    }
    let alone = |it: &&Relation| gold.iter().all(|other| shared(&other.cue, &it.cue) == 0);
    told.extend(ours.iter().filter(alone).map(|it| format!("made up\t{}", shown(it, text))));
    told
}

/// Shows a relation in its words: `{source} <cue> [content]`.
fn shown(relation: &Relation, text: &str) -> String {
    let mut marks = Vec::new();
    for (spans, open, close) in
        [(&relation.source, "{", "}"), (&relation.cue, "<", ">"), (&relation.content, "[", "]")]
    {
        for span in spans {
            marks.extend([(span.start, 1, open), (span.end, 0, close)]);
        }
    }
    marks.sort_unstable();
    let mut told = String::new();
    let mut last = marks.first().map_or(0, |it| it.0);
    for (at, _, mark) in marks {
        told.push_str(text.get(last..at).unwrap_or_default());
        told.push_str(mark);
        last = at;
    }
    let after: String = text.get(last..).unwrap_or_default().chars().take(30).collect();
    format!("{told}{after}").replace('\n', " ⏎ ")
}
