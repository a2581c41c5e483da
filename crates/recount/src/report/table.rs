//! Lays out the findings of an event for a terminal, as a table or, where it is narrow, as a list.
//!
//! In: findings. Out: lines within the width. Nothing is cut off: what does not fit is wrapped.

use crate::model::{Finding, Value};

use super::style::{TextStyle, columns, hanging, padded, wrapped};
use super::{labels, words};

/// Columns between two columns of a table.
const GAP: usize = 2;

/// Narrowest column for labels or values in a table; with less, the findings are set as a list.
///
/// A label such as "Killed (passengers)" stays on one line in it.
const NARROWEST: usize = 18;

/// Widest column for labels and for values; longer ones are wrapped, so that the verdict stays near.
const WIDEST: (usize, usize) = (30, 44);

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
}

/// Returns the findings, one under the other.
pub(super) fn findings(findings: &[&Finding], style: TextStyle) -> String {
    let rows: Vec<_> = findings.iter().map(|it| Row::new(it)).collect();
    let widest = |cell: for<'r> fn(&'r Row<'_>) -> &'r str| {
        rows.iter().map(|it| columns(cell(it))).max().unwrap_or(0)
    };
    let (range, verdict) = (widest(|it| &it.range), widest(|it| &it.verdict));
    let gaps = GAP * if range > 0 { 5 } else { 4 };
    let taken = range + verdict + widest(|it| &it.support) + gaps;
    let left = style.columns().saturating_sub(taken);
    if left < 2 * NARROWEST {
        return rows.iter().map(|row| entry(row, style)).collect();
    }
    let label = widest(|it| &it.label).min(WIDEST.0).min(left - NARROWEST);
    let value = widest(|it| &it.value).min(WIDEST.1).min(left - label);
    rows.iter().map(|row| line(row, [label, value, range, verdict], style)).collect()
}

/// Returns a finding as a row of a table.
fn line(row: &Row, [label, value, range, verdict]: [usize; 4], style: TextStyle) -> String {
    let (labels, values) = (wrapped(&row.label, label), wrapped(&row.value, value));
    let cell = |lines: &[String], at: usize| lines.get(at).cloned().unwrap_or_default();
    let gap = " ".repeat(GAP);
    let mut shown = String::new();
    for at in 0..labels.len().max(values.len()) {
        let name = padded(&cell(&labels, at), label);
        let answer = padded(&style.strong(&cell(&values, at)), value);
        let mut cells = vec![String::new(), name, answer];
        if at == 0 {
            cells.extend((range > 0).then(|| padded(&row.range, range)));
            let word = style.verdict(row.finding.verdict, &row.verdict);
            cells.extend([padded(&word, verdict), style.faint(&row.support)]);
        }
        shown.push_str(cells.join(&gap).trim_end());
        shown.push('\n');
    }
    shown
}

/// Returns a finding as two or three lines of a list.
fn entry(row: &Row, style: TextStyle) -> String {
    let width = style.columns();
    let head = hanging("  ", &format!("{}: {}", row.label, style.strong(&row.value)), width);
    let spread = row.finding.low != row.finding.high && !row.range.is_empty();
    let range = if spread { format!(" ({})", row.range) } else { String::new() };
    let word = style.verdict(row.finding.verdict, &row.verdict);
    let tail = format!("{word}{range} · {}", style.faint(&row.support));
    format!("{head}{}", hanging("      ", &tail, width))
}
