//! Laws of grouping: neither the order of a batch, nor a save and load, nor an unrelated article may
//! change which reports are together.
//!
//! In: reports of a few invented events, drawn at random. Out: a counterexample where a law is broken.

use std::collections::BTreeSet;

use proptest::prelude::*;
use recount::annotate::{Annotated, Language, annotate};
use recount::group::{Grouper, Limits, Sketch, Weights};
use recount::model::{ArticleId, Page, PageKind};
use recount::read::read;

/// Invented events, each as sentences that its reports draw from.
const EVENTS: [[&str; 4]; 4] = [
    [
        "The ferry Stella Polaris ran aground off Velm with 90 passengers.",
        "Captain Ilka Brandt was taken to hospital in Osterby.",
        "Divers found a hole in the hull of the Stella Polaris.",
        "The harbour of Velm was closed to ships until the evening.",
    ],
    [
        "Masked men robbed the jeweller Lund in Osterby's Kirk Street.",
        "Two customers were hurt by broken glass, inspector Pia Holm said.",
        "The robbers fled on a motorcycle towards Grindal.",
        "Lund had been robbed twice in a year, said its owner, Aron Lund.",
    ],
    [
        "A fire destroyed the sawmill of Tarn, and four workers were hurt.",
        "The fire began in the drying kiln, fire chief Olle Nyman said.",
        "Smoke from the sawmill drifted over Grindal.",
        "The sawmill of Tarn gives work to 60 people.",
    ],
    [
        "A dam burst above Kirn, and water flooded two villages.",
        "Engineer Runa Falk had warned of cracks in the dam.",
        "Soldiers brought 300 people from Kirn to a school in Aldmoor.",
        "The dam of Kirn was built 70 years ago.",
    ],
];

/// An article that shares nothing with the events.
pub(crate) const UNRELATED: &str =
    "Herring fetched less at the Halm auction for the third week, dealers said.";

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_order_of_a_batch_does_not_change_the_stories(
        (before, after) in reports().prop_flat_map(|it| (Just(it.clone()), Just(it).prop_shuffle()))
    ) {
        prop_assert_eq!(stories(&batched(&before)), stories(&batched(&after)));
    }

    #[test]
    fn saving_and_loading_at_any_point_changes_nothing(reports in reports(), at: prop::sample::Index) {
        let at = at.index(reports.len());
        let (mut whole, mut broken) = (grouper(), grouper());
        for (place, report) in reports.iter().enumerate() {
            if place == at {
                broken = Grouper::load(&broken.save(), Weights::default(), limits())
                    .expect("what was saved can be loaded");
            }
            let sketch = Sketch::of(report);
            prop_assert_eq!(whole.add(sketch.clone()), broken.add(sketch));
        }
        prop_assert!(whole.save() == broken.save());
    }

    #[test]
    fn an_unrelated_article_changes_no_other_story(reports in reports(), at: prop::sample::Index) {
        let mut more = reports.clone();
        let other = article("Harbour Gazette", 3, UNRELATED);
        more.insert(at.index(reports.len()), other.clone());
        let mut stories_with = stories(&batched(&more));
        prop_assert!(stories_with.remove(&BTreeSet::from([other.article.id])));
        prop_assert_eq!(stories_with, stories(&batched(&reports)));
    }
}

fn limits() -> Limits {
    // So few that stories close and open again within a test.
    Limits { days: 3, articles: 6, of_a_story: 3, ..Limits::default() }
}

fn grouper() -> Grouper {
    Grouper::new(Weights::default(), limits())
}

fn batched(reports: &[Annotated]) -> Grouper {
    let mut grouper = Grouper::default();
    let sketched: Vec<_> = reports.iter().map(|it| (it, Sketch::of(it))).collect();
    grouper.add_batch(&sketched);
    grouper
}

fn stories(grouper: &Grouper) -> BTreeSet<BTreeSet<ArticleId>> {
    grouper.stories().map(|(_, it)| it.into_iter().cloned().collect()).collect()
}

pub(crate) fn reports() -> impl Strategy<Value = Vec<Annotated>> {
    let sentences = prop::sample::subsequence(vec![0, 1, 2, 3], 2..=4);
    let report = (0..EVENTS.len(), sentences, 1u32..12).prop_map(|(event, sentences, day)| {
        let told: Vec<_> = sentences.into_iter().map(|it| EVENTS[event][it]).collect();
        let outlet = ["Velm Post", "Radio Osterby", "Tarn Herald"][day as usize % 3];
        article(outlet, day, &told.join(" "))
    });
    prop::collection::vec(report, 2..12)
}

pub(crate) fn article(outlet: &str, day: u32, text: &str) -> Annotated {
    let date = format!("2031-05-{day:02}");
    let row = serde_json::json!({ "outlet": outlet, "date": date, "text": text });
    let bytes = row.to_string().into_bytes();
    let page = Page::new("row".to_owned(), PageKind::JsonRow, bytes);
    annotate(read(&page).expect("a row with a text"), &Language::default())
}
