//! Reads the lexicons: tables of words that stand in `data/` as text, one concept a file.
//!
//! In: the text of a `.tsv` file. Out: its rows. Lines that begin with `#` say what a row means and
//! where its facts come from; they and blank lines are skipped.

/// Returns the rows of a lexicon, each split at its tabs, with white space trimmed.
pub(crate) fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split('\t').map(str::trim).collect())
}
