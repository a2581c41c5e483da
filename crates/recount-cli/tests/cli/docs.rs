//! What the docs show is what the command prints.

use std::fs;

use crate::support::{Folder, project};

#[test]
fn the_readme_shows_what_the_demo_prints() {
    let readme = fs::read_to_string(project().join("README.md")).expect("there is a README");
    let block =
        readme.split("`cargo xtask readme` -->\n```text\n").nth(1).expect("it has the block");
    let shown = block.split("```\n<!-- end of demo -->").next().expect("the block has an end");
    let ran = Folder::new().recount(&["demo"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(shown == excerpt(&ran.out), "run `cargo xtask readme`; the demo prints\n{}", ran.out);
}

/// Returns what the README shows of the demo: its first incident and its last line.
fn excerpt(printed: &str) -> String {
    let incidents: Vec<_> = printed.split(&"─".repeat(100)).collect();
    let last = printed.lines().last().unwrap_or_default();
    format!("{}[… {} more incidents …]\n\n{last}\n", incidents[0], incidents.len() - 1)
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    let path = project().join("docs/record.schema.json");
    let published = fs::read_to_string(path).expect("there is a schema");
    let printed = Folder::new().recount(&["schema"]).out;
    assert!(published == printed, "the record has changed: run `cargo xtask schema`");
}

#[test]
fn the_demo_writes_where_it_says() {
    let folder = Folder::new();
    let ran = folder.recount(&["demo", "--out", "there"]);
    assert!(ran.out.ends_with("The dossier is in there/index.html\n"), "{}", ran.out);
    assert!(folder.path().join("there/index.html").is_file());
}
