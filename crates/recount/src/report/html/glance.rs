//! What an editor asks first: what is firm, what hangs on one source, what is disputed and why, what changed.
//!
//! In: the rows of the main event. Out: lists of them, each row in one list, with the reason where it is the
//! answer. What several reports have from one party hangs on it, however many they are.

use super::summary::Row;
use crate::report::words;

/// One of the lists.
pub(super) struct List {
    pub class: &'static str,
    pub name: &'static str,
    pub lines: Vec<Line>,
}

/// A finding in a line.
pub(super) struct Line {
    pub to: String,
    pub label: String,
    pub value: String,
    /// Why, or what it hangs on; may be empty.
    pub reason: String,
}

/// Returns the lists that have a line.
pub(super) fn lists(rows: &[Row]) -> Vec<List> {
    let list = |class, name, reasons: bool| {
        let of = rows.iter().filter(|it| list_of(it) == class);
        let lines = of.map(|it| line(it, reasons)).collect();
        List { class, name, lines }
    };
    let mut lists = vec![
        list("agreed", "Firm", false),
        list("single-source", "Hangs on one source or side", false),
        list("disputed", "Disputed, and why", true),
        list("superseded", "Changed since first reported", true),
    ];
    lists.retain(|it| !it.lines.is_empty());
    lists
}

/// The class of the list that a row stands in.
fn list_of(row: &Row) -> &'static str {
    match row.class {
        "agreed" | "refined" | "complementary" if row.one_sided => "single-source",
        "agreed" | "refined" | "complementary" => "agreed",
        other => other,
    }
}

fn line(row: &Row, reasons: bool) -> Line {
    let reason = if reasons { words::capital(&row.reason) } else { row.cautions.join(" ") };
    let value = if row.range.is_empty() {
        row.value.clone()
    } else {
        format!("{}, range {}", row.value, row.range)
    };
    Line { to: row.id.clone(), label: row.label.clone(), value, reason }
}
