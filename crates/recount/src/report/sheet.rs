//! Writes a table as CSV that spreadsheets and programs read alike.
//!
//! In: names and rows of cells. Out: CSV as of RFC 4180, in UTF-8, with a line of names. A text that a
//! spreadsheet would take for a formula gets an apostrophe before it; figures never pass through
//! [`text`], so that a negative one stays a figure.

/// Returns a text cell that no spreadsheet takes for a formula.
pub(super) fn text(cell: &str) -> String {
    match cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r']) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}

/// Returns the table; every row is as long as the names.
pub(super) fn sheet(names: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = writer.write_record(names);
    debug_assert!(written.is_ok(), "memory takes every row");
    for row in rows {
        let written = writer.write_record(&row);
        debug_assert!(written.is_ok(), "every row is as long as the names");
    }
    writer.into_inner().ok().and_then(|it| String::from_utf8(it).ok()).unwrap_or_default()
}
