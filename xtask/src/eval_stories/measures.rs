//! Compares stories with events: B-cubed and pairwise precision, recall and F1.
//!
//! In: the story and the event of each article. Out: figures between 0 and 1.

use std::collections::BTreeMap;

/// How well stories fit events.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Fit {
    pub(crate) precision: f64,
    pub(crate) recall: f64,
    pub(crate) f1: f64,
    pub(crate) pair_precision: f64,
    pub(crate) pair_recall: f64,
    pub(crate) pair_f1: f64,
    pub(crate) stories: usize,
    pub(crate) events: usize,
}

/// Compares the story of each article with its event.
pub(crate) fn fit<S: Ord, E: Ord>(stories: &[S], events: &[E]) -> Fit {
    let (by_story, by_event) = (sizes(stories), sizes(events));
    let both: Vec<_> = stories.iter().zip(events).collect();
    let by_both = sizes(&both);
    let (mut precision, mut recall) = (0.0, 0.0);
    for ((story, event), right) in &by_both {
        let square = (right * right) as f64;
        precision += square / by_story[story] as f64;
        recall += square / by_event[event] as f64;
    }
    let all = stories.len().max(1) as f64;
    let pairs = |counts: &mut dyn Iterator<Item = usize>| -> f64 {
        counts.map(|it| it * it.saturating_sub(1) / 2).sum::<usize>() as f64
    };
    let right = pairs(&mut by_both.values().copied());
    let pair_precision = right / pairs(&mut by_story.values().copied()).max(1.0);
    let pair_recall = right / pairs(&mut by_event.values().copied()).max(1.0);
    let (precision, recall) = (precision / all, recall / all);
    Fit {
        precision,
        recall,
        f1: f1(precision, recall),
        pair_precision,
        pair_recall,
        pair_f1: f1(pair_precision, pair_recall),
        stories: by_story.len(),
        events: by_event.len(),
    }
}

/// Returns the share of pairs on which two groupings differ, of all pairs and of those that either
/// puts together.
pub(crate) fn differing<S: Ord, T: Ord>(one: &[S], other: &[T]) -> (f64, f64) {
    let pairs = |counts: &mut dyn Iterator<Item = usize>| -> f64 {
        counts.map(|it| it * it.saturating_sub(1) / 2).sum::<usize>() as f64
    };
    let (first, second) = (sizes(one), sizes(other));
    let both: Vec<_> = one.iter().zip(other).collect();
    let same = pairs(&mut sizes(&both).into_values());
    let (first, second) = (pairs(&mut first.into_values()), pairs(&mut second.into_values()));
    let differ = first + second - 2.0 * same;
    let all = pairs(&mut [one.len()].into_iter());
    (differ / all.max(1.0), differ / (first + second - same).max(1.0))
}

fn sizes<T: Ord>(items: &[T]) -> BTreeMap<&T, usize> {
    let mut sizes = BTreeMap::new();
    items.iter().for_each(|it| *sizes.entry(it).or_default() += 1);
    sizes
}

fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_of_two_events_costs_precision_and_a_split_event_recall() {
        let found = fit(&[0, 0, 1, 1], &["a", "a", "a", "b"]);
        let shown = format!("{:.3} {:.3}", found.precision, found.recall);
        assert_eq!(shown, "0.750 0.667");
        assert_eq!(differing(&[0, 0, 1], &[0, 0, 0]), (2.0 / 3.0, 2.0 / 3.0));
    }
}
