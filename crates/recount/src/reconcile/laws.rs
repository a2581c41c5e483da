//! Laws of reconciliation, on stories that are made of claims at random and of no text that has to be read.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::{Pack, Reconciled, reconcile};
use crate::annotate::Annotated;
use crate::extract::{Extraction, ToldEvent};
use crate::model::{
    ArticleId, Claim, ClaimId, Count, Date, EventId, Evidence, Field, Finding, Hop, HopKind,
    Independent, Modality, Outlet, Slot, Value, Who,
};
use crate::testing::article;
use crate::trace::Traced;

/// One report: the number of its text, its day, and the figures it prints with their source.
#[derive(Debug, Clone)]
struct Report {
    text: usize,
    day: i8,
    told: Vec<(u64, &'static str)>,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_best_lies_between_low_and_high(reports in story(), pack in select(Pack::PLAIN.to_vec())) {
        for finding in told(&reports, &pack).findings {
            let Value::Count(Count { n: Some(best), .. }) = finding.best else { continue };
            prop_assert!(finding.low <= Some(best) && Some(best) <= finding.high, "{finding:?}");
        }
    }

    #[test]
    fn the_order_of_the_reports_changes_nothing(
        (before, after) in story().prop_flat_map(|it| (Just(it.clone()), Just(it).prop_shuffle()))
    ) {
        prop_assert_eq!(held(&before), held(&after));
    }

    #[test]
    fn a_copy_leaves_every_finding_as_it_was(reports in story(), copied: Index) {
        let mut more = reports.clone();
        more.push(copied.get(&reports).clone());
        prop_assert_eq!(held(&reports), held(&more));
    }

    #[test]
    fn a_claim_less_raises_no_support(reports in story(), report: Index, claim: Index) {
        let at = report.index(reports.len());
        let mut fewer = reports.clone();
        let (_, source) = fewer[at].told.remove(claim.index(reports[at].told.len()));
        let before = support(&reports);
        for (value, (families, origins)) in support(&fewer) {
            let known = before.get(&value).copied().unwrap_or_default();
            prop_assert!(families <= known.0, "{value}: {families} families of {known:?}");
            // That a newsroom has a figure from the police is known from the claim that says so: without it
            // the newsroom is an origin of its own again, one at most.
            let own = usize::from(!source.is_empty());
            prop_assert!(origins <= known.1 + own, "{value}: {origins} origins of {known:?}");
        }
    }
}

fn story() -> impl Strategy<Value = Vec<Report>> {
    let sources = ["", "police", "a police source", "the hospital"];
    let told = prop::collection::vec((2..6u64, select(sources.to_vec())), 1..4);
    let report = (0..3usize, 1..4i8, told).prop_map(|(text, day, told)| Report { text, day, told });
    prop::collection::vec(report, 1..6)
}

/// Reconciles the reports; those of one text are a family.
fn told(reports: &[Report], pack: &Pack) -> Reconciled {
    let read: Vec<_> = reports.iter().enumerate().map(|(at, it)| annotated(at, it)).collect();
    let told = reports.iter().zip(&read).map(|(report, it)| extraction(report, it)).collect();
    let mut families: BTreeMap<usize, Vec<ArticleId>> = BTreeMap::new();
    for (report, read) in reports.iter().zip(&read) {
        families.entry(report.text).or_default().push(read.article.id.clone());
    }
    let families: Vec<_> = families.into_values().collect();
    let (low, best, high) = (families.len(), families.len(), families.len());
    let independent = Independent { low, best, high, reason: String::new() };
    let traced = Traced { families, links: Vec::new(), independent };
    let reconciled = reconcile(&read.iter().collect::<Vec<_>>(), told, &traced, pack);
    assert!(reconciled.withheld.is_empty(), "{:?}", reconciled.withheld);
    reconciled
}

fn annotated(at: usize, report: &Report) -> Annotated {
    let text: Vec<_> = report.told.iter().map(|it| words(it.0)).collect();
    let mut article = article(&text.join(". "));
    article.id = ArticleId(format!("{at:04}"));
    article.outlet = Some(Outlet { name: format!("Outlet {at}"), basis: "input".into() });
    article.published = Some(Date::day(jiff::civil::date(2031, 5, report.day)));
    let (sentences, tokens, entities) = Default::default();
    let (quantities, times, places) = Default::default();
    Annotated { article, sentences, tokens, entities, quantities, times, places }
}

fn words(figure: u64) -> String {
    format!("killing {figure} people")
}

fn extraction(report: &Report, read: &Annotated) -> Extraction {
    let mut start = 0;
    let claims = report.told.iter().enumerate().map(|(number, (figure, source))| {
        let text = words(*figure);
        let end = start + text.len();
        let evidence = Evidence { field: Field::Text, start, end, text };
        start = end + 2;
        let id = ClaimId(format!("{}-{number}", read.article.id.0));
        claim(id, &read.article.id, *figure, source, evidence)
    });
    let claims = claims.collect();
    Extraction { events: vec![ToldEvent::default()], claims, quotes: Vec::new() }
}

fn claim(id: ClaimId, article: &ArticleId, n: u64, source: &str, evidence: Evidence) -> Claim {
    let anonymous = source.starts_with("a ");
    let hop = Hop::new(source.into(), source.into(), HopKind::Official, anonymous);
    Claim {
        id,
        article: article.clone(),
        event: EventId::of(0),
        slot: Slot::KilledCount,
        who: Some(Who::Total),
        value: Value::Count(Count::exact(n)),
        evidence,
        chain: if source.is_empty() { Vec::new() } else { vec![hop] },
        modality: Modality::Reported,
        hedges: Vec::new(),
        as_of: None,
        rule: "made up".into(),
    }
}

/// The findings without what names articles or counts them.
fn held(reports: &[Report]) -> Vec<String> {
    let shown = |it: &Finding| {
        let group = |it: &crate::model::Group| {
            format!("{} {:?} {} {}", it.value, it.standing, it.families, it.origins)
        };
        let groups: Vec<_> = it.groups.iter().map(group).collect();
        let Finding { best, low, high, verdict, one_party, .. } = it;
        format!("{best} {low:?} {high:?} {verdict:?} {one_party:?} {groups:?}")
    };
    told(reports, &Pack::default()).findings.iter().map(shown).collect()
}

/// How many families and origins hold each value.
fn support(reports: &[Report]) -> BTreeMap<String, (usize, usize)> {
    let findings = told(reports, &Pack::default()).findings;
    let groups = findings.iter().flat_map(|it| &it.groups);
    groups.map(|it| (it.value.to_string(), (it.families, it.origins))).collect()
}
