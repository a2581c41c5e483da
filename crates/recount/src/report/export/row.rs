//! A row of an export: cells by the names of their columns, and the findings that they hold.
//!
//! In: values, one after the other. Out: cells in the order of the columns, or a line of JSON. A column
//! that nothing was written into is empty.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::columns::Columns;
use crate::model::{Finding, Slot, Who};
use crate::report::sheet;

/// Names a finding within its event.
pub(super) type Question = (Slot, Option<Who>);

/// A row that is being filled.
#[derive(Debug, Default)]
pub(super) struct Row {
    cells: BTreeMap<String, String>,
    json: serde_json::Map<String, Value>,
    entities: Vec<Value>,
    layout: String,
    held: BTreeSet<Question>,
    ranged: BTreeSet<Question>,
}

impl Row {
    /// Writes a code, a figure or a date of ours; nothing where there is none.
    pub(super) fn set(&mut self, column: impl Into<String>, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.cells.insert(column.into(), value.to_string());
        }
    }

    /// Writes words, in one line and so that no spreadsheet takes them for a formula.
    pub(super) fn text(&mut self, column: impl Into<String>, words: Option<impl AsRef<str>>) {
        let words = words.map(|it| crate::report::words::one_line(it.as_ref()));
        self.set(column, words.map(|it| sheet::text(&it)));
    }

    /// Writes a value of a line of JSON.
    pub(super) fn json(&mut self, name: &str, value: impl serde::Serialize) {
        self.json.insert(name.into(), serde_json::to_value(value).unwrap_or_default());
    }

    /// Adds a line of JSON of its own.
    pub(super) fn entity(&mut self, entity: Value) {
        self.entities.push(entity);
    }

    /// Gives the row a layout of its own.
    pub(super) fn layout(&mut self, lines: String) {
        self.layout = lines;
    }

    /// Remembers that the row holds the best value of a finding.
    pub(super) fn hold(&mut self, finding: Option<&Finding>) {
        self.held.extend(finding.map(question));
    }

    /// Remembers that the row holds the best value of a finding, and its range.
    pub(super) fn hold_range(&mut self, finding: Option<&Finding>) {
        self.hold(finding);
        self.ranged.extend(finding.map(question));
    }

    pub(super) fn holds(&self, finding: &Finding) -> bool {
        self.held.contains(&question(finding))
    }

    pub(super) fn holds_range(&self, finding: &Finding) -> bool {
        self.ranged.contains(&question(finding))
    }

    /// Returns the cells in the order of the columns.
    pub(super) fn cells(&self, columns: &Columns) -> Vec<String> {
        let cell = |name: &str| self.cells.get(name).cloned().unwrap_or_default();
        columns.names().into_iter().map(cell).collect()
    }

    /// Returns the row as lines of JSON.
    pub(super) fn lines(&self) -> String {
        let own = (!self.json.is_empty()).then(|| Value::Object(self.json.clone()));
        own.iter().chain(&self.entities).map(|it| format!("{it}\n")).collect()
    }

    /// Returns the row in its own layout.
    pub(super) fn printed(&self) -> &str {
        &self.layout
    }

    /// Returns the lines of JSON of their own.
    pub(super) fn entities(&self) -> &[Value] {
        &self.entities
    }

    /// Returns the names of the columns that something was written into.
    #[cfg(test)]
    pub(super) fn written(&self) -> Vec<String> {
        let properties = |it: &Value| {
            let kind = ["schema", "type", "@type"].iter().find_map(|name| it[*name].as_str());
            let ours = it["properties"].as_object().or_else(|| it.as_object());
            let named = ours
                .into_iter()
                .flat_map(|it| it.keys())
                .filter(|it| !matches!(it.as_str(), "type" | "@type"));
            let kind = kind.unwrap_or_default();
            named.map(|name| format!("{kind}:{name}")).collect::<Vec<_>>()
        };
        let own = self.cells.keys().chain(self.json.keys()).cloned();
        own.chain(self.entities.iter().flat_map(properties)).collect()
    }
}

fn question(finding: &Finding) -> Question {
    (finding.slot, finding.who.clone())
}
