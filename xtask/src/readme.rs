//! Writes the output of the demo into README.md, between two marks: its first incident and its end.
//!
//! The test `crates/recount-cli/tests/readme.rs` compares the two.

use std::env;
use std::fs;

use crate::command::{read, recount, root, write};

const START: &str = "<!-- demo: written by `cargo xtask readme` -->\n```text\n";
const END: &str = "```\n<!-- end of demo -->";

/// Runs the demo and writes what it prints into the README.
pub(crate) fn update() -> Result<String, String> {
    let path = root().join("README.md");
    let readme = read(&path)?;
    let marks = readme.split_once(START).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(END)?;
        Some((before, after))
    });
    let (before, after) = marks.ok_or("README.md has no marks around the output of the demo")?;
    write(&path, &format!("{before}{START}{}{END}{after}", demo()?))?;
    Ok("README.md shows what the demo prints".into())
}

/// Returns what the demo prints, run where its dossier disturbs nobody.
fn demo() -> Result<String, String> {
    let folder = env::temp_dir().join(format!("recount-readme-{}", std::process::id()));
    fs::create_dir_all(&folder).map_err(|error| format!("cannot make a folder: {error}"))?;
    let printed = recount(&["demo", "--color", "never"], &folder);
    let _ = fs::remove_dir_all(&folder);
    Ok(excerpt(&printed?))
}

/// Returns the first incident and the last line; the same stands in the test.
fn excerpt(printed: &str) -> String {
    let incidents: Vec<_> = printed.split(&"─".repeat(100)).collect();
    let last = printed.lines().last().unwrap_or_default();
    format!("{}[… {} more incidents …]\n\n{last}\n", incidents[0], incidents.len() - 1)
}
