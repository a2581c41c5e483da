//! Reports incidents: the record, and what people read of it.
//!
//! In: the findings of a story. Out: an [`Incident`](crate::model::Incident) with title, timeline and
//! brief, and from a [`Record`](crate::model::Record) text, Markdown, a self-contained HTML dossier,
//! tables and exports. Nothing is told here that no claim carries.

mod brief;
mod compare;
mod copies;
mod diff;
pub mod export;
#[cfg(test)]
mod fixture;
mod head;
mod html;
mod incident;
mod labels;
mod markdown;
pub mod muc4;
mod quotes;
mod sheet;
mod sheets;
mod style;
mod table;
mod text;
mod timeline;
mod title;
mod view;
mod why;
mod words;

pub use compare::{
    Aligned, CompareError, Comparison, Difference, Filled, Unmatched, compare, comparison_text,
};
pub use copies::{copies_html, copies_text};
pub use diff::{Change, ChangeKind, Diff, IncidentDiff, Stood, diff, diff_text};
pub use html::html;
pub use incident::{incident, incident_id, record};
pub use markdown::markdown;
pub use quotes::quotes;
pub use sheets::{findings_csv, timeline_csv};
pub use style::TextStyle;
pub use text::text;
pub use why::why;
