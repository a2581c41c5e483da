//! Draws the timeline: what happened when, and which report was published when.
//!
//! In: the timeline and the publication dates. Out: dots on an axis, numbered as the list below it.
//! The axis is not to scale, and says so: a background event five years ago would leave the hours
//! of a siege one dot.

use crate::model::Date;
use crate::report::view::outlet;
use crate::report::words;

use super::parts::{Cite, Page};

/// Share of the axis, in percent, kept free at both ends, so that no dot is cut.
const MARGIN: f64 = 4.0;

/// Percent between two dots below which they are set one above the other.
///
/// A dot is 18 wide, and the narrowest axis about 330.
const CLOSE: f64 = 6.0;

/// Percent that the label of a day takes on the narrowest axis.
const LABEL: f64 = 30.0;

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
    /// `main`, `other` or `report`.
    pub class: &'static str,
    pub title: String,
    pub to: String,
}

/// The label of a day.
pub(super) struct Tick {
    pub x: String,
    pub anchor: &'static str,
    pub words: String,
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
        let places = places(&moments.iter().map(|it| it.when).collect::<Vec<_>>());
        let ticks = ticks(&moments, &places);
        let rows = [stacked(&places[..above]), stacked(&places[above..])];
        let tallest = |rows: &[usize]| rows.iter().max().map_or(0, |it| it + 1);
        let axis = ROW * tallest(&rows[0]) + ROW / 2;
        let height = axis + ROW * tallest(&rows[1]) + 2 * ROW;
        let row = rows.concat();
        let dots = moments.into_iter().zip(places.iter().zip(&row)).enumerate();
        let dots = dots.map(|(at, (moment, (x, row)))| {
            let y = if at < above { axis - ROW * row - ROW } else { axis + ROW * row + ROW };
            let width = LETTER * moment.dot.label.chars().count() + 11;
            Dot { x: percent(*x), y, width, ..moment.dot }
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
            Moment { when, dot: dot(number, "report", title, &page.article(number)) }
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

/// Returns where each date stands, in percent: a gap takes room by the logarithm of its hours.
fn places(dates: &[&Date]) -> Vec<f64> {
    let mut moments: Vec<_> = dates.iter().map(|it| it.start).collect();
    moments.sort_unstable();
    moments.dedup();
    let room = |pair: &[jiff::civil::DateTime]| {
        let hours = f64::from(
            i32::try_from(pair[0].duration_until(pair[1]).as_hours()).unwrap_or(i32::MAX),
        );
        1.0 + hours.max(0.0).ln_1p()
    };
    let mut reached = vec![0.0];
    for pair in moments.windows(2) {
        reached.push(reached.last().copied().unwrap_or_default() + room(pair));
    }
    let whole = reached.last().copied().unwrap_or_default();
    let place = |date: &&Date| {
        let at = moments.binary_search(&date.start).unwrap_or_default();
        let share = if whole > 0.0 { reached[at] / whole } else { 0.5 };
        MARGIN + share * (100.0 - 2.0 * MARGIN)
    };
    dates.iter().map(place).collect()
}

/// Returns the row of each dot: the lowest in which no other is close.
fn stacked(places: &[f64]) -> Vec<usize> {
    let mut rows: Vec<Vec<f64>> = Vec::new();
    let mut row_of = |x: f64| {
        let free = |row: &Vec<f64>| row.iter().all(|it| (it - x).abs() >= CLOSE);
        let row = rows.iter().position(free).unwrap_or(rows.len());
        if row == rows.len() {
            rows.push(Vec::new());
        }
        rows[row].push(x);
        row
    };
    places.iter().map(|x| row_of(*x)).collect()
}

/// Returns a label for each day that has room for one; the first and the last day come first.
fn ticks(moments: &[Moment], places: &[f64]) -> Vec<Tick> {
    let mut days: Vec<_> = places.iter().zip(moments).map(|(x, it)| (*x, day(it.when))).collect();
    days.sort_by(|a, b| a.0.total_cmp(&b.0));
    days.dedup_by(|a, b| a.1 == b.1);
    let ends = days.len().saturating_sub(1);
    let order = [0, ends].into_iter().chain(1..ends).take(days.len());
    let mut kept: Vec<f64> = Vec::new();
    let mut ticks = Vec::new();
    for (x, words) in order.filter_map(|at| days.get(at)) {
        if kept.iter().all(|it| (it - x).abs() >= LABEL) {
            kept.push(*x);
            ticks.push(Tick { x: percent(*x), anchor: anchor(*x), words: words.clone() });
        }
    }
    ticks
}

fn day(date: &Date) -> String {
    let whole =
        Date { precision: date.precision.max(crate::model::Precision::Day), ..date.clone() };
    words::date(&whole)
}

/// Returns how a label hangs on its place, so that it stays within the drawing.
fn anchor(x: f64) -> &'static str {
    match x {
        x if x < 20.0 => "start",
        x if x > 80.0 => "end",
        _ => "middle",
    }
}

fn percent(x: f64) -> String {
    format!("{x:.2}%")
}
