//! Reads what an article says of itself: authors, place, day, newsroom, agencies.
//!
//! In: a text laid out. Out: [`Facts`]. Nothing is taken from lists of other stories, and no date from
//! the report itself.

use super::credits::{Marks, credits};
use super::dateline::{Dateline, dateline};
use super::layout::Layout;
use super::published::{date_line, version_line};
use super::{byline, naming};
use crate::model::{Date, Role};

/// What an article says of itself.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) byline: Option<String>,
    pub(super) dateline: Option<String>,
    pub(super) credits: Vec<String>,
    pub(super) published: Option<Date>,
    /// When the article says that it was last changed.
    pub(super) modified: Option<Date>,
    /// The outlet that the page furniture names.
    pub(super) outlet: Option<String>,
}

/// Returns what the article says of itself; `url` is its address, if known.
pub(super) fn facts(layout: &Layout<'_>, url: Option<&str>) -> Facts {
    let head = head_of(layout);
    let byline = byline_of(layout);
    let credit_lines = |kind| matches!(kind, "agency-credit" | "copyright" | "legal");
    let lines =
        layout.labelled().filter(|(_, label)| credit_lines(label.kind)).map(|(line, _)| line.text);
    let marks = Marks {
        newsroom: head.as_ref().and_then(|it| it.newsroom),
        byline,
        lines: lines.collect(),
        last: layout.of(Role::Body).next_back(),
        url,
    };
    Facts {
        byline: byline.map(str::to_owned),
        dateline: head.as_ref().and_then(|it| it.place).map(str::to_owned),
        credits: credits(&marks),
        published: published_of(layout),
        modified: modified_of(layout),
        outlet: naming::named_by(layout.of(Role::Furniture)),
    }
}

fn head_of<'t>(layout: &Layout<'t>) -> Option<Dateline<'t>> {
    let paragraphs = layout.labelled().filter(|(_, it)| {
        matches!(it.kind, "paragraph" | "dateline") || it.role == Role::Standfirst
    });
    paragraphs.take(2).find_map(|(line, _)| dateline(line.text))
}

/// A line that says that it names the authors goes before a bare name, one below the title before
/// one above.
fn byline_of<'t>(layout: &Layout<'t>) -> Option<&'t str> {
    let lines = layout.labelled().enumerate().filter(|(_, (_, label))| label.kind == "byline");
    let ranked = lines.map(|(place, (line, _))| match byline::byline(line.text) {
        Some(names) => (false, layout.title > Some(place), names),
        None => (true, layout.title > Some(place), line.text),
    });
    ranked.min_by_key(|(bare, above, _)| (*bare, *above)).map(|it| it.2)
}

/// A date that says it is one of publication may stand anywhere; a bare one only above the report.
fn published_of(layout: &Layout<'_>) -> Option<Date> {
    let report = layout.labels.iter().position(|it| it.role == Role::Body);
    let first = report.unwrap_or(layout.labels.len());
    let lines = layout.labelled().enumerate().filter(|(_, (_, label))| DATED.contains(&label.kind));
    let dates = lines.filter_map(|(place, (line, _))| Some((place, date_line(line.text)?)));
    let dates = dates.filter(|(place, it)| it.labelled || *place < first);
    let ranked = dates.map(|(place, it)| {
        (it.date.basis.as_deref() != Some("text"), layout.title > Some(place), it.date)
    });
    ranked.min_by_key(|(version, above, _)| (*version, *above)).map(|it| it.2)
}

/// The latest day that a line of dates gives to a version.
fn modified_of(layout: &Layout<'_>) -> Option<Date> {
    let lines = layout.labelled().filter(|(_, label)| DATED.contains(&label.kind));
    lines.filter_map(|(line, _)| version_line(line.text)).max_by_key(|it| it.start)
}

/// Kinds of lines that may give the day of publication.
const DATED: [&str; 6] =
    ["date-line", "byline", "title", "repeated-title", "dated-title", "update-note"];
