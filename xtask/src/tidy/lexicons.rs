//! Checks that every lexicon says at its head what a row means and where its facts come from.

use super::files::File;

pub(crate) fn check(files: &[File]) -> Vec<String> {
    let lexicons = files.iter().filter(|it| it.path.contains("/data/") && it.ends(".tsv"));
    let wrong = lexicons.filter(|it| !has_header(&it.text));
    wrong.map(|it| format!("{}: the head does not say `Source: …`", it.path)).collect()
}

fn has_header(text: &str) -> bool {
    let mut header = text.lines().take_while(|line| line.starts_with('#'));
    header.any(|line| line.contains("Source:") || line.contains("Sources:"))
}
