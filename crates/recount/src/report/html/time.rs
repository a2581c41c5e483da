//! Draws the timeline: what happened when, and which report was published when.
//!
//! In: the timeline and the publication dates. Out: dots on an axis, numbered as the list below it.
//! The axis is not to scale, and says so: a background event five years ago would leave the hours
//! of a siege one dot.

use crate::model::Date;
use crate::report::view::outlet;
use crate::report::words;

use super::axis::{self, Tick};
use super::parts::{Cite, Page};

/// Width of a figure in the label of a dot.
const LETTER: usize = 7;

/// Height of a row of dots.
const ROW: usize = 24;

/// An axis and the list of its entries.
pub(super) struct Timeline {
    pub height: usize,
    pub axis: usize,
    pub dots: Vec<Dot>,
    pub ticks: Vec<Tick>,
    pub entries: Vec<Entry>,
}

/// An entry or a report on the axis.
pub(super) struct Dot {
    pub x: String,
    pub y: usize,
    pub width: usize,
    /// The numbers of what it stands for: `3`, `5–8`.
    pub label: String,
    /// `main`, `other` or `published`.
    pub class: &'static str,
    pub title: String,
    pub to: String,
}

/// An entry of the list.
pub(super) struct Entry {
    pub id: String,
    pub number: usize,
    pub when: String,
    pub text: String,
    /// The name of the event, if it is not the main one.
    pub other: Option<String>,
    pub cites: Vec<Cite>,
}

/// A moment to set on the axis, with the dot that it becomes.
struct Moment<'a> {
    when: &'a Date,
    dot: Dot,
}

impl Timeline {
    /// Draws the timeline of an incident.
    pub(super) fn new(page: &Page) -> Self {
        let entries = entries(page);
        let mut moments = together(happened(page, &entries));
        let (above, below) = (moments.len(), together(published(page)));
        moments.extend(below);
        let dates: Vec<_> = moments.iter().map(|it| it.when).collect();
        let places = axis::places(&dates);
        let ticks = axis::ticks(&dates, &places);
        let rows = [axis::stacked(&places[..above]), axis::stacked(&places[above..])];
        let tallest = |rows: &[usize]| rows.iter().max().map_or(0, |it| it + 1);
        let axis = ROW * tallest(&rows[0]) + ROW / 2;
        let height = axis + ROW * tallest(&rows[1]) + 2 * ROW;
        let row = rows.concat();
        let dots = moments.into_iter().zip(places.iter().zip(&row)).enumerate();
        let dots = dots.map(|(at, (moment, (x, row)))| {
            let y = if at < above { axis - ROW * row - ROW } else { axis + ROW * row + ROW };
            let width = LETTER * moment.dot.label.chars().count() + 11;
            Dot { x: axis::percent(*x), y, width, ..moment.dot }
        });
        Self { height, axis, dots: dots.collect(), ticks, entries }
    }
}

fn entries(page: &Page) -> Vec<Entry> {
    let main = page.view.main().map(|it| &it.id);
    let name =
        |event: &crate::model::EventId| page.view.incident.events.iter().find(|it| it.id == *event);
    let timeline = page.view.incident.timeline.iter().enumerate();
    timeline
        .map(|(at, it)| Entry {
            id: format!("{}-t{}", page.id, at + 1),
            number: at + 1,
            when: words::date(&it.when),
            text: words::one_line(&it.text),
            other: name(&it.event).filter(|it| Some(&it.id) != main).map(|it| it.name.clone()),
            cites: page.cites(&it.claims),
        })
        .collect()
}

fn happened<'a>(page: &Page<'a, '_>, entries: &[Entry]) -> Vec<Moment<'a>> {
    let timeline = page.view.incident.timeline.iter().zip(entries);
    timeline
        .map(|(it, entry)| {
            let class = if entry.other.is_some() { "other" } else { "main" };
            let title = format!("{}: {}", entry.when, entry.text);
            Moment { when: &it.when, dot: dot(entry.number, class, title, &entry.id) }
        })
        .collect()
}

fn published<'a>(page: &Page<'a, '_>) -> Vec<Moment<'a>> {
    let dated = page.view.articles.iter().filter_map(|it| Some((*it, it.published.as_ref()?)));
    dated
        .map(|(article, when)| {
            let number = page.view.number(&article.id);
            let title = format!("{}: published by {}", words::date(when), outlet(article));
            Moment { when, dot: dot(number, "published", title, &page.article(number)) }
        })
        .collect()
}

fn dot(number: usize, class: &'static str, title: String, to: &str) -> Dot {
    let (x, label, to) = (String::new(), number.to_string(), to.to_owned());
    Dot { x, y: 0, width: 0, label, class, title, to }
}

/// Returns the moments with those of one time and kind as one dot, so that a day of ten entries is
/// not a tower.
fn together(moments: Vec<Moment>) -> Vec<Moment> {
    let mut joined: Vec<Moment> = Vec::new();
    for moment in moments {
        let same = |it: &&mut Moment| {
            it.when.start == moment.when.start && it.dot.class == moment.dot.class
        };
        match joined.iter_mut().find(same) {
            Some(first) => join(&mut first.dot, &moment.dot),
            None => joined.push(moment),
        }
    }
    joined
}

fn join(first: &mut Dot, next: &Dot) {
    first.title = format!("{}\n{}", first.title, next.title);
    let opening = first.label.split('–').next().unwrap_or_default();
    first.label = format!("{opening}–{}", next.label);
}
