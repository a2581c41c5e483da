//! Checks that ARCHITECTURE.md lists the crates and the modules of the library as they are.
//!
//! Its lists stand under two headings and have one item each: `- **name** — what it is for`.

use super::files::File;
use super::stages::STAGES;

pub(crate) fn check(files: &[File]) -> Vec<String> {
    let text = |path: &str| files.iter().find(|it| it.path == path).map_or("", |it| &it.text);
    let page = text("ARCHITECTURE.md");
    let mut wrong = Vec::new();
    let crates = listed(page, "## The crates");
    wrong.extend(difference("crates", &crates, &members(text("Cargo.toml"))));
    let stages = listed(page, "## The stages");
    wrong.extend(difference("stages", &stages, &STAGES.map(String::from)));
    let mut modules = modules(text("crates/recount/src/lib.rs"));
    modules.retain(|it| it != "lexicon"); // a helper of all stages
    let mut sorted = STAGES.map(String::from);
    sorted.sort();
    wrong.extend(difference("modules in lib.rs", &sorted, &modules));
    wrong
}

/// Returns the names of the list under `heading`.
fn listed(page: &str, heading: &str) -> Vec<String> {
    let section = page.split(heading).nth(1).and_then(|it| it.split("\n## ").next());
    let items = section.unwrap_or_default().lines().filter_map(|it| it.strip_prefix("- **"));
    items.filter_map(|it| it.split("**").next()).map(str::to_owned).collect()
}

/// Returns the last folders of the workspace's members.
fn members(manifest: &str) -> Vec<String> {
    let line = manifest.lines().find(|line| line.starts_with("members"));
    let quoted = line.unwrap_or_default().split('"').skip(1).step_by(2);
    quoted.filter_map(|path| path.rsplit('/').next()).map(str::to_owned).collect()
}

/// Returns the modules that `lib.rs` declares, sorted.
fn modules(lib: &str) -> Vec<String> {
    // What only tests need is no part of the house.
    let lib = lib.replace("#[cfg(test)]\nmod ", "#[cfg(test)] ");
    let lines = lib.lines().map(|line| line.strip_prefix("pub ").unwrap_or(line));
    let names = lines.filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
    let mut names: Vec<_> = names.map(str::to_owned).collect();
    names.sort();
    names
}

fn difference(what: &str, told: &[String], found: &[String]) -> Option<String> {
    let message = || format!("ARCHITECTURE.md: the {what} are {found:?}, not {told:?}");
    (told != found).then(message)
}
