//! Laws: what must hold of every record, whatever the pages say.
//!
//! In: small stories made at random (see [`stories`]) and bytes that are no story at all. Out: a
//! counterexample, shrunk as far as it goes, where a law is broken.

mod grouping;
mod library;
mod stories;
mod voices;

use proptest::prelude::*;
use recount::model::{Claim, Evidence, Finding, Group, Incident, Page, PageKind, Record};
use recount::{Options, recount};

use stories::{Report, pages, story};

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

    #[test]
    fn low_is_at_most_best_and_best_at_most_high(reports in story()) {
        for finding in findings(&record(&pages(&reports))) {
            prop_assert!(in_order(finding), "{finding:?}");
        }
    }

    #[test]
    fn every_span_lies_within_its_article(reports in story()) {
        let record = record(&pages(&reports));
        for claim in claims(&record) {
            prop_assert_eq!(spanned(&record, claim), Some(claim.evidence.text.as_str()));
        }
        for article in &record.articles {
            let ends: Vec<_> = article.blocks.iter().map(|it| (it.start, it.end)).collect();
            prop_assert!(ends.windows(2).all(|it| it[0].1 <= it[1].0), "{ends:?} overlap");
            prop_assert!(ends.iter().all(|it| article.text.get(it.0..it.1).is_some()), "{ends:?}");
        }
    }

    #[test]
    fn the_order_of_arrival_does_not_change_the_record(
        (before, after) in story().prop_flat_map(|it| (Just(it.clone()), Just(it).prop_shuffle()))
    ) {
        prop_assert_eq!(bytes(&record(&pages(&before))), bytes(&record(&pages(&after))));
    }

    #[test]
    fn a_copy_adds_no_family_and_leaves_every_finding_as_it_was(
        (reports, copied) in story().prop_flat_map(|it| { let of = 0..it.len(); (Just(it), of) })
    ) {
        let before = record(&pages(&reports));
        let after = record(&pages(&with_copy(&reports, copied)));
        prop_assert_eq!(families(&before), families(&after));
        prop_assert_eq!(standings(&before), standings(&after));
    }

    #[test]
    fn the_families_are_a_partition_of_the_articles(reports in story()) {
        for incident in record(&pages(&reports)).incidents {
            let mut members: Vec<_> = incident.families.concat();
            let mut articles = incident.articles.clone();
            members.sort();
            articles.sort();
            prop_assert_eq!(members, articles);
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), dump: bool) {
        let kind = if dump { PageKind::TextDump } else { PageKind::JsonRow };
        record(&[Page::new("odd", kind, bytes)]);
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}(\n{1,2}[ -~“”’—é×0-9]{0,120}){0,6}") {
        record(&[Page::new("odd.txt", PageKind::TextDump, text)]);
    }
}

fn record(pages: &[Page]) -> Record {
    recount(pages, &Options::default(), &|| ()).record
}

fn bytes(record: &Record) -> String {
    serde_json::to_string(record).expect("a record is plain data")
}

fn findings(record: &Record) -> impl Iterator<Item = &Finding> {
    record.incidents.iter().flat_map(|it| &it.findings)
}

fn claims(record: &Record) -> impl Iterator<Item = &Claim> {
    record.incidents.iter().flat_map(|it| &it.claims)
}

/// Returns whether the printed figure of the best value lies between low and high.
fn in_order(finding: &Finding) -> bool {
    let recount::model::Value::Count(best) = &finding.best else { return true };
    let at_least_low = |n| finding.low.is_none_or(|low| low <= n);
    let at_most_high = |n| finding.high.is_none_or(|high| n <= high);
    finding.low.zip(finding.high).is_none_or(|(low, high)| low <= high)
        && best.n.is_none_or(|n| at_least_low(n) && at_most_high(n))
}

/// Returns the words that the offsets of a claim's evidence span.
fn spanned<'a>(record: &'a Record, claim: &Claim) -> Option<&'a str> {
    let article = record.articles.iter().find(|it| it.id == claim.article)?;
    let Evidence { field, start, end, .. } = claim.evidence;
    article.field(field).get(start..end)
}

/// The same story and, at its end, one of its reports once more under another name and outlet.
fn with_copy(reports: &[Report], copied: usize) -> Vec<Report> {
    let mut reports = reports.to_vec();
    reports.push(Report { outlet: "Reprint Herald", ..reports[copied].clone() });
    reports
}

fn families(record: &Record) -> Vec<usize> {
    record.incidents.iter().map(|it| it.families.len()).collect()
}

/// The values of every finding with how they stand and who is behind them; articles and outlets alone grow.
fn standings(record: &Record) -> Vec<String> {
    let standing = |it: &Finding| {
        let Finding { slot, who, verdict, best, low, high, one_party, .. } = it;
        let group =
            |it: &Group| format!("{} {:?} {} {}", it.value, it.standing, it.families, it.origins);
        let groups: Vec<_> = it.groups.iter().map(group).collect();
        format!(
            "{} {slot} {who:?} {best} {low:?} {high:?} {verdict:?} {one_party:?} {groups:?}",
            it.event.0
        )
    };
    let of_incident = |it: &Incident| it.findings.iter().map(standing).collect::<Vec<_>>();
    record.incidents.iter().flat_map(of_incident).collect()
}
