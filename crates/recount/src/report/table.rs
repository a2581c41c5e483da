//! Lays out the findings of an event for a terminal: as a table, with the support below the verdict
//! where the terminal is not wide, or as a list where it is narrow.
//!
//! In: findings. Out: lines within the width. Nothing is cut off: what does not fit is wrapped.

use crate::model::{Finding, Value};

use super::style::{TextStyle, columns, hanging, padded, wrapped};
use super::{labels, words};

/// Columns between two columns of a table.
const GAP: usize = 2;

/// Narrowest columns for labels and values in a table; with less, the findings are set as a list.
///
/// "Killed (passengers)" and "at least 14" each stay on one line in them.
const NARROWEST: (usize, usize) = (20, 14);

/// Widest columns for labels and values; longer ones are wrapped, so that the verdict stays near.
const WIDEST: (usize, usize) = (32, 48);

/// The cells of one finding.
struct Row<'a> {
    finding: &'a Finding,
    label: String,
    value: String,
    range: String,
    verdict: String,
    support: String,
}

impl<'a> Row<'a> {
    fn new(finding: &'a Finding) -> Self {
        let counted = matches!(finding.best, Value::Count(_));
        let range = if counted { words::range(finding.low, finding.high) } else { String::new() };
        let sign = labels::sign(finding.verdict);
        Self {
            finding,
            label: labels::question(finding),
            value: words::one_line(&words::value(&finding.best)),
            range,
            verdict: format!("{sign} {}", labels::verdict(finding.verdict)),
            support: finding.groups.first().map_or_else(String::new, words::support),
        }
    }

    /// Returns the verdict in its colour.
    fn word(&self, style: TextStyle) -> String {
        style.verdict(self.finding.verdict, &self.verdict)
    }

    /// Returns the range in brackets, where it is one.
    fn spread(&self) -> String {
        let spread = self.finding.low != self.finding.high && !self.range.is_empty();
        if spread { format!(" ({})", self.range) } else { String::new() }
    }
}

/// Returns the findings, one under the other, `indent` columns from the left.
pub(super) fn findings(findings: &[&Finding], indent: usize, style: TextStyle) -> String {
    let rows: Vec<_> = findings.iter().map(|it| Row::new(it)).collect();
    let room = style.columns().saturating_sub(indent);
    let table = table(&rows, &wide(&rows, style), room, style)
        .or_else(|| table(&rows, &stacked(&rows, style), room, style));
    let lines = table.unwrap_or_else(|| list(&rows, room, style));
    lines.lines().map(|line| format!("{:indent$}{line}\n", "")).collect()
}

/// What stands right of the value: for each finding its cells, each of several lines.
type Right = Vec<Vec<Vec<String>>>;

/// Returns range, verdict and support beside each other.
fn wide(rows: &[Row], style: TextStyle) -> Right {
    let right = |row: &Row| {
        let cells = [row.range.clone(), row.word(style), style.faint(&row.support)];
        cells.map(|cell| vec![cell]).into()
    };
    rows.iter().map(right).collect()
}

/// Returns the verdict with its range, and the support under it.
fn stacked(rows: &[Row], style: TextStyle) -> Right {
    let right = |row: &Row| {
        let verdict = format!("{}{}", row.word(style), row.spread());
        vec![vec![verdict, format!("  {}", style.faint(&row.support))]]
    };
    rows.iter().map(right).collect()
}

/// Returns a table, or `None` if label and value would be squeezed.
fn table(rows: &[Row], right: &Right, room: usize, style: TextStyle) -> Option<String> {
    let cells = right.first().map_or(0, Vec::len);
    let fixed: Vec<_> = (0..cells).map(|at| widest(right.iter().flat_map(|it| &it[at]))).collect();
    let gaps = GAP * (fixed.iter().filter(|it| **it > 0).count() + 1);
    let left = room.checked_sub(fixed.iter().sum::<usize>() + gaps)?;
    let (label, value) =
        (widest(rows.iter().map(|it| &it.label)), widest(rows.iter().map(|it| &it.value)));
    let label = label.min(WIDEST.0).min(left.saturating_sub(NARROWEST.1).max(NARROWEST.0));
    let value = value.min(WIDEST.1).min(left.checked_sub(label)?);
    if value < NARROWEST.1.min(widest(rows.iter().map(|it| &it.value))) {
        return None;
    }
    let widths: Vec<_> = [label, value].into_iter().chain(fixed).collect();
    let line = |(row, right): (&Row, &Vec<Vec<String>>)| {
        let values = wrapped(&row.value, value).into_iter().map(|it| style.strong(&it)).collect();
        let left = [wrapped(&row.label, label), values];
        set(&left.into_iter().chain(right.clone()).collect::<Vec<_>>(), &widths)
    };
    Some(rows.iter().zip(right).map(line).collect())
}

fn widest<'a>(cells: impl Iterator<Item = &'a String>) -> usize {
    cells.map(|it| columns(it)).max().unwrap_or(0)
}

/// Sets cells of several lines beside each other; a column of no width is left out.
fn set(cells: &[Vec<String>], widths: &[usize]) -> String {
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |at: usize| {
        let shown = cells.iter().zip(widths).filter(|(_, width)| **width > 0);
        let shown = shown.map(|(cell, width)| padded(cell.get(at).map_or("", |it| it), *width));
        format!("{}\n", shown.collect::<Vec<_>>().join(&" ".repeat(GAP)).trim_end())
    };
    (0..height).map(line).collect()
}

/// Returns each finding as two or three lines.
fn list(rows: &[Row], room: usize, style: TextStyle) -> String {
    let entry = |row: &Row| {
        let head = format!("{}: {}", row.label, style.each(&row.value, TextStyle::strong));
        let support = style.each(&row.support, TextStyle::faint);
        let tail = format!("{}{} · {support}", row.word(style), row.spread());
        format!("{}{}", hanging("", &head, room), hanging("    ", &tail, room))
    };
    rows.iter().map(entry).collect()
}
