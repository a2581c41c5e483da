//! Tells what of a record an export does not hold.
//!
//! In: the incidents, their events, and the row of each or why it has none. Out: a report in Markdown,
//! incident by incident, and one line that sums it up. What is lost is named and never only counted.

use std::collections::BTreeSet;

use super::Format;
use super::row::Row;
use super::told::Told;
use crate::lexicon;
use crate::model::{Finding, Incident, Verdict};
use crate::report::{labels, words};

/// The report while it is written.
pub(super) struct Loss {
    format: Format,
    incidents: Vec<(String, Vec<String>)>,
    without_row: usize,
    without_column: usize,
}

impl Loss {
    pub(super) fn new(format: Format) -> Self {
        Self { format, incidents: Vec::new(), without_row: 0, without_column: 0 }
    }

    /// Begins the part of an incident.
    pub(super) fn incident(&mut self, incident: &Incident) {
        let title = words::one_line(&incident.title);
        self.incidents.push((format!("## {title} ({})", incident.id), Vec::new()));
    }

    /// Tells what is lost of an event.
    pub(super) fn event(&mut self, told: &Told, row: Result<&Row, &'static str>) {
        let name = words::one_line(&told.event.name);
        let lines = match row {
            Err(reason) => {
                self.without_row += 1;
                let figures = list(told.findings.iter().map(|it| stated(it)));
                vec![format!(
                    "No row for {} ({name}): {reason}. Findings: {figures}.",
                    told.event.id.0
                )]
            }
            Ok(row) => {
                self.without_column += told.findings.iter().filter(|it| !row.holds(it)).count();
                lost(self.format, told, row)
            }
        };
        if let Some((_, told)) = self.incidents.last_mut() {
            told.extend(lines);
        }
    }

    /// Returns the report and its one line.
    pub(super) fn told(self, rows: usize) -> (String, String) {
        let file = self.format.file();
        let summary = format!(
            "{}; {} left out, {} without a column",
            words::several(rows, "row", "rows"),
            words::several(self.without_row, "event", "events"),
            words::several(self.without_column, "finding", "findings"),
        );
        let mut page = format!("# What {file} does not hold\n\n{summary}.\n\n");
        limits(self.format).for_each(|it| page.push_str(&format!("- {it}\n")));
        for (head, lines) in self.incidents {
            page.push_str(&format!("\n{head}\n\n"));
            lines.iter().for_each(|it| page.push_str(&format!("- {it}\n")));
            if lines.is_empty() {
                page.push_str("Nothing beyond that.\n");
            }
        }
        (page, summary)
    }
}

/// Returns what the format holds of no event.
fn limits(format: Format) -> impl Iterator<Item = &'static str> {
    let rows = lexicon::rows(include_str!("../../../data/exports/limits.tsv"));
    rows.filter(move |row| row[0] == format.name()).filter_map(|row| row.get(1).copied())
}

/// Returns what an event with a row loses, a line for each sort of loss.
fn lost(format: Format, told: &Told, row: &Row) -> Vec<String> {
    let ours = format.tells_background();
    let all = || told.findings.iter().copied();
    let held = || all().filter(|it| row.holds(it));
    let columns = list(all().filter(|it| !row.holds(it)).map(stated));
    let open = |it: &&Finding| it.low != it.high && !row.holds_range(it);
    let ranges = list(held().filter(open).map(spread));
    let verdicts = list(held().filter(|it| !ours && it.verdict != Verdict::Agreed).map(stated));
    let chains =
        if format == Format::Jsonl { String::new() } else { list(voices(told).into_iter()) };
    let lines = [
        ("Findings without a column", columns),
        ("Ranges", ranges),
        ("Verdicts other than agreed", verdicts),
        ("Who said it", chains),
    ];
    let lost = lines.into_iter().filter(|(_, words)| !words.is_empty());
    lost.map(|(sort, words)| format!("{}: {sort}: {words}.", told.event.id.0)).collect()
}

/// Returns a finding in words: `Killed (crew) 2 [single source]`.
fn stated(finding: &Finding) -> String {
    let value = words::one_line(&words::value(&finding.best));
    format!("{} {value} [{}]", labels::question(finding), labels::verdict(finding.verdict))
}

/// Returns a finding with its range, where it is one: `Killed 144, 144–145 [disputed]`.
pub(super) fn spread(finding: &Finding) -> String {
    if finding.low == finding.high {
        return stated(finding);
    }
    let value = words::one_line(&words::value(&finding.best));
    let range = words::range(finding.low, finding.high);
    let verdict = labels::verdict(finding.verdict);
    format!("{} {value}, {range} [{verdict}]", labels::question(finding))
}

/// Returns who said the best values, each chain with its question once.
fn voices(told: &Told) -> Vec<String> {
    let chain = |it: &Finding| {
        let claims = told.behind(it).into_iter().filter(|claim| !claim.chain.is_empty());
        let chains: BTreeSet<_> = claims.map(words::chain).map(|it| words::one_line(&it)).collect();
        let chains = chains.into_iter().collect::<Vec<_>>().join(" and ");
        (!chains.is_empty()).then(|| format!("{} by {chains}", labels::question(it)))
    };
    told.findings.iter().filter_map(|it| chain(it)).collect()
}

fn list(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join("; ")
}
