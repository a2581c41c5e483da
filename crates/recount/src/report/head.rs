//! The head of an incident in words: particulars, independence, and the ties between its articles.
//!
//! In: a [`View`]. Out: short phrases that every rendering shows alike.

use crate::model::{Article, Finding, Link};

use super::view::View;
use super::{labels, words};

/// Returns the kind of event, its state, date and place, as far as they are known.
pub(super) fn particulars(view: &View) -> Vec<String> {
    let incident = view.incident;
    let known = |words: &str| (!matches!(words, "" | "unknown")).then(|| words.replace('_', " "));
    let date = view.main().and_then(|it| it.date.as_ref()).map(words::date);
    let place = view.main().and_then(|it| it.place.as_ref()).map(words::place);
    [known(&incident.event_type), known(&incident.status), date, place]
        .into_iter()
        .flatten()
        .collect()
}

/// Returns how many reports are independent and why, in one sentence.
pub(super) fn independence(view: &View) -> String {
    let independent = &view.incident.independent;
    let reports = words::several(view.articles.len(), "report", "reports");
    let spread = match (independent.low, independent.high) {
        (low, high) if low == high => String::new(),
        (low, high) => format!(" (between {low} and {high})"),
    };
    let reason = match words::one_line(&independent.reason) {
        reason if reason.is_empty() => String::new(),
        reason => format!(": {reason}"),
    };
    format!("{reports}, {} of them independent{spread}{reason}", independent.best)
}

/// Returns what a reader of a value has to know beside its verdict: that one party alone gives it, that
/// copies of one text changed it.
pub(super) fn cautions(finding: &Finding) -> Vec<String> {
    let party = finding.one_party.iter().map(|it| format!("It rests on the word of {it} alone."));
    let drift = finding.drift.iter().map(|it| {
        let values: Vec<_> = it.values.iter().map(words::value).collect();
        match it.modalities.as_slice() {
            [] => format!("Copies of one text differ: {}.", values.join(", then ")),
            all => {
                let sure: Vec<_> = all.iter().map(|it| labels::modality(*it)).collect();
                format!("Copies of one text are not equally sure of it: {}.", sure.join(", then "))
            }
        }
    });
    party.chain(drift).collect()
}

/// Ties told for an article in text and Markdown; the dossier lists them all.
const TIES: usize = 3;

/// Returns what ties an article to others, the first [`TIES`] and how many there are more.
pub(super) fn ties(view: &View, article: &Article) -> Vec<String> {
    let links = view.links(&article.id);
    let told = links.iter().take(TIES).map(|it| words::one_line(&tie(view, it)));
    let mut told: Vec<_> = told.collect();
    let more = links.len().saturating_sub(TIES);
    told.extend((more > 0).then(|| format!("and {more} more ties")));
    told
}

/// Returns what ties two articles, with its reason: `copies [2] Coast Wire: the later of the two`.
pub(super) fn tie(view: &View, link: &Link) -> String {
    let verb = match (link.kind.as_str(), link.directed) {
        ("cites", _) => "cites",
        (_, true) => "copies",
        (_, false) => "shares text, in an unknown direction, with",
    };
    let reason = if link.reason.is_empty() { String::new() } else { format!(": {}", link.reason) };
    format!("{verb} {}{reason}", view.citation(&link.to))
}
