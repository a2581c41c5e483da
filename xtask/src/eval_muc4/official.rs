//! The official measure of MUC-4: all templates, missing and spurious ones counted.
//!
//! In: the keys and the answers of a system. Out: correct, partial, possible and actual fills of each
//! slot. A template answers that of a key if the kind of incident is at least half right and so is a
//! perpetrator or a target; templates are paired so that their fills are worth most.

use std::collections::BTreeMap;

use super::align::best_pairs;
use super::fills::Fills;
use super::judged::{Judged, place};
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
        let (recall, precision) = (self.share(self.possible), self.share(self.actual));
        (recall, precision, 2.0 * recall * precision / (recall + precision).max(1.0))
    }

    /// F in per cent from the counts themselves, without the steps that whole per cent make.
    pub(super) fn f(self) -> f64 {
        200.0 * self.earned() / (self.possible + self.actual).max(1) as f64
    }

    /// Whole per cent as the scorer of 1992 rounded: cut to tenths first, then a half to the even side.
    ///
    /// Found by trial: it gives all 1,063 recalls and precisions of the official table from the counts
    /// beside them; rounding to the nearest misses 51, of which one alone (2.505 %, printed as 2) makes
    /// 1.7 points of F.
    fn share(self, of: usize) -> f64 {
        let tenths = (1000 * self.correct + 500 * self.partial) / of.max(1);
        (tenths as f64 / 10.0).round_ties_even()
    }
}

/// Returns the sum of all slots of articles.
pub(super) fn total<'a>(articles: impl IntoIterator<Item = &'a Score>) -> Tally {
    let mut total = Tally::default();
    let tallies = |score: &'a Score| SLOTS.iter().filter_map(|it| score.get(it));
    articles.into_iter().flat_map(tallies).for_each(|it| total.add(*it));
    total
}

/// Returns the sum of a slot over articles.
pub(super) fn total_of(articles: &[Score], slot: &str) -> Tally {
    let mut total = Tally::default();
    articles.iter().filter_map(|it| it.get(slot)).for_each(|it| total.add(*it));
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

/// Scores `answers` against `keys`, article by article.
pub(super) fn scores(keys: &ByArticle, answers: &ByArticle, judged: &Judged) -> Vec<Score> {
    let answers = |article: &String| answers.get(article).map_or(&[][..], Vec::as_slice);
    let score =
        |(article, keys): (&String, &Vec<_>)| score(judged, article, keys, answers(article));
    keys.iter().map(score).collect()
}

fn score(judged: &Judged, article: &str, keys: &[Template], answers: &[Template]) -> Score {
    let mut score = Score::new();
    let fits = |answer: &Template, key: &Template| {
        // Templates were paired before anybody was asked, and again after some answers.
        let unasked = Judged::nothing(false);
        content(&pair(&unasked, article, answer, key))
            || content(&pair(judged, article, answer, key))
    };
    let tally = |answer, key| pair(judged, article, answer, key);
    let tallies: Vec<Vec<_>> =
        answers.iter().map(|it| keys.iter().map(|key| tally(it, key)).collect()).collect();
    let worth =
        |at: usize, to: usize| fits(&answers[at], &keys[to]).then(|| worth(&tallies[at][to]));
    let worth: Vec<Vec<_>> =
        (0..answers.len()).map(|at| (0..keys.len()).map(|to| worth(at, to)).collect()).collect();
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
    score
}

/// Scores an answer against a template of the key.
fn pair(judged: &Judged, article: &str, answer: &Template, key: &Template) -> Score {
    template(&Fills { judged, place: &place(article, &key.number) }, answer, key)
}

/// Returns whether enough of the content agrees for the one to answer the other.
fn content(score: &Score) -> bool {
    let earned = |slot: &str| score.get(slot).is_some_and(|it| it.earned() > 0.0);
    earned("inc_type") && CONTENT.iter().any(|it| earned(it))
}

/// What a pair of templates is worth: something whatever it earns, so that ties go to more pairs.
fn worth(score: &Score) -> f64 {
    SLOTS.iter().filter_map(|it| score.get(it)).map(|it| it.earned()).sum::<f64>() + 0.001
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
        let distributed = fills.is_distributed(slot, &answers[at], &keys[to]);
        let again = used.contains(&(at, true)) && distributed;
        if used.iter().any(|it| it.0 == at) && !again || met.contains(&to) {
            continue;
        }
        tally.actual += usize::from(again);
        used.push((at, distributed));
        met.push(to);
        let counted = if worth == 1.0 { &mut tally.correct } else { &mut tally.partial };
        *counted += 1;
    }
    let asked = keys.iter().enumerate().filter(|(to, it)| !it.optional || met.contains(to));
    tally.possible = asked.count();
    tally
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn shares_are_rounded_as_in_the_official_table() {
        // UMBC-ConQuest, all templates of tst3: 2.505 % and 20.8 %; BBN's perpetrators: 26.509 %.
        let umbc = Tally { correct: 33, partial: 9, possible: 1497, actual: 180 };
        assert_eq!((umbc.figures().0, umbc.figures().1), (2.0, 21.0));
        let bbn = Tally { correct: 60, partial: 3, possible: 232, actual: 160 };
        assert_eq!((bbn.figures().0, bbn.figures().1), (26.0, 38.0));
    }
}
