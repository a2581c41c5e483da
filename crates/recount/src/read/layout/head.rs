//! Labels what stands between the title and the report.
//!
//! In: lines, with the title known. Out: the standfirst, captions, and names of authors and sections
//! labelled. The first paragraph is a standfirst only where page furniture parts it from the next.

use super::super::lines::{Line, Shape};
use super::super::{byline, dateline};
use super::{Label, Labels, furniture, has_kind, is_furniture};
use crate::model::Role;

/// Words above which the first paragraph is a report's own, not a standfirst.
const STANDFIRST_WORDS: usize = 36;

/// Words from which a line under the title that does not close is a standfirst and not a label.
const SHORTEST_STANDFIRST: usize = 5;

/// Kinds of furniture that stand between a standfirst and the report, and seldom within a report.
const PARTING: [&str; 6] =
    ["byline", "date-line", "image-credit", "social-icons", "widget-heading", "related-heading"];

/// Labels the lines from `title` (or the first line, if the title was given apart) to the report.
pub(super) fn mark(lines: &[Line<'_>], labels: &mut Labels, title: Option<usize>, titled: bool) {
    let from = title.map_or(0, |it| it + 1);
    let is_open = |labels: &Labels, place: usize| labels[place].is_none();
    let Some(first) = (from..lines.len()).find(|it| is_open(labels, *it) && lines[*it].is_prose())
    else {
        return;
    };
    if title.is_some() {
        mark_short_lines(lines, labels, from..first);
    }
    let second = (first + 1..lines.len()).find(|it| !is_furniture(labels[*it]));
    let parted = second.is_some_and(|it| is_parting(&labels[first + 1..it]));
    if titled && parted && lines[first].words <= STANDFIRST_WORDS {
        labels[first] = Some(Label { role: Role::Standfirst, kind: "standfirst" });
    }
}

/// A heading without its list parts as well; a list of links may stand in any report.
fn is_parting(between: &[Option<Label>]) -> bool {
    let parts = |label: &Option<Label>| label.is_some_and(|it| PARTING.contains(&it.kind));
    between.iter().any(parts) && !between.iter().any(|it| has_kind(*it, "link-list"))
}

fn mark_short_lines(lines: &[Line<'_>], labels: &mut Labels, stretch: std::ops::Range<usize>) {
    let mut told = false;
    for place in stretch {
        if labels[place].is_some() || dateline::is_alone(lines[place].text) {
            continue;
        }
        let label = short_line(lines, labels, place, told);
        told |= label.is_some_and(|it| it.role == Role::Standfirst);
        labels[place] = label;
    }
}

fn short_line(lines: &[Line<'_>], labels: &Labels, place: usize, told: bool) -> Option<Label> {
    let line = &lines[place];
    let after_picture = place > 0
        && ["repeated-title", "image-credit"].iter().any(|it| has_kind(labels[place - 1], it));
    match () {
        _ if line.words >= SHORTEST_STANDFIRST && after_picture
            || line.shape == Shape::Unclosed && told =>
        {
            Some(Label { role: Role::Caption, kind: "caption" })
        }
        _ if line.words >= SHORTEST_STANDFIRST && !told => {
            Some(Label { role: Role::Standfirst, kind: "standfirst" })
        }
        _ if byline::is_bare_name(line.text) && is_signed(labels, place) => furniture("byline"),
        _ => furniture("label"),
    }
}

/// A name alone is an author's where a date or another byline stands beside it.
fn is_signed(labels: &Labels, place: usize) -> bool {
    let above = place.checked_sub(1).and_then(|it| labels[it]);
    let below = labels.get(place + 1).copied().flatten();
    [above, below].into_iter().any(|it| has_kind(it, "date-line") || has_kind(it, "byline"))
}
