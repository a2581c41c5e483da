//! Checks that every lexicon says at its head what a row means and where its facts come from.

use super::files::File;

/// What introduces the origin of the facts.
const SOURCES: [&str; 2] = ["Source:", "Where from:"];

pub(crate) fn check(files: &[File]) -> Vec<String> {
    let lexicons = files.iter().filter(|it| it.path.contains("/data/") && it.ends(".tsv"));
    let wrong = lexicons.filter(|it| !has_header(&it.text));
    wrong.map(|it| format!("{}: the head does not say `Where from: …`", it.path)).collect()
}

fn has_header(text: &str) -> bool {
    let mut header = text.lines().take_while(|line| line.starts_with('#'));
    header.any(|line| SOURCES.iter().any(|word| line.contains(word)))
}
