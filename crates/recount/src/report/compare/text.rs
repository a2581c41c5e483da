//! Writes a comparison for people.
//!
//! In: a [`Comparison`]. Out: text: pairs with what differs, then what only one side has.

use super::{Aligned, Comparison, Filled, Unmatched};
use crate::report::style::{TextStyle, finished, hanging};
use crate::report::words;

/// Rows of one side that are told; of more, only how many there are.
const TOLD: usize = 20;

/// Returns the comparison as text for a terminal.
#[must_use]
pub fn comparison_text(comparison: &Comparison, style: &TextStyle) -> String {
    let width = style.columns();
    let pairs = words::several(comparison.aligned.len(), "event", "events");
    let head = format!(
        "{pairs} on both sides; {} only in our record, {} only in the {} table, and {} of its rows \
         of other days",
        comparison.only_ours.len(),
        comparison.only_theirs.len(),
        comparison.format.to_uppercase(),
        comparison.other_days,
    );
    let mut shown = hanging("", &head, width);
    shown += &comparison.aligned.iter().map(|it| pair(it, *style)).collect::<String>();
    shown += &side("Only in our record", &comparison.only_ours, *style);
    shown += &side("Only in the table", &comparison.only_theirs, *style);
    finished(&shown, *style)
}

fn pair(pair: &Aligned, style: TextStyle) -> String {
    let width = style.columns();
    let head =
        format!("{}: ours {}, theirs {}", words::one_line(&pair.what), pair.ours, pair.theirs);
    let mut shown = format!("\n{}", hanging("", &style.each(&head, TextStyle::strong), width));
    for it in &pair.differing {
        let line = format!(
            "{}: ours {}, theirs {}",
            it.column,
            words::one_line(&it.ours),
            words::one_line(&it.theirs)
        );
        shown += &hanging("  ≠ ", &line, width);
    }
    let filled = |cells: &[Filled]| {
        let cell = |it: &Filled| format!("{} {}", it.column, words::one_line(&it.value));
        cells.iter().map(cell).collect::<Vec<_>>().join(", ")
    };
    let lines = [
        ("same", pair.same.join(", ")),
        ("only ours", filled(&pair.only_ours)),
        ("only theirs", filled(&pair.only_theirs)),
    ];
    for (name, columns) in lines.iter().filter(|it| !it.1.is_empty()) {
        shown += &hanging("  ", &format!("{name}: {columns}"), width);
    }
    shown
}

fn side(name: &str, rows: &[Unmatched], style: TextStyle) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let width = style.columns();
    let mut shown = format!("\n{}\n", style.strong(name));
    for it in rows.iter().take(TOLD) {
        shown += &hanging("  ", &format!("{} {}", it.id, words::one_line(&it.what)), width);
    }
    let more = rows.len().saturating_sub(TOLD);
    shown
        + &if more == 0 { String::new() } else { hanging("  ", &format!("and {more} more"), width) }
}
