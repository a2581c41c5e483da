//! An incident with its articles at hand, as every rendering needs it.
//!
//! In: an [`Incident`] and the articles of the run. Out: a [`View`] that finds the article, family and
//! sentence behind a claim. What the record names but does not hold is left out, never a panic.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::annotate;
use crate::model::{
    Article, ArticleId, Claim, ClaimId, Event, EventId, Evidence, Field, Finding, Group, Incident,
    Link, Record, Relation,
};

/// Articles named as holders of a value; of more than these only the number is told.
///
/// Six fit three lines of a terminal. `why` and the dossier name them all.
const HOLDERS: usize = 6;

/// An incident with its articles, numbered from 1 in the order in which they were published.
pub(super) struct View<'a> {
    /// The incident.
    pub incident: &'a Incident,
    /// Its articles, in the order of the record.
    pub articles: Vec<&'a Article>,
    numbers: BTreeMap<&'a ArticleId, usize>,
    families: BTreeMap<&'a ArticleId, usize>,
    claims: BTreeMap<&'a ClaimId, (usize, &'a Claim)>,
    findings: BTreeMap<&'a ClaimId, usize>,
    links: BTreeMap<&'a ArticleId, Vec<&'a Link>>,
}

impl<'a> View<'a> {
    /// Puts the articles of `incident` to it.
    pub(super) fn new(incident: &'a Incident, articles: &'a [Article]) -> Self {
        let members: BTreeSet<_> = incident.articles.iter().collect();
        let articles: Vec<_> = articles.iter().filter(|it| members.contains(&it.id)).collect();
        let numbers = articles.iter().enumerate().map(|(at, it)| (&it.id, at + 1)).collect();
        let claims = incident.claims.iter().enumerate();
        let claims = claims.map(|(at, claim)| (&claim.id, (at, claim))).collect();
        let families = positions(&incident.families, |family| family.iter());
        let held = |finding: &'a Finding| finding.groups.iter().flat_map(|it| &it.claims);
        let findings = positions(&incident.findings, held);
        let mut links: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for link in &incident.links {
            links.entry(&link.from).or_default().push(link);
        }
        Self { incident, articles, numbers, families, claims, findings, links }
    }

    /// Returns a view of each incident of `record`.
    pub(super) fn all(record: &'a Record) -> Vec<Self> {
        record.incidents.iter().map(|it| Self::new(it, &record.articles)).collect()
    }

    /// Returns the number of an article within the incident, from 1; 0 if it is not there.
    pub(super) fn number(&self, id: &ArticleId) -> usize {
        self.numbers.get(id).copied().unwrap_or_default()
    }

    /// Returns an article of the incident.
    pub(super) fn article(&self, id: &ArticleId) -> Option<&'a Article> {
        self.articles.get(self.number(id).checked_sub(1)?).copied()
    }

    /// Returns how an article is cited: `[2] Harbour Post`.
    pub(super) fn citation(&self, id: &ArticleId) -> String {
        let name = self.article(id).map_or(id.0.as_str(), outlet);
        format!("[{}] {name}", self.number(id))
    }

    /// Returns the claims that hold a value, in the order of the articles.
    pub(super) fn claims(&self, ids: &[ClaimId]) -> Vec<&'a Claim> {
        let mut found: Vec<_> = ids.iter().filter_map(|id| Some(self.claims.get(id)?.1)).collect();
        found.sort_by_key(|it| (self.number(&it.article), it.evidence.field, it.evidence.start));
        found
    }

    /// Returns the first claim of each article that holds a value.
    pub(super) fn cited(&self, ids: &[ClaimId]) -> Vec<&'a Claim> {
        let mut found = self.claims(ids);
        found.dedup_by(|a, b| a.article == b.article);
        found
    }

    /// Returns who holds a value: `[1] Harbour Post, [3] Vell Courier`.
    pub(super) fn holders(&self, group: &Group) -> String {
        let cited = self.cited(&group.claims);
        let names = cited.iter().take(HOLDERS).map(|it| self.citation(&it.article));
        let more = cited.len().saturating_sub(HOLDERS);
        let more = (more > 0).then(|| format!("and {more} more"));
        names.chain(more).collect::<Vec<_>>().join(", ")
    }

    /// Returns the findings of an event, in the order of the record.
    pub(super) fn findings(&self, event: &EventId) -> Vec<&'a Finding> {
        self.incident.findings.iter().filter(|it| it.event == *event).collect()
    }

    /// Returns the main event, if the record has one.
    pub(super) fn main(&self) -> Option<&'a Event> {
        self.incident.events.iter().find(|it| it.relation == Relation::Main)
    }

    /// Returns the findings of the main event.
    pub(super) fn main_findings(&self) -> Vec<&'a Finding> {
        self.main().map_or_else(Vec::new, |main| self.findings(&main.id))
    }

    /// Returns the events that are mentioned beside the main one.
    pub(super) fn background(&self) -> Vec<&'a Event> {
        self.incident.events.iter().filter(|it| it.relation == Relation::Background).collect()
    }

    /// Returns the position of an article's family, if it is in one.
    pub(super) fn family(&self, id: &ArticleId) -> Option<usize> {
        self.families.get(id).copied()
    }

    /// Returns the ties from an article to others.
    pub(super) fn links(&self, from: &ArticleId) -> &[&'a Link] {
        self.links.get(from).map_or(&[], |it| it)
    }

    /// Returns the position of a claim in the incident.
    pub(super) fn position(&self, claim: &ClaimId) -> Option<usize> {
        self.claims.get(claim).map(|it| it.0)
    }

    /// Returns the position of the finding that a claim went into.
    pub(super) fn finding(&self, claim: &ClaimId) -> Option<usize> {
        self.findings.get(claim).copied()
    }

    /// Returns the letter of an article's family, `–` if it is in none.
    pub(super) fn family_letter(&self, id: &ArticleId) -> String {
        self.family(id).map_or_else(|| "–".into(), letter)
    }
}

/// Returns the position of the first item that holds a key, for each key.
fn positions<'a, T, K: Ord, I: Iterator<Item = &'a K>>(
    items: &'a [T],
    keys: impl Fn(&'a T) -> I,
) -> BTreeMap<&'a K, usize> {
    let mut found = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        for key in keys(item) {
            found.entry(key).or_insert(at);
        }
    }
    found
}

/// Returns a letter for each of the first 26 positions, then `A2`, `B2` and so on.
pub(super) fn letter(position: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(position % 26).unwrap_or_default());
    match position / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{}", round + 1),
    }
}

/// Returns the outlet of an article, or the name of its page.
pub(super) fn outlet(article: &Article) -> &str {
    article.outlet.as_ref().map_or(&article.name, |outlet| &outlet.name)
}

/// Returns the headline of an article, or the name of its page.
pub(super) fn headline(article: &Article) -> &str {
    article.headline.as_deref().unwrap_or(&article.name)
}

/// Returns whether an address may become a link: `javascript:` and its like may not.
pub(super) fn followable(url: &str) -> bool {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https"))
}

/// The sentence that evidence stands in: what is before it, the evidence, what is after it.
pub(super) struct Quoted<'a> {
    pub before: &'a str,
    pub evidence: &'a str,
    pub after: &'a str,
}

/// Returns the sentence around `evidence`; the bare evidence if its offsets do not fit.
pub(super) fn quoted<'a>(article: &'a Article, evidence: &'a Evidence) -> Quoted<'a> {
    let text = article.field(evidence.field);
    let span = evidence.start..evidence.end;
    let around = sentence(article, evidence.field, &span);
    let part = |range: Range<usize>| text.get(range);
    match (part(around.start..span.start), part(span.clone()), part(span.end..around.end)) {
        (Some(before), Some(evidence), Some(after)) => Quoted { before, evidence, after },
        _ => Quoted { before: "", evidence: &evidence.text, after: "" },
    }
}

/// Returns the range from the first to the last sentence that `span` touches.
fn sentence(article: &Article, field: Field, span: &Range<usize>) -> Range<usize> {
    let text = article.field(field);
    let whole = 0..text.len();
    let holds = |it: &Range<usize>| it.start <= span.start && span.end <= it.end;
    let blocks = article.blocks.iter().filter(|_| field == Field::Text).map(|it| it.start..it.end);
    let block = blocks.into_iter().find(holds).unwrap_or(whole);
    let sentences = annotate::sentences(text.get(block.clone()).unwrap_or_default());
    let absolute = sentences.into_iter().map(|it| it.start + block.start..it.end + block.start);
    let touched: Vec<_> =
        absolute.filter(|it| it.start < span.end && span.start < it.end).collect();
    let start = touched.first().map_or(span.start, |it| it.start.min(span.start));
    start..touched.last().map_or(span.end, |it| it.end.max(span.end))
}
