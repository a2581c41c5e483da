//! Sets our scores of a system of 1992 beside the official ones, slot by slot.
//!
//! In: the scores of a system, and the official table. Out: possible, actual, correct and partial fills of each
//! slot as a table, the official figure first. It tells where our scorer departs.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::official::{Score, Tally, total_of};
use super::templates::SLOTS;

/// The official tallies by system and slot, named as in [`SLOTS`].
pub(super) type Official = BTreeMap<(String, String), Tally>;

/// Reads the tallies of tst3 from the lines of the official table.
pub(super) fn official(table: &str) -> Official {
    let row = |line: &str| {
        let cells: Vec<_> = line.split('\t').collect();
        let count = |at: usize| cells.get(at)?.parse().ok();
        let tally = Tally {
            possible: count(3)?,
            actual: count(4)?,
            correct: count(5)?,
            partial: count(6)?,
        };
        let slot = cells[2].replace("template-id", "template").replace('-', "_");
        (cells[0] == "tst3").then(|| ((cells[1].to_owned(), slot), tally))
    };
    table.lines().filter_map(row).collect()
}

/// Returns the table of `system`.
pub(super) fn table(official: &Official, system: &str, scores: &[Score]) -> String {
    let mut table = format!(
        "\n| {system} | possible | ours | actual | ours | correct | ours | partial | ours |\n|---|---|---|---|---|---|---|---|---|\n"
    );
    for slot in ["template"].iter().chain(&SLOTS) {
        let theirs = official.get(&(system.to_owned(), (*slot).to_owned()));
        let (theirs, ours) = (theirs.copied().unwrap_or_default(), total_of(scores, slot));
        let counts = [
            (theirs.possible, ours.possible),
            (theirs.actual, ours.actual),
            (theirs.correct, ours.correct),
            (theirs.partial, ours.partial),
        ];
        let cells = counts.map(|(theirs, ours)| format!(" {theirs} | {ours} |")).concat();
        writeln!(table, "| {slot} |{cells}").expect("a string takes any text");
    }
    table
}
