//! The columns of a format, from `data/exports`.
//!
//! In: a [`Format`]. Out: the names of its columns, exactly as its codebook has them and in its order,
//! and a dictionary that says what we write into them.

use super::Format;
use crate::lexicon;

/// The columns of a format.
pub(super) struct Columns {
    format: Format,
    columns: Vec<Column>,
}

struct Column {
    name: &'static str,
    /// The slots, or other parts of the record, that fill it; `-` for none.
    from: &'static str,
    meaning: &'static str,
}

impl Columns {
    pub(super) fn of(format: Format) -> Self {
        let data = match format {
            Format::Gtd => include_str!("../../../data/exports/gtd.tsv"),
            Format::Acled => include_str!("../../../data/exports/acled.tsv"),
            Format::Ged => include_str!("../../../data/exports/ged.tsv"),
            Format::Gdelt => include_str!("../../../data/exports/gdelt.tsv"),
            Format::Plover => include_str!("../../../data/exports/plover.tsv"),
            Format::Muc4 => include_str!("../../../data/exports/muc4.tsv"),
            Format::ClaimReview => include_str!("../../../data/exports/claimreview.tsv"),
            Format::Stix => include_str!("../../../data/exports/stix.tsv"),
            Format::Csv => include_str!("../../../data/exports/csv.tsv"),
            #[cfg(feature = "parquet")]
            Format::Parquet => include_str!("../../../data/exports/csv.tsv"),
            Format::Jsonl => include_str!("../../../data/exports/jsonl.tsv"),
            Format::Ftm => include_str!("../../../data/exports/ftm.tsv"),
        };
        let column = |row: Vec<&'static str>| match row[..] {
            [name, from, meaning] => Some(Column { name, from, meaning }),
            _ => None,
        };
        Self { format, columns: lexicon::rows(data).filter_map(column).collect() }
    }

    /// Returns the names, in order.
    pub(super) fn names(&self) -> Vec<&'static str> {
        self.columns.iter().map(|it| it.name).collect()
    }

    /// Returns what each filled column means, in Markdown.
    pub(super) fn dictionary(&self) -> String {
        let (filled, empty): (Vec<_>, Vec<_>) = self.columns.iter().partition(|it| it.filled());
        let rows: String = filled.into_iter().map(Column::row).collect();
        let mut page = format!(
            "# What {} holds\n\nOne row an event. What is not known is empty, unless the meaning names \
             a code for it.\n\n| column | from | meaning |\n|---|---|---|\n{rows}",
            self.format.file(),
        );
        if !empty.is_empty() {
            let names: Vec<_> = empty.iter().map(|it| format!("`{}`", it.name)).collect();
            page.push_str(&format!("\nNever filled: {}.\n", names.join(", ")));
        }
        page
    }

    /// Returns whether we ever write into the column of this name.
    #[cfg(test)]
    pub(super) fn fills(&self, name: &str) -> bool {
        self.columns.iter().any(|it| it.name == name && it.filled())
    }
}

impl Column {
    fn filled(&self) -> bool {
        self.from != "-"
    }

    fn row(&self) -> String {
        format!("| `{}` | {} | {} |\n", self.name, self.from, self.meaning)
    }
}
