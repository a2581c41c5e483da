//! Sets dates on an axis that is not to scale.
//!
//! In: dates. Out: places in percent, rows for what is too close, and labels that do not overlap.

use jiff::civil::DateTime;

use crate::model::{Date, Precision};
use crate::report::words;

/// Share of the axis, in percent, kept free at both ends, so that no dot is cut.
const MARGIN: f64 = 4.0;

/// Percent between two dots below which they are set one above the other.
///
/// A dot is 18 wide, and the narrowest axis about 330.
const CLOSE: f64 = 6.0;

/// Percent that the label of a day takes on the narrowest axis.
const LABEL: f64 = 30.0;

/// The label of a day.
pub(super) struct Tick {
    pub x: String,
    pub anchor: &'static str,
    pub words: String,
}

/// Returns where each date stands, in percent: a gap takes room by the logarithm of its hours.
pub(super) fn places(dates: &[&Date]) -> Vec<f64> {
    let mut moments: Vec<_> = dates.iter().map(|it| it.start).collect();
    moments.sort_unstable();
    moments.dedup();
    let room = |pair: &[DateTime]| {
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
pub(super) fn stacked(places: &[f64]) -> Vec<usize> {
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
pub(super) fn ticks(dates: &[&Date], places: &[f64]) -> Vec<Tick> {
    let mut days: Vec<_> = places.iter().zip(dates).map(|(x, it)| (*x, day(it))).collect();
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
    let whole = Date { precision: date.precision.max(Precision::Day), ..date.clone() };
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

pub(super) fn percent(x: f64) -> String {
    format!("{x:.2}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_gap_is_shortened() {
        let at = axis("2019-01-01 2031-05-03 2031-05-04");
        assert!(at[1] > 50.0 && at[1] < 80.0, "{at:?}");
    }

    #[test]
    fn a_single_date_stands_in_the_middle() {
        assert_eq!(axis("2031-05-03 2031-05-03"), [50.0, 50.0]);
    }

    #[test]
    fn what_is_close_is_set_in_rows() {
        assert_eq!(stacked(&[10.0, 12.0, 30.0, 31.0, 32.0]), [0, 1, 0, 1, 2]);
    }

    #[test]
    fn labels_do_not_overlap_and_the_ends_have_theirs() {
        let dates = days("2031-05-01 2031-05-02 2031-05-03 2031-05-04 2031-05-05 2031-05-06");
        let dates: Vec<_> = dates.iter().collect();
        let ticks = ticks(&dates, &places(&dates));
        let words: Vec<_> = ticks.iter().map(|it| it.words.as_str()).collect();
        assert_eq!(words, ["1 May 2031", "6 May 2031", "3 May 2031"]);
    }

    fn axis(text: &str) -> Vec<f64> {
        places(&days(text).iter().collect::<Vec<_>>())
    }

    fn days(text: &str) -> Vec<Date> {
        text.split(' ').map(|it| Date::day(it.parse().expect("a day"))).collect()
    }
}
