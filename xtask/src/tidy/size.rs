//! Checks that no source file has grown out of one idea.

use super::files::File;

/// Lines that one idea can need; ours tend towards half of it.
const MOST_LINES: usize = 400;

pub(crate) fn check(files: &[File]) -> Vec<String> {
    let sources = files.iter().filter(|it| it.ends(".rs"));
    let long = sources.map(|it| (it, it.text.lines().count())).filter(|it| it.1 > MOST_LINES);
    long.map(|(it, lines)| format!("{}: {lines} lines, more than {MOST_LINES}", it.path)).collect()
}
