//! The official measure of MUC-4: all templates, missing and spurious ones counted.
//!
//! In: the keys and the answers of a system. Out: correct, partial, possible and actual fills of each
//! slot. A template answers that of a key if the kind of incident is at least half right and so is a
//! perpetrator or a target; templates are paired so that their fills are worth most.

use std::collections::BTreeMap;

use super::align::best_pairs;
use super::fills::Fills;
use super::judged::Judged;
use super::templates::{ByArticle, Fill, SLOTS, Template};

/// The tally of one slot.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) correct: usize,
    pub(super) partial: usize,
    pub(super) possible: usize,
    pub(super) actual: usize,
}

/// The tallies of all slots, and of the templates themselves under `template`.
pub(super) type Score = BTreeMap<&'static str, Tally>;

impl Tally {
    pub(super) fn add(&mut self, other: Tally) {
        self.correct += other.correct;
        self.partial += other.partial;
        self.possible += other.possible;
        self.actual += other.actual;
    }

    fn earned(self) -> f64 {
        self.correct as f64 + self.partial as f64 / 2.0
    }

    /// Recall and precision in whole per cent, as the official table prints them, and their F.
    pub(super) fn figures(self) -> (f64, f64, f64) {
        let share = |of: usize| (100.0 * self.earned() / of.max(1) as f64).round();
        let (recall, precision) = (share(self.possible), share(self.actual));
        (recall, precision, 2.0 * recall * precision / (recall + precision).max(1.0))
    }
}

/// Returns the sum of all slots.
pub(super) fn total(score: &Score) -> Tally {
    let mut total = Tally::default();
    SLOTS.iter().filter_map(|it| score.get(it)).for_each(|it| total.add(*it));
    total
}

/// Slots of which one must be at least half right in a pair of templates.
const CONTENT: [&str; 7] = [
    "perp_ind_id",
    "perp_org_id",
    "phys_tgt_id",
    "phys_tgt_type",
    "hum_tgt_name",
    "hum_tgt_desc",
    "hum_tgt_type",
];

/// Scores `answers` against `keys`.
pub(super) fn score(keys: &ByArticle, answers: &ByArticle, judged: &Judged) -> Score {
    let mut score = Score::new();
    for (article, keys) in keys {
        let answers = answers.get(article).map_or(&[][..], Vec::as_slice);
        let fills = Fills { judged, article };
        add_article(&mut score, &fills, keys, answers);
    }
    score
}

fn add_article(score: &mut Score, fills: &Fills, keys: &[Template], answers: &[Template]) {
    let pair = |answer: &Template, key: &Template| template(fills, answer, key);
    let tallies: Vec<Vec<_>> =
        answers.iter().map(|it| keys.iter().map(|key| pair(it, key)).collect()).collect();
    let worth: Vec<Vec<_>> = tallies.iter().map(|it| it.iter().map(worth).collect()).collect();
    let pairs = best_pairs(&worth);
    let mut add = |slot, tally| score.entry(slot).or_default().add(tally);
    for (answer, key) in &pairs {
        add("template", Tally { correct: 1, partial: 0, possible: 1, actual: 1 });
        tallies[*answer][*key].iter().for_each(|(slot, it)| add(slot, *it));
    }
    for (at, answer) in answers.iter().enumerate() {
        if pairs.iter().all(|it| it.0 != at) {
            add("template", Tally { actual: 1, ..Tally::default() });
            let fills = |slot| answer.fills(slot).len();
            SLOTS.iter().for_each(|it| add(it, Tally { actual: fills(it), ..Tally::default() }));
        }
    }
    for (at, key) in keys.iter().enumerate() {
        if pairs.iter().all(|it| it.1 != at) && !key.optional {
            add("template", Tally { possible: 1, ..Tally::default() });
            let fills = |slot| key.fills(slot).iter().filter(|it| !it.optional).count();
            SLOTS.iter().for_each(|it| add(it, Tally { possible: fills(it), ..Tally::default() }));
        }
    }
}

/// What a pair of templates is worth; `None` if the one cannot answer the other.
fn worth(score: &Score) -> Option<f64> {
    let earned = |slot: &str| score.get(slot).map_or(0.0, |it| it.earned());
    let fits = earned("inc_type") > 0.0 && CONTENT.iter().any(|it| earned(it) > 0.0);
    // A pair is worth something whatever it earns, so that ties go to more pairs.
    fits.then(|| SLOTS.iter().map(|it| earned(it)).sum::<f64>() + 0.001)
}

fn template(fills: &Fills, answer: &Template, key: &Template) -> Score {
    let applies = SLOTS.into_iter().filter(|it| !key.without.contains(*it));
    applies.map(|it| (it, slot(fills, it, answer.fills(it), key.fills(it)))).collect()
}

/// Pairs the fills of one slot, the best first; a key's optional fill counts only if it is answered.
fn slot(fills: &Fills, slot: &str, answers: &[Fill], keys: &[Fill]) -> Tally {
    let mut pairs = Vec::new();
    for (at, answer) in answers.iter().enumerate() {
        for (to, key) in keys.iter().enumerate() {
            let worth = fills.worth(slot, answer, key);
            pairs.extend((worth > 0.0).then_some((worth, !key.optional, at, to)));
        }
    }
    pairs.sort_by(|a, b| (b.0, b.1).partial_cmp(&(a.0, a.1)).expect("a worth is a number"));
    let (mut used, mut met) = (Vec::new(), Vec::new());
    let mut tally = Tally { actual: answers.len(), ..Tally::default() };
    for (worth, _, at, to) in pairs {
        if used.contains(&at) || met.contains(&to) {
            continue;
        }
        used.push(at);
        met.push(to);
        let counted = if worth == 1.0 { &mut tally.correct } else { &mut tally.partial };
        *counted += 1;
    }
    let asked = keys.iter().enumerate().filter(|(to, it)| !it.optional || met.contains(to));
    tally.possible = asked.count();
    tally
}
