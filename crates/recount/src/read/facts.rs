//! Reads what an article says of itself: authors, place, day, newsroom, agencies.
//!
//! In: a text laid out. Out: [`Facts`]. Nothing is taken from lists of other stories, and no date from
//! the report itself.

use super::credits::{Marks, credits};
use super::dateline::{Dateline, dateline};
use super::layout::Layout;
use super::published::date_line;
use super::{byline, naming};
use crate::model::{Date, Role};

/// What an article says of itself.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) byline: Option<String>,
    pub(super) dateline: Option<String>,
    pub(super) credits: Vec<String>,
    pub(super) published: Option<Date>,
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
        outlet: naming::named_by(layout.of(Role::Furniture)),
    }
}

fn head_of<'t>(layout: &Layout<'t>) -> Option<Dateline<'t>> {
    let paragraphs = layout.labelled().filter(|(_, it)| {
        matches!(it.kind, "paragraph" | "dateline") || it.role == Role::Standfirst
    });
    paragraphs.take(2).find_map(|(line, _)| dateline(line.text))
}

fn byline_of<'t>(layout: &Layout<'t>) -> Option<&'t str> {
    let lines = layout.labelled().filter(|(_, label)| label.kind == "byline");
    lines.map(|(line, _)| byline::byline(line.text).unwrap_or(line.text)).next()
}

/// A date that says it is one of publication may stand anywhere; a bare one only above the report.
fn published_of(layout: &Layout<'_>) -> Option<Date> {
    let is_report = |role| role == Role::Body;
    let first =
        layout.labels.iter().position(|it| is_report(it.role)).unwrap_or(layout.labels.len());
    let may_date = |kind| matches!(kind, "date-line" | "byline" | "repeated-title" | "update-note");
    let lines = layout.labelled().enumerate().filter(|(_, (_, label))| may_date(label.kind));
    let dates = lines.filter_map(|(place, (line, _))| Some((place, date_line(line.text)?)));
    let mut dates: Vec<_> =
        dates.filter(|(place, it)| it.labelled || *place < first).map(|(_, it)| it.date).collect();
    dates.sort_by_key(|it| it.basis.as_deref() != Some("text"));
    dates.into_iter().next()
}
