//! Laws of voices: what must hold of who says what.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::subsequence;
use recount::model::{ArticleId, Count, Evidence, Group, Record, Value};

use crate::stories::{Report, pages, story};
use crate::{claims, record, with_copy};

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_words_that_name_a_voice_and_hedge_a_claim_lie_in_the_article(reports in story()) {
        let record = record(&pages(&reports));
        for claim in claims(&record) {
            let named = claim.chain.iter().filter_map(|it| it.evidence.as_ref());
            for evidence in named.chain(&claim.hedges) {
                let article = record.articles.iter().find(|it| it.id == claim.article);
                let Evidence { field, start, end, ref text } = *evidence;
                let words = article.and_then(|it| it.field(field).get(start..end));
                prop_assert_eq!(words, Some(text.as_str()));
            }
        }
    }

    #[test]
    fn a_copy_adds_no_origin(
        (reports, copied) in story().prop_flat_map(|it| { let of = 0..it.len(); (Just(it), of) })
    ) {
        let before = counts(&record(&pages(&reports)), |it| it.origins);
        let after = counts(&record(&pages(&with_copy(&reports, copied))), |it| it.origins);
        prop_assert_eq!(before, after);
    }

    #[test]
    fn fewer_reports_hold_no_value_more_often(
        (reports, fewer) in story().prop_flat_map(|it| (Just(it.clone()), some_of(it)))
    ) {
        let (all, part) = (record(&pages(&reports)), record(&pages(&fewer)));
        // A text that shares passages with two others makes one family of them; without it they are two.
        let parted = same_family(&part) != same_family(&all).intersection(&pairs(&part)).cloned().collect();
        let always = [(|it| it.articles) as fn(&Group) -> usize, |it| it.outlets];
        let unparted = [(|it| it.families) as fn(&Group) -> usize, |it| it.origins];
        for count in always.into_iter().chain(unparted.into_iter().filter(|_| !parted)) {
            let among_all = counts(&all, count);
            for (value, held) in counts(&part, count) {
                let before = among_all.get(&value);
                prop_assert!(before.is_some_and(|it| held <= *it), "{value}: {held} of {among_all:?}");
            }
        }
    }

    #[test]
    fn the_order_of_sentences_in_a_quotation_does_not_change_its_speaker(
        sentences in Just(SENTENCES.to_vec()).prop_shuffle(), speaker in prop::sample::select(SPEAKERS.to_vec())
    ) {
        let said = format!("\"{},\" said {speaker}.", sentences.join(". "));
        let report = Report { outlet: "Island Post", day: 21, title: "Blast in Saltham", sentences: vec![said] };
        let record = record(&pages(&[report]));
        let quote = &record.incidents[0].quotes[0];
        prop_assert_eq!(quote.variants.len(), 1);
        prop_assert_eq!(&quote.speaker[0].name, speaker.trim_start_matches("the "));
        for sentence in &sentences {
            prop_assert!(quote.text.contains(sentence), "{} lacks {sentence}", quote.text);
        }
    }
}

const SENTENCES: [&str; 4] = [
    "The roof fell in at once",
    "We had no time to call anybody",
    "Two of our men were near the door",
    "Nobody could have known this",
];

const SPEAKERS: [&str; 3] = ["the mayor", "Joan Pruitt", "the fire chief"];

fn some_of(reports: Vec<Report>) -> impl Strategy<Value = Vec<Report>> {
    let all = reports.len();
    subsequence(reports, 1..=all)
}

type Pair = (ArticleId, ArticleId);

/// The pairs of articles that are of one family.
fn same_family(record: &Record) -> BTreeSet<Pair> {
    let families = record.incidents.iter().flat_map(|it| &it.families);
    families.flat_map(|it| pairs_of(it)).collect()
}

fn pairs(record: &Record) -> BTreeSet<Pair> {
    pairs_of(&record.articles.iter().map(|it| it.id.clone()).collect::<Vec<_>>()).collect()
}

fn pairs_of(articles: &[ArticleId]) -> impl Iterator<Item = Pair> {
    let all = articles.iter().flat_map(|a| articles.iter().map(move |b| (a.clone(), b.clone())));
    all.filter(|it| it.0 < it.1)
}

/// How often each value of the main event is held, by what `count` counts.
fn counts(record: &Record, count: fn(&Group) -> usize) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    let findings = record.incidents.iter().flat_map(|it| &it.findings);
    for finding in findings.filter(|it| it.event.is_main() && it.slot.is_count()) {
        for group in &finding.groups {
            // "At least 7" and "more than 7" are one value, shown as its barest holder has it.
            let Value::Count(Count { n, low, high, .. }) = group.value else { continue };
            let printed = n.map_or_else(|| format!("{low:?} to {high:?}"), |it| it.to_string());
            let value = format!("{} {:?} {printed}", finding.slot, finding.who);
            let held = counts.entry(value).or_default();
            *held = count(group).max(*held);
        }
    }
    counts
}
